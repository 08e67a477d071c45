"""The heartbeat performs what is due: once, in time, and whatever else goes wrong."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import pytest
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from structlog.testing import capture_logs

from bot import heartbeat as heartbeat_module
from bot.clock import SystemClock
from bot.heartbeat import FIRST_PAUSE, KEEP, Heartbeat
from storage.database import Database, open_database
from storage.errors import UnavailableError
from storage.work import Work
from tests.bot.mail import keep_workspaces, put, running, states, until
from tests.databases import START, StoppedClock
from tests.fakes.engine import IdleEngine
from tests.fakes.shaky_database import ShakyDatabase
from workflows.identifiers import ConversationId, ScheduleId
from workflows.schedules import CallDecision, Duty, Once, Schedule


class Diary:
    """Performs duties by writing down whose they were; some meet a fault first."""

    def __init__(self) -> None:
        self.done = list[str]()
        self.tried = list[str]()
        self.faults = dict[str, Exception]()

    def was_tried(self, times: int) -> bool:
        """Say whether it tried so often to perform something."""
        return len(self.tried) == times

    def __call__(self, _work: Work, duty: Duty) -> None:
        assert isinstance(duty, CallDecision)
        self.tried.append(duty.conversation)
        if fault := self.faults.get(duty.conversation):
            raise fault
        self.done.append(duty.conversation)


@pytest.fixture
def diary() -> Diary:
    """What the heartbeats of a test perform."""
    return Diary()


@pytest.fixture
def engine() -> IdleEngine:
    """The engine that the heartbeats of a test wake."""
    return IdleEngine()


@pytest.fixture
def new_heartbeat(
    database: Database, diary: Diary, engine: IdleEngine, clock: StoppedClock
) -> Callable[[], Heartbeat]:
    """Makes heartbeats over one database, as several processes have them."""
    return lambda: Heartbeat(database, diary, engine, now=clock)


@pytest.fixture
def heartbeat(
    sqlite_database: Database, diary: Diary, engine: IdleEngine, clock: StoppedClock
) -> Heartbeat:
    """A heartbeat over SQLite."""
    return Heartbeat(sqlite_database, diary, engine, now=clock)


def plan(at: datetime, *names: str) -> Callable[[Work], None]:
    """Return a unit of work that plans a duty for each name."""

    def add(work: Work) -> None:
        for name in names:
            id_, duty = ScheduleId(f"schedule of {name}"), CallDecision(ConversationId(name))
            work.schedules.add(Schedule(id_, None, name, duty, Once(at), zone="UTC", next_at=at))

    return add


async def test_a_team_is_called_when_the_time_has_come(
    sqlite_database: Database, heartbeat: Heartbeat, diary: Diary, clock: StoppedClock
) -> None:
    await sqlite_database.run(plan(START, "now"))
    await sqlite_database.run(plan(START + timedelta(days=2), "in two days"))

    async with running(heartbeat):
        await until(lambda: diary.done == ["now"])
        clock.time += timedelta(days=2)
        heartbeat.wake()
        await until(lambda: diary.done == ["now", "in two days"])

    assert await sqlite_database.run(lambda work: work.schedules.next_at()) is None


async def test_a_team_is_called_in_time_without_anybody_waking_the_heartbeat(
    sqlite_url: str, diary: Diary, engine: IdleEngine
) -> None:
    now = SystemClock().now
    soon = now() + timedelta(seconds=1.5)
    database = open_database(sqlite_url, clock=now, new_id=str)
    await database.run(plan(soon, "soon"))

    async with running(Heartbeat(database, diary, engine, now=now)):
        await until(lambda: diary.done == ["soon"])

    assert now() >= soon
    await database.close()


async def test_each_team_is_called_once_when_several_processes_run(
    database: Database, new_heartbeat: Callable[[], Heartbeat], diary: Diary
) -> None:
    names = [f"team {number:02}" for number in range(20)]
    await database.run(plan(START, *names))

    async with running(new_heartbeat(), new_heartbeat()):
        await until(lambda: len(diary.done) == len(names))
        await asyncio.sleep(0.05)

    assert sorted(diary.done) == names


async def test_a_team_is_not_called_again_when_the_clock_is_set_back(
    sqlite_database: Database, heartbeat: Heartbeat, diary: Diary, clock: StoppedClock
) -> None:
    await sqlite_database.run(plan(START, "now"))

    async with running(heartbeat):
        await until(lambda: diary.done == ["now"])
        for hours in (-2, 4):
            clock.time += timedelta(hours=hours)
            heartbeat.wake()
            await asyncio.sleep(0.05)

    assert diary.tried == ["now"]


async def test_other_teams_are_called_when_one_duty_always_fails(
    sqlite_database: Database, heartbeat: Heartbeat, diary: Diary, clock: StoppedClock
) -> None:
    diary.faults["broken"] = KeyError("what a person typed")
    await sqlite_database.run(plan(START, "broken"))
    await sqlite_database.run(plan(START, "fine"))

    with capture_logs() as logs:
        async with running(heartbeat):
            await until(lambda: diary.done == ["fine"])
            clock.time += FIRST_PAUSE
            heartbeat.wake()
            await until(lambda: diary.tried == ["broken", "fine", "broken"])

    assert [(line["event"], line["schedule"]) for line in logs] == [
        ("duty_failed", "schedule of broken")
    ]


async def test_a_duty_that_fails_is_tried_again_after_longer_and_longer_pauses(
    sqlite_database: Database, heartbeat: Heartbeat, diary: Diary, clock: StoppedClock
) -> None:
    diary.faults["broken"] = KeyError("a mistake of ours")
    await sqlite_database.run(plan(START, "broken"))
    pauses = list[float]()

    async with running(heartbeat):
        for tries in range(1, 14):
            await until(partial(diary.was_tried, tries))
            next_at = await _put_off(sqlite_database, clock.time)
            pauses.append((next_at - clock.time).total_seconds())
            clock.time = next_at
            heartbeat.wake()

    assert pauses == [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600, 3600]


async def test_what_a_failed_duty_did_is_undone(
    sqlite_database: Database, engine: IdleEngine, clock: StoppedClock
) -> None:
    def half_way(work: Work, _duty: Duty) -> None:
        work.settings.put("half", "done")
        raise KeyError("a mistake of ours")

    await sqlite_database.run(plan(START, "broken"))
    with capture_logs() as logs:
        async with running(Heartbeat(sqlite_database, half_way, engine, now=clock)):
            await until(lambda: bool(logs))

    assert await sqlite_database.run(lambda work: work.settings.get("half")) is None


@pytest.mark.parametrize("fault", [UnavailableError(), KeyError("a mistake of ours")])
async def test_a_team_is_called_when_the_database_was_away(
    fault: Exception,
    sqlite_database: Database,
    diary: Diary,
    engine: IdleEngine,
    clock: StoppedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(heartbeat_module, "SOONEST", timedelta(seconds=0.01))
    await sqlite_database.run(plan(START, "now"))
    shaky = ShakyDatabase(sqlite_database)
    shaky.faults.append(fault)

    async with running(Heartbeat(shaky, diary, engine, now=clock)):
        await until(lambda: diary.done == ["now"])


async def test_the_engine_is_woken_when_a_message_is_due(
    sqlite_database: Database, heartbeat: Heartbeat, engine: IdleEngine
) -> None:
    await sqlite_database.run(keep_workspaces)
    await sqlite_database.run(lambda work: put(work, 1))

    async with running(heartbeat):
        await until(lambda: engine.woken > 0)


async def test_the_heartbeat_looks_by_itself_for_what_another_process_wrote(
    sqlite_database: Database,
    heartbeat: Heartbeat,
    diary: Diary,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(heartbeat_module, "POLL", timedelta(seconds=0.1))

    async with running(heartbeat):
        await asyncio.sleep(0.05)
        await sqlite_database.run(plan(START, "theirs"))
        await until(lambda: diary.done == ["theirs"])


async def test_the_heartbeat_goes_on_when_apscheduler_no_longer_polls(
    sqlite_database: Database,
    heartbeat: Heartbeat,
    diary: Diary,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With the computer's clock set back by an hour, it polls again in an hour."""
    monkeypatch.setattr(heartbeat_module, "POLL", timedelta(seconds=0.1))

    async with running(heartbeat):
        await asyncio.sleep(0.05)
        monkeypatch.setattr(AsyncIOScheduler, "_process_jobs", lambda _scheduler: 3600)
        await asyncio.sleep(0.2)
        await sqlite_database.run(plan(START, "theirs"))
        await until(lambda: diary.done == ["theirs"])


