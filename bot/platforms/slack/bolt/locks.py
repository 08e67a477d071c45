"""Lets one piece of work at a time touch the same thing."""

import asyncio
from weakref import WeakValueDictionary


class KeyedLock:
    """An asyncio lock for each key; a key nobody holds or waits for takes no memory."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def hold(self, key: str) -> asyncio.Lock:
        """Return the lock of a key: `async with` waits for its turn, and holds it for the block."""
        return self._locks.setdefault(key, asyncio.Lock())
