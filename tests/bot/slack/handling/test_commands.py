"""Slash commands: answered at once, or by the form they lead to."""

import json
from dataclasses import replace

import pytest

from bot.platforms.slack.errors import SlackAwayError, SlackRefusedError
from bot.platforms.slack.handling.answering import answer_with_leaflet
from bot.platforms.slack.handling.desk import Desk, Spot
from bot.platforms.slack.handling.handler import SlackHandling
from bot.platforms.slack.handling.people import Asker
from bot.platforms.slack.ports import Payload, Site
from commands.practice import CHANNEL, WORKSPACE
from commands.request import Caller
from commands.screens import told
from tests.bot.slack.handling.conftest import FakeInstallations, profile
from tests.bot.slack.handling.people import SITE, People
from tests.bot.slack.handling.slack import FakeSlack, parts_in
from tests.commands.scenes import EVERYONE, name_decision
from tests.table import Table
from workflows import asks
from workflows.pictures.drawings import Drawing
from workflows.text import plain
from workflows.views import Paragraph, View


async def test_a_member_is_answered_in_the_acknowledgement_itself(people: People) -> None:
    ack = await people.type("maria", "")

    assert ack.body
    assert ack.body["text"] == (
        "Leadership team: 8 members, for District administration and Educators' association."
    )
    assert "Agree our norms" in people.reads("maria")


async def test_a_member_reads_a_long_answer_in_several_messages(
    people: People, slack: FakeSlack
) -> None:
    await people.type("lucia", "nosuchthing")
    slack.whispers.clear()

    await people.type("lucia", "help")

    assert [whisper.user for whisper in slack.whispers] == ["lucia"]
    assert "Esto es todo lo que puedes pedirme." in slack.whispers[0].text


async def test_a_member_who_was_here_reads_help_ready_to_be_sent(people: People) -> None:
    first = await people.type("maria", "help")
    again = await people.type("maria", "help")

    assert json.loads(again.written) == again.body == first.body
    assert again.written is (await people.type("maria", "help")).written


async def test_a_long_leaflet_goes_on_below_the_acknowledgement(
    desk: Desk, slack: FakeSlack
) -> None:
    asker = Asker(Caller(WORKSPACE, "maria", "María Ortega"))
    spot = Spot(SITE, asker, CHANNEL)
    leaflet = told("All of it", "It is long.", *[Paragraph(plain("long " * 500))] * 20)

    ack = answer_with_leaflet(desk, spot, leaflet)

    assert ack.body == json.loads(ack.written)
    assert ack.after
    await ack.after()
    assert [whisper.user for whisper in slack.whispers] == ["maria"] * len(slack.whispers) != []


async def test_a_guest_who_asks_for_help_is_told_whose_place_it_is(
    people: People, slack: FakeSlack
) -> None:
    slack.profiles["maria"] = profile("María Ortega", is_restricted=True)

    for _ in range(2):
        await people.type("maria", "help")

        assert "You are a guest here." in people.reads("maria")


async def test_a_member_sees_a_form_in_a_window(people: People) -> None:
    ack = await people.type("maria", "norms start")

    assert ack.body is None
    assert "Choose the pace" in people.sees("maria")


async def test_a_member_whose_trigger_has_expired_gets_a_button_to_open_the_form(
    people: People, slack: FakeSlack
) -> None:
    slack.is_slow = True
    await people.type("maria", "norms start")
    offered = people.reads("maria")
    slack.is_slow = False

    await people.press("maria", "Open the form")

    assert "Slack took too long to open the form." in offered
    assert "Choose the pace" in people.sees("maria")


async def test_a_member_whose_trigger_has_expired_opens_a_command_again(
    people: People, slack: FakeSlack
) -> None:
    slack.is_slow = True
    await people.type("maria", "me language")
    slack.is_slow = False

    await people.press("maria", "Open the form")

    assert "Your language" in people.sees("maria")


async def test_somebody_in_a_direct_message_is_in_no_channel(
    people: People, slack: FakeSlack
) -> None:
    await people.type("eve", "home", at="D-eve")

    assert "You are not on a team yet." in people.reads("eve")
    assert [whisper.channel for whisper in slack.whispers] == ["D-eve"]


async def test_a_picture_comes_with_the_words_when_it_is_uploaded(
    people: People, table: Table, slack: FakeSlack
) -> None:
    await _mark_far_apart(table)

    await people.press_in_message("maria", await _look(table))

    images = parts_in(list(slack.whispers[-1].blocks), "image")
    assert [image["slack_file"] for image in images] == [{"id": "F0"}]


async def test_a_payload_of_another_shape_leads_to_nothing(
    people: People, slack: FakeSlack
) -> None:
    handling: SlackHandling = people.handling

    acks = [
        await handling.command(SITE, {"channel_id": CHANNEL}),
        await handling.command(SITE, {"user_id": 7, "channel_id": CHANNEL}),
        await handling.action(SITE, {"user": {"id": "maria"}, "actions": "none"}),
        await handling.action(SITE, {"user": {"id": "maria"}, "actions": []}),
        await handling.submission(SITE, {"user": {"id": "maria"}, "view": []}),
        await handling.shortcut(SITE, {}),
        await handling.function(SITE, {"event": {"inputs": {"person": "maria"}}}),
        await handling.event(SITE, {"event": "app_mention"}),
    ]

    assert [(ack.body, ack.after) for ack in acks] == [(None, None)] * 8
    assert slack.calls == []


async def test_the_words_come_alone_where_slack_does_not_take_the_picture(
    people: People, table: Table, slack: FakeSlack
) -> None:
    await _mark_far_apart(table)
    slack.takes_pictures = False

    await people.press_in_message("maria", await _look(table))

    assert parts_in(list(slack.whispers[-1].blocks), "image") == []
    assert len(slack.whispers) == 1


async def test_the_words_come_alone_where_the_picture_cannot_be_uploaded(
    people: People, desk: Desk, table: Table, slack: FakeSlack
) -> None:
    async def nothing(_site: Site, _view: View) -> dict[Drawing, str]:
        raise SlackAwayError

    people.handling = SlackHandling(replace(desk, pictures=nothing))
    await _mark_far_apart(table)

    await people.press_in_message("maria", await _look(table))

    assert parts_in(list(slack.whispers[-1].blocks), "image") == []


async def test_an_answer_that_slack_refuses_is_not_hidden(people: People, slack: FakeSlack) -> None:
    slack.failing["chat.postEphemeral"] = SlackRefusedError("invalid_blocks")

    with pytest.raises(SlackRefusedError):
        await people.hear("app_mention", user="maria", channel=CHANNEL, thread_ts="1.2")


async def test_a_guest_of_a_place_that_put_concord_out_meanwhile_is_answered(
    people: People, slack: FakeSlack, installations: FakeInstallations
) -> None:
    slack.profiles["amara"] = profile("Amara Obi", is_restricted=True)
    installations.kept.clear()

    await people.type("amara", "home")

    assert "You are a guest here." not in people.reads("amara")


async def _mark_far_apart(table: Table) -> None:
    await name_decision(table)
    for who in EVERYONE:
        await table.takes_part(who, "decision")
        await table.fills(who, expected="explained-a", wished="shared")


async def _look(table: Table) -> Payload:
    asked = asks.look((await table.conversation("decision")).id)
    return {"action_id": "ask:0", "value": asked.encode()}
