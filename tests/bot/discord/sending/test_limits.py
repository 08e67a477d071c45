"""How Concord keeps within what Discord allows, and what it does when asked to wait."""

import asyncio
from datetime import timedelta

import pytest

from bot.platforms.discord.errors import (
    DiscordBusyError,
    DiscordRefusedError,
    ForbiddenError,
)
from bot.platforms.discord.sending import budget, watch
from bot.platforms.discord.sending import calls as calls_module
from bot.platforms.discord.sending.calls import DiscordCalls
from tests.bot.discord.sending.naps import Naps
from tests.bot.discord.sending.posts import CANARY, count_posts, follow_up, post
from tests.databases import StoppedClock
from tests.fakes.discord.rest import (
    BANNED,
    FakeRest,
    Trouble,
    busy,
    refused,
)
from tests.fakes.discord.state import Channel

POSTING = "POST /channels/*/messages"


async def test_a_short_limit_is_waited_through(
    calls: DiscordCalls, rest: FakeRest, channel: Channel, naps: Naps
) -> None:
    rest.meet(POSTING, busy(0.5), busy(1))

    await post(calls, channel)

    assert naps.taken == [0.5, 1]
    assert rest.state.said_in(channel.id) == [CANARY]


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [
        (20, 20),
        (64.57, 64.57),
        (None, 30),
        ("soon", 30),
        (-5, 30),
        ([], 30),
        (float("inf"), 30),
        (10**400, 30),
        (10**9, 3600),
    ],
)
async def test_a_long_limit_is_told_and_the_route_left_in_peace_so_long(
    calls: DiscordCalls,
    rest: FakeRest,
    clock: StoppedClock,
    channel: Channel,
    retry_after: object,
    seconds: float,
) -> None:
    rest.meet(POSTING, busy(retry_after))
    for _ in range(3):
        with pytest.raises(DiscordBusyError) as asked:
            await post(calls, channel)
        assert asked.value.seconds == seconds
    assert count_posts(rest) == 1

    clock.time += timedelta(seconds=seconds)
    await post(calls, channel)

    assert rest.state.said_in(channel.id) == [CANARY]


