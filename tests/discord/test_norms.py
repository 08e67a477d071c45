"""A team agrees its norms in Discord, from the slash command to the record that all sign."""

import pytest

from tests.discord.program import concord_in
from tests.discord.server import Server
from tests.discord.table import set_table
from tests.stories import norms


@pytest.mark.no_cover  # every line of it runs in shorter tests, too
@pytest.mark.parametrize(
    ("language", "url"), [("en", "sqlite_url"), ("es", "postgres_url")], indirect=["url"]
)
async def test_a_team_agrees_norms_and_signs_them(server: Server, language: str, url: str) -> None:
    async with concord_in(server, url):
        table = await set_table(server, language)

        await norms.begin(table)
        await norms.write_in_silence(table)
        await norms.read_what_all_wrote(table)
        await norms.turn_ideas_into_norms(table)
        await norms.object_once(table)
        await norms.mend(table)
        await norms.all_agree(table)
        await norms.sign(table)
        await norms.check(table)
