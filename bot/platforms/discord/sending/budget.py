"""Keeps within what Discord allows a bot in all, so that it is never shut out for asking too much.

The limits of single routes are discord.py's business; these are the ones that it does not keep.
"""

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

INTERVAL: Final = timedelta(seconds=1 / 30)
AT_ONCE: Final = 10
"""One request each interval, and after a rest so many together: never more than 40 in a second.
Discord allows a bot 50; answers to interactions do not count."""

WINDOW: Final = timedelta(minutes=10)
MOST_INVALID: Final = 1_000
MOST_INVALID_ANSWERS: Final = 5_000
"""So many answers of 401, 403 or 429 in the window are the end of sending; whoever waits for an
answer still gets it for a while. At 10 000 Discord shuts the computer's address out."""


class Budget:
    """Counts the requests of this process."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._free_at: datetime | None = None
        self._held_until: datetime | None = None
        self._invalid = deque[datetime](maxlen=MOST_INVALID_ANSWERS)

    def seconds_left(self, *, is_answer: bool) -> float:
        """Return for how long nothing may be asked; 0 if it may be."""
        now = self._now()
        until = [self._window_opens(MOST_INVALID_ANSWERS if is_answer else MOST_INVALID, now)]
        if not is_answer and self._held_until:
            until.append(self._held_until)
        return max(0.0, *((at - now).total_seconds() for at in until))

    def take_turn(self) -> float:
        """Take the next turn, and return in how many seconds it is."""
        now = self._now()
        free_at = max(self._free_at or now, now)
        self._free_at = free_at + INTERVAL
        return max(0.0, (free_at - (AT_ONCE - 1) * INTERVAL - now).total_seconds())

    def hold(self, seconds: float) -> None:
        """Let nobody ask for a while, as Discord wants it; only answers may go on."""
        until = self._now() + timedelta(seconds=seconds)
        self._held_until = max(until, self._held_until or until)

    def count_invalid(self) -> None:
        """Note an answer that Discord counts."""
        self._invalid.append(self._now())

    def _window_opens(self, most: int, now: datetime) -> datetime:
        """Return when fewer than `most` invalid answers lie in the window."""
        return self._invalid[-most] + WINDOW if len(self._invalid) >= most else now