async def test_what_was_over_long_ago_is_forgotten(
    sqlite_database: Database,
    heartbeat: Heartbeat,
    clock: StoppedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(heartbeat_module, "PRUNE_EVERY", timedelta(seconds=0.05))
    await sqlite_database.run(keep_workspaces)
    await sqlite_database.run(_skip_one)
    clock.time += KEEP + timedelta(days=1)

    async with running(heartbeat), asyncio.timeout(60):
        while await states(sqlite_database):  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0.01)


async def test_an_operator_reads_that_forgetting_failed(
    sqlite_database: Database, diary: Diary, engine: IdleEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heartbeat_module, "PRUNE_EVERY", timedelta(seconds=0.05))
    shaky = ShakyDatabase(sqlite_database)
    shaky.faults.extend([None, None, UnavailableError()])

    with capture_logs() as logs:
        async with running(Heartbeat(shaky, diary, engine, now=lambda: START)):
            await until(lambda: bool(logs))

    assert [(line["event"], line["job"]) for line in logs] == [("job_in_trouble", "prune")]


def _skip_one(work: Work) -> None:
    put(work, 1)
    (delivery,) = work.outbox.claim("first", 1, timedelta(minutes=1))
    work.outbox.skip(delivery.id, "first")


async def _put_off(database: Database, before: datetime) -> datetime:
    """Return when the one schedule is due next, as soon as that is later than before."""
    async with asyncio.timeout(60):
        while True:
            next_at = await database.run(lambda work: work.schedules.next_at())
            if next_at and next_at > before:
                return next_at
