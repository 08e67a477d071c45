"""Tests of the repository of Slack's events."""

from datetime import timedelta

from sqlalchemy import func, select

from storage.database import Database
from storage.tables.slack import SlackEventRow
from storage.work import Work
from tests.databases import StoppedClock

HOUR = timedelta(hours=1)


def note(work: Work, key: str = "event") -> None:
    work.slack_events.note(key, at=work.now, long_ago=work.now - HOUR)


def is_done(work: Work) -> bool:
    return work.slack_events.is_done("event")


def kept(work: Work) -> int:
    return work.connection.execute(select(func.count()).select_from(SlackEventRow)).scalar_one()


async def test_an_event_is_done_from_when_it_is_noted(database: Database) -> None:
    await database.run(lambda work: note(work, "another"))
    before = await database.run(is_done)

    await database.run(note)

    assert (before, await database.run(is_done)) == (False, True)


async def test_an_event_that_two_have_done_is_noted_once(database: Database) -> None:
    await database.run(note)
    await database.run(note)

    assert await database.run(is_done)
    assert await database.run(kept) == 1


async def test_events_are_forgotten_after_a_while(database: Database, clock: StoppedClock) -> None:
    await database.run(note)

    clock.time += HOUR / 2
    await database.run(lambda work: note(work, "second"))
    still = await database.run(is_done)
    clock.time += HOUR / 2
    await database.run(lambda work: note(work, "third"))

    assert (still, await database.run(is_done)) == (True, False)
    assert await database.run(kept) == 2
