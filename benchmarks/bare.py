"""A bare transaction: the statements of a submission over again, with nothing around them."""

import sqlite3
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

import asyncpg
from sqlalchemy import Connection, Engine, Executable, event
from typing_extensions import override

from benchmarks.databases import dsn_of
from storage.engines import is_sqlite
from storage.work import Work

_DURABLE = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
"""SQLite's settings in use, so that what is compared is equally safe."""


@dataclass(frozen=True, slots=True)
class Recording:
    """What a transaction did: `made` by repositories in SQLAlchemy, `sent` to the driver as SQL."""

    made: list[tuple[Executable, Any]] = field(default_factory=list[tuple[Executable, Any]])
    sent: list[tuple[str, Sequence[Any]]] = field(default_factory=list[tuple[str, Sequence[Any]]])

    def again(self, work: Work) -> None:
        """Carry the statements out in a unit of work, and read what they return."""
        for statement, values in self.made:
            result = work.connection.execute(statement, values)
            if result.returns_rows:
                result.all()


class Driver(Protocol):
    """A database connection without anything around it."""

    async def again(self, recording: Recording) -> None:
        """Carry the statements out in one transaction, and read what they return."""
        ...


@contextmanager
def recorded() -> Iterator[Recording]:
    """Yield a recording of every statement until the end."""
    recording = Recording()

    def note_made(
        _: Connection,
        statement: Executable,
        many: Sequence[Mapping[str, Any]],
        one: Mapping[str, Any],
        _options: object,
    ) -> None:
        recording.made.append((statement, many or one))

    def note_sent(*about: Any) -> None:  # noqa: ANN401 - SQLAlchemy hands over six things
        _, _, statement, values, _, _ = about
        if not statement.startswith("BEGIN"):
            recording.sent.append((statement, values))

    event.listen(Engine, "before_execute", note_made)
    event.listen(Engine, "before_cursor_execute", note_sent)
    try:
        yield recording
    finally:
        event.remove(Engine, "before_execute", note_made)
        event.remove(Engine, "before_cursor_execute", note_sent)


@asynccontextmanager
async def driver_alone(url: str) -> AsyncIterator[Driver]:
    """Connect to a database by its driver."""
    if is_sqlite(url):
        file = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
        for pragma in _DURABLE:
            file.execute(f"PRAGMA {pragma}")
        yield _SQLite(file)
        file.close()
    else:
        server = await asyncpg.connect(dsn_of(url))
        yield _Postgres(server)
        await server.close()


@dataclass(frozen=True, slots=True)
class _SQLite(Driver):
    connection: sqlite3.Connection

    @override
    async def again(self, recording: Recording) -> None:
        self.connection.execute("BEGIN IMMEDIATE")
        for statement, values in recording.sent:
            self.connection.execute(statement, values).fetchall()
        self.connection.execute("COMMIT")


@dataclass(frozen=True, slots=True)
class _Postgres(Driver):
    connection: asyncpg.Connection

    @override
    async def again(self, recording: Recording) -> None:
        async with self.connection.transaction():
            for statement, values in recording.sent:
                await self.connection.fetch(statement, *values)
