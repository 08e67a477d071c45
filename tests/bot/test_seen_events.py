"""What was done of what Slack sent is known to all processes, on both databases."""

import asyncio
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.seen_events import StoredSeen
from storage.database import Database, open_database
from storage.errors import ConflictError, UnavailableError
from tests.databases import StoppedClock
from tests.dumps import dump
from tests.fakes.shaky_database import ShakyDatabase


@pytest.fixture
def seen(database: Database, clock: StoppedClock) -> StoredSeen:
    return StoredSeen(database, now=clock)


async def test_what_is_not_noted_is_not_done(seen: StoredSeen) -> None:
    await seen.note("one")

    assert [await seen.is_done(key) for key in ("one", "two")] == [True, False]


async def test_what_one_process_has_done_every_process_knows(
    seen: StoredSeen, database_url: str, clock: StoppedClock
) -> None:
    elsewhere = open_database(database_url, clock=clock, new_id=str)
    try:
        await seen.note("one")

        assert await StoredSeen(elsewhere, now=clock).is_done("one")
    finally:
        await elsewhere.close()


async def test_processes_that_have_done_the_same_at_once_agree(seen: StoredSeen) -> None:
    await asyncio.gather(*(seen.note(key) for key in ("one", "two") * 10))

    assert [await seen.is_done(key) for key in ("one", "two")] == [True, True]


async def test_nothing_is_kept_longer_than_slack_tries(
    seen: StoredSeen, database: Database, clock: StoppedClock
) -> None:
    await seen.note("one")

    clock.time += timedelta(minutes=59)
    assert await seen.is_done("one")
    clock.time += timedelta(minutes=1)
    await seen.note("two")

    assert not await seen.is_done("one")
    assert len((await database.run(dump))["slack_event"]) == 1


@pytest.mark.parametrize("fault", [ConflictError(), UnavailableError()], ids=["busy", "away"])
async def test_what_nobody_can_say_is_neither_done_nor_undone(
    sqlite_database: Database, clock: StoppedClock, fault: Exception
) -> None:
    database = ShakyDatabase(sqlite_database)
    database.faults.append(fault)

    with pytest.raises(type(fault)):
        await StoredSeen(database, now=clock).is_done("one")


@pytest.mark.parametrize("fault", [ConflictError(), UnavailableError()], ids=["busy", "away"])
async def test_what_is_done_is_answered_even_if_it_cannot_be_noted(
    sqlite_database: Database, clock: StoppedClock, fault: Exception
) -> None:
    database = ShakyDatabase(sqlite_database)
    database.faults.append(fault)
    seen = StoredSeen(database, now=clock)

    with capture_logs() as lines:
        await seen.note("one")

    assert [line["event"] for line in lines] == ["slack_event_not_noted"]
    assert not await seen.is_done("one")
