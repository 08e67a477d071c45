"""Opens the database for a program that serves it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.clock import Clock
from storage.database import Database, open_database
from storage.engines import is_sqlite
from storage.fresh_ids import new_id


@asynccontextmanager
async def opened(url: str, clock: Clock) -> AsyncIterator[Database]:
    """Return a database, which is closed at the end of the block.

    It must have been migrated, and a SQLite file must be ours alone (see `storage.lock`).
    """
    database = open_database(url, clock=clock.now, new_id=new_id)
    try:
        await database.get_ready()
        if is_sqlite(url):
            # The file is ours alone, so what is under way was left by a program that died.
            await database.run(lambda work: work.outbox.free_all())
        yield database
    finally:
        await database.close()
