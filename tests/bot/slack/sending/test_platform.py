"""What a team and its members see in Slack of what is delivered to them."""

from datetime import timedelta

import pytest

from bot.platforms.port import (
    InChannel,
    InPrivate,
    NotYetError,
    PlaceGoneError,
    PlatformPort,
    ReplacedGoneError,
    WorkspaceGoneError,
)
from bot.platforms.slack.drawing.messages import messages
from bot.platforms.slack.errors import SlackRefusedError
from bot.platforms.slack.sending import platform as platform_module
from bot.platforms.slack.sending.calls import SlackCalls
from bot.platforms.slack.sending.platform import SlackPlatform
from bot.platforms.slack.sending.refs import Ref
from tests.bot.slack.sending.installed import ELSEWHERE, SITE, WORKSPACE, FakeInstallations
from tests.bot.slack.sending.showing import ANA, CHANNEL, view
from tests.bot.slack.sending.web_api import WebApi, refused
from tests.databases import StoppedClock
from tests.fakes.hostile import INJECTIONS
from tests.patience import deliver_patiently, paint
from workflows.text import plain
from workflows.views import Paragraph, Privacy, View

EVERYTHING_OFF = {
    "parse": "none",
    "link_names": "false",
    "unfurl_links": "false",
    "unfurl_media": "false",
}


async def test_a_channel_reads_a_message_and_its_reference_leads_there(
    platform: SlackPlatform, slack: WebApi
) -> None:
    port: PlatformPort = platform

    ref = await port.deliver(CHANNEL, view("Hello"), nonce="n1")

    assert slack.messages[ref]["text"] == "Hello"
    assert ref.startswith("C1/")


async def test_nothing_that_a_person_typed_becomes_a_mention_a_link_or_a_preview(
    calls: SlackCalls, installations: FakeInstallations, clock: StoppedClock, slack: WebApi
) -> None:
    platform = SlackPlatform(calls, installations, draw=messages, paint=paint, now=clock)
    hostile = " ".join([*INJECTIONS, "<@U1> <#C1> <!subteam^S1> <https://evil.example|Slack>"])

    shown = View(hostile, hostile, (Paragraph(plain(hostile)),), privacy=Privacy.TEAM)
    await platform.deliver(CHANNEL, shown, nonce="n1")

    (call,) = slack.calls
    assert {name: call.arguments.get(name) for name in EVERYTHING_OFF} == EVERYTHING_OFF
    assert not any(sign in call.arguments["text"] for sign in ("<@", "<!", "<#", "<http"))
    assert "mrkdwn" not in call.arguments["blocks"]


async def test_a_reply_stands_in_the_thread_it_belongs_to(
    platform: SlackPlatform, slack: WebApi, clock: StoppedClock
) -> None:
    root = await platform.deliver(CHANNEL, view("Card"), nonce="n1")
    clock.time += timedelta(seconds=1)

    reply = await platform.deliver(
        InChannel(WORKSPACE, "C1", f"{root}/pin"), view("Ideas"), nonce="n2"
    )

    assert slack.messages[reply]["thread"] == Ref.read(root).ts


async def test_a_reply_stands_in_the_channel_when_its_thread_is_gone(
    platform: SlackPlatform, slack: WebApi
) -> None:
    reply = await platform.deliver(InChannel(WORKSPACE, "C1", "C1/1.1"), view("Ideas"), nonce="n1")

    assert slack.messages[reply]["thread"] == ""


async def test_a_refusal_of_a_message_by_itself_has_nothing_to_do_with_threads(
    platform: SlackPlatform, slack: WebApi
) -> None:
    slack.troubles["chat.postMessage"].append(refused("thread_not_found"))

    with pytest.raises(SlackRefusedError):
        await platform.deliver(CHANNEL, view("Ideas"), nonce="n1")


async def test_a_person_reads_a_message_in_private_in_a_chat_that_is_opened_once(
    platform: SlackPlatform, slack: WebApi, clock: StoppedClock
) -> None:
    for number in range(3):
        await platform.deliver(ANA, view(f"Turn {number}"), nonce=f"n{number}")
        clock.time += timedelta(seconds=1)

    assert slack.texts("DU1") == ["Turn 0", "Turn 1", "Turn 2"]
    assert slack.called("conversations.open") == ["conversations.open"]


