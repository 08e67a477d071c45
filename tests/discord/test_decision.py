"""A team agrees in Discord how shared a decision is to be, makes it, and looks back at it."""

import pytest

from tests.discord.program import concord_in
from tests.discord.server import Server
from tests.discord.table import set_table
from tests.stories import decision


@pytest.mark.no_cover  # every line of it runs in shorter tests, too
@pytest.mark.parametrize(
    ("language", "url"), [("es", "sqlite_url"), ("en", "postgres_url")], indirect=["url"]
)
async def test_a_team_makes_a_decision_and_looks_back_at_it(
    server: Server, language: str, url: str
) -> None:
    async with concord_in(server, url):
        table = await set_table(server, language)

        await decision.name_it(table)
        await decision.mark_blindly(table)
        await decision.talk_first(table)
        await decision.set_the_level(table)
        await decision.show_a_concern(table)
        await decision.change_the_proposal(table)
        await decision.state_the_outcome(table)
        await decision.stand_by_it(table)
        await decision.look_back(table)
