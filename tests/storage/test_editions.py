"""Tests of the repository of editions."""

from storage.database import Database
from workflows.identifiers import Edition, WorkflowId

FIRST = Edition("e1")


async def test_an_edition_keeps_the_source_it_was_first_kept_with(database: Database) -> None:
    await database.run(lambda work: work.editions.keep(FIRST, WorkflowId("norms"), "one"))
    await database.run(lambda work: work.editions.keep(FIRST, WorkflowId("norms"), "two"))

    assert await database.run(lambda work: work.editions.source(FIRST)) == "one"


async def test_an_unknown_edition_has_no_source(database: Database) -> None:
    assert await database.run(lambda work: work.editions.source(FIRST)) is None
