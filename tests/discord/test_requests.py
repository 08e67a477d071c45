"""Everything that Concord asks Discord for in a story is as Discord's own document wants it."""

from tests.bot.discord.drawing.judge import judge
from tests.discord.program import concord_in
from tests.discord.server import Server
from tests.discord.table import set_table
from tests.stories import norms


async def test_discord_takes_all_that_concord_sends_while_a_team_begins(
    server: Server, sqlite_url: str
) -> None:
    check = judge()
    async with concord_in(server, sqlite_url):
        table = await set_table(server, "es")

        await norms.begin(table)

        asked = [(each, check(each.method, each.path, each.json)) for each in server.requests]
        assert len(asked) > 20
        assert [(each.method, each.path, faults) for each, faults in asked if faults] == []
