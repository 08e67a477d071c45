"""What becomes of a delivery when Discord is busy, away, or its answer is lost."""

from datetime import timedelta

import pytest

from bot.platforms.discord.errors import DiscordRefusedError
from bot.platforms.discord.sending import platform as platform_module
from bot.platforms.discord.sending.calls import DiscordCalls
from bot.platforms.discord.sending.platform import DiscordPlatform
from bot.platforms.discord.sending.refs import Ref
from bot.platforms.port import DeliveryError, NotYetError, OutcomeUnknownError
from tests.bot.discord.sending.showing import FakeServers, draw, place_in, view
from tests.databases import StoppedClock
from tests.fakes.discord.rest import (
    CUT,
    CUT_WHEN_DONE,
    DOWN,
    HALF,
    SILENT,
    FakeRest,
    Trouble,
    busy,
    refused,
)
from tests.fakes.discord.state import Channel
from tests.patience import deliver_patiently, paint
from workflows.pictures.drawings import Drawing

POSTING = "POST /channels/*/messages"


async def test_a_busy_discord_is_asked_again_when_it_said(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel
) -> None:
    rest.meet(POSTING, busy(20))

    with pytest.raises(NotYetError) as wait:
        await platform.deliver(place_in(channel), view("Hello"), nonce="n1")

    assert wait.value.seconds == 20


async def test_the_pauses_grow_while_discord_is_away_and_end_when_it_is_back(
    platform: DiscordPlatform, rest: FakeRest, clock: StoppedClock, channel: Channel
) -> None:
    place, waits = place_in(channel), list[float]()
    rest.meet_always("*", DOWN)
    for number in range(10):
        with pytest.raises(NotYetError) as wait:
            await platform.deliver(place, view("Hello"), nonce=f"n{number}")
        waits.append(wait.value.seconds)
        clock.time += timedelta(seconds=wait.value.seconds)
    assert waits == [3, 6, 12, 24, 48, 96, 192, 225, 225, 225]

    rest.heal()
    await platform.deliver(place, view("Hello"), nonce="n1")
    rest.meet_always("*", DOWN)

    with pytest.raises(NotYetError) as wait:
        await platform.deliver(place, view("Hello"), nonce="n2")
    assert wait.value.seconds == 3


async def test_nobody_asks_while_discord_is_known_to_be_away(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel
) -> None:
    rest.meet_always("*", DOWN)
    for number in range(5):
        with pytest.raises(NotYetError):
            await platform.deliver(place_in(channel), view("Hello"), nonce=f"n{number}")

    assert len(rest.calls) == 3


async def test_a_token_that_is_refused_makes_messages_wait(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel
) -> None:
    rest.state.tokens.clear()

    for _ in range(3):
        with pytest.raises(NotYetError) as wait:
            await platform.deliver(place_in(channel), view("Hello"), nonce="n1")
        assert wait.value.seconds == 60

    assert len(rest.calls) == 1


@pytest.mark.parametrize("trouble", [CUT, CUT_WHEN_DONE, HALF])
async def test_an_answer_that_was_lost_makes_no_second_message(
    platform: DiscordPlatform,
    rest: FakeRest,
    clock: StoppedClock,
    channel: Channel,
    trouble: Trouble,
) -> None:
    rest.meet(POSTING, *[trouble] * 3)
    with pytest.raises(OutcomeUnknownError):
        await platform.deliver(place_in(channel), view("Hello", "again"), nonce="n1")

    ref = await deliver_patiently(platform, clock, place_in(channel), view("Hello", "again"))

    assert rest.state.said_in(channel.id) == ["Hello", "again"]
    assert (channel.id, Ref.read(ref).message) in rest.state.messages


async def test_what_stands_there_half_way_is_told_and_the_rest_follows(
    platform: DiscordPlatform, rest: FakeRest, clock: StoppedClock, channel: Channel
) -> None:
    rest.meet("PUT *", DOWN, DOWN, DOWN)
    with pytest.raises(NotYetError) as stopped:
        await platform.deliver(place_in(channel), view("A", "B"), nonce="n1", pin=True)
    assert stopped.value.ref

    ref = await deliver_patiently(
        platform,
        clock,
        place_in(channel),
        view("A", "B"),
        replaces=stopped.value.ref,
        pin=True,
    )

    assert ref == f"{stopped.value.ref}/pin"
    assert rest.state.said_in(channel.id) == ["A", "B"]


async def test_an_answer_without_an_id_leaves_the_outcome_unknown(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel
) -> None:
    rest.meet(POSTING, Trouble(body="[]", is_done=True))

    with pytest.raises(OutcomeUnknownError):
        await platform.deliver(place_in(channel), view("Hello"), nonce="n1")


async def test_a_delivery_ends_before_its_attempt_does(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform_module, "SHOW_SECONDS", 0.05)
    rest.meet(POSTING, SILENT)

    with pytest.raises(OutcomeUnknownError):
        await platform.deliver(place_in(channel), view("Hello"), nonce="n1")


async def test_what_comes_first_and_takes_too_long_has_had_no_effect(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform_module, "PREPARE_SECONDS", 0.05)
    rest.meet("GET *", SILENT)

    with pytest.raises(NotYetError):
        await platform.deliver(place_in(channel), view("Hello"), nonce="n1")


async def test_a_message_that_discord_does_not_understand_is_our_mistake(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel
) -> None:
    rest.meet(POSTING, refused(400, 50035))

    with pytest.raises(DiscordRefusedError) as refusal:
        await platform.deliver(place_in(channel), view("Hello"), nonce="n1")

    assert isinstance(refusal.value, DeliveryError)


async def test_a_picture_is_shown_with_the_words_that_say_the_same(
    platform: DiscordPlatform, rest: FakeRest, clock: StoppedClock, channel: Channel
) -> None:
    place = place_in(channel)
    ref = await platform.deliver(place, view("Norms", pictures=2), nonce="n1")
    message = rest.state.messages[channel.id, Ref.read(ref).message]
    assert [(file.content, file.alt) for file in message.files] == [(b"\x89PNG", "3 are on time")]

    await deliver_patiently(platform, clock, place, view("Norms"), nonce="n2", replaces=ref)

    assert message.files == ()


async def test_words_stand_for_a_picture_that_concord_may_not_show(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel
) -> None:
    channel.denied.add("files")

    await platform.deliver(place_in(channel), view("Norms", pictures=1), nonce="n1")

    assert rest.state.said_in(channel.id) == ["Norms (3 are on time)"]


async def test_words_stand_for_a_picture_that_cannot_be_painted(
    calls: DiscordCalls,
    servers: FakeServers,
    clock: StoppedClock,
    rest: FakeRest,
    channel: Channel,
) -> None:
    async def fail(drawing: Drawing) -> bytes:
        await paint(drawing)
        raise RuntimeError

    platform = DiscordPlatform(calls, servers, draw=draw, paint=fail, now=clock)

    await platform.deliver(place_in(channel), view("Norms", pictures=1), nonce="n1")

    assert rest.state.said_in(channel.id) == ["Norms (3 are on time)"]
