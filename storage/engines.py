"""Builds the engines, with every setting that keeps data safe and private on each database."""

import re
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from typing import Final, cast

import asyncpg
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from storage.errors import UnstorableTextError

PATIENCE_SECONDS: Final = 2.5
"""The longest that anybody waits for the database: Slack and Discord want an answer within 3 s."""

_STATEMENT_SECONDS: Final = 2.0
"""The longest that PostgreSQL works at one statement or waits for one lock."""

CONNECTIONS: Final = 4
"""How many transactions a program has under way at most; the others wait in line.

More of them take as long altogether, since one processor works on all, but the slowest of 64 takes
a quarter longer: each begins sooner, and ends later.
"""

_REST_SECONDS: Final = 5.0
"""How long a connection may have rested until it is asked first whether it is still there."""

SQLITE_PRAGMAS: Final = {
    "journal_mode": "WAL",
    "synchronous": "FULL",  # what was committed outlives a power cut: no message goes out twice
    "foreign_keys": "ON",
    "secure_delete": "ON",  # what is deleted is overwritten
    "trusted_schema": "OFF",
}

_POSTGRES_SETTINGS: Final = {
    "application_name": "concord",
    "timezone": "UTC",
    "jit": "off",  # costs more than it gives for short statements
    "idle_in_transaction_session_timeout": "10000",
    "log_parameter_max_length_on_error": "0",  # no answer in the server's log
}

_POSTGRES_HUSH: Final = """
    SELECT set_config('log_error_verbosity', 'terse', false),
           set_config('log_min_error_statement', 'panic', false)
    WHERE current_setting('is_superuser') = 'on'
"""
"""Keeps refused rows out of the server's log. Only a superuser may; others need it set for them."""

_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")
"""NUL, which only SQLite takes, and halves of a character, which neither does."""


def address_of(url: str) -> URL:
    """Return a database address as SQLAlchemy wants it, also from the short forms in use.

    Raises ValueError for anything but SQLite and PostgreSQL.
    """
    address = make_url(url)
    match address.get_backend_name():
        case "sqlite":
            return address.set(drivername="sqlite")
        case "postgres" | "postgresql":
            return _without_sslmode(address.set(drivername="postgresql+asyncpg"))
        case _:
            raise ValueError("the database address begins with neither sqlite nor postgresql")


def is_sqlite(url: str) -> bool:
    """Return whether the address leads to a SQLite file."""
    return address_of(url).get_backend_name() == "sqlite"


def sqlite_file(url: str) -> Path | None:
    """Return the file that a SQLite address names, or None if there is none."""
    address = address_of(url)
    if address.get_backend_name() != "sqlite" or address.database in {None, "", ":memory:"}:
        return None
    return Path(address.database or "")


def sqlite_engine(url: str) -> Engine:
    """Return the engine for a SQLite file; its folder is made if need be.

    Transactions begin as writers at once, so that none has to give up half way.
    """
    file = sqlite_file(url)
    if file:
        file.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        address_of(url),
        hide_parameters=True,
        connect_args={"isolation_level": None, "timeout": PATIENCE_SECONDS},
    )
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin_as_writer)
    event.listen(engine, "before_cursor_execute", _refuse_unstorable_text)
    return engine


def postgres_engine(
    url: str, *, statement_seconds: float | None = _STATEMENT_SECONDS
) -> AsyncEngine:
    """Return the engine for a PostgreSQL database; None lets statements take as long as they do."""
    limit = f"{int((statement_seconds or 0) * 1000)}"
    engine = create_async_engine(
        address_of(url),
        hide_parameters=True,
        pool_size=CONNECTIONS,
        max_overflow=0,  # to connect takes longer than to wait for a connection
        pool_use_lifo=True,
        pool_timeout=PATIENCE_SECONDS,
        json_deserializer=str,  # documents stay text: the models read them
        connect_args={
            "timeout": PATIENCE_SECONDS,
            "command_timeout": statement_seconds,
            "server_settings": {
                **_POSTGRES_SETTINGS,
                "statement_timeout": limit,
                "lock_timeout": limit,
            },
        },
    )
    event.listen(engine.sync_engine, "connect", _hush)
    _ping_after_rest(engine.sync_engine)
    event.listen(engine.sync_engine, "before_cursor_execute", _refuse_unstorable_text)
    return engine


def _without_sslmode(address: URL) -> URL:
    """Return the address with `sslmode`, as hosting services write it, in asyncpg's words."""
    mode = address.query.get("sslmode")
    if mode is None:
        return address
    return address.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode})


def _set_pragmas(connection: SQLiteConnection, _record: object) -> None:
    for pragma, value in SQLITE_PRAGMAS.items():
        connection.execute(f"PRAGMA {pragma}={value}")


def _begin_as_writer(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _ping_after_rest(engine: Engine) -> None:
    """Replace connections that broke while nobody used them.

    One that the server has closed is known to be. What a network swallows only shows when the
    server is asked, which takes as long as a statement: so that is done after a rest only.
    """

    def note(_connection: object, record: ConnectionPoolEntry) -> None:
        record.info["rests_since"] = time.monotonic()

    def look(connection: DBAPIConnection, record: ConnectionPoolEntry, _proxy: object) -> None:
        driver: asyncpg.Connection = record.driver_connection
        if driver.is_closed():
            raise DisconnectionError
        if time.monotonic() - record.info.get("rests_since", time.monotonic()) < _REST_SECONDS:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise DisconnectionError from error

    event.listen(engine, "checkin", note)
    event.listen(engine, "checkout", look)


def _hush(connection: DBAPIConnection, _record: object) -> None:
    connection.cursor().execute(_POSTGRES_HUSH)
    connection.commit()


def _refuse_unstorable_text(
    _connection: Connection,
    _cursor: object,
    _statement: str,
    parameters: Sequence[object],
    _context: object,
    many: bool,  # noqa: FBT001 - SQLAlchemy calls it so
) -> None:
    """Raise UnstorableTextError for what one database takes and the other does not."""
    rows = parameters if many else (parameters,)
    for row in rows:
        for value in cast("Iterable[object]", row):
            if isinstance(value, str) and _UNSTORABLE.search(value):
                raise UnstorableTextError
