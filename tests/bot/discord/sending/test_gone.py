"""What becomes of a message to a place that is closed, hidden or gone."""

from datetime import timedelta

import pytest

from bot.platforms.discord.sending.platform import DiscordPlatform
from bot.platforms.port import (
    InPrivate,
    PlaceGoneError,
    PrivateShutError,
    WorkspaceGoneError,
)
from tests.bot.discord.sending.showing import WORKSPACE, place_in, view
from tests.databases import StoppedClock
from tests.fakes.discord.rest import FakeRest, refused
from tests.fakes.discord.state import BOT, Channel
from workflows.identifiers import WorkspaceId

POST = "POST /channels/#/messages"
OPEN = "POST /users/@me/channels"


async def test_a_chat_that_is_closed_is_shut_and_not_asked_for_again_at_once(
    platform: DiscordPlatform, rest: FakeRest, clock: StoppedClock, ana: InPrivate
) -> None:
    rest.state.closed.add(ana.external_id)
    for number in range(3):
        with pytest.raises(PrivateShutError):
            await platform.deliver(ana, view("Your turn"), nonce=f"n{number}")
    assert rest.count(POST) == 1

    rest.state.closed.clear()
    clock.time += timedelta(minutes=1)
    await platform.deliver(ana, view("Your turn"), nonce="n4")

    assert rest.count(OPEN) == 2


@pytest.mark.parametrize("code", [50007, 50278])
@pytest.mark.parametrize("call", [OPEN, "POST /channels/*/messages"])
async def test_somebody_takes_no_messages_when_discord_says_so(
    platform: DiscordPlatform, rest: FakeRest, ana: InPrivate, call: str, code: int
) -> None:
    rest.meet(call, refused(403, code))

    with pytest.raises(PrivateShutError):
        await platform.deliver(ana, view("Your turn"), nonce="n1")


async def test_somebody_discord_does_not_know_is_gone_and_not_shut(
    platform: DiscordPlatform, rest: FakeRest, ana: InPrivate
) -> None:
    rest.meet("POST /channels/*/messages", refused(404, 10013))

    with pytest.raises(PlaceGoneError) as gone:
        await platform.deliver(ana, view("Your turn"), nonce="n1")

    assert not isinstance(gone.value, PrivateShutError)


async def test_nobody_is_shut_for_a_server_that_put_concord_out(
    platform: DiscordPlatform, rest: FakeRest, server: str, ana: InPrivate
) -> None:
    rest.meet(OPEN, refused(403, 50278))
    rest.state.put_out(server)

    with pytest.raises(WorkspaceGoneError):
        await platform.deliver(ana, view("Your turn"), nonce="n1")


async def test_somebody_nobody_can_write_to_takes_no_messages(platform: DiscordPlatform) -> None:
    with pytest.raises(PrivateShutError):
        await platform.deliver(InPrivate(WORKSPACE, BOT), view("Your turn"), nonce="n1")


async def test_a_channel_that_shuts_concord_out_is_gone_and_left_in_peace_for_a_while(
    platform: DiscordPlatform, rest: FakeRest, clock: StoppedClock, channel: Channel
) -> None:
    channel.denied.add("send")
    for number in range(10):
        with pytest.raises(PlaceGoneError):
            await platform.deliver(place_in(channel), view("Hello"), nonce=f"n{number}")
    assert rest.count(POST) == 1

    channel.denied.clear()
    clock.time += timedelta(minutes=1)
    await platform.deliver(place_in(channel), view("Hello"), nonce="n11")

    assert rest.state.said_in(channel.id) == ["Hello"]


async def test_a_channel_that_is_hidden_or_gone_is_gone(
    platform: DiscordPlatform, rest: FakeRest, server: str
) -> None:
    hidden = rest.state.make_channel(server, "board", denied={"view"})
    gone = rest.state.make_channel(server, "old")
    del rest.state.channels[gone.id]

    for channel in (hidden, gone):
        with pytest.raises(PlaceGoneError):
            await platform.deliver(place_in(channel), view("Hello"), nonce="n1")


async def test_a_server_that_put_concord_out_is_gone_with_all_its_channels(
    platform: DiscordPlatform, rest: FakeRest, server: str, channel: Channel, ana: InPrivate
) -> None:
    other = rest.state.make_channel(server, "other")
    rest.state.put_out(server)

    for place in (place_in(channel), place_in(other), ana):
        with pytest.raises(WorkspaceGoneError):
            await platform.deliver(place, view("Hello"), nonce="n1")

    assert rest.asked() == ["GET /channels/#", "GET /guilds/#"]


async def test_a_server_that_discord_does_not_know_is_gone(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel
) -> None:
    rest.meet("POST *", refused(404, 10004))

    with pytest.raises(WorkspaceGoneError):
        await platform.deliver(place_in(channel), view("Hello"), nonce="n1")


async def test_a_workspace_that_is_no_server_is_gone(
    platform: DiscordPlatform, ana: InPrivate
) -> None:
    with pytest.raises(WorkspaceGoneError):
        await platform.deliver(
            InPrivate(WorkspaceId("else"), ana.external_id), view("Hello"), nonce="n1"
        )
