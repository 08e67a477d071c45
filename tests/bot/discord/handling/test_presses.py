"""What each button and menu leads to; its id says all there is to know."""

from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from bot.platforms.discord.drawing.custom_ids import Way, written
from bot.platforms.discord.drawing.messages import messages
from bot.platforms.discord.ports import Interaction, Kind, Payload
from commands.request import Request
from tests.bot.discord.handling.office import (
    ANA,
    CALLER,
    CHANNEL,
    FORM,
    HOME,
    IN_PLACE,
    MESSAGE,
    SEND,
    SERVER,
    Office,
    asking,
    done,
    said,
)
from workflows.asks import send_anyway
from workflows.identifiers import FieldId
from workflows.views import Ask, Button, Buttons, Raw

IDEA = FieldId("idea")
TYPED: Raw = {IDEA: "Tuesdays, never over lunch"}
EDIT = Ask("conversation edit", {"id": "c1", "step": "ideas"})
END = Ask("conversation end", {"id": "c1"})
ANYWAY = send_anyway(SEND, "ab12")
QUESTION = "3 people have not answered yet. End this part all the same?"


def pressed(way: Way, ask: Ask = HOME, server: str = "", **data: object) -> Payload:
    """Return what Discord tells of a press."""
    return {"custom_id": written(way, 0, ask, server), **data}


def asked_once(office: Office) -> Request:
    """Return the one thing that was asked of the commands."""
    (request,) = office.dispatcher.asked
    return request


@pytest.mark.parametrize("way", [Way.BUTTON, Way.YES, Way.EMPTY])
async def test_a_button_does_what_it_asks_for(office: Office, way: Way) -> None:
    await office.hears(done(Kind.PRESS, pressed(way, SEND)))

    request = asked_once(office)
    assert request.ask == SEND
    assert request.raw == {}
    assert request.channel == CHANNEL
    assert request.caller.external_id == ANA.id
    assert request.caller.language == "en-US"


async def test_a_menu_asks_with_what_was_picked(office: Office) -> None:
    await office.hears(done(Kind.PRESS, pressed(Way.MENU, HOME, values=["m1"])))

    assert asked_once(office).ask == Ask("home", {"pick": "m1"})


async def test_a_person_who_thinks_again_changes_nothing(office: Office) -> None:
    data = pressed(Way.NO, END)

    await office.hears(done(Kind.PRESS, data, has_message=True, is_ephemeral=True))

    assert office.dispatcher.asked == []
    assert office.answers == [IN_PLACE]
    assert office.words == "All right. Nothing was changed."


@pytest.mark.parametrize(
    "custom_id", ["", "9b0:home", "nonsense", written(Way.FORM, 0, HOME), "1b0@!:home"]
)
async def test_a_button_of_another_version_is_out_of_date(office: Office, custom_id: str) -> None:
    await office.hears(done(Kind.PRESS, {"custom_id": custom_id}))

    assert office.dispatcher.asked == []
    assert "This button is from an older version." in office.words


async def test_a_press_without_an_id_is_out_of_date(office: Office) -> None:
    await office.hears(done(Kind.PRESS, {"custom_id": 7}))

    assert "This button is from an older version." in office.words


@pytest.mark.parametrize("is_ephemeral", [False, True])
async def test_a_guarded_button_asks_first_and_leaves_what_was_pressed(
    office: Office, *, is_ephemeral: bool
) -> None:
    pressed_message = _with_guarded_button(is_ephemeral=is_ephemeral)

    await office.hears(pressed_message)

    assert office.dispatcher.asked == []
    assert office.answers == [MESSAGE]
    assert office.words.splitlines() == [QUESTION, "End this part", "Not now"]
    assert pressed(Way.YES, END)["custom_id"] in str(office.calls.made[0].body)


async def test_a_button_in_a_private_message_tells_its_server(office: Office) -> None:
    data = pressed(Way.BUTTON, HOME, SERVER)
    office.dispatcher.view = said("Home", Buttons((Button("Go on", HOME),)))

    await office.hears(done(Kind.PRESS, data, server="", server_name=""))

    request = asked_once(office)
    assert (request.caller.workspace, request.channel) == (SERVER, "")
    assert data["custom_id"] in str(office.calls.made[0].body)


async def test_a_form_from_a_private_message_tells_its_server(office: Office) -> None:
    office.dispatcher.view = asking()

    await office.hears(done(Kind.PRESS, pressed(Way.OPEN, EDIT, SERVER), server="", server_name=""))

    form = office.calls.made[0].body["data"]
    assert form["custom_id"] == written(Way.FORM, 0, SEND, SERVER)


