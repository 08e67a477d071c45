"""Tells the time: the computer's, or in the local workspace a time that can be moved on."""

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Whatever tells the time."""

    def now(self) -> datetime:
        """Return the time, aware and in UTC."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Return the time, aware and in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the clock that everybody else is handed


class MovableClock:
    """Another clock's time moved by an offset, so that nobody waits two days to see a reminder.

    Whoever sets `offset` also keeps it, for a restart forgets it.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.offset = timedelta()

    def now(self) -> datetime:
        """Return the moved time, aware and in UTC."""
        return self._clock.now() + self.offset
