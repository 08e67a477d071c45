"""Tests of migrations: they lead to the tables of the code, there and back."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import text

from storage.database import open_database
from storage.engines import address_of
from storage.errors import RefusedError
from storage.schema import current, downgrade, draft_migration, drift, head, migrate
from storage.work import Work
from tests.databases import StoppedClock
from tests.storage.samples import NORMS, TEAM, keep_norms
from workflows.finding import Circle, Wanted

Result = TypeVar("Result")


def test_a_migrated_database_has_the_tables_of_the_code(bare_url: str) -> None:
    before = current(bare_url)

    migrate(bare_url)

    assert (before, current(bare_url), drift(bare_url)) == (None, head(), [])


def test_a_migration_leads_back_and_forth(bare_url: str) -> None:
    migrate(bare_url)
    downgrade(bare_url, "base")
    bare = current(bare_url)

    migrate(bare_url)

    assert (bare, current(bare_url), drift(bare_url)) == (None, head(), [])


def test_records_of_an_earlier_version_are_found_by_their_words(bare_url: str) -> None:
    migrate(bare_url)
    works_in(bare_url, keep_norms)
    downgrade(bare_url, "0005")

    migrate(bare_url)

    team = Circle(frozenset({TEAM.id}), frozenset(), frozenset())
    found = works_in(bare_url, lambda work: work.shelf.find(team, Wanted(words=("speak",))))
    assert [record.id for record in found.records] == [NORMS.id]


def test_a_table_that_is_missing_is_noticed(bare_url: str) -> None:
    migrate(bare_url)
    drop_occurrences(bare_url)

    assert len(drift(bare_url)) == 1


def test_a_draft_leads_to_the_tables_of_the_code(bare_url: str, tmp_path: Path) -> None:
    migrate(bare_url)
    drop_occurrences(bare_url)

    draft_migration(bare_url, "occurrences again", folder=tmp_path)

    draft = (tmp_path / f"{int(head()) + 1:04}_occurrences_again.py").read_text()
    assert f'down_revision = "{head()}"' in draft
    assert "sa.Column('schedule_id', sa.String(), nullable=False)" in draft
    assert "sa.Column('done_at', storage.types.UTCDateTime(), nullable=False)" in draft


def test_a_migration_that_leaves_rows_without_what_they_hang_on_is_refused(
    sqlite_url: str,
) -> None:
    with closing(sqlite3.connect(address_of(sqlite_url).database or "")) as careless:
        careless.execute("INSERT INTO party VALUES ('p', 'no-partnership', 'Name', 'other', 0)")
        careless.commit()

    with pytest.raises(RefusedError):
        migrate(sqlite_url)


def drop_occurrences(url: str) -> None:
    """Drop a table behind the back of the migrations."""
    works_in(url, lambda work: work.connection.execute(text("DROP TABLE occurrence")))


def works_in(url: str, function: Callable[[Work], Result]) -> Result:
    """Return what a piece of work in a database returns."""

    async def work() -> Result:
        database = open_database(url, clock=StoppedClock(), new_id=str)
        result = await database.run(function)
        await database.close()
        return result

    return asyncio.run(work())
