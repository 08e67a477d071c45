"""Somebody writes an invitation in Discord, and nobody else sees anything of it."""

import pytest

from tests.discord.program import concord_in
from tests.discord.server import Server
from tests.discord.table import set_table
from tests.stories import invitation


@pytest.mark.no_cover  # every line of it runs in shorter tests, too
@pytest.mark.parametrize(
    ("language", "url"), [("en", "postgres_url"), ("es", "sqlite_url")], indirect=["url"]
)
async def test_a_member_writes_an_invitation_that_only_they_see(
    server: Server, language: str, url: str
) -> None:
    async with concord_in(server, url):
        table = await set_table(server, language)

        await invitation.begin_and_leave(table)
        await invitation.go_on(table)
        await invitation.send(table)
        invitation.shows_to_nobody_else(table)