async def test_only_the_latest_chats_are_remembered(
    platform: SlackPlatform, slack: WebApi, monkeypatch: pytest.MonkeyPatch, clock: StoppedClock
) -> None:
    monkeypatch.setattr(platform_module, "MOST_CHATS", 1)
    for number, who in enumerate(("U1", "U2", "U1")):
        place = InPrivate(WORKSPACE, who)
        await deliver_patiently(platform, clock, place, view("Turn"), nonce=f"n{number}")

    assert len(slack.called("conversations.open")) == 3


async def test_a_message_is_changed_in_place(platform: SlackPlatform, slack: WebApi) -> None:
    ref = await platform.deliver(ANA, view("0 of 3"), nonce="n1")

    changed = await platform.deliver(ANA, view("1 of 3"), nonce="n2", replaces=ref)

    assert changed == ref
    assert slack.texts("DU1") == ["1 of 3"]


async def test_a_card_that_changes_often_is_edited_every_three_seconds_with_the_newest_state(
    platform: SlackPlatform, slack: WebApi, clock: StoppedClock
) -> None:
    ref = await platform.deliver(CHANNEL, view("0 of 9"), nonce="n0")
    waits = list[float]()

    for tick in range(1, 10):
        try:
            await platform.deliver(CHANNEL, view(f"{tick} of 9"), nonce="edit", replaces=ref)
            waits.append(0)
        except NotYetError as error:
            waits.append(error.seconds)
        clock.time += timedelta(seconds=1)

    assert waits == [0, 3 - 1, 3 - 2, 0, 2, 1, 0, 2, 1]
    assert len(slack.called("chat.update")) == 3


async def test_a_long_message_goes_on_in_its_thread(
    platform: SlackPlatform, slack: WebApi, clock: StoppedClock
) -> None:
    ref = await deliver_patiently(platform, clock, CHANNEL, view("One", "Two", "Three"))

    first, *others = [slack.messages[f"C1/{ts}"] for ts in ref.split("/")[1:]]
    assert (first["text"], first["thread"]) == ("One", "")
    assert [part["text"] for part in others] == ["Two", "Three"]
    assert {part["thread"] for part in others} == {Ref.read(ref).ts}
    assert len(slack.messages) == 3


async def test_a_long_message_is_changed_in_all_its_parts_and_loses_those_it_has_no_more(
    platform: SlackPlatform, slack: WebApi, clock: StoppedClock
) -> None:
    ref = await deliver_patiently(platform, clock, CHANNEL, view("One", "Two", "Three"))
    clock.time += timedelta(minutes=1)

    shorter = await platform.deliver(CHANNEL, view("1", "2"), nonce="n2", replaces=ref)

    assert slack.texts("C1") == ["1", "2"]
    assert ref.startswith(f"{shorter}/")


async def test_a_part_that_somebody_has_deleted_is_posted_again_or_not_missed(
    platform: SlackPlatform, slack: WebApi, clock: StoppedClock
) -> None:
    ref = await deliver_patiently(platform, clock, CHANNEL, view("One", "Two", "Three"))
    clock.time += timedelta(minutes=1)
    for ts in Ref.read(ref).parts:
        del slack.messages[f"C1/{ts}"]

    await platform.deliver(CHANNEL, view("1", "2"), nonce="n2", replaces=ref)

    assert slack.texts("C1") == ["1", "2"]


@pytest.mark.parametrize("code", ["message_not_found", "cant_update_message", "edit_window_closed"])
async def test_a_message_that_cannot_be_changed_any_more_is_to_be_posted_anew(
    code: str, platform: SlackPlatform, slack: WebApi
) -> None:
    slack.troubles["chat.update"].append(refused(code))

    with pytest.raises(ReplacedGoneError):
        await platform.deliver(CHANNEL, view("Hello"), nonce="n1", replaces="C1/1.1")

    assert slack.called() == ["chat.update"]


