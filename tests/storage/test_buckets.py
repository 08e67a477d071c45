"""Tests of the repository of rate limits."""

from datetime import datetime, timedelta

from storage.database import Database
from storage.work import Work
from tests.databases import START

SECOND = timedelta(seconds=1)


def reserve(work: Work, now: datetime = START) -> datetime:
    return work.buckets.reserve("general", now=now, interval=SECOND)


async def test_slots_follow_each_other_at_the_interval(database: Database) -> None:
    slots = [await database.run(reserve) for _ in range(3)]

    assert slots == [START, START + SECOND, START + 2 * SECOND]


async def test_several_slots_are_taken_together(database: Database) -> None:
    first = await database.run(
        lambda work: work.buckets.reserve("general", now=START, interval=SECOND, count=100)
    )

    assert (first, await database.run(reserve)) == (START, START + 100 * SECOND)


async def test_time_that_passed_unused_is_not_saved_up(database: Database) -> None:
    await database.run(reserve)
    much_later = START + 60 * SECOND

    slots = [await database.run(lambda work: reserve(work, much_later)) for _ in range(2)]

    assert slots == [much_later, much_later + SECOND]


async def test_a_pushed_limit_has_no_slot_before(database: Database) -> None:
    await database.run(lambda work: work.buckets.push("general", START + 30 * SECOND))
    await database.run(lambda work: work.buckets.push("general", START + 10 * SECOND))

    free_at = await database.run(lambda work: work.buckets.free_at("general"))

    assert free_at == START + 30 * SECOND
    assert await database.run(reserve) == START + 30 * SECOND


async def test_a_limit_never_met_has_been_free_for_long(database: Database) -> None:
    assert await database.run(lambda work: work.buckets.free_at("general")) < START


async def test_several_limits_are_free_when_the_last_of_them_is(database: Database) -> None:
    await database.run(lambda work: work.buckets.push("one", START + SECOND))
    await database.run(lambda work: work.buckets.push("two", START + 2 * SECOND))

    assert (
        await database.run(lambda work: work.buckets.free_at("one", "two", "three"))
        == START + 2 * SECOND
    )


async def test_a_limit_that_was_met_is_known_until_it_is_cleared(database: Database) -> None:
    def known(work: Work) -> list[bool]:
        return [work.buckets.is_met(key) for key in ("one", "two", "three")]

    await database.run(lambda work: work.buckets.push("one", START))
    await database.run(lambda work: work.buckets.push("two", START))
    before = await database.run(known)

    await database.run(lambda work: work.buckets.clear("one", "three"))

    assert before == [True, True, False]
    assert await database.run(known) == [False, True, False]
