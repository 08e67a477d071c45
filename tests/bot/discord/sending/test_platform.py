"""What a team and its members see in Discord of what is delivered to them."""

from datetime import timedelta

import pytest

from bot.platforms.discord.sending.platform import DiscordPlatform
from bot.platforms.discord.sending.refs import Ref
from bot.platforms.port import (
    InPrivate,
    NotYetError,
    PlatformPort,
    ReplacedGoneError,
)
from tests.bot.discord.sending.showing import place_in, view
from tests.databases import StoppedClock
from tests.fakes.discord.rest import FakeRest, refused
from tests.fakes.discord.state import Channel
from tests.patience import deliver_patiently
from workflows.views import View

POST = "POST /channels/#/messages"


async def test_a_channel_reads_a_message_and_its_reference_leads_there(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel
) -> None:
    port: PlatformPort = platform

    ref = await port.deliver(place_in(channel), view("Hello"), nonce="n1")

    (message,) = rest.state.messages.values()
    assert message.words == "Hello"
    assert ref == f"{channel.id}/{message.id}"


async def test_a_message_in_a_channel_names_no_server_and_pings_nobody(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel
) -> None:
    await platform.deliver(place_in(channel), view("Hello"), nonce="n1")

    (message,) = rest.state.messages.values()
    assert "@" not in message.words
    assert message.body["allowed_mentions"] == {"parse": []}


async def test_the_same_nonce_makes_no_second_message(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel
) -> None:
    refs = [
        await platform.deliver(place_in(channel), view("Hello", "again"), nonce="n" * 25)
        for _ in range(2)
    ]

    assert refs[0] == refs[1]
    assert rest.state.said_in(channel.id) == ["Hello", "again"]
    assert all(len(call.body["nonce"]) <= 25 for call in rest.calls if call.verb == "POST")


async def test_a_message_that_was_taken_away_before_it_was_known_is_posted_anew(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel
) -> None:
    await platform.deliver(place_in(channel), view("Hello"), nonce="n1")
    rest.state.messages.clear()

    await platform.deliver(place_in(channel), view("Hello"), nonce="n1")

    assert rest.state.said_in(channel.id) == ["Hello"]


async def test_a_person_reads_a_message_in_a_chat_that_is_opened_once_and_names_the_server(
    platform: DiscordPlatform, rest: FakeRest, server: str, ana: InPrivate
) -> None:
    for number in range(3):
        await platform.deliver(ana, view(f"Turn {number}"), nonce=f"n{number}")

    chat = rest.state.chats[ana.external_id]
    assert rest.state.said_in(chat) == [f"Turn {number} @{server}" for number in range(3)]
    assert rest.count("POST /users/@me/channels") == 1


async def test_a_message_is_changed_in_place(
    platform: DiscordPlatform, rest: FakeRest, ana: InPrivate
) -> None:
    ref = await platform.deliver(ana, view("0 of 3"), nonce="n1")

    changed = await platform.deliver(ana, view("1 of 3"), nonce="n2", replaces=ref)

    (message,) = rest.state.messages.values()
    assert changed == ref
    assert message.words.startswith("1 of 3")


async def test_a_card_that_changes_often_is_edited_every_five_seconds_with_the_newest_state(
    platform: DiscordPlatform, rest: FakeRest, clock: StoppedClock, channel: Channel
) -> None:
    ref = await platform.deliver(place_in(channel), view("0 of 9"), nonce="n0")
    waits = list[float]()

    for tick in range(1, 9):
        try:
            shown = view(f"{tick} of 9")
            await platform.deliver(place_in(channel), shown, nonce="edit", replaces=ref)
            waits.append(0)
        except NotYetError as error:
            waits.append(error.seconds)
        clock.time += timedelta(seconds=1)

    assert waits == [0, 4, 3, 2, 1, 0, 4, 3]
    assert rest.state.said_in(channel.id) == ["6 of 9"]


