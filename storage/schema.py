"""Brings a database to the tables of this version, and tells where it stands.

These functions are plain and wait until they are done; call them before the event loop starts, or
in a thread. A migration is one transaction: one that is killed leaves no trace.
"""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeVar

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, select

from storage.engines import is_sqlite, postgres_engine, sqlite_engine
from storage.errors import RefusedError
from storage.faults import faults_translated
from storage.record_index import INDEX
from storage.tables import METADATA

Result = TypeVar("Result")

VERSIONS: Final = Path(__file__).parent / "migrations" / "versions"
"""Where the migrations are."""

_ONE_AT_A_TIME: Final = 0x636F6E636F7264
"""Key of the PostgreSQL lock that migrations hold, so that two processes do not migrate at once."""


def migrate(url: str) -> None:
    """Bring a database to the newest schema; raise UnavailableError if it cannot be reached."""
    _migrated(url, lambda config: command.upgrade(config, "head"))


def downgrade(url: str, revision: str) -> None:
    """Take a database back to an earlier schema: a revision, a step such as `-1`, or `base`."""
    _migrated(url, lambda config: command.downgrade(config, revision))


def draft_migration(url: str, message: str, *, folder: Path = VERSIONS) -> None:
    """Write the migration that leads from the tables of a migrated database to those of the code.

    It is a draft: read it before it is kept.
    """
    number = f"{int(head() or 0) + 1:04}"
    _migrated(
        url,
        lambda config: command.revision(
            config, message, autogenerate=True, version_path=folder, rev_id=number
        ),
        versions={VERSIONS, folder},
    )


def drift(url: str) -> list[str]:
    """Return how the tables of a migrated database differ from those of the code; best, nothing."""
    return _connected(url, _differences)


def current(url: str) -> str | None:
    """Return the revision of a database, or None if it was never migrated."""
    return _connected(url, lambda connection: _context(connection).get_current_revision())


def head() -> str:
    """Return the newest revision."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def is_compared(name: str | None, _kind: str, _parents: object) -> bool:
    """Say whether something in a database is compared with the tables of the code.

    The full-text index is not: each database has its own kind, and SQLite's is a handful of tables.
    """
    return not (name or "").startswith(INDEX)


def _migrated(
    url: str, step: Callable[[Config], object], *, versions: Iterable[Path] = (VERSIONS,)
) -> None:
    config = _config(versions)

    def migrate_over(connection: Connection) -> None:
        config.attributes["connection"] = connection
        step(config)

    _connected(url, migrate_over)


def _differences(connection: Connection) -> list[str]:
    return [str(difference) for difference in compare_metadata(_context(connection), METADATA)]


def _context(connection: Connection) -> MigrationContext:
    return MigrationContext.configure(connection, opts={"include_name": is_compared})


def _config(versions: Iterable[Path] = (VERSIONS,)) -> Config:
    config = Config()
    config.set_main_option("script_location", str(VERSIONS.parent))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(map(str, versions)))
    return config


def _connected(url: str, function: Callable[[Connection], Result]) -> Result:
    with faults_translated():
        if is_sqlite(url):
            return _connected_to_sqlite(url, function)
        return asyncio.run(_connected_to_postgres(url, function))


def _connected_to_sqlite(url: str, function: Callable[[Connection], Result]) -> Result:
    """Run a function in one transaction, without foreign keys.

    To change a table SQLite copies it and drops the old one, which would delete whatever hangs on
    its rows. What the function leaves behind is checked instead.
    """
    engine = sqlite_engine(url)
    try:
        with engine.connect() as connection:
            connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                result = function(connection)
                _check_foreign_keys(connection)
            return result
    finally:
        engine.dispose()


def _check_foreign_keys(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise RefusedError("foreign_key_check")


async def _connected_to_postgres(url: str, function: Callable[[Connection], Result]) -> Result:
    engine = postgres_engine(url, statement_seconds=None)
    try:
        async with engine.begin() as connection:
            await connection.execute(select(func.pg_advisory_xact_lock(_ONE_AT_A_TIME)))
            return await connection.run_sync(function)
    finally:
        await engine.dispose()
