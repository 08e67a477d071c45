"""Leaves Discord in peace while it is away, and remembers for a while what is shut to Concord."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final, TypeVar

from bot.platforms.port import DeliveryError

FIRST_PAUSE: Final = timedelta(seconds=4)
LONGEST_PAUSE: Final = timedelta(minutes=5)

SHUT_FOR: Final = timedelta(seconds=30)
"""How long a place that is shut is not asked for again. A message to it is lost, so it is short:
somebody may be about to open it."""

EDIT_EVERY: Final = timedelta(seconds=5)
"""How often one message is edited at most: whoever reads it sees the newest state all the same."""

MOST_REMEMBERED: Final = 5_000

Shutting = type[DeliveryError]
T = TypeVar("T")


class Breaker:
    """Counts how often in a row Discord was away. Pauses grow, vary by `chance` and have a cap."""

    def __init__(self, now: Callable[[], datetime], chance: Callable[[], float]) -> None:
        self._now = now
        self._chance = chance
        self._failures = 0
        self._until: datetime | None = None

    def seconds_left(self) -> float:
        """Return for how long nobody is to ask Discord anything; 0 if they may."""
        if self._until is None:
            return 0
        return max(0.0, (self._until - self._now()).total_seconds())

    def failed(self) -> float:
        """Note that Discord was away, and return how many seconds to wait.

        Of many who find out at the same time, one counts.
        """
        if left := self.seconds_left():
            return left
        pause = min(FIRST_PAUSE * 2 ** min(self._failures, 10), LONGEST_PAUSE)
        self._failures += 1
        self._until = self._now() + pause * (0.5 + self._chance() / 2)
        return self.seconds_left()

    def worked(self) -> None:
        """Note that Discord is there."""
        self._failures = 0
        self._until = None


class Shut:
    """The places that refused us a moment ago, and what that means for a message to them."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._places = OrderedDict[str, tuple[datetime, Shutting]]()

    def close(self, place: str, meaning: Shutting) -> None:
        """Remember that a place is shut."""
        self._places[place] = (self._now() + SHUT_FOR, meaning)
        _forget_oldest(self._places)

    def check(self, place: str) -> None:
        """Raise what it means, if a place was shut a moment ago."""
        if place not in self._places:
            return
        until, meaning = self._places[place]
        if self._now() < until:
            raise meaning
        del self._places[place]


class Edits:
    """When each message was edited the last time."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._last = OrderedDict[str, datetime]()

    def seconds_until(self, message: str) -> float:
        """Return how long to wait before a message is edited again; 0 if it may be."""
        last = self._last.get(message)
        return max(0.0, (last + EDIT_EVERY - self._now()).total_seconds()) if last else 0.0

    def note(self, message: str) -> None:
        """Note that a message has been edited."""
        self._last[message] = self._now()
        _forget_oldest(self._last)


def _forget_oldest(remembered: OrderedDict[str, T]) -> None:
    if len(remembered) > MOST_REMEMBERED:
        remembered.popitem(last=False)