async def test_an_edit_that_slack_refuses_for_another_reason_is_refused(
    platform: SlackPlatform, slack: WebApi
) -> None:
    slack.troubles["chat.update"].append(refused("msg_too_long"))

    with pytest.raises(SlackRefusedError, match="msg_too_long"):
        await platform.deliver(CHANNEL, view("Hello"), nonce="n1", replaces="C1/1.1")


async def test_a_card_is_pinned_once_and_a_person_may_take_the_pin_off(
    platform: SlackPlatform, slack: WebApi
) -> None:
    ref = await platform.deliver(CHANNEL, view("Card"), nonce="n1", pin=True)
    slack.pins.clear()

    again = await platform.deliver(CHANNEL, view("Card 2"), nonce="n2", replaces=ref, pin=True)

    assert (slack.pins, again, Ref.read(ref).is_pinned) == ([], ref, True)


async def test_a_card_that_is_not_to_be_pinned_any_more_loses_its_pin(
    platform: SlackPlatform, slack: WebApi
) -> None:
    ref = await platform.deliver(CHANNEL, view("Card"), nonce="n1", pin=True)

    await platform.deliver(CHANNEL, view("Card"), nonce="n2", replaces=ref)

    assert slack.pins == []


@pytest.mark.parametrize("code", ["already_pinned", "missing_scope", "too_many_pins"])
async def test_a_message_that_slack_does_not_pin_stands_all_the_same(
    code: str, platform: SlackPlatform, slack: WebApi
) -> None:
    slack.troubles["pins.add"].append(refused(code))

    await platform.deliver(CHANNEL, view("Card"), nonce="n1", pin=True)

    assert slack.texts("C1") == ["Card"]


async def test_a_private_view_never_goes_into_a_channel(
    platform: SlackPlatform, slack: WebApi
) -> None:
    with pytest.raises(ValueError, match="private"):
        await platform.deliver(CHANNEL, View("Mine", "Mine."), nonce="n1")

    assert slack.calls == []


@pytest.mark.parametrize(
    "code",
    ["channel_not_found", "is_archived", "not_in_channel", "restricted_action", "missing_scope"],
)
async def test_a_channel_that_is_gone_is_told_as_such(
    code: str, platform: SlackPlatform, slack: WebApi
) -> None:
    slack.troubles["chat.postMessage"].append(refused(code))

    with pytest.raises(PlaceGoneError):
        await platform.deliver(CHANNEL, view("Hello"), nonce="n1")

    assert slack.called() == ["chat.postMessage"]


async def test_a_chat_that_is_not_there_any_more_is_opened_anew_the_next_time(
    platform: SlackPlatform, slack: WebApi, clock: StoppedClock
) -> None:
    await platform.deliver(ANA, view("Hello"), nonce="n1")
    slack.troubles["chat.postMessage"].append(refused("channel_not_found"))
    clock.time += timedelta(seconds=1)
    with pytest.raises(PlaceGoneError):
        await platform.deliver(ANA, view("Hello"), nonce="n2")

    await deliver_patiently(platform, clock, ANA, view("Hello"), nonce="n3")

    assert len(slack.called("conversations.open")) == 2


async def test_all_work_stops_with_one_call_when_concord_was_taken_out_and_goes_on_afterwards(
    platform: SlackPlatform, slack: WebApi, installations: FakeInstallations, clock: StoppedClock
) -> None:
    kept = dict(installations.kept)
    slack.troubles["chat.postMessage"].append(refused("account_inactive"))
    for number in range(5):
        with pytest.raises(WorkspaceGoneError):
            await platform.deliver(CHANNEL, view("Hello"), nonce=f"n{number}")
    stopped = slack.called()

    installations.kept = kept
    await deliver_patiently(platform, clock, CHANNEL, view("Hello"), nonce="n5")

    assert stopped == ["chat.postMessage"]
    assert slack.texts("C1") == ["Hello"]


async def test_another_workspace_goes_on_when_one_has_taken_concord_out(
    platform: SlackPlatform, slack: WebApi, installations: FakeInstallations
) -> None:
    await installations.end(SITE.team, SITE.org)

    await platform.deliver(InChannel(ELSEWHERE, "C2"), view("Hello"), nonce="n1")

    assert slack.texts("C2") == ["Hello"]
