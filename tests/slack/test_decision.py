"""A team agrees in Slack how shared a decision is to be, makes it, and looks back at it."""

import pytest

from tests.fakes.slack.server import FakeSlack
from tests.slack.program import HTTP, SOCKET, concord_beside
from tests.slack.table import set_table
from tests.stories import decision


@pytest.mark.no_cover  # every line of it runs in shorter tests, too
@pytest.mark.parametrize(
    ("language", "way", "url"),
    [("es", HTTP, "sqlite_url"), ("en", SOCKET, "sqlite_url")],
    indirect=["url"],
)
async def test_a_team_makes_a_decision_and_looks_back_at_it(
    fake: FakeSlack, language: str, way: str, url: str
) -> None:
    async with concord_beside(fake, url, way) as concord:
        table = await set_table(fake, concord, language)

        await decision.name_it(table)
        await decision.mark_blindly(table)
        await decision.talk_first(table)
        await decision.set_the_level(table)
        await decision.show_a_concern(table)
        await decision.change_the_proposal(table)
        await decision.state_the_outcome(table)
        await decision.stand_by_it(table)
        await decision.look_back(table)
