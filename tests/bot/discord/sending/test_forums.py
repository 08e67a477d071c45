"""A team whose home is a forum: each card is a post, and what belongs to it stays there."""

from datetime import timedelta

import pytest

from bot.platforms.discord.sending import forums, spots
from bot.platforms.discord.sending.platform import DiscordPlatform
from bot.platforms.discord.sending.refs import Ref
from bot.platforms.port import NotYetError, OutcomeUnknownError
from tests.bot.discord.sending.showing import place_in, view
from tests.databases import StoppedClock
from tests.fakes.discord.rest import CUT, CUT_WHEN_DONE, DOWN, FakeRest, Trouble, refused
from tests.fakes.discord.state import FORUM, TEXT, Channel
from tests.patience import deliver_patiently

POSTS = "POST /channels/#/threads"


@pytest.fixture
def forum(rest: FakeRest, server: str) -> Channel:
    """A forum with some tags."""
    tags = [
        {"id": "71", "name": "Moderated", "moderated": True},
        {"id": "72", "name": "Norms", "moderated": False},
        {"id": "73", "name": "Norm", "moderated": False},
        {"id": "74", "name": "our", "moderated": False},
    ]
    return rest.state.make_channel(server, "team", FORUM, tags=tags)


def posts_of(rest: FakeRest, forum: Channel) -> list[Channel]:
    return [channel for channel in rest.state.channels.values() if channel.parent == forum.id]


async def test_a_card_begins_a_post_with_the_tags_that_its_title_names(
    platform: DiscordPlatform, rest: FakeRest, forum: Channel
) -> None:
    ref = await platform.deliver(place_in(forum), view("Card", "more"), nonce="n1")

    (post,) = posts_of(rest, forum)
    assert (post.name, post.applied) == ("Our norms", ["72", "74"])
    assert ref.startswith(f"{post.id}/{post.id}/")
    assert rest.state.said_in(post.id) == ["Card", "more"]


@pytest.mark.parametrize(("flags", "applied"), [(0, []), (1 << 4, ["72"])])
async def test_a_post_has_a_tag_that_says_nothing_only_where_there_has_to_be_one(
    platform: DiscordPlatform, rest: FakeRest, forum: Channel, flags: int, applied: list[str]
) -> None:
    forum.flags = flags

    await platform.deliver(place_in(forum), view("Card", title="A decision"), nonce="n1")

    (post,) = posts_of(rest, forum)
    assert post.applied == applied


async def test_what_belongs_to_a_card_is_said_in_its_post_and_the_card_changes_in_place(
    platform: DiscordPlatform, rest: FakeRest, clock: StoppedClock, forum: Channel
) -> None:
    root = await platform.deliver(place_in(forum), view("Card", pictures=1), nonce="n1")
    await platform.deliver(place_in(forum, root), view("Ideas"), nonce="n2")

    changed = await deliver_patiently(
        platform, clock, place_in(forum), view("Done"), nonce="n3", replaces=root, pin=True
    )

    assert changed == f"{root}/pin"
    assert rest.state.said_in(Ref.read(root).channel) == ["Done", "Ideas"]
    assert len(posts_of(rest, forum)) == 1


async def test_what_a_channel_is_gets_asked_once_in_a_while(
    platform: DiscordPlatform, rest: FakeRest, clock: StoppedClock, forum: Channel
) -> None:
    for minutes in (0, 1, 30):
        clock.time += timedelta(minutes=minutes)
        await platform.deliver(place_in(forum), view("Card"), nonce=f"n{minutes}")

    assert rest.count("GET /channels/#") == 2


@pytest.mark.parametrize(("before", "after"), [(FORUM, TEXT), (TEXT, FORUM)])
async def test_a_channel_that_becomes_another_kind_is_looked_at_anew(
    platform: DiscordPlatform, forum: Channel, before: int, after: int
) -> None:
    forum.kind = before
    await platform.deliver(place_in(forum), view("Card"), nonce="n1")
    forum.kind = after

    ref = await platform.deliver(place_in(forum), view("Another"), nonce="n2")

    assert Ref.read(ref).opens_channel == (after == FORUM)


async def test_a_post_whose_answer_was_lost_is_found_again(
    platform: DiscordPlatform, rest: FakeRest, clock: StoppedClock, forum: Channel
) -> None:
    await platform.deliver(place_in(forum), view("An older one"), nonce="n0")
    clock.time += timedelta(hours=1)
    rest.meet(POSTS.replace("#", "*"), CUT_WHEN_DONE)
    with pytest.raises(OutcomeUnknownError):
        await platform.deliver(place_in(forum), view("Card"), nonce="n1")
    assert len(posts_of(rest, forum)) == 2

    ref = await deliver_patiently(platform, clock, place_in(forum), view("Card"), nonce="n1")

    assert len(posts_of(rest, forum)) == 2
    assert rest.state.said_in(Ref.read(ref).channel) == ["Card"]


async def test_a_post_that_was_not_begun_is_begun_when_it_is_tried_again(
    platform: DiscordPlatform, rest: FakeRest, clock: StoppedClock, forum: Channel
) -> None:
    rest.meet(POSTS.replace("#", "*"), CUT)
    with pytest.raises(OutcomeUnknownError):
        await platform.deliver(place_in(forum), view("Card"), nonce="n1")

    await deliver_patiently(platform, clock, place_in(forum), view("Card"), nonce="n1")

    assert len(posts_of(rest, forum)) == 1


@pytest.mark.parametrize("trouble", [DOWN, refused(429, 0)])
async def test_a_post_that_was_refused_leaves_no_doubt(
    platform: DiscordPlatform, rest: FakeRest, clock: StoppedClock, forum: Channel, trouble: Trouble
) -> None:
    rest.meet(POSTS.replace("#", "*"), trouble)
    with pytest.raises(NotYetError):
        await platform.deliver(place_in(forum), view("Card"), nonce="n1")

    await deliver_patiently(platform, clock, place_in(forum), view("Card"), nonce="n1")

    assert len(posts_of(rest, forum)) == 1
    assert rest.count("GET /guilds/#/threads/active") == 0


async def test_only_the_latest_posts_and_forums_are_remembered(
    platform: DiscordPlatform,
    rest: FakeRest,
    server: str,
    forum: Channel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(forums, "MOST_DOUBTS", 0)
    monkeypatch.setattr(spots, "MOST_KNOWN", 1)
    other = rest.state.make_channel(server, "other")

    for number, channel in enumerate((forum, other, forum)):
        await platform.deliver(place_in(channel), view("Card"), nonce=f"n{number}")

    assert rest.count("GET /channels/#") == 3