async def test_a_form_opens_with_what_was_typed_and_its_problem(office: Office) -> None:
    await office.forms.keep(CALLER, SEND, TYPED)
    office.dispatcher.view = asking(values=TYPED, problems={IDEA: "Too long."}, page=(2, 3))

    await office.hears(done(Kind.PRESS, pressed(Way.REOPEN, SEND)))

    assert asked_once(office).raw == TYPED
    assert office.answers == [FORM]
    assert str(TYPED[IDEA]) in office.words
    assert "Too long." in office.words
    assert list(office.forms.kept.values()) == [TYPED]


async def test_a_form_that_is_right_by_now_is_taken_in_and_let_go_of(office: Office) -> None:
    await office.forms.keep(CALLER, SEND, TYPED)

    await office.hears(done(Kind.PRESS, pressed(Way.REOPEN, SEND)))

    assert "Done." in office.words
    assert office.forms.kept == {}


async def test_a_form_opens_anew_when_what_was_typed_is_gone(office: Office) -> None:
    office.dispatcher.view = asking(page=(2, 3))

    await office.hears(done(Kind.PRESS, pressed(Way.REOPEN, SEND)))

    assert asked_once(office).ask == EDIT
    assert asked_once(office).raw == {}
    assert office.answers == [FORM]


@pytest.mark.parametrize("way", [Way.BUTTON, Way.OPEN])
@pytest.mark.parametrize("kept_for", [SEND, EDIT])
async def test_a_form_opens_with_what_was_typed_or_proposed_and_not_sent(
    office: Office, way: Way, kept_for: Ask
) -> None:
    await office.forms.keep(CALLER, kept_for, TYPED)
    office.dispatcher.view = asking()

    await office.hears(done(Kind.PRESS, pressed(way, EDIT)))

    assert asked_once(office).raw == {}
    assert office.answers == [FORM]
    assert str(TYPED[IDEA]) in office.words


async def test_a_form_of_another_command_opens_with_what_is_saved(office: Office) -> None:
    office.dispatcher.view = asking(send=Ask("team add"), values={IDEA: "Saved"})

    await office.hears(done(Kind.PRESS, pressed(Way.BUTTON, Ask("team add"))))

    assert "Saved" in office.words


async def test_what_was_proposed_for_a_form_that_is_not_there_any_more_is_not_shown(
    office: Office,
) -> None:
    await office.forms.keep(CALLER, EDIT, TYPED)

    await office.hears(done(Kind.PRESS, pressed(Way.OPEN, EDIT)))

    assert str(TYPED[IDEA]) not in office.words


async def test_a_form_that_cannot_be_let_go_of_is_taken_in_all_the_same(office: Office) -> None:
    await office.forms.keep(CALLER, SEND, TYPED)
    office.forms.is_ill = True

    with capture_logs() as lines:
        await office.hears(done(Kind.PRESS, pressed(Way.REOPEN, SEND)))

    assert "Done." in office.words
    assert [line["event"] for line in lines] == ["discord_form_not_dropped"]


def _with_guarded_button(*, is_ephemeral: bool) -> Interaction:
    guarded = Button("End this part", END, confirm=QUESTION)
    (drawn,) = messages(said("Four of you.", Buttons((guarded,))), is_private=True)
    components = drawn.body["components"]
    section = next(one for one in components if one["type"] == 9)
    data = {"custom_id": section["accessory"]["custom_id"]}
    press = done(Kind.PRESS, data, has_message=True, components=components)
    return replace(press, is_ephemeral=is_ephemeral)


async def test_what_was_typed_is_sent_as_it_is(office: Office) -> None:
    office.forms.kept = {SEND.encode(): TYPED}

    await office.hears(done(Kind.PRESS, pressed(Way.ANYWAY, ANYWAY)))

    request = asked_once(office)
    assert (request.ask, request.raw) == (ANYWAY, TYPED)
    assert office.forms.kept == {}


async def test_what_is_sent_as_it_is_and_has_another_mistake_can_be_corrected(
    office: Office,
) -> None:
    office.forms.kept = {SEND.encode(): TYPED}
    office.dispatcher.view = asking(problems={IDEA: "Too long."}, values=TYPED)

    await office.hears(done(Kind.PRESS, pressed(Way.ANYWAY, ANYWAY)))

    assert office.forms.kept == {SEND.encode(): TYPED}
    assert office.answers == [FORM]
    assert "Too long." in office.words


async def test_a_form_opens_anew_when_what_was_to_be_sent_is_forgotten(office: Office) -> None:
    office.dispatcher.view = asking()

    await office.hears(done(Kind.PRESS, pressed(Way.ANYWAY, ANYWAY)))

    assert asked_once(office).ask == EDIT
    assert office.answers == [FORM]
