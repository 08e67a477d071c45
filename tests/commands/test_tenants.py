"""Nobody reads or changes what belongs to another partnership, whatever ids they send.

CONCORD_TENANT_STEPS sets how many random steps are taken on both databases together.
"""

import os

from storage.database import Database
from storage.wipe import wipe
from tests.commands.wandering import Walk
from tests.databases import StoppedClock
from workflows.library import Library

STEPS = int(os.environ.get("CONCORD_TENANT_STEPS", "20000"))
ON_SQLITE = 0.8
"""Share of the steps on SQLite, which takes less than half as long for each."""

A_GAME = 2000
"""Steps from one fresh start to the next: what is kept stays small, and people start anew."""


async def test_nobody_crosses_into_another_partnership(
    database: Database, database_url: str, clock: StoppedClock, library: Library
) -> None:
    share = ON_SQLITE if database_url.startswith("sqlite") else 1 - ON_SQLITE

    for seed in range(0, int(STEPS * share), A_GAME):
        walk = Walk(database, clock, library, seed)
        await walk.begin()
        await walk.walk(A_GAME)
        await database.run(wipe)
