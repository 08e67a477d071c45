"""Programs that are killed while they work with a database; the tests look at what is left."""

import asyncio
import os
import signal
import sys
from functools import partial

from sqlalchemy import Connection, Engine, event

from storage.database import open_database
from storage.schema import migrate
from storage.work import Work
from tests.databases import StoppedClock

FEW = 10


def count_for_ever(url: str) -> None:
    """Count two facts up together, and print each number that was kept."""

    def count_to(number: int, work: Work) -> None:
        work.settings.put("left", str(number))
        work.settings.put("right", str(number))

    async def count() -> None:
        database = open_database(url, clock=StoppedClock(), new_id=str)
        number = 0
        while True:
            number += 1
            await database.run(partial(count_to, number))
            print(number, flush=True)  # noqa: T201 - the test reads it

    asyncio.run(count())


def die_migrating(url: str) -> None:
    """Migrate, and die after a few tables."""
    tables = 0

    def count_tables(_connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        nonlocal tables
        tables += statement.lstrip().startswith("CREATE TABLE")
        if tables == FEW:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "after_cursor_execute", count_tables)
    migrate(url)


if __name__ == "__main__":
    {"count": count_for_ever, "migrate": die_migrating}[sys.argv[1]](sys.argv[2])
