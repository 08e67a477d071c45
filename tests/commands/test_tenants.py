"""Nobody reads or changes what belongs to another partnership, whatever ids they send.

TENANT_STEPS sets how many random steps are taken on both databases together.
"""

import os

import pytest

from storage.database import Database
from tests.commands.wandering import Walk
from tests.databases import StoppedClock
from workflows.library import Library

STEPS = int(os.environ.get("TENANT_STEPS", "20000"))
A_GAME = 2000
"""Steps from one fresh start to the next: what is kept stays small, and people start anew."""

GAMES = [("postgres" if game % 5 == 0 else "sqlite", game) for game in range(STEPS // A_GAME)]
"""One in five on PostgreSQL, where a step takes more than twice as long."""


@pytest.mark.no_cover  # other tests cover the same lines; measured, this would take twice as long
@pytest.mark.parametrize(("database_url", "game"), GAMES, indirect=["database_url"])
async def test_nobody_crosses_into_another_partnership(
    database: Database, clock: StoppedClock, library: Library, game: int
) -> None:
    walk = Walk(database, clock, library, seed=game)

    await walk.begin()
    await walk.walk(A_GAME)
