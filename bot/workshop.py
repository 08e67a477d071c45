"""What only the local workspace can do: move its clock, and start over."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from bot.clock import MovableClock
from storage.database import Database
from storage.wipe import wipe
from storage.work import Work

OFFSET: Final = "workspace-clock-offset"
"""The setting that keeps how far the clock was moved, in seconds."""

Seed = Callable[[Work], None]


class Workshop:
    """Moves the workspace's clock and sets the workspace up; `changed` is called after either."""

    is_fixed = False

    def __init__(
        self, database: Database, clock: MovableClock, seed: Seed, *, changed: Callable[[], None]
    ) -> None:
        self._database = database
        self._clock = clock
        self._seed = seed
        self._changed = changed

    def now(self) -> datetime:
        """Return the workspace's time, aware and in UTC."""
        return self._clock.now()

    async def open(self) -> None:
        """Set the clock as it was left, and the practice partnership up if there is none."""
        self._clock.offset = await self._database.run(_offset)
        await self._database.run(self._seed)

    async def move(self, delta: timedelta) -> None:
        """Move the clock, also over a restart, and let what is due by then happen."""
        offset = self._clock.offset + delta
        await self._database.run(
            lambda work: work.settings.put(OFFSET, str(offset.total_seconds()))
        )
        self._clock.offset = offset
        self._changed()

    async def reset(self) -> None:
        """Forget everything, and set up the practice partnership again at the present time."""
        before = self._clock.offset
        self._clock.offset = timedelta()
        try:
            await self._database.run(self._start_over)
        except BaseException:
            self._clock.offset = before
            raise
        self._changed()

    def _start_over(self, work: Work) -> None:
        wipe(work)
        work.settings.put(OFFSET, "0")
        self._seed(work)


def _offset(work: Work) -> timedelta:
    return timedelta(seconds=float(work.settings.get(OFFSET) or 0))
