"""Eight people look back in Slack, from the plan to the record that all sign."""

import pytest

from tests.fakes.slack.server import FakeSlack
from tests.slack.program import HTTP, SOCKET, concord_beside
from tests.slack.table import set_table
from tests.stories import retro


@pytest.mark.no_cover  # every line of it runs in shorter tests, too
@pytest.mark.parametrize(
    ("language", "way", "url"),
    [("en", HTTP, "sqlite_url"), ("es", SOCKET, "postgres_url")],
    indirect=["url"],
)
async def test_a_team_looks_back_although_concord_ends_on_the_way(
    fake: FakeSlack, language: str, way: str, url: str
) -> None:
    async with concord_beside(fake, url, way) as concord:
        table = await set_table(fake, concord, language, seats=8)

        await retro.hold(table, concord.begin_later)
