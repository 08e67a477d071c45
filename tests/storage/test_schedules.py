"""Tests of the repository of schedules."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from storage.database import Database
from storage.errors import ConflictError
from storage.schedules import occurrence_of
from storage.work import Work
from tests.databases import START, StoppedClock
from tests.storage.samples import CONVERSATION, WORKSPACE, keep_people
from workflows.identifiers import PhaseId, RecordId, ScheduleId
from workflows.schedules import CallReview, ClosePhase, Once, Schedule

SOON = START + timedelta(hours=1)
LATER = START + timedelta(days=1)
CLOSING = Schedule(
    ScheduleId("close"),
    WORKSPACE.id,
    "conversation/talk",
    ClosePhase(CONVERSATION.id, PhaseId("write"), 1),
    Once(SOON),
    "America/New_York",
    next_at=SOON,
)
REVIEW = Schedule(
    ScheduleId("review"),
    None,
    "record/norms",
    CallReview(RecordId("norms")),
    Once(LATER),
    "UTC",
    next_at=LATER,
)


def keep_schedules(work: Work) -> None:
    keep_people(work)
    work.schedules.add(CLOSING)
    work.schedules.add(REVIEW)


def due(work: Work) -> tuple[Schedule, ...]:
    return work.schedules.due(10)


async def test_a_schedule_comes_back_as_it_was_kept(database: Database) -> None:
    await database.run(keep_schedules)

    found = await database.run(lambda work: work.schedules.of_subject("conversation/talk"))

    assert found == (CLOSING,)


async def test_what_is_done_comes_after_what_is_due(database: Database) -> None:
    again = replace(CLOSING, id=ScheduleId("again"), next_at=LATER)
    done = replace(CLOSING, next_at=None)

    def finish_one(work: Work) -> None:
        keep_schedules(work)
        work.schedules.add(again)
        work.schedules.done(CLOSING, None)

    await database.run(finish_one)

    found = await database.run(lambda work: work.schedules.of_subject("conversation/talk"))
    assert found == (again, done)


async def test_a_schedule_is_due_when_its_time_has_come(
    database: Database, clock: StoppedClock
) -> None:
    await database.run(keep_schedules)
    too_early = await database.run(due)

    clock.time = SOON

    assert (too_early, await database.run(due)) == ((), (CLOSING,))


async def test_the_longest_due_comes_first(database: Database, clock: StoppedClock) -> None:
    await database.run(keep_schedules)
    clock.time = LATER

    first = await database.run(lambda work: work.schedules.due(1))

    assert (first, await database.run(due)) == ((CLOSING,), (CLOSING, REVIEW))


async def test_the_next_moment_is_that_of_the_next_schedule(database: Database) -> None:
    nothing = await database.run(lambda work: work.schedules.next_at())
    await database.run(keep_schedules)

    assert (nothing, await database.run(lambda work: work.schedules.next_at())) == (None, SOON)


async def test_a_schedule_that_is_done_is_not_due_again(
    database: Database, clock: StoppedClock
) -> None:
    await database.run(keep_schedules)
    clock.time = SOON

    await database.run(lambda work: work.schedules.done(CLOSING, None))

    assert await database.run(due) == ()
    assert await database.run(lambda work: work.schedules.next_at()) == LATER


async def test_an_occurrence_is_carried_out_once(database: Database) -> None:
    await database.run(keep_schedules)
    await database.run(lambda work: work.schedules.done(CLOSING, None))

    with pytest.raises(ConflictError):
        await database.run(lambda work: work.schedules.done(CLOSING, None))


async def test_a_duty_may_call_its_own_schedule_off(database: Database) -> None:
    await database.run(keep_schedules)

    def close(work: Work) -> None:
        work.schedules.call_off("conversation/talk")
        work.schedules.done(CLOSING, None)

    await database.run(close)

    assert await database.run(lambda work: work.schedules.of_subject("conversation/talk")) == ()


async def test_what_is_done_is_not_called_off(database: Database) -> None:
    await database.run(keep_schedules)
    await database.run(lambda work: work.schedules.done(CLOSING, None))

    await database.run(lambda work: work.schedules.call_off("conversation/talk"))

    found = await database.run(lambda work: work.schedules.of_subject("conversation/talk"))
    assert found == (replace(CLOSING, next_at=None),)


async def test_a_schedule_that_was_put_off_is_due_later_and_still_only_once(
    database: Database,
) -> None:
    await database.run(keep_schedules)

    await database.run(lambda work: work.schedules.put_off(CLOSING, LATER))

    (put_off,) = await database.run(lambda work: work.schedules.of_subject("conversation/talk"))
    assert put_off == replace(CLOSING, next_at=LATER)
    assert occurrence_of(put_off) == occurrence_of(CLOSING)


async def test_workers_side_by_side_carry_each_occurrence_out_once(
    database: Database, clock: StoppedClock
) -> None:
    schedules = [replace(CLOSING, id=ScheduleId(f"s{number:02}")) for number in range(30)]

    def keep_many(work: Work) -> None:
        keep_people(work)
        for schedule in schedules:
            work.schedules.add(schedule)

    def carry_out(work: Work) -> list[ScheduleId]:
        mine = work.schedules.due(4)
        for schedule in mine:
            work.schedules.done(schedule, None)
        return [schedule.id for schedule in mine]

    async def carry_out_all() -> list[ScheduleId]:
        done: list[ScheduleId] = []
        while mine := await database.run(carry_out):
            done += mine
        return done

    await database.run(keep_many)
    clock.time = SOON

    shares = await asyncio.gather(*(carry_out_all() for _ in range(3)))

    assert sorted(id_ for share in shares for id_ in share) == [s.id for s in schedules]


async def test_what_was_done_long_ago_is_forgotten(database: Database) -> None:
    await database.run(keep_schedules)
    await database.run(lambda work: work.schedules.done(CLOSING, None))

    await database.run(lambda work: work.schedules.prune(START))
    kept = await database.run(lambda work: work.schedules.of_subject("conversation/talk"))
    await database.run(lambda work: work.schedules.prune(SOON))
    left = await database.run(lambda work: work.schedules.of_subject("conversation/talk"))

    assert (kept, left) == ((replace(CLOSING, next_at=None),), ())
    assert await database.run(lambda work: work.schedules.next_at()) == LATER


def test_an_occurrence_is_named_by_the_time_on_the_wall() -> None:
    summer = replace(CLOSING, rule=Once(datetime(2026, 7, 1, 13, 30, tzinfo=UTC)))

    assert occurrence_of(summer) == "2026-07-01T09:30:00"
