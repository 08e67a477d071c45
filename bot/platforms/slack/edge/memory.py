"""Remembers things for a while, and not too many of them."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

Now = Callable[[], datetime]
"""Tells the time, aware and in UTC."""


class Memory(Generic[Key, Value]):
    """Values by key, each for `keep` at least unless there are more than `most`.

    What was put in first goes first.
    """

    def __init__(self, *, keep: timedelta, most: int, now: Now) -> None:
        self._keep = keep
        self._most = most
        self._now = now
        self._kept: OrderedDict[Key, tuple[Value, datetime]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Key) -> Value | None:
        """Return what is remembered under a key, or None."""
        kept = self._kept.get(key)
        return kept[0] if kept and self._now() < kept[1] else None

    def put(self, key: Key, value: Value, *, since: datetime | None = None) -> None:
        """Remember a value, from now on or from a later moment on."""
        now = self._now()
        self._kept.pop(key, None)
        self._make_room(now)
        self._kept[key] = value, max(now, since or now) + self._keep

    def drop(self, key: Key) -> None:
        """Forget a key, if it is remembered."""
        self._kept.pop(key, None)

    def _make_room(self, now: datetime) -> None:
        while self._kept:
            _, ends = next(iter(self._kept.values()))
            if now < ends and len(self._kept) < self._most:
                return
            self._kept.popitem(last=False)
