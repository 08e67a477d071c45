"""What becomes of deliveries while Slack is busy, slow, away, or does not say what it did."""

import asyncio
from collections.abc import Awaitable
from datetime import timedelta

import pytest

from bot.platforms.port import (
    InChannel,
    InPrivate,
    NotYetError,
    OutcomeUnknownError,
    PlaceGoneError,
)
from bot.platforms.slack.errors import SlackRefusedError
from bot.platforms.slack.sending import platform as platform_module
from bot.platforms.slack.sending.breaker import MOST_DOUBTS
from bot.platforms.slack.sending.platform import PAUSE_SECONDS, SlackPlatform
from tests.bot.mail import until
from tests.bot.slack.sending.installed import ELSEWHERE, WORKSPACE, FakeInstallations
from tests.bot.slack.sending.showing import ANA, CHANNEL, view
from tests.bot.slack.sending.web_api import (
    CUT,
    CUT_WHEN_DONE,
    DOWN,
    HALF,
    HTML,
    Trouble,
    WebApi,
    busy,
    refused,
)
from tests.databases import StoppedClock
from tests.patience import deliver_patiently

POST = "chat.postMessage"


async def pause(delivering: Awaitable[str]) -> float:
    """Return for how long a delivery is to wait."""
    with pytest.raises(NotYetError) as error:
        await delivering
    return error.value.seconds


@pytest.mark.parametrize(
    ("trouble", "seconds"),
    [
        (busy(Retry_After="1"), 1),
        (busy(Retry_After="3600"), 3600),
        (busy(), 30),
        (refused("ratelimited"), 30),
    ],
)
async def test_a_workspace_that_asks_for_a_pause_gets_it_and_no_other_one_waits(
    trouble: Trouble,
    seconds: float,
    platform: SlackPlatform,
    slack: WebApi,
    clock: StoppedClock,
) -> None:
    slack.troubles[POST].append(trouble)
    first = await pause(platform.deliver(CHANNEL, view("One"), nonce="n1"))
    second = await pause(platform.deliver(CHANNEL, view("Two"), nonce="n2"))
    await platform.deliver(InChannel(ELSEWHERE, "C2"), view("Elsewhere"), nonce="n3")
    asked = len(slack.calls)

    await deliver_patiently(platform, clock, CHANNEL, view("One"), nonce="n1")
    await deliver_patiently(platform, clock, CHANNEL, view("Two"), nonce="n2")

    assert (first, asked) == (seconds, 2)
    assert second >= seconds
    assert slack.texts("C1") == ["One", "Two"]


async def test_edits_go_on_while_slack_wants_no_new_messages(
    platform: SlackPlatform, slack: WebApi, clock: StoppedClock
) -> None:
    ref = await platform.deliver(CHANNEL, view("0 of 3"), nonce="n1")
    slack.troubles[POST].append(busy(Retry_After="3600"))
    clock.time += timedelta(seconds=1)
    await pause(platform.deliver(CHANNEL, view("Another"), nonce="n2"))

    await platform.deliver(CHANNEL, view("1 of 3"), nonce="n3", replaces=ref)

    assert slack.texts("C1") == ["1 of 3"]


@pytest.mark.parametrize("trouble", [CUT, CUT_WHEN_DONE, DOWN, HTML, HALF, Trouble(body="[]")])
async def test_a_new_message_is_of_unknown_outcome_when_the_answer_was_lost(
    trouble: Trouble, platform: SlackPlatform, slack: WebApi
) -> None:
    slack.troubles[POST].append(trouble)

    with pytest.raises(OutcomeUnknownError) as error:
        await platform.deliver(CHANNEL, view("Hello"), nonce="n1")

    assert error.value.ref == ""


@pytest.mark.parametrize("body", ['{"ok": true}', '{"ok": true, "ts": 7}'])
async def test_a_message_without_a_time_stamp_is_of_unknown_outcome(
    body: str, platform: SlackPlatform, slack: WebApi
) -> None:
    slack.troubles[POST].append(Trouble(body=body))

    with pytest.raises(OutcomeUnknownError):
        await platform.deliver(CHANNEL, view("Hello"), nonce="n1")


@pytest.mark.parametrize("trouble", [CUT, CUT_WHEN_DONE, DOWN, HTML, HALF])
async def test_an_edit_is_simply_made_again_when_the_answer_was_lost(
    trouble: Trouble, platform: SlackPlatform, slack: WebApi, clock: StoppedClock
) -> None:
    ref = await platform.deliver(CHANNEL, view("0 of 3"), nonce="n1")
    slack.troubles["chat.update"].append(trouble)

    again = await deliver_patiently(
        platform, clock, CHANNEL, view("1 of 3"), nonce="n2", replaces=ref
    )

    assert again == ref
    assert slack.texts("C1") == ["1 of 3"]


