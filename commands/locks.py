"""Lets one piece of work at a time touch the same thing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary


class KeyedLock:
    """An asyncio lock for each key; a key nobody holds or waits for takes no memory."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def hold(self, key: str) -> AsyncIterator[None]:
        """Wait for the key's turn, and hold it for the block."""
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            yield
