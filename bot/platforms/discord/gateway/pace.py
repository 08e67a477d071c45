"""How long to wait before Discord is tried again.

Discord resets the token of a bot that asks for 1000 sessions in a day.
"""

from collections import deque
from collections.abc import Callable
from typing import Final

FIRST_PAUSE: Final = 1.0
LONGEST_PAUSE: Final = 60.0
_DOUBLINGS: Final = 6
"""Seconds between two tries: first, at most, and how often that doubles."""

STEADY_SECONDS: Final = 60.0
"""A connection that stood for so long was a good one; the next pause is short again."""

MOST_SESSIONS: Final = 18
WITHIN_SECONDS: Final = 1800.0
"""So many new sessions in half an hour are 864 in a day."""


class TooManySessionsError(Exception):
    """There were so many new sessions lately that another one has to wait."""


class Pace:
    """Counts tries and sessions. `chance` returns 0 to 1, `now` seconds that only grow."""

    def __init__(self, chance: Callable[[], float], now: Callable[[], float]) -> None:
        self._chance = chance
        self._now = now
        self._failures = 0
        self._up_since: float | None = None
        self._sessions = deque[float]()

    def is_up(self) -> None:
        """Note that the connection stands."""
        if self._up_since is None:
            self._up_since = self._now()

    def is_down(self) -> None:
        """Note that the connection does not stand, and whether it has for long."""
        if self._up_since is not None and self._now() - self._up_since >= STEADY_SECONDS:
            self._failures = 0
        self._up_since = None

    def identifies(self) -> None:
        """Note that a new session is asked for. Raises TooManySessionsError."""
        if self._until_next_session() > 0:
            raise TooManySessionsError
        self._sessions.append(self._now())

    def pause(self) -> float:
        """Return the seconds to wait after a failure; not the same for all who wait."""
        self.is_down()
        doubled = FIRST_PAUSE * (1 << min(self._failures, _DOUBLINGS))
        longest = min(doubled, LONGEST_PAUSE)
        self._failures += 1
        return max(longest * (1 + self._chance()) / 2, self._until_next_session())

    def _until_next_session(self) -> float:
        soonest = self._now() - WITHIN_SECONDS
        while self._sessions and self._sessions[0] <= soonest:
            self._sessions.popleft()
        return 0.0 if len(self._sessions) < MOST_SESSIONS else self._sessions[0] - soonest
