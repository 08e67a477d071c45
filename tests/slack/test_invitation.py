"""Somebody writes an invitation in Slack, and nobody else sees anything of it."""

import pytest

from tests.fakes.slack.server import FakeSlack
from tests.slack.program import HTTP, SOCKET, concord_beside
from tests.slack.table import set_table
from tests.stories import invitation


@pytest.mark.no_cover  # every line of it runs in shorter tests, too
@pytest.mark.parametrize(
    ("language", "way", "url"),
    [("en", SOCKET, "postgres_url"), ("es", HTTP, "sqlite_url")],
    indirect=["url"],
)
async def test_a_member_writes_an_invitation_that_only_they_see(
    fake: FakeSlack, language: str, way: str, url: str
) -> None:
    async with concord_beside(fake, url, way) as concord:
        table = await set_table(fake, concord, language)

        await invitation.begin_and_leave(table)
        await invitation.go_on(table)
        await invitation.send(table)
        invitation.shows_to_nobody_else(table)
