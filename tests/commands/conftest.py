"""Fixtures: a table with the practice partnership, and one in an empty workspace."""

import pytest

from storage.database import Database
from tests.databases import StoppedClock
from tests.table import Table
from workflows.library import Library, read_library


@pytest.fixture(scope="session")
def library() -> Library:
    """All workflows."""
    return read_library()


@pytest.fixture
async def table(sqlite_database: Database, clock: StoppedClock, library: Library) -> Table:
    """A team of eight in a practice partnership, on SQLite."""
    table = Table(sqlite_database, clock, library)
    await table.practises()
    return table


@pytest.fixture
async def bare_table(sqlite_database: Database, clock: StoppedClock, library: Library) -> Table:
    """A workspace in which nobody has done anything yet, on SQLite."""
    table = Table(sqlite_database, clock, library)
    await table.opens()
    return table


@pytest.fixture
async def any_table(database: Database, clock: StoppedClock, library: Library) -> Table:
    """A team of eight in a practice partnership, once on each database."""
    table = Table(database, clock, library)
    await table.practises()
    return table
