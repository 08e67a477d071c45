"""Tests of the repository of installations that somebody has begun."""

from dataclasses import replace
from datetime import timedelta

from storage.database import Database
from storage.install_states import InstallState
from storage.work import Work
from tests.databases import START, StoppedClock

TEN_MINUTES = timedelta(minutes=10)
BEGUN = InstallState("state", "browser", "T1", START + TEN_MINUTES)


def begin(work: Work, state: InstallState = BEGUN) -> bool:
    return work.install_states.add(state, now=work.now, most=2)


async def test_a_beginning_is_taken_once(database: Database) -> None:
    await database.run(begin)

    first = await database.run(lambda work: work.install_states.take("state"))
    second = await database.run(lambda work: work.install_states.take("state"))

    assert (first, second) == (BEGUN, None)


async def test_nobody_can_begin_without_end(database: Database, clock: StoppedClock) -> None:
    third = replace(BEGUN, state="3", ends_at=BEGUN.ends_at + TEN_MINUTES)
    await database.run(begin)
    await database.run(lambda work: begin(work, replace(BEGUN, state="2")))

    too_many = await database.run(lambda work: begin(work, third))
    clock.time += TEN_MINUTES
    enough_room = await database.run(lambda work: begin(work, third))

    assert (too_many, enough_room) == (False, True)
    assert await database.run(lambda work: work.install_states.take("state")) is None
