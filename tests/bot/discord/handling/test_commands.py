"""What comes of a command: a typed one, or one from the menu of a message or of a person."""

from typing import Any

import pytest

from bot.platforms.discord.drawing.custom_ids import Way, written
from bot.platforms.discord.permissions import NEEDED
from bot.platforms.discord.ports import Kind, Payload
from commands.request import Caller
from tests.bot.discord.handling.office import (
    CALLER,
    CHANNEL,
    FORM,
    MESSAGE,
    SEND,
    SERVER,
    Office,
    asking,
    done,
    said,
)
from workflows.identifiers import WorkspaceId
from workflows.pictures.tally import TallyPicture, TallyRow
from workflows.views import Ask, Picture

MESSAGE_COMMAND, USER_COMMAND = 3, 2
BO = "81384788765712002"
WORDS = "How we use the two early-release days"
EDIT = Ask("conversation edit", {"id": "c1", "step": "ideas"})
TALLY = Picture(TallyPicture(title="Norms", rows=(TallyRow(label="On time", counts=(3,)),)), "3")


def typed(*path: str, people: bool = True, **options: str) -> Payload:
    """Return what Discord tells of a chat command: of its name, and those of its parts."""
    name, *groups, verb = path
    leaves = [{"name": option, "type": 3, "value": value} for option, value in options.items()]
    inside: list[dict[str, Any]] = [{"name": verb, "type": 1, "options": leaves}]
    for group in groups:
        inside = [{"name": group, "type": 2, "options": inside}]
    resolved = {"users": {BO: {"username": "bo"}}} if people else {}
    return {"name": name, "type": 1, "options": inside, "resolved": resolved}


def on_message(text: str, name: str = "Log as decision") -> Payload:
    """Return what Discord tells of a command on a message."""
    message = {"content": text, "author": {"id": BO, "username": "bo"}}
    return {
        "name": name,
        "type": MESSAGE_COMMAND,
        "target_id": "5",
        "resolved": {"messages": {"5": message}},
    }


def on_person(*, is_bot: bool = False) -> Payload:
    """Return what Discord tells of "Invite to team" on a person."""
    return {
        "name": "Invite to team",
        "type": USER_COMMAND,
        "target_id": BO,
        "resolved": {"users": {BO: {"username": "bo", "bot": is_bot}}},
    }


async def test_a_typed_command_is_done_where_it_was_typed(office: Office) -> None:
    await office.hears(done(Kind.COMMAND, typed("concord", "norms", "start")))

    assert office.dispatcher.lines == [(CHANNEL, "norms start")]
    assert office.answers == [MESSAGE]


async def test_a_form_opens_after_a_command(office: Office) -> None:
    office.dispatcher.view = asking()

    await office.hears(done(Kind.COMMAND, typed("concord", "norms", "start")))

    assert office.answers == [FORM]


async def test_what_a_command_is_about_goes_with_it(office: Office) -> None:
    command = typed("concord", "record", "show", which="Our norms")

    await office.hears(done(Kind.COMMAND, command))

    assert office.dispatcher.lines == [(CHANNEL, "record show Our norms")]


@pytest.mark.parametrize(
    "data", [typed("concord", "team", "add", person=BO), on_person()], ids=["typed", "picked"]
)
async def test_a_person_who_is_picked_is_asked_onto_the_team(office: Office, data: Payload) -> None:
    await office.hears(done(Kind.COMMAND, data, server_name=""))

    (request,) = office.dispatcher.asked
    assert request.ask == Ask("team add", {"person": BO})
    assert request.newcomers == (Caller(WorkspaceId(SERVER), BO, "bo"),)


async def test_a_bot_is_not_asked_onto_a_team(office: Office) -> None:
    await office.hears(done(Kind.COMMAND, on_person(is_bot=True)))

    assert office.dispatcher.asked == []
    assert "This is a bot. Please pick a person." in office.words


async def test_a_person_whom_discord_does_not_tell_about_cannot_be_picked(office: Office) -> None:
    command = typed("concord", "team", "add", people=False, person=BO)

    await office.hears(done(Kind.COMMAND, command))

    assert office.dispatcher.asked == []
    assert "Out of date" in office.words


async def test_a_message_is_proposed_as_a_decision(office: Office) -> None:
    await office.hears(done(Kind.COMMAND, on_message(WORDS)))

    (request,) = office.dispatcher.asked
    assert (request.ask, request.raw) == (Ask("decide start"), {"title": WORDS})
    assert office.forms.kept == {}


async def test_a_message_is_proposed_as_an_action_item(office: Office) -> None:
    await office.hears(done(Kind.COMMAND, on_message(WORDS, "Make an action item")))

    (request,) = office.dispatcher.asked
    assert (request.ask, request.raw) == (Ask("action propose"), {"what": WORDS})


async def test_a_message_is_proposed_as_a_lesson(office: Office) -> None:
    await office.hears(done(Kind.COMMAND, on_message(WORDS, "Save as lesson")))

    (request,) = office.dispatcher.asked
    assert (request.ask, request.raw) == (Ask("lesson propose"), {"lesson": WORDS})


async def test_a_proposal_waits_behind_a_card(office: Office) -> None:
    office.dispatcher.view = asking(TALLY)
    await office.hears(done(Kind.COMMAND, on_message(WORDS)))
    assert written(Way.OPEN, 0, EDIT) in str(office.calls.made[0].body)

    assert await office.forms.typed(CALLER, EDIT) == {"title": WORDS}


async def test_a_message_that_discord_does_not_tell_about_proposes_nothing(office: Office) -> None:
    await office.hears(done(Kind.COMMAND, {**on_message(WORDS), "resolved": {}}))

    (request,) = office.dispatcher.asked
    assert request.raw == {"title": ""}


async def test_a_command_that_is_no_more_is_out_of_date(office: Office) -> None:
    await office.hears(done(Kind.COMMAND, {**on_person(), "name": "Send flowers"}))

    assert "Out of date" in office.words


async def test_an_administrator_hears_that_concord_can_work(office: Office) -> None:
    may = sum(each.bit for each in NEEDED)

    await office.hears(done(Kind.COMMAND, typed("concord-admin", "check"), may=may))

    assert "Yes. Concord has every permission it needs in this channel:" in office.words
    assert "Pin Messages: to keep the team's card and norms at hand" in office.words


async def test_an_administrator_hears_what_concord_lacks(office: Office) -> None:
    may = sum(each.bit for each in NEEDED[1:])

    await office.hears(done(Kind.COMMAND, typed("concord-admin", "check"), may=may))

    assert "Not yet. In this channel, Concord lacks these permissions:" in office.words
    assert NEEDED[0].name in office.words
    assert NEEDED[1].name not in office.words


async def test_a_command_after_which_there_is_nothing_to_send_is_answered_in_words(
    office: Office,
) -> None:
    office.dispatcher.view = said("Nothing waits for you.")

    await office.hears(done(Kind.COMMAND, typed("concord", "inbox")))

    assert office.dispatcher.lines == [(CHANNEL, "inbox")]
    assert SEND.command not in str(office.calls.made)
