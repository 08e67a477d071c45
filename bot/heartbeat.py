"""Carries out what is due, when it is due: APScheduler wakes, the rows remember.

Nothing that must survive a restart is ever put into APScheduler; its jobs only set an event.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

import structlog
from apscheduler.events import (
    EVENT_JOB_ERROR,
    EVENT_JOB_MAX_INSTANCES,
    EVENT_JOB_MISSED,
    SchedulerEvent,
)
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.clock import SystemClock
from bot.engines.port import Engine
from storage.database import Database
from storage.errors import UnavailableError
from storage.work import Work
from workflows.identifiers import ScheduleId
from workflows.schedules import Duty, Schedule

POLL: Final = timedelta(seconds=30)
"""How often to look without having been woken, for what another process may have written."""

PRUNE_EVERY: Final = timedelta(hours=6)
KEEP: Final = timedelta(days=90)
"""How long it is remembered what was sent and done."""

SOONEST: Final = timedelta(seconds=1)
"""What is due but cannot be done yet is not looked at more often than this."""

FIRST_PAUSE: Final = timedelta(seconds=2)
LONGEST_PAUSE: Final = timedelta(hours=1)
_DOUBLINGS: Final = 11
"""How long a duty that failed is put off: first, at most, and how often that doubles."""

Perform = Callable[[Work, Duty], None]

_log = structlog.get_logger(__name__)


class Heartbeat:
    """Performs due duties one by one, and wakes the engine when something is to be sent."""

    def __init__(
        self, database: Database, perform: Perform, engine: Engine, *, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._perform = perform
        self._engine = engine
        self._now = now
        self._woken = asyncio.Event()
        self._stopping = False
        self._failures = Counter[ScheduleId]()
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        self._scheduler.add_listener(
            _tell_trouble, EVENT_JOB_ERROR | EVENT_JOB_MISSED | EVENT_JOB_MAX_INSTANCES
        )

    def wake(self) -> None:
        """Look soon at what is due, because something changed or the clock was moved."""
        self._woken.set()

    def stop(self) -> None:
        """Finish the duty that is being performed, and let `run` return."""
        self._stopping = True
        self.wake()

    async def run(self) -> None:
        """Perform what falls due until `stop` is called. Never raises because of one duty."""
        self._set_intervals()
        self._scheduler.start()
        try:
            while not self._stopping:
                await self._beat()
        finally:
            self._scheduler.shutdown(wait=False)
            await asyncio.sleep(0)  # APScheduler lets go of its timer in the loop's next turn

    async def _beat(self) -> None:
        self._woken.clear()
        try:
            while not self._stopping and await self._perform_next():
                self._engine.wake()
            await self._arm()
        except UnavailableError:
            _log.warning("schedules_unavailable")
            self._wake_in(SOONEST)
        except Exception:  # noqa: BLE001 - the outermost: the heart never stops by itself
            _log.exception("heartbeat_failed")
            self._wake_in(SOONEST)
        await self._wait()

    async def _perform_next(self) -> bool:
        """Perform one due duty in a transaction of its own; say whether there was one."""
        turn = _Turn(self._perform)
        try:
            await self._database.run(turn)
        except UnavailableError:
            raise
        except Exception:
            if turn.schedule is None:
                raise
            await self._put_off(turn.schedule)
        return turn.schedule is not None

    async def _put_off(self, schedule: Schedule) -> None:
        """Try a duty that failed again later, so that it never stands in the way of the others."""
        self._failures[schedule.id] += 1
        failures = self._failures[schedule.id]
        if failures == 1:
            _log.exception("duty_failed", schedule=schedule.id, duty=schedule.duty.kind)
        pause = min(FIRST_PAUSE * 2 ** min(failures - 1, _DOUBLINGS), LONGEST_PAUSE)
        await self._database.run(lambda work: work.schedules.put_off(schedule, work.now + pause))

    async def _arm(self) -> None:
        """Set the alarm to the next moment at which something falls due."""
        duty_at, send_at = await self._database.run(_next_moments)
        if send_at and send_at <= self._now():
            self._engine.wake()
        moments = [moment for moment in (duty_at, send_at) if moment]
        if moments:
            self._wake_in(max(min(moments) - self._now(), SOONEST))

    def _wake_in(self, pause: timedelta) -> None:
        moment = SystemClock().now() + pause  # APScheduler knows no clock but the computer's
        self._scheduler.add_job(
            self._on_time, DateTrigger(moment), id="wake", replace_existing=True
        )

    def _set_intervals(self) -> None:
        for name, job, pause in (
            ("poll", self._on_time, POLL),
            ("prune", self._prune, PRUNE_EVERY),
        ):
            trigger = IntervalTrigger(seconds=pause.total_seconds())
            self._scheduler.add_job(job, trigger, id=name, replace_existing=True)

    async def _on_time(self) -> None:
        self.wake()

    async def _prune(self) -> None:
        await self._database.run(_prune)

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(2 * POLL.total_seconds()):
                await self._woken.wait()
        except TimeoutError:
            # Even the poll stayed away: the computer's clock was set back under APScheduler.
            self._set_intervals()


class _Turn:
    """A unit of work: the next due duty and its occurrence; knows which it was when it fails."""

    def __init__(self, perform: Perform) -> None:
        self._perform = perform
        self.schedule: Schedule | None = None

    def __call__(self, work: Work) -> None:
        for schedule in work.schedules.due(1):
            self.schedule = schedule
            self._perform(work, schedule.duty)
            work.schedules.done(schedule, None)


def _prune(work: Work) -> None:
    work.outbox.prune(work.now - KEEP)
    work.schedules.prune(work.now - KEEP)
    work.link_codes.prune()


def _next_moments(work: Work) -> tuple[datetime | None, datetime | None]:
    return work.schedules.next_at(), work.outbox.next_at()


def _tell_trouble(event: SchedulerEvent) -> None:
    """Log that a job of ours did not run as planned, without the text of its error."""
    _log.error("job_in_trouble", job=event.job_id, code=event.code)
