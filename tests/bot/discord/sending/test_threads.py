"""Where a message stands that belongs to another one: in its thread, or beside it."""

import pytest

from bot.platforms.discord.sending.platform import DiscordPlatform
from bot.platforms.discord.sending.refs import Ref
from bot.platforms.port import PlaceGoneError, ReplacedGoneError
from tests.bot.discord.sending.showing import place_in, view
from tests.databases import StoppedClock
from tests.fakes.discord.rest import CUT_WHEN_DONE, FakeRest, refused
from tests.fakes.discord.state import CHAT, THREAD, Channel
from tests.patience import deliver_patiently

THREADS = "POST /channels/#/messages/#/threads"


@pytest.fixture
async def root(platform: DiscordPlatform, channel: Channel) -> str:
    """The reference of a card that others hang on."""
    return await platform.deliver(place_in(channel), view("Card"), nonce="root")


async def test_replies_stand_in_the_thread_of_their_card_which_is_made_once(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel, root: str
) -> None:
    for number in range(3):
        place = place_in(channel, f"{root}/pin")
        await platform.deliver(place, view(f"Idea {number}", title="Ideas"), nonce=f"n{number}")

    thread = rest.state.channels[Ref.read(root).message]
    assert (thread.kind, thread.name, thread.parent) == (THREAD, "Ideas", channel.id)
    assert rest.state.said_in(thread.id) == ["Idea 0", "Idea 1", "Idea 2"]
    assert rest.count(THREADS) == 1


async def test_the_thread_that_is_there_already_is_taken(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel, root: str
) -> None:
    rest.meet(THREADS.replace("#", "*"), CUT_WHEN_DONE)

    ref = await platform.deliver(place_in(channel, root), view("Ideas"), nonce="n1")

    assert Ref.read(ref).channel == Ref.read(root).message
    assert rest.count(THREADS) == 2


async def test_a_name_that_is_too_long_for_a_thread_is_cut(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel, root: str
) -> None:
    await platform.deliver(place_in(channel, root), view("Ideas", title="x" * 300), nonce="n1")

    assert rest.state.channels[Ref.read(root).message].name == "x" * 100


async def test_a_thread_that_went_to_the_archive_comes_back_for_a_reply_and_for_an_edit(
    platform: DiscordPlatform,
    rest: FakeRest,
    clock: StoppedClock,
    channel: Channel,
    root: str,
) -> None:
    place = place_in(channel, root)
    ref = await platform.deliver(place, view("Ideas"), nonce="n1")
    thread = rest.state.channels[Ref.read(ref).channel]

    thread.is_archived = thread.is_locked = True
    await platform.deliver(place, view("More"), nonce="n2")
    thread.is_archived = True
    await deliver_patiently(platform, clock, place, view("Ideas!"), nonce="n3", replaces=ref)

    assert rest.state.said_in(thread.id) == ["Ideas!", "More"]


async def test_a_reply_stands_beside_its_card_while_its_thread_is_locked(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel, root: str
) -> None:
    place = place_in(channel, root)
    old = await platform.deliver(place, view("Ideas"), nonce="n1")
    thread = rest.state.channels[Ref.read(old).channel]
    thread.is_archived = thread.is_locked = True
    channel.denied.add("manage")

    ref = await platform.deliver(place, view("More"), nonce="n2")

    assert Ref.read(ref).channel == channel.id
    assert rest.state.messages[channel.id, Ref.read(ref).message].answers == Ref.read(root).message
    with pytest.raises(ReplacedGoneError):
        await platform.deliver(place, view("Ideas!"), nonce="n3", replaces=old)


async def test_a_thread_that_was_deleted_is_made_anew(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel, root: str
) -> None:
    place = place_in(channel, root)
    await platform.deliver(place, view("Ideas"), nonce="n1")
    del rest.state.channels[Ref.read(root).message]

    ref = await platform.deliver(place, view("More"), nonce="n2")

    assert Ref.read(ref).channel == Ref.read(root).message


async def test_a_reply_stands_beside_its_card_if_the_deleted_thread_cannot_be_made_anew(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel, root: str
) -> None:
    place = place_in(channel, root)
    await platform.deliver(place, view("Ideas"), nonce="n1")
    del rest.state.channels[Ref.read(root).message]
    rest.meet(THREADS.replace("#", "*"), refused(400, 160004))

    await platform.deliver(place, view("More"), nonce="n2")

    assert rest.state.said_in(channel.id) == ["Card", "More"]


async def test_a_reply_stands_beside_its_card_where_there_are_too_many_threads(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel, root: str
) -> None:
    rest.state.most_threads = 0

    ref = await platform.deliver(place_in(channel, root), view("Ideas", "more"), nonce="n1")

    assert rest.state.said_in(channel.id) == ["Card", "Ideas", "more"]
    assert rest.state.messages[channel.id, Ref.read(ref).message].answers == Ref.read(root).message


async def test_where_concord_may_make_no_threads_it_does_not_ask_each_time(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel, root: str
) -> None:
    channel.denied.add("threads")

    for number in range(5):
        await platform.deliver(place_in(channel, root), view("Idea"), nonce=f"n{number}")

    assert rest.count(THREADS) == 1
    assert rest.state.said_in(channel.id) == ["Card", *["Idea"] * 5]


async def test_a_reply_stands_by_itself_when_its_card_is_gone(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel, root: str
) -> None:
    rest.state.messages.clear()

    await platform.deliver(place_in(channel, root), view("Ideas"), nonce="n1")

    assert rest.state.said_in(channel.id) == ["Ideas"]


async def test_a_reply_to_a_card_in_a_thread_stands_beside_it(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel, root: str
) -> None:
    inner = await platform.deliver(place_in(channel, root), view("Ideas"), nonce="n1")

    ref = await platform.deliver(place_in(channel, inner), view("More"), nonce="n2")

    assert Ref.read(ref).channel == Ref.read(inner).channel
    assert rest.state.said_in(Ref.read(ref).channel) == ["Ideas", "More"]


async def test_a_channel_that_is_gone_is_gone_for_replies_too(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel, root: str
) -> None:
    rest.state.channels.clear()

    with pytest.raises(PlaceGoneError):
        await platform.deliver(place_in(channel, root), view("Ideas"), nonce="n1")


async def test_a_reply_that_discord_does_not_take_is_not_tried_elsewhere(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel, root: str
) -> None:
    rest.meet(f"POST /channels/{Ref.read(root).message}/messages", refused(400, 50035))

    with pytest.raises(Exception, match="50035"):
        await platform.deliver(place_in(channel, root), view("Ideas"), nonce="n1")

    assert rest.state.said_in(channel.id) == ["Card"]


async def test_a_channel_of_another_kind_takes_no_messages(
    platform: DiscordPlatform, rest: FakeRest, server: str
) -> None:
    voice = rest.state.make_channel(server, "voice", CHAT + 1)
    rest.meet("POST *", refused(400, 50008), refused(400, 50008))

    with pytest.raises(PlaceGoneError):
        await platform.deliver(place_in(voice), view("Hello"), nonce="n1")


async def test_a_reply_that_may_stand_nowhere_has_no_place(
    platform: DiscordPlatform, rest: FakeRest, channel: Channel, root: str
) -> None:
    old = await platform.deliver(place_in(channel, root), view("Ideas"), nonce="n1")
    thread = rest.state.channels[Ref.read(old).channel]
    thread.is_archived = thread.is_locked = True
    channel.denied |= {"manage", "send"}

    with pytest.raises(PlaceGoneError):
        await platform.deliver(place_in(channel, root), view("More"), nonce="n2")
