"""What goes wrong between people and Concord in Discord costs nobody a word."""

import asyncio
from typing import Any

import pytest
from discord.http import Route

from bot.platforms.discord.handling import waiting
from tests.browser.norms import CATEGORIES
from tests.discord.between import Hindered
from tests.discord.people import PersonInDiscord
from tests.discord.program import concord_in
from tests.discord.server import Server
from tests.discord.table import set_table
from tests.stories import norms
from tests.stories.decision import days_from_now

LATER = 5
"""Discord's number for a first answer that promises another one."""

MEETINGS = CATEGORIES[0]
IDEA, OTHER_IDEA = "Tuesdays at 3:30, never over lunch", "Whoever is late reads the notes first"
TITLE, WHY = "How we use the two early-release days", "The calendar goes to the board in May."


async def test_a_lead_corrects_an_answer_and_finds_all_others_in_place(
    server: Server, sqlite_url: str
) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, "en")
        lead = table.lead
        await lead.types("/concord decide start")
        await lead.writes("What is to be decided?", TITLE)
        await lead.writes("Why now? What should people know?", WHY)
        await lead.picks_named("Which parties does it concern?", *table.story.parties)
        await lead.writes("Who is accountable for it in the end?", lead.name)
        await lead.writes("When must it be decided?", "next week")

        await lead.presses("Save and continue")
        await lead.sees("{count} answers need another look:", count=1)
        await lead.presses("Correct my answer")
        await lead.sees_typed(TITLE, WHY, "next week")
        await lead.writes("When must it be decided?", days_from_now(7))
        await lead.presses("Save and continue")

        await lead.sees("Choose the pace")
        await lead.presses("Back")
        await lead.presses("Open the form")
        await lead.sees_typed(TITLE, WHY, days_from_now(7))


async def test_a_lead_who_looks_elsewhere_first_finds_what_they_typed(
    server: Server, sqlite_url: str
) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, "en")
        lead = table.lead
        await lead.types("/concord decide start")
        await lead.writes("What is to be decided?", TITLE)
        await lead.picks_named("Which parties does it concern?", *table.story.parties)
        await lead.writes("Who is accountable for it in the end?", lead.name)
        await lead.writes("When must it be decided?", "next week")
        await lead.presses("Save and continue")

        await lead.presses("Where we stand")
        await lead.presses("Answer")
        await lead.presses("Open the form")

        await lead.sees_typed(TITLE, "next week")


async def test_two_people_in_one_form_each_find_their_own_words(
    server: Server, sqlite_url: str
) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, "en")
        await norms.begin(table)
        ben, cora, _ = table.others
        await ben.writes(MEETINGS, IDEA)
        await cora.writes(MEETINGS, OTHER_IDEA)

        await cora.presses("Save and continue")
        await ben.presses("Save and continue")

        await _finds_again(ben, IDEA)
        await _finds_again(cora, OTHER_IDEA)
        ben.sees_nowhere(OTHER_IDEA)
        cora.sees_nowhere(IDEA)


async def test_a_person_whose_form_is_too_late_keeps_what_they_wrote(
    server: Server, sqlite_url: str
) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, "en")
        await norms.begin(table)
        person = table.others[0]
        await person.writes(MEETINGS, IDEA)

        await table.lead.presses("Where we stand")
        await table.lead.presses("End this part")
        await table.lead.presses("End this part")
        await person.presses("Save and continue")

        await person.sees("The group has moved on, so this was not taken in.")
        await person.sees_typed(IDEA)


@pytest.mark.parametrize("language", ["en", "es"])
async def test_a_lead_is_asked_before_a_part_ends_for_all(
    server: Server, sqlite_url: str, language: str
) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, language)
        await norms.begin(table)
        lead, other = table.lead, table.others[0]
        other.closes()
        question = "{count} people have not answered yet. End this part all the same?"

        await lead.presses("Where we stand")
        await lead.presses("End this part")
        await lead.sees(question, count=4)
        await lead.presses("Not now")
        await lead.sees("All right. Nothing was changed.")
        await other.sees("Write in silence")
        await lead.presses("End this part")
        await lead.presses("End this part")

        await other.sees("Turn ideas into norms")


async def test_a_person_hears_that_a_button_of_another_version_is_out_of_date(
    server: Server, sqlite_url: str
) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, "en")
        await _post_button(server, "9b0:help", "Help")

        await table.lead.presses("Help")

        await table.lead.sees(
            "This button is from an older version. Type / to see what Concord can do now."
        )


async def test_only_who_asked_sees_the_answer(server: Server, sqlite_url: str) -> None:
    async with concord_in(server, sqlite_url):
        table = await set_table(server, "en")
        asking, other, _ = table.others

        await asking.types("/concord me show")

        await asking.sees("My settings")
        other.sees_nowhere(other.reads("My settings"))


async def test_a_person_who_waits_is_told_that_concord_is_at_it(
    server: Server, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    between, gate = Hindered(), asyncio.Event()

    async def wait() -> None:
        await server.env.external_wait(gate.wait(), reason="the database is slow")

    async with concord_in(server, sqlite_url, between=between):
        table = await set_table(server, "en")
        monkeypatch.setattr(waiting, "PATIENCE_SECONDS", 0.0)
        between.hindrance = wait

        await table.lead.types("/concord norms start")
        promised = _first_answers(server)[-1]
        gate.set()

        await table.lead.sees("Choose the pace")
        await table.lead.presses("Open the form")
        await table.lead.picks("Time to write", "Ten minutes, now")
        assert promised == LATER


@pytest.mark.parametrize("language", ["en", "es"])
async def test_a_person_hears_of_a_bug_that_is_logged_without_what_they_typed(
    server: Server, sqlite_url: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    between = Hindered()

    async def stumble() -> None:
        raise RuntimeError(IDEA)

    async with concord_in(server, sqlite_url, between=between):
        table = await set_table(server, language)
        between.hindrance = stumble

        await table.lead.types("/concord norms start")

        await table.lead.sees(
            "Something went wrong in Concord. Nothing was changed. Please try again."
        )
        logged = capsys.readouterr().out
        assert logged.count("RuntimeError") == 1
        assert IDEA not in logged


async def _finds_again(person: PersonInDiscord, idea: str) -> None:
    await person.presses("Back")
    await person.sees_typed(idea)


async def _post_button(server: Server, custom_id: str, label: str) -> None:
    """Let a message of Concord's stand in the channel, as another version has drawn it."""
    button = {"type": 2, "style": 2, "label": label, "custom_id": custom_id}
    body: dict[str, Any] = {
        "flags": 1 << 15,
        "components": [{"type": 1, "components": [button]}],
        "allowed_mentions": {"parse": []},
    }
    to = Route("POST", f"/channels/{server.channel.id}/messages")
    await server.env.bot.http.request(to, json=body)


def _first_answers(server: Server) -> list[int]:
    """Return the kinds of the first answers that Concord gave."""
    answers = (asked.json for asked in server.requests if "callback" in asked.path)
    return [answer["type"] for answer in answers if answer]
