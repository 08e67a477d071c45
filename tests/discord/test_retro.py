"""Eight people look back in Discord, from the plan to the record that all sign."""

import pytest

from tests.discord.program import concord_in
from tests.discord.server import Server
from tests.discord.table import set_table
from tests.stories import retro


@pytest.mark.no_cover  # every line of it runs in shorter tests, too
@pytest.mark.parametrize(
    ("language", "url"), [("en", "postgres_url"), ("es", "sqlite_url")], indirect=["url"]
)
async def test_a_team_looks_back_although_concord_ends_on_the_way(
    server: Server, language: str, url: str
) -> None:
    async with concord_in(server, url) as concord:
        table = await set_table(server, language, seats=8)

        await retro.hold(table, concord.begin_later)
