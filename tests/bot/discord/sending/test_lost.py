"""What comes of a call whose answer is lost, or that Discord could not work on."""

import asyncio

import pytest
from discord.http import HTTPClient

from bot.platforms.discord.errors import (
    DiscordAwayError,
    UnknownOutcomeError,
)
from bot.platforms.discord.sending import watch
from bot.platforms.discord.sending.calls import DiscordCalls
from tests.bot.discord.sending.naps import Naps
from tests.bot.discord.sending.posts import CANARY, count_posts, follow_up, post
from tests.databases import StoppedClock
from tests.fakes.discord.rest import (
    BAD_GATEWAY,
    CUT,
    CUT_WHEN_DONE,
    DOWN,
    HALF,
    SILENT,
    FakeRest,
    Trouble,
)
from tests.fakes.discord.state import Channel

POSTING = "POST /channels/*/messages"


@pytest.mark.parametrize("trouble", [DOWN, BAD_GATEWAY, CUT, CUT_WHEN_DONE, HALF])
async def test_a_message_with_a_nonce_is_sent_again_and_stands_there_once(
    calls: DiscordCalls, rest: FakeRest, channel: Channel, naps: Naps, trouble: Trouble
) -> None:
    rest.meet(POSTING, trouble, trouble)

    await post(calls, channel, nonce="n1")

    assert rest.state.said_in(channel.id) == [CANARY]
    assert naps.taken == [0.3, 1]


@pytest.mark.parametrize(
    ("trouble", "error"),
    [
        (DOWN, DiscordAwayError),
        (BAD_GATEWAY, UnknownOutcomeError),
        (CUT, UnknownOutcomeError),
        (CUT_WHEN_DONE, UnknownOutcomeError),
        (HALF, UnknownOutcomeError),
    ],
)
async def test_a_message_without_a_nonce_is_never_sent_twice(
    calls: DiscordCalls, rest: FakeRest, trouble: Trouble, error: type[Exception]
) -> None:
    rest.meet("POST /webhooks/*", trouble)

    with pytest.raises(error):
        await follow_up(calls, rest)

    assert rest.count("POST /webhooks/#/*") == 1


@pytest.mark.parametrize(
    ("trouble", "error"),
    [
        (DOWN, DiscordAwayError),
        (BAD_GATEWAY, DiscordAwayError),
        (CUT, UnknownOutcomeError),
        (HALF, UnknownOutcomeError),
    ],
)
async def test_discord_is_asked_a_few_times_and_then_given_up(
    calls: DiscordCalls, rest: FakeRest, channel: Channel, trouble: Trouble, error: type[Exception]
) -> None:
    rest.meet_always(POSTING, trouble)

    with pytest.raises(error):
        await post(calls, channel, nonce="n1")

    assert count_posts(rest) == 3


async def test_what_only_looks_has_no_effect_that_could_be_unknown(
    calls: DiscordCalls, rest: FakeRest, channel: Channel
) -> None:
    rest.meet_always("GET *", CUT)

    with pytest.raises(DiscordAwayError):
        await calls.call("GET", f"/channels/{channel.id}")


async def test_an_answer_that_never_comes_leaves_the_outcome_unknown(
    calls: DiscordCalls, rest: FakeRest, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "TRY_SECONDS", 0.05)
    rest.meet_always(POSTING, SILENT)

    with pytest.raises(UnknownOutcomeError):
        await post(calls, channel)


async def test_discord_that_cannot_be_reached_is_away(
    calls: DiscordCalls, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("discord.http.Route.BASE", "http://127.0.0.1:9/api/v10")

    with pytest.raises(DiscordAwayError):
        await post(calls, channel)


async def test_discord_is_away_while_nobody_is_logged_in_and_while_the_program_ends(
    rest: FakeRest, clock: StoppedClock, channel: Channel, naps: Naps, http: HTTPClient
) -> None:
    clients = iter((None, HTTPClient(asyncio.get_running_loop()), http))
    calls = DiscordCalls(lambda: next(clients), now=clock, sleep=naps)
    await http.close()

    for _ in range(3):
        with pytest.raises(DiscordAwayError):
            await post(calls, channel)

    assert rest.calls == []


async def test_a_request_that_leaves_as_the_time_is_up_counts_as_sent() -> None:
    late = watch.Watch(is_repeatable=True, is_harmless=True)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0) as late.deadline:
            await asyncio.sleep(10)

    late.reset(seek=0)

    with pytest.raises(DiscordAwayError):
        late.outcome()