async def test_only_the_latest_limits_are_remembered(
    calls: DiscordCalls,
    rest: FakeRest,
    server: str,
    channel: Channel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(calls_module, "MOST_HELD", 1)
    rest.meet(POSTING, busy(20), busy(20))
    for place in (channel, rest.state.make_channel(server, "other")):
        with pytest.raises(DiscordBusyError):
            await post(calls, place)

    await post(calls, channel)

    assert rest.state.said_in(channel.id) == [CANARY]


async def test_a_limit_of_one_channel_does_not_hold_up_another(
    calls: DiscordCalls, rest: FakeRest, server: str, channel: Channel
) -> None:
    other = rest.state.make_channel(server, "other")
    rest.meet(POSTING, busy(20))
    with pytest.raises(DiscordBusyError):
        await post(calls, channel)

    await post(calls, other)

    assert rest.state.said_in(other.id) == [CANARY]


@pytest.mark.parametrize("trouble", [busy(20, is_global=True), busy(20, via=""), BANNED])
async def test_a_limit_of_everything_holds_up_all_but_answers_to_people(
    calls: DiscordCalls,
    rest: FakeRest,
    clock: StoppedClock,
    channel: Channel,
    trouble: Trouble,
) -> None:
    rest.meet(POSTING, trouble)
    with pytest.raises(DiscordBusyError) as asked:
        await post(calls, channel)
    with pytest.raises(DiscordBusyError):
        await calls.call("GET", f"/channels/{channel.id}")
    assert len(rest.calls) == 1

    await follow_up(calls, rest)
    clock.time += timedelta(seconds=asked.value.seconds)
    await post(calls, channel)

    assert rest.state.said_in(channel.id) == [CANARY]


async def test_a_call_that_is_given_up_amid_a_global_limit_leaves_discord_py_usable(
    calls: DiscordCalls, rest: FakeRest, channel: Channel, clock: StoppedClock
) -> None:
    rest.meet(POSTING, busy(20, is_global=True))
    with pytest.raises((DiscordBusyError, TimeoutError)):
        async with asyncio.timeout(1):
            await post(calls, channel)
    clock.time += timedelta(seconds=20)

    async with asyncio.timeout(10):
        await post(calls, channel)

    assert rest.state.said_in(channel.id) == [CANARY]


async def test_an_answer_counts_at_once_although_discord_py_likes_to_wait(
    calls: DiscordCalls, rest: FakeRest, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "TRY_SECONDS", 60)
    monkeypatch.setattr(watch, "LINGER_SECONDS", 0.01)
    rest.headers["POST /channels/#/messages"] = _limit(remaining=0, reset_after=29)

    async with asyncio.timeout(10):
        await post(calls, channel)

    assert rest.state.said_in(channel.id) == [CANARY]


async def test_a_refusal_counts_at_once_although_discord_py_likes_to_wait(
    calls: DiscordCalls, rest: FakeRest, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "TRY_SECONDS", 60)
    monkeypatch.setattr(watch, "LINGER_SECONDS", 0.01)
    rest.headers["POST /channels/#/messages"] = _limit(remaining=1, reset_after=29)
    await post(calls, channel)
    rest.meet(POSTING, refused(403, 50013))

    async with asyncio.timeout(10):
        with pytest.raises(ForbiddenError):
            await post(calls, channel)


async def test_what_waits_too_long_for_its_turn_on_a_route_has_had_no_effect(
    calls: DiscordCalls, rest: FakeRest, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "LINGER_SECONDS", 0.01)
    rest.headers["POST /channels/#/messages"] = _limit(remaining=0, reset_after=29)
    await post(calls, channel)
    monkeypatch.setattr(calls_module, "TRY_SECONDS", 0.05)

    with pytest.raises(DiscordBusyError):
        await post(calls, channel)

    assert count_posts(rest) == 1


async def test_a_route_that_is_exhausted_for_long_is_told_before_it_is_asked(
    calls: DiscordCalls, rest: FakeRest, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "LINGER_SECONDS", 0.01)
    rest.headers["POST /channels/#/messages"] = _limit(remaining=2, reset_after=600)
    await post(calls, channel)

    with pytest.raises(DiscordBusyError) as asked:
        await post(calls, channel)

    assert 590 < asked.value.seconds <= 600
    assert count_posts(rest) == 1


async def test_an_answer_with_half_the_headers_of_a_limit_counts_all_the_same(
    calls: DiscordCalls, rest: FakeRest, channel: Channel
) -> None:
    rest.headers["POST /channels/#/messages"] = {"X-RateLimit-Remaining": "3"}

    await post(calls, channel)

    assert rest.state.said_in(channel.id) == [CANARY]


async def test_too_many_refusals_end_all_sending_long_before_discord_shuts_us_out(
    calls: DiscordCalls, rest: FakeRest, clock: StoppedClock, channel: Channel
) -> None:
    rest.meet_always(POSTING, refused(403, 20026))
    for _ in range(budget.MOST_INVALID):
        with pytest.raises(DiscordRefusedError):
            await post(calls, channel)
    rest.heal()

    with pytest.raises(DiscordBusyError) as asked:
        await post(calls, channel)
    await follow_up(calls, rest)
    clock.time += timedelta(seconds=asked.value.seconds)
    await post(calls, channel)

    assert rest.state.said_in(channel.id) == [CANARY]


def _limit(*, remaining: int, reset_after: float) -> dict[str, str]:
    return {
        "X-RateLimit-Bucket": "abc",
        "X-RateLimit-Limit": "5",
        "X-RateLimit-Remaining": str(remaining),
        "X-RateLimit-Reset": "4000000000",
        "X-RateLimit-Reset-After": str(reset_after),
    }
