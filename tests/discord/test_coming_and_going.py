"""People leave, and Concord is put out of places; those who stay hear of it and go on."""

from typing import Final

import pytest

from tests.discord.program import concord_in
from tests.discord.server import Server
from tests.discord.table import set_table, take_seats
from tests.stories import norms
from tests.stories import table as stories

CLOSED: Final = 50007
"""Discord's code for somebody who takes no messages from the bot."""


async def test_a_team_goes_on_after_somebody_left_the_server(
    server: Server, sqlite_url: str
) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, "en")
        await norms.begin(table)
        for number, person in enumerate(table.people[:3]):
            await norms.write_ideas(table, person, number)

        server.guild.remove_member(table.others[2].member)
        await table.lead.presses("Answer in private")
        await table.lead.presses("End this part")
        await table.lead.presses("End this part")

        await table.others[0].sees("Turn ideas into norms")


async def test_a_member_leaves_the_team_after_a_second_thought(
    server: Server, sqlite_url: str
) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, "en")
        person, team = table.others[2], table.story.team

        await person.types("/concord team show")
        await person.presses("Leave the team")
        await person.presses("Stay")
        await person.types("/concord team show")
        await person.sees("{team} has {count} members.", team=team, count=4)
        await person.presses("Leave the team")
        await person.presses("Leave the team")

        await table.lead.types("/concord team show")
        await table.lead.sees("{team} has {count} members.", team=team, count=3)


@pytest.mark.parametrize("language", ["en", "es"])
async def test_a_lead_hears_that_concord_cannot_write_in_the_channel_any_more(
    server: Server, sqlite_url: str, language: str
) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, language)
        lead = table.lead
        server.deny(view_channel=True, send_messages=True)

        await lead.types("/concord norms start")
        await lead.picks("Time to write", "Ten minutes, now")
        await lead.presses("Save")
        lead.goes_to_own_messages()
        await lead.sees("I cannot write there")

        lead.goes_back()
        await norms.write_ideas(table, lead, 0)


@pytest.mark.parametrize("language", ["en", "es"])
async def test_people_whose_private_messages_are_closed_open_them_in_the_channel(
    server: Server, sqlite_url: str, language: str
) -> None:
    async with concord_in(server, sqlite_url):
        table = take_seats(server, language)
        for person in table.people:
            path = f"/channels/{person.chat}/messages"
            server.env.inject_error("POST", path, status=403, code=CLOSED, times=None)
        await stories.lay(table)
        other, another, _ = table.others

        await other.sees("Open privately")
        await other.presses("Open privately")

        await other.sees("Welcome")
        another.sees_nowhere(another.reads("Welcome"))


async def test_a_server_that_lets_concord_in_again_finds_its_team_as_it_was(
    server: Server, sqlite_url: str
) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, "en")

        server.put_out()
        await server.env.settle()
        server.let_in_again()
        await server.env.settle()

        await table.lead.types("/concord team show")
        await table.lead.sees("{team} has {count} members.", team=table.story.team, count=4)