async def test_a_card_of_long_ago_that_changed_too_often_waits_some_minutes(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel
) -> None:
    ref = await platform.deliver(place_in(channel), view("0 of 9"), nonce="n0")
    rest.meet("PATCH *", refused(429, 30046))

    with pytest.raises(NotYetError) as wait:
        await platform.deliver(place_in(channel), view("1 of 9"), nonce="n1", replaces=ref)

    assert wait.value.seconds == 300
    assert rest.asked("PATCH") == ["PATCH /channels/#/messages/#"]


@pytest.mark.parametrize("gone", ["message", "channel", "foreign"])
async def test_what_cannot_be_changed_any_more_is_to_be_posted_anew(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel, gone: str
) -> None:
    ref = await platform.deliver(place_in(channel), view("0 of 9"), nonce="n0")
    (message,) = rest.state.messages.values()
    match gone:
        case "message":
            rest.state.messages.clear()
        case "channel":
            rest.state.channels.clear()
        case _:
            message.is_foreign = True

    with pytest.raises(ReplacedGoneError):
        await platform.deliver(place_in(channel), view("1 of 9"), nonce="n1", replaces=ref)


async def test_a_long_message_has_parts_which_come_change_and_go_with_it(
    platform: DiscordPlatform, rest: FakeRest, clock: StoppedClock, channel: Channel
) -> None:
    place = place_in(channel)
    ref = await platform.deliver(place, view("a"), nonce="n1")
    longer = await deliver_patiently(
        platform, clock, place, view("A", "B", "C"), nonce="n2", replaces=ref
    )
    assert rest.state.said_in(channel.id) == ["A", "B", "C"]

    shorter = await deliver_patiently(
        platform, clock, place, view("1", "2"), nonce="n3", replaces=longer
    )

    assert rest.state.said_in(channel.id) == ["1", "2"]
    assert Ref.read(shorter).parts == Ref.read(longer).parts[:1]


async def test_a_part_that_is_gone_is_posted_again_and_one_gone_before_is_no_trouble(
    platform: DiscordPlatform, rest: FakeRest, clock: StoppedClock, channel: Channel
) -> None:
    ref = await platform.deliver(place_in(channel), view("A", "B", "C"), nonce="n1")
    for part in Ref.read(ref).parts:
        del rest.state.messages[channel.id, part]

    shown = await deliver_patiently(
        platform, clock, place_in(channel), view("1", "2"), nonce="n2", replaces=ref
    )

    assert rest.state.said_in(channel.id) == ["1", "2"]
    assert len(Ref.read(shown).parts) == 1


async def test_a_message_is_pinned_once_and_the_pin_taken_off_once(
    platform: DiscordPlatform, rest: FakeRest, clock: StoppedClock, channel: Channel
) -> None:
    ref = ""
    for wanted in (True, True, False, False):
        ref = await deliver_patiently(
            platform, clock, place_in(channel), view("Card"), replaces=ref, pin=wanted
        )

    pins = [line for line in rest.asked() if "pins" in line]
    assert pins == [f"{verb} /channels/#/messages/pins/#" for verb in ("PUT", "DELETE")]


async def test_a_pin_that_is_refused_is_no_trouble_and_not_tried_again(
    platform: DiscordPlatform, rest: FakeRest, clock: StoppedClock, channel: Channel
) -> None:
    channel.denied.add("pins")
    ref = ""

    for _ in range(2):
        ref = await deliver_patiently(
            platform, clock, place_in(channel), view("Card"), replaces=ref, pin=True
        )

    assert ref.endswith("/pin")
    assert len(rest.asked("PUT")) == 1


async def test_a_private_view_never_goes_into_a_channel(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel
) -> None:
    with pytest.raises(ValueError, match="private"):
        await platform.deliver(place_in(channel), View("Yours", "Yours."), nonce="n1")

    assert rest.calls == []
