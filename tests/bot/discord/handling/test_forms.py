"""What comes of a form: it is taken in, or comes back with everything that was typed."""

from dataclasses import replace

import pytest

from bot.platforms.discord.drawing.custom_ids import Role, Way, input_id, written
from bot.platforms.discord.ports import Kind, Payload
from commands.request import Caller
from tests.bot.discord.handling.office import (
    CALLER,
    HOME,
    IN_PLACE,
    MESSAGE,
    SEND,
    SERVER,
    Office,
    asking,
    done,
)
from workflows.asks import send_anyway
from workflows.identifiers import FieldId, WorkspaceId
from workflows.views import Ask, Button, Raw

IDEA, PEOPLE = FieldId("idea"), FieldId("people")
TYPED = "Tuesdays, never over lunch"
BO, EVE, BOT = "81384788765712002", "81384788765712003", "81384788765712009"
ADD = Ask("team add", {"team": "t1"})
EDIT = Ask("conversation edit", {"id": "c1", "step": "ideas"})


def sent(ask: Ask = SEND, server: str = "", people: tuple[str, ...] = ()) -> Payload:
    """Return what Discord tells of a form with an idea in it, and with people if there are any."""
    idea = {"type": 4, "custom_id": input_id(IDEA, Role.WRITTEN), "value": TYPED}
    picked = {"type": 5, "custom_id": input_id(PEOPLE, Role.SOME), "values": list(people)}
    users = {id_: {"username": f"u{id_[-1]}", "bot": id_ == BOT} for id_ in people}
    members = {BO: {"nick": "Bo of 5b"}}
    return {
        "custom_id": written(Way.FORM, 0, ask, server),
        "components": [{"type": 18, "component": one} for one in (idea, picked)],
        "resolved": {"users": users, "members": members},
    }


async def test_a_form_is_sent_with_what_is_in_it(office: Office) -> None:
    await office.hears(done(Kind.FORM, sent()))

    (request,) = office.dispatcher.asked
    assert request.ask == SEND
    assert request.raw == {IDEA: TYPED, PEOPLE: ()}
    assert request.newcomers == ()
    assert office.answers == [MESSAGE]


async def test_a_form_from_a_card_that_one_person_sees_is_answered_in_its_place(
    office: Office,
) -> None:
    await office.hears(done(Kind.FORM, sent(), has_message=True, is_ephemeral=True))

    assert office.answers == [IN_PLACE]


async def test_people_who_are_picked_are_named_as_the_server_calls_them_and_bots_are_left_out(
    office: Office,
) -> None:
    await office.hears(done(Kind.FORM, sent(people=(BO, EVE, BOT)), server_name=""))

    (request,) = office.dispatcher.asked
    assert request.raw[PEOPLE] == (BO, EVE)
    assert request.newcomers == (
        Caller(WorkspaceId(SERVER), BO, "Bo of 5b"),
        Caller(WorkspaceId(SERVER), EVE, "u3"),
    )


async def test_a_form_that_needs_another_look_is_kept_as_it_was_typed(office: Office) -> None:
    shown: Raw = {IDEA: TYPED, PEOPLE: ("person1",)}
    office.dispatcher.view = asking(problems={IDEA: "Too long."}, values=shown)

    await office.hears(done(Kind.FORM, sent(people=(BO,))))

    assert office.forms.kept == {SEND.encode(): shown}
    assert office.forms.written_down == [SEND.encode()]
    assert "Correct my answer" in office.words


async def test_what_may_be_about_a_student_is_not_written_down(office: Office) -> None:
    view = asking(problems={IDEA: "This may be about a student."}, values={IDEA: TYPED})
    assert view.form
    anyway = Button("Keep it as it is", send_anyway(SEND, "ab12"))
    office.dispatcher.view = replace(view, form=replace(view.form, anyway=anyway))

    await office.hears(done(Kind.FORM, sent()))

    assert office.forms.kept == {SEND.encode(): {IDEA: TYPED, PEOPLE: ()}}
    assert office.forms.written_down == []
    assert "Keep it as it is" in office.words
    assert written(Way.REOPEN, 0, SEND) in str(office.calls.made[0].body)


async def test_a_form_from_a_private_message_comes_back_with_its_server(office: Office) -> None:
    office.dispatcher.view = asking(problems={IDEA: "Too long."})

    await office.hears(done(Kind.FORM, sent(server=SERVER), server="", server_name=""))

    (request,) = office.dispatcher.asked
    assert (request.caller.workspace, request.channel) == (SERVER, "")
    assert written(Way.REOPEN, 0, SEND, SERVER) in str(office.calls.made[0].body)


@pytest.mark.parametrize(("kept_for", "ask"), [(SEND, SEND), (EDIT, SEND), (ADD, ADD)])
async def test_a_form_that_was_taken_in_is_let_go_of(
    office: Office, kept_for: Ask, ask: Ask
) -> None:
    await office.forms.keep(CALLER, kept_for, {IDEA: "Before"})

    await office.hears(done(Kind.FORM, sent(ask)))

    assert office.forms.kept == {}


async def test_another_form_after_one_that_was_taken_in_leads_on(office: Office) -> None:
    office.dispatcher.view = asking(send=ADD)

    await office.hears(done(Kind.FORM, sent()))

    assert office.forms.kept == {}
    assert written(Way.OPEN, 0, ADD) in str(office.calls.made[0].body)


@pytest.mark.parametrize("custom_id", ["9f0:home", written(Way.BUTTON, 0, HOME)])
async def test_a_form_of_another_version_gives_back_what_was_typed(
    office: Office, custom_id: str
) -> None:
    await office.hears(done(Kind.FORM, {**sent(), "custom_id": custom_id}))

    assert office.dispatcher.asked == []
    assert "from an older version" in office.words
    assert TYPED in office.words
