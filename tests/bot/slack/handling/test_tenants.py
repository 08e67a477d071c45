"""Ids from elsewhere, roles that end, guests: what is not somebody's looks as if it were not."""

import pytest

from bot.platforms.slack.ports import Payload
from commands.practice import CHANNEL
from tests.bot.slack.handling.conftest import profile
from tests.bot.slack.handling.people import People
from tests.bot.slack.handling.slack import FakeSlack, words_in
from tests.commands.scenes import agree_norms, decide, name_decision, write_norms
from tests.table import Table
from workflows.views import Ask

FAR_CHANNEL = "far-channel"
NOWHERE = "nosuchthing2"


@pytest.fixture
async def ids(table: Table, strangers: People) -> dict[str, str]:
    """Something of each kind in the first workspace; in the second one, Zoe leads a team."""
    await strangers.type("zoe", "start", at=FAR_CHANNEL)
    await strangers.send("zoe", name="Riverside", first_party="District", second_party="Union")
    await strangers.send("zoe", name="Bridge", my_party="Union")
    norms, decision = await agree_norms(table), await decide(table)
    await name_decision(table, "The lunch break")
    return {
        "conversation": (await table.conversation("decision")).id,
        "decision": decision.id,
        "norms": norms.id,
        "member": await table.member("Dev Patel"),
        "team": (await table.team()).id,
    }


ASKS = {
    "a conversation": ("conversation open", "id", "conversation"),
    "a decision": ("decide show", "id", "decision"),
    "the norms": ("record show", "id", "norms"),
    "a file": ("record export", "id", "norms"),
    "a member": ("team role", "member", "member"),
    "a team": ("home", "team", "team"),
}


@pytest.mark.parametrize("asked", ASKS.values(), ids=ASKS)
async def test_a_button_with_an_id_of_another_workspace_finds_nothing(
    strangers: People,
    slack: FakeSlack,
    table: Table,
    ids: dict[str, str],
    asked: tuple[str, str, str],
) -> None:
    command, option, kind = asked
    before = await table.kept()

    await strangers.press_in_message("zoe", _button(command, option, ids[kind]), at=FAR_CHANNEL)
    theirs = slack.whispers.pop()
    await strangers.press_in_message("zoe", _button(command, option, NOWHERE), at=FAR_CHANNEL)
    nobodys = slack.whispers.pop()

    assert theirs == nobodys
    assert "I could not find that here." in theirs.text
    assert slack.files == []
    assert await table.kept() == before


@pytest.mark.parametrize("where", ["the ask of a window", "its channel"])
async def test_a_window_with_ids_of_another_workspace_finds_nothing(
    strangers: People, table: Table, ids: dict[str, str], where: str
) -> None:
    step = {"step": "mark", "round": "2"}
    theirs = Ask("conversation send", {"id": ids["conversation"], **step})
    nobodys = Ask("conversation send", {"id": NOWHERE, **step})
    channel = CHANNEL if where == "its channel" else FAR_CHANNEL
    before = await table.kept()

    found = await strangers.send_view("zoe", _window(theirs, channel))
    missing = await strangers.send_view("zoe", _window(nobodys, channel))

    assert found.body == missing.body
    assert found.body
    assert "I could not find that here." in words_in(found.body["view"])
    assert await table.kept() == before


async def test_a_lead_who_stopped_leading_meanwhile_cannot_change_roles(
    people: People, table: Table
) -> None:
    await people.type("maria", "team role")
    await people.pick("maria", "Dev Patel")
    await people.type("joan", "team role")
    await people.pick("joan", "María Ortega")
    await people.send("joan", roles=(), party="District administration")

    await people.send("maria", roles=("lead",), party="District administration")

    assert "That is for a lead of the team to do." in people.sees("maria")
    assert [member.name for member in (await table.team()).leads] == ["Joan Fields"]


async def test_a_member_who_left_meanwhile_cannot_answer(people: People, table: Table) -> None:
    await write_norms(table)
    await people.type("dev", "home")
    await people.press("dev", "Group norms")
    await table.sends("dev", Ask("team leave", {"sure": "yes"}))
    before = await table.kept()

    await people.send("dev", idea_logistics="we start on time")

    assert "Not on this team yet" in people.sees("dev")
    assert "we start on time" in people.sees("dev")
    assert await table.kept() == before


async def test_a_guest_who_is_not_on_the_roster_is_refused_and_told_whose_place_it_is(
    people: People, slack: FakeSlack
) -> None:
    slack.profiles["eve"] = profile("Eve Stone", is_restricted=True)

    await people.type("eve", "norms start")

    assert "You are not on the team “Leadership team” yet." in people.reads("eve")
    assert "What you write is kept for Lincoln Schools" in people.reads("eve")


async def test_a_member_from_another_organisation_sees_who_keeps_the_answers(
    people: People, slack: FakeSlack, table: Table
) -> None:
    await write_norms(table)
    slack.profiles["amara"] = profile("Amara Obi", team_id="T7", is_stranger=True)
    await people.type("amara", "home")

    await people.press("amara", "Group norms")

    assert people.sees("amara").endswith(
        "You are a guest here. What you write is kept for Lincoln Schools, not for your own "
        "organization."
    )


async def test_somebody_from_another_organisation_is_where_the_button_stands(
    people: People, slack: FakeSlack, table: Table, ids: dict[str, str]
) -> None:
    slack.profiles["zoe"] = profile("Zoe Park", team_id="T2", is_stranger=True)
    press = _button("record show", "id", ids["norms"])
    before = await table.kept()

    await people.press_in_message("zoe", press)

    assert "Not on this team yet" in people.reads("zoe")
    assert await table.kept() == before


def _button(command: str, option: str, id_: str) -> Payload:
    return {"action_id": "ask:0", "value": Ask(command, {option: id_}).encode()}


def _window(asked: Ask, channel: str) -> Payload:
    marks = {
        f"{field}~1234abcd": {
            field: {"type": "radio_buttons", "selected_option": {"value": "shared"}}
        }
        for field in ("expected", "wished")
    }
    metadata = f'{{"ask": "{asked.encode()}", "channel": "{channel}"}}'
    return {"id": "V1", "private_metadata": metadata, "state": {"values": marks}}
