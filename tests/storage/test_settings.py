"""Tests of the repository of small facts."""

from storage.database import Database


async def test_a_fact_has_the_value_it_was_given_last(database: Database) -> None:
    await database.run(lambda work: work.settings.put("offset", "1"))
    await database.run(lambda work: work.settings.put("offset", "2"))

    assert await database.run(lambda work: work.settings.get("offset")) == "2"


async def test_a_fact_that_was_never_put_is_none(database: Database) -> None:
    assert await database.run(lambda work: work.settings.get("offset")) is None
