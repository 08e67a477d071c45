"""Concord where people are in Discord: on a message, on a person, in a thread, in private."""

import discord
import pytest

from tests.discord.people import PersonInDiscord
from tests.discord.program import concord_in
from tests.discord.server import Server
from tests.discord.table import set_table
from tests.stories import decision, norms


@pytest.mark.parametrize("language", ["en", "es"])
async def test_a_person_turns_a_message_into_a_decision(
    server: Server, sqlite_url: str, language: str
) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, language)
        person, plot = table.others[0], table.story.decision
        said = await table.lead.member.send(server.channel, f"{plot.title} <@1> **now**")

        await person.uses_on("Log as decision", said)

        await person.writes("Why now? What should people know?", plot.why)
        await person.sees_typed(f"{plot.title} <@1> **now**")


async def test_a_lead_invites_a_person_who_has_not_met_concord(
    server: Server, sqlite_url: str
) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, "en")
        lead, newcomer = table.lead, server.newcomer("Eve Stone")

        await lead.uses_on("Invite to team", newcomer)
        await lead.picks_named("For which party?", table.story.parties[0])
        await lead.presses("Save")

        await lead.sees("{team} has {count} members.", team=table.story.team, count=5)
        await lead.sees_typed("Eve Stone")


async def test_a_lead_hears_that_somebody_is_on_the_team_already(
    server: Server, sqlite_url: str
) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, "en")

        await table.lead.uses_on("Invite to team", table.others[0].member)

        await table.lead.sees("{name} is on the team already.", name=table.others[0].name)


@pytest.mark.parametrize("language", ["en", "es"])
async def test_a_lead_cannot_invite_a_bot(server: Server, sqlite_url: str, language: str) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, language)
        bot = server.newcomer("Weather", is_bot=True)

        await table.lead.uses_on("Invite to team", bot)

        await table.lead.sees("This is a bot. Please pick a person.")


async def test_a_bot_that_is_picked_beside_people_is_left_out(
    server: Server, sqlite_url: str
) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, "en")
        lead = table.lead
        server.newcomer("Eve Stone")
        server.newcomer("Weather", is_bot=True)

        await lead.types("/concord team add")
        await lead.picks_named("Who joins the team?", "Eve Stone", "Weather")
        await lead.picks_named("For which party?", table.story.parties[0])
        await lead.presses("Save")

        await lead.sees("{team} has {count} members.", team=table.story.team, count=5)
        await lead.sees_typed("Eve Stone")


@pytest.mark.parametrize("language", ["en", "es"])
async def test_an_administrator_sees_what_concord_lacks_in_a_channel(
    server: Server, sqlite_url: str, language: str
) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, language)
        lead = table.lead
        server.allow(lead.member, discord.Permissions(manage_guild=True))

        await lead.types("/concord-admin check")
        await lead.sees("Yes. Concord has every permission it needs in this channel:")
        server.deny(pin_messages=True, attach_files=True)
        await lead.types("/concord-admin check")

        await lead.sees("Not yet. In this channel, Concord lacks these permissions:")
        await lead.sees("Attach Files")
        await lead.sees("to keep the team's card and norms at hand")


async def test_a_newcomer_finds_the_team_of_the_channel_in_its_threads(
    server: Server, sqlite_url: str
) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, "en")
        await norms.begin(table)
        await norms.write_in_silence(table)
        newcomer = PersonInDiscord(server, "Eve Stone", "en")

        await newcomer.opens_thread()
        await newcomer.types("/concord team join")

        await newcomer.sees(
            "Your request went to {names}. I write to you as soon as you are on the team.",
            names=table.lead.name,
        )
        table.lead.goes_to_own_messages()
        await table.lead.sees_typed("Eve Stone")
        await table.lead.presses("Let them in")
        await table.lead.picks_named("For which party?", table.story.parties[1])
        await table.lead.presses("Save")
        await table.lead.sees("{team} has {count} members.", team=table.story.team, count=5)
        newcomer.goes_to_own_messages()
        await newcomer.sees("Welcome")


@pytest.mark.parametrize("language", ["en", "es"])
async def test_a_person_answers_from_a_private_message(
    server: Server, sqlite_url: str, language: str
) -> None:
    async with concord_in(server, sqlite_url) as concord:
        table = await set_table(server, language)
        await decision.name_it(table)
        await decision.mark_blindly(table)
        await decision.talk_first(table)
        accountable = table.others[1]
        accountable.goes_to_own_messages()
        await accountable.sees_typed(table.story.decision.title)

        await concord.begin_again()
        await accountable.presses("Open")
        await accountable.picks("How shared will it be?", "Together")
        await accountable.writes("Why this step?", table.story.decision.reason)
        await concord.begin_again()
        await accountable.presses("Save")
        await accountable.picks("Way to decide", "Fist to five: everyone shows 3 or more")
        await accountable.presses("Save")

        await accountable.sees("Write a proposal")


async def test_a_lead_is_offered_whose_role_can_be_changed(server: Server, sqlite_url: str) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, "en")
        lead, other = table.lead, table.others[0]

        offered = await lead.is_offered("concord team role", "which", other.name[:2])
        assert offered == [other.name]
        await lead.types("/concord team role", which=offered[0])
        await lead.picks("What do they do for the team?", "scribe")
        await lead.presses("Save")

        await lead.sees_typed(f"{other.name} ({lead.reads('scribe')})")


async def test_a_lead_picks_from_a_menu_whose_role_changes(server: Server, sqlite_url: str) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, "en")
        lead, other = table.lead, table.others[0]

        await lead.types("/concord team role")
        await lead.chooses(other.name)
        await lead.picks("What do they do for the team?", "scribe")
        await lead.presses("Save")

        await lead.sees_typed(f"{other.name} ({lead.reads('scribe')})")