async def test_a_part_of_unknown_outcome_is_never_posted_again_and_those_before_it_are_known(
    platform: SlackPlatform, slack: WebApi, clock: StoppedClock
) -> None:
    slack.troubles["pins.add"].append(busy(Retry_After="1"))
    with pytest.raises(NotYetError) as first:
        await platform.deliver(CHANNEL, view("One"), nonce="n1", pin=True)
    slack.troubles[POST].append(CUT_WHEN_DONE)
    clock.time += timedelta(minutes=1)

    with pytest.raises(OutcomeUnknownError) as error:
        await platform.deliver(CHANNEL, view("One", "Two"), nonce="n2", replaces=first.value.ref)

    assert error.value.ref == f"{first.value.ref}/?"
    clock.time += timedelta(minutes=10)
    shown = await platform.deliver(CHANNEL, view("1", "2"), nonce="n3", replaces=error.value.ref)
    assert slack.texts("C1") == ["1", "Two"]
    clock.time += timedelta(minutes=10)
    shorter = await platform.deliver(CHANNEL, view("1"), nonce="n4", replaces=shown)
    assert (shown, shorter) == (error.value.ref, first.value.ref)


async def test_slack_is_tried_by_one_harmless_call_before_a_message_is_risked_again(
    platform: SlackPlatform, slack: WebApi, clock: StoppedClock
) -> None:
    slack.troubles[POST].append(DOWN)
    slack.troubles["auth.test"].extend([DOWN] * 25)
    with pytest.raises(OutcomeUnknownError):
        await platform.deliver(CHANNEL, view("Lost"), nonce="n0")
    start = clock.time

    await deliver_patiently(platform, clock, CHANNEL, view("Hello"), nonce="n1")

    assert slack.called() == [POST, *["auth.test"] * 26, POST]
    assert timedelta(hours=1) < clock.time - start < timedelta(hours=2)
    assert slack.texts("C1") == ["Hello"]


async def test_nobody_asks_slack_while_it_is_away_but_other_workspaces(
    platform: SlackPlatform, slack: WebApi
) -> None:
    slack.troubles["conversations.open"].append(DOWN)
    await pause(platform.deliver(ANA, view("Hello"), nonce="n1"))

    waits = [await pause(platform.deliver(CHANNEL, view("Hello"), nonce=f"n{n}")) for n in range(5)]
    await platform.deliver(InChannel(ELSEWHERE, "C2"), view("Elsewhere"), nonce="n9")

    assert slack.called() == ["conversations.open", POST]
    assert set(waits) == {3.0}


async def test_the_others_wait_while_one_tries_whether_slack_is_back(
    platform: SlackPlatform, slack: WebApi, clock: StoppedClock
) -> None:
    slack.troubles["conversations.open"].append(DOWN)
    clock.time += timedelta(seconds=await pause(platform.deliver(ANA, view("Hello"), nonce="n1")))
    slack.gate.clear()

    async with asyncio.TaskGroup() as group:
        trial = group.create_task(platform.deliver(ANA, view("Hello"), nonce="n1"))
        await until(lambda: "auth.test" in slack.called())
        waits = await pause(platform.deliver(CHANNEL, view("Two"), nonce="n2"))
        slack.gate.set()

    assert waits == 10
    assert trial.result().startswith("DU1/")


async def test_slack_is_left_in_peace_when_it_refuses_everything_and_nobody_knows_why(
    platform: SlackPlatform, slack: WebApi, clock: StoppedClock
) -> None:
    slack.troubles[POST].extend([refused("a_code_of_tomorrow")] * MOST_DOUBTS)
    for number in range(MOST_DOUBTS):
        clock.time += timedelta(seconds=1)
        with pytest.raises(SlackRefusedError, match="a_code_of_tomorrow"):
            await platform.deliver(CHANNEL, view("Hello"), nonce=f"n{number}")

    seconds = await pause(platform.deliver(CHANNEL, view("Hello"), nonce="n9"))

    assert seconds == 3
    await deliver_patiently(platform, clock, CHANNEL, view("Hello"), nonce="n9")
    assert slack.texts("C1") == ["Hello"]


async def test_a_message_waits_when_slack_is_slow_before_it_can_be_posted(
    platform: SlackPlatform, slack: WebApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform_module, "PREPARE_SECONDS", 0.05)
    slack.gate.clear()

    assert await pause(platform.deliver(ANA, view("Hello"), nonce="n1")) == PAUSE_SECONDS
    slack.gate.set()


async def test_a_message_is_of_unknown_outcome_when_slack_is_slow_to_post_it(
    platform: SlackPlatform, slack: WebApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform_module, "SHOW_SECONDS", 0.05)
    slack.gate.clear()

    with pytest.raises(OutcomeUnknownError):
        await platform.deliver(CHANNEL, view("Hello"), nonce="n1")
    slack.gate.set()


async def test_a_message_waits_while_nobody_knows_where_concord_is_installed(
    platform: SlackPlatform, slack: WebApi, installations: FakeInstallations
) -> None:
    installations.is_away = True

    assert await pause(platform.deliver(CHANNEL, view("Hello"), nonce="n1")) == PAUSE_SECONDS
    assert slack.calls == []


async def test_a_person_who_is_gone_is_told_as_such(platform: SlackPlatform) -> None:
    with pytest.raises(PlaceGoneError):
        await platform.deliver(InPrivate(WORKSPACE, "U99"), view("Hello"), nonce="n1")
