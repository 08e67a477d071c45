"""A team agrees its norms in Slack, from the slash command to the record that all sign."""

import pytest

from tests.fakes.slack.server import FakeSlack
from tests.slack.program import HTTP, SOCKET, concord_beside
from tests.slack.table import set_table
from tests.stories import norms


@pytest.mark.no_cover  # every line of it runs in shorter tests, too
@pytest.mark.parametrize(
    ("language", "way", "url"),
    [("en", HTTP, "sqlite_url"), ("es", SOCKET, "postgres_url")],
    indirect=["url"],
)
async def test_a_team_agrees_norms_and_signs_them(
    fake: FakeSlack, language: str, way: str, url: str
) -> None:
    async with concord_beside(fake, url, way) as concord:
        table = await set_table(fake, concord, language)

        await norms.begin(table)
        await norms.write_in_silence(table)
        await norms.read_what_all_wrote(table)
        await norms.turn_ideas_into_norms(table)
        await norms.object_once(table)
        await norms.mend(table)
        await norms.all_agree(table)
        await norms.sign(table)
        await norms.check(table)
