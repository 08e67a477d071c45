"""The door to the database: `await database.run(function)` keeps all that a function did, or none.

The function is plain and synchronous on both databases. SQLite runs it in a thread of its own,
one function at a time; PostgreSQL runs it over asyncpg, many at a time.
"""

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.util.concurrency import greenlet_spawn
from typing_extensions import override

from storage.engines import (
    CONNECTIONS,
    PATIENCE_SECONDS,
    is_sqlite,
    postgres_engine,
    sqlite_engine,
)
from storage.faults import faults_translated
from storage.work import Work

Result = TypeVar("Result")
Clock = Callable[[], datetime]
NewId = Callable[[], str]


class Database(ABC):
    """Where everything is kept; see `open_database`."""

    def __init__(self, *, clock: Clock, new_id: NewId) -> None:
        self._clock = clock
        self._new_id = new_id

    @abstractmethod
    async def run(self, function: Callable[[Work], Result]) -> Result:
        """Run a function in one transaction, and return what it returns.

        What it did is kept once it has returned, and undone if it raises. Raises UnavailableError
        when the database cannot be reached in time, and ConflictError when somebody else was
        first: then the function may be run again.
        """

    async def get_ready(self) -> None:  # noqa: B027 - a file has nothing to make
        """Make what the first work would else have to wait for, as far as it can be made now."""

    @abstractmethod
    async def close(self) -> None:
        """Let go of the database, after the work under way."""

    def _work(self, connection: Connection) -> Work:
        return Work(connection, now=self._clock(), new_id=self._new_id)


def open_database(
    url: str, *, clock: Clock, new_id: NewId, patience: float | None = None
) -> Database:
    """Return the database at an address; nothing is connected before the first work.

    Args:
        url: `sqlite:///file` or `postgresql://user@host/name`, also as `postgres://`.
        clock: Tells the time (aware UTC), also to another thread.
        new_id: Makes the id of something new (see `storage.fresh_ids`).
        patience: Seconds that one piece of work may take, where nobody waits for an answer.
    """
    if is_sqlite(url):
        return _SQLiteDatabase(url, clock=clock, new_id=new_id)
    return _PostgresDatabase(url, clock=clock, new_id=new_id, patience=patience)


class _SQLiteDatabase(Database):
    """A file that one thread writes: measured, this beats several threads and aiosqlite."""

    def __init__(self, url: str, *, clock: Clock, new_id: NewId) -> None:
        super().__init__(clock=clock, new_id=new_id)
        self._engine = sqlite_engine(url)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="database")

    @override
    async def run(self, function: Callable[[Work], Result]) -> Result:
        deadline = time.monotonic() + PATIENCE_SECONDS
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._writer, self._transact, function, deadline)

    def _transact(self, function: Callable[[Work], Result], deadline: float) -> Result:
        with faults_translated(), self._engine.connect() as connection:
            self._wait_no_longer_than(deadline, connection)
            with connection.begin():
                return function(self._work(connection))

    @staticmethod
    def _wait_no_longer_than(deadline: float, connection: Connection) -> None:
        """Let a lock cost the time that is left: those who queued do not wait one after another."""
        milliseconds = max(0, int((deadline - time.monotonic()) * 1000))
        connection.connection.cursor().execute(f"PRAGMA busy_timeout={milliseconds}")

    @override
    async def close(self) -> None:
        await asyncio.get_running_loop().run_in_executor(self._writer, self._engine.dispose)
        self._writer.shutdown()


class _PostgresDatabase(Database):
    """A server that many processes may share."""

    def __init__(
        self, url: str, *, clock: Clock, new_id: NewId, patience: float | None = None
    ) -> None:
        super().__init__(clock=clock, new_id=new_id)
        self._engine = postgres_engine(url)
        self._patience = patience
        # The pool would give a connection to whoever asks next, not to who has waited longest.
        self._turns = asyncio.Semaphore(CONNECTIONS)

    @override
    async def run(self, function: Callable[[Work], Result]) -> Result:
        with faults_translated():
            async with asyncio.timeout(self._patience or PATIENCE_SECONDS), self._turns:
                # SQLAlchemy's asynchronous connection does each of its steps like this: to check
                # out, begin, run, commit and return. As one step it takes half the time.
                return await greenlet_spawn(self._transact, function)

    def _transact(self, function: Callable[[Work], Result]) -> Result:
        with self._engine.sync_engine.begin() as connection:
            return function(self._work(connection))

    @override
    async def get_ready(self) -> None:
        """Make all connections.

        To make one takes longer than all else about a piece of work, and many who come at once,
        soon after the start, would wait for it. What goes wrong here is left to the work that
        needs the connection: it tries again, and tells.
        """
        connecting = (self.run(lambda _: None) for _ in range(CONNECTIONS))
        await asyncio.gather(*connecting, return_exceptions=True)

    @override
    async def close(self) -> None:
        await self._engine.dispose()
