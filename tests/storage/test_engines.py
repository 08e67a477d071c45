"""Tests of the settings that keep data safe and private."""

import pytest
from sqlalchemy import text

from storage.database import Database, open_database
from storage.engines import address_of, is_sqlite, sqlite_file
from storage.work import Work
from tests.databases import StoppedClock

SQLITE_SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,  # full
    "foreign_keys": 1,
    "secure_delete": 1,
    "trusted_schema": 0,
}
POSTGRES_SETTINGS = {
    "TimeZone": "UTC",
    "statement_timeout": "2s",
    "lock_timeout": "2s",
    "idle_in_transaction_session_timeout": "10s",
    "log_parameter_max_length_on_error": "0",
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
}


@pytest.fixture
def nothing_is_to_last() -> None:
    """Leave the settings as they are: it is these that are looked at here."""


async def test_sqlite_forgets_what_is_deleted_and_keeps_what_is_committed(
    sqlite_database: Database,
) -> None:
    def read(work: Work) -> dict[str, object]:
        return {
            name: work.connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in SQLITE_SETTINGS
        }

    assert await sqlite_database.run(read) == SQLITE_SETTINGS


async def test_postgresql_waits_for_nothing_long_and_logs_no_answers(
    postgres_url: str, clock: StoppedClock
) -> None:
    def read(work: Work) -> dict[str, object]:
        return {
            name: work.connection.execute(text(f'SHOW "{name}"')).scalar_one()
            for name in POSTGRES_SETTINGS
        }

    database = open_database(postgres_url, clock=clock, new_id=str)
    assert await database.run(read) == POSTGRES_SETTINGS
    await database.close()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("postgres://u:p@db:5432/x", "postgresql+asyncpg://u:p@db:5432/x"),
        ("postgresql://db/x?sslmode=require", "postgresql+asyncpg://db/x?ssl=require"),
        ("postgresql+psycopg://db/x", "postgresql+asyncpg://db/x"),
        ("sqlite+aiosqlite:///x.db", "sqlite:///x.db"),
    ],
)
def test_an_address_may_be_written_as_hosting_services_do(written: str, meant: str) -> None:
    assert address_of(written).render_as_string(hide_password=False) == meant


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(ValueError, match="neither sqlite nor postgresql"):
        address_of("mysql://db/x")


def test_only_a_sqlite_address_names_a_file() -> None:
    assert [is_sqlite(url) for url in ("sqlite:///x.db", "postgres://db/x")] == [True, False]
    assert str(sqlite_file("sqlite:///data/x.db")) == "data/x.db"
    assert [sqlite_file(url) for url in ("sqlite://", "postgres://db/x")] == [None, None]


async def test_a_database_in_memory_needs_no_folder(clock: StoppedClock) -> None:
    database = open_database("sqlite://", clock=clock, new_id=str)

    assert await database.run(lambda work: work.connection.scalar(text("SELECT 1"))) == 1
    await database.close()
