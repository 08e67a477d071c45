"""Pictures in Slack: uploaded once, and words where Slack does not take one."""

from datetime import timedelta
from typing import Any

import pytest

from bot.platforms.port import InChannel, NotYetError
from bot.platforms.slack.errors import SlackRefusedError
from bot.platforms.slack.sending import pictures as pictures_module
from bot.platforms.slack.sending.platform import SlackPlatform
from tests.bot.slack.sending.installed import ELSEWHERE
from tests.bot.slack.sending.showing import CHANNEL, view
from tests.bot.slack.sending.web_api import CUT, WebApi, refused
from tests.databases import StoppedClock
from tests.patience import deliver_patiently

UPLOAD = "files.getUploadURLExternal"
WORDS = {"type": "plain_text", "text": "3 are on time"}


def shown(slack: WebApi, ref: str) -> list[dict[str, Any]]:
    """Return what a message shows below its first words."""
    blocks: list[dict[str, Any]] = slack.messages[ref]["blocks"]
    return blocks[1:]


async def test_a_team_sees_a_picture_that_is_uploaded_once_for_all_its_messages(
    platform: SlackPlatform, slack: WebApi, clock: StoppedClock
) -> None:
    first = await platform.deliver(CHANNEL, view("Norms", pictures=2), nonce="n1")
    clock.time += timedelta(seconds=1)

    second = await platform.deliver(CHANNEL, view("Norms", pictures=1), nonce="n2")

    (file,) = slack.files
    image = {"type": "image", "slack_file": {"id": file}, "alt_text": "3 are on time"}
    assert (shown(slack, first), shown(slack, second)) == ([image, image], [image])
    assert slack.called(UPLOAD) == [UPLOAD]


async def test_each_workspace_has_a_file_of_its_own(platform: SlackPlatform, slack: WebApi) -> None:
    await platform.deliver(CHANNEL, view("Norms", pictures=1), nonce="n1")
    await platform.deliver(InChannel(ELSEWHERE, "C2"), view("Norms", pictures=1), nonce="n2")

    assert len(slack.files) == 2


@pytest.mark.parametrize("code", ["missing_scope", "storage_limit_reached"])
async def test_a_team_reads_the_words_where_slack_takes_no_picture_and_is_not_asked_again(
    code: str, platform: SlackPlatform, slack: WebApi, clock: StoppedClock
) -> None:
    slack.troubles[UPLOAD].append(refused(code))
    first = await platform.deliver(CHANNEL, view("Norms", pictures=1), nonce="n1")
    clock.time += timedelta(seconds=1)

    second = await platform.deliver(CHANNEL, view("Norms", pictures=1), nonce="n2")

    words = [{"type": "section", "text": WORDS}]
    assert (shown(slack, first), shown(slack, second)) == (words, words)
    assert slack.called(UPLOAD) == [UPLOAD]


@pytest.mark.parametrize("method", [UPLOAD, "files.completeUploadExternal"])
async def test_a_message_waits_for_its_picture_while_slack_is_away(
    method: str, platform: SlackPlatform, slack: WebApi, clock: StoppedClock
) -> None:
    slack.troubles[method].append(CUT)

    ref = await deliver_patiently(platform, clock, CHANNEL, view("Norms", pictures=1))

    assert shown(slack, ref)[0]["type"] == "image"
    assert len(slack.messages) == 1


async def test_a_message_waits_a_moment_while_slack_is_still_busy_with_its_picture(
    platform: SlackPlatform, slack: WebApi, clock: StoppedClock
) -> None:
    slack.troubles["chat.postMessage"].append(refused("invalid_blocks"))

    with pytest.raises(NotYetError):
        await platform.deliver(CHANNEL, view("Norms", pictures=1), nonce="n1")
    ref = await deliver_patiently(platform, clock, CHANNEL, view("Norms", pictures=1))

    assert shown(slack, ref)[0]["type"] == "image"


async def test_a_team_reads_plain_words_when_slack_does_not_take_the_blocks(
    platform: SlackPlatform, slack: WebApi, clock: StoppedClock
) -> None:
    await platform.deliver(CHANNEL, view("Norms", pictures=1), nonce="n1")
    slack.files.clear()
    clock.time += timedelta(minutes=1)

    ref = await platform.deliver(CHANNEL, view("Norms", pictures=1), nonce="n2")
    await platform.deliver(CHANNEL, view("Edited", pictures=1), nonce="n3", replaces=ref)

    assert slack.messages[ref]["text"] == "Edited"
    assert shown(slack, ref) == [{"type": "section", "text": {**WORDS, "emoji": False}}]


async def test_a_message_that_slack_does_not_even_take_in_plain_words_is_refused(
    platform: SlackPlatform, slack: WebApi
) -> None:
    slack.troubles["chat.postMessage"].extend([refused("invalid_blocks")] * 2)

    with pytest.raises(SlackRefusedError, match="invalid_blocks"):
        await platform.deliver(CHANNEL, view("Norms"), nonce="n1")

    assert len(slack.calls) == 2


async def test_a_picture_that_was_forgotten_is_uploaded_again(
    platform: SlackPlatform, slack: WebApi, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures_module, "KEPT", 1)
    for number, place in enumerate((CHANNEL, InChannel(ELSEWHERE, "C2"), CHANNEL)):
        await deliver_patiently(
            platform, clock, place, view("Norms", pictures=1), nonce=f"n{number}"
        )

    assert len(slack.called(UPLOAD)) == 3
