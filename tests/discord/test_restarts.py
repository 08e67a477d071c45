"""Concord ends and begins again while people are in the middle of something; nothing is lost."""

import pytest

from tests.browser.norms import CATEGORIES
from tests.discord.people import PersonInDiscord
from tests.discord.program import concord_in
from tests.discord.server import Server
from tests.discord.table import set_table
from tests.stories import decision, norms, retro

IN_ENGLISH = ("en", "sqlite_url")
IN_SPANISH = ("es", "postgres_url")


def told(*ways: tuple[str, str]) -> pytest.MarkDecorator:
    """Tell a story in these languages, each on a database of its own."""
    return pytest.mark.parametrize(("language", "url"), ways, indirect=["url"])


MEETINGS, NOTES = CATEGORIES[:2]
IDEA, OTHER_IDEA = "Tuesdays at 3:30, never over lunch", "The notes have one home"
NORMS = (
    norms.begin,
    norms.write_in_silence,
    norms.read_what_all_wrote,
    norms.turn_ideas_into_norms,
    norms.object_once,
    norms.mend,
    norms.all_agree,
    norms.sign,
    norms.check,
)
DECISION = (
    decision.name_it,
    decision.mark_blindly,
    decision.talk_first,
    decision.set_the_level,
    decision.show_a_concern,
    decision.change_the_proposal,
    decision.state_the_outcome,
    decision.stand_by_it,
    decision.look_back,
)
TITLE, WHY = "How we use the two early-release days", "The calendar goes to the board in May."


@told(IN_ENGLISH, IN_SPANISH)
async def test_a_person_sends_the_form_that_was_open_meanwhile(
    server: Server, language: str, url: str
) -> None:
    async with concord_in(server, url) as concord:
        table = await set_table(server, language)
        await norms.begin(table)
        person = table.others[0]
        await person.writes(MEETINGS, IDEA)

        await concord.begin_again()
        await person.presses("Save and continue")

        await person.sees("What you wrote so far is saved.")


@told(IN_ENGLISH, IN_SPANISH)
async def test_a_person_goes_on_from_the_card_between_two_pages(
    server: Server, language: str, url: str
) -> None:
    async with concord_in(server, url) as concord:
        table = await set_table(server, language)
        await norms.begin(table)
        person = table.others[0]
        await person.writes(MEETINGS, IDEA)
        await person.presses("Save and continue")

        await concord.begin_again()
        await person.writes(NOTES, OTHER_IDEA)
        await concord.begin_again()
        await person.presses("Save and continue")
        await concord.begin_again()
        await person.presses("Back")

        await person.presses("Continue")
        await person.sees_typed(OTHER_IDEA)


@told(IN_ENGLISH, IN_SPANISH)
async def test_a_lead_puts_right_what_was_returned_meanwhile(
    server: Server, language: str, url: str
) -> None:
    async with concord_in(server, url) as concord:
        table = await set_table(server, language)
        lead = table.lead
        await _name_decision(lead, table.story.parties, "next week")
        await lead.sees("Correct my answer")

        await concord.begin_again()
        await lead.presses("Correct my answer")
        await lead.sees_typed(TITLE, WHY, "next week")
        await lead.writes("When must it be decided?", decision.days_from_now(30))
        await concord.begin_again()
        await lead.presses("Save and continue")

        await lead.sees("Choose the pace")


@pytest.mark.no_cover  # every line of it runs in shorter tests, too
@told(IN_ENGLISH)
async def test_a_team_agrees_norms_although_concord_ends_while_any_form_is_open(
    server: Server, language: str, url: str
) -> None:
    async with concord_in(server, url) as concord:
        server.meanwhile = concord.begin_again
        table = await set_table(server, language)

        for chapter in NORMS:
            await chapter(table)


@pytest.mark.no_cover  # every line of it runs in shorter tests, too
@told(IN_SPANISH)
async def test_a_team_decides_although_concord_ends_while_any_form_is_open(
    server: Server, language: str, url: str
) -> None:
    async with concord_in(server, url) as concord:
        server.meanwhile = concord.begin_again
        table = await set_table(server, language)

        for chapter in DECISION:
            await chapter(table)


@pytest.mark.no_cover  # every line of it runs in shorter tests, too
@told(IN_ENGLISH)
async def test_a_team_looks_back_although_concord_ends_while_any_form_is_open(
    server: Server, language: str, url: str
) -> None:
    async with concord_in(server, url) as concord:
        server.meanwhile = concord.begin_again
        table = await set_table(server, language, seats=8)

        await retro.hold(table, concord.begin_later)


async def _name_decision(lead: PersonInDiscord, parties: tuple[str, str], due: str) -> None:
    await lead.types("/concord decide start")
    await lead.writes("What is to be decided?", TITLE)
    await lead.writes("Why now? What should people know?", WHY)
    await lead.picks_named("Which parties does it concern?", *parties)
    await lead.writes("Who is accountable for it in the end?", lead.name)
    await lead.writes("When must it be decided?", due)
    await lead.presses("Save and continue")
