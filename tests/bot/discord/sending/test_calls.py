"""What comes of a call to Discord, over discord.py's own client and a real connection."""

import logging

import pytest
from discord.http import HTTPClient

from bot.platforms.discord.errors import (
    DiscordError,
    DiscordRefusedError,
    ForbiddenError,
    GoneError,
    LockedOutError,
    TooLateError,
)
from bot.platforms.discord.ports import Attachment
from bot.platforms.discord.sending.calls import DiscordCalls
from tests.bot.discord.sending.posts import CANARY, count_posts, follow_up, post
from tests.fakes.discord.rest import (
    BAD_GATEWAY,
    CUT,
    FakeRest,
    busy,
    refused,
)
from tests.fakes.discord.state import BOT_TOKEN, Channel

POSTING = "POST /channels/*/messages"


async def test_a_call_returns_what_discord_answers(
    calls: DiscordCalls, rest: FakeRest, channel: Channel
) -> None:
    found = await calls.call("GET", f"/channels/{channel.id}")

    assert found["name"] == "team"
    assert rest.calls[0].token == BOT_TOKEN


async def test_a_call_that_is_answered_with_nothing_returns_none(
    calls: DiscordCalls, channel: Channel
) -> None:
    posted = await post(calls, channel)

    assert await calls.call("DELETE", f"/channels/{channel.id}/messages/{posted}") is None


async def test_files_go_along_with_the_words_that_stand_for_them(
    calls: DiscordCalls, rest: FakeRest, channel: Channel
) -> None:
    file = Attachment("picture.png", b"\x89PNG\0", "3 of 4 agree")

    await calls.call("POST", f"/channels/{channel.id}/messages", {"components": []}, [file])

    (call,) = rest.calls
    assert call.body["attachments"] == [
        {"id": "0", "filename": "picture.png", "description": "3 of 4 agree"}
    ]
    assert [(sent.name, sent.content, sent.alt) for sent in call.files] == [
        (file.name, file.content, file.alt)
    ]


async def test_files_go_only_with_a_message(calls: DiscordCalls) -> None:
    with pytest.raises(ValueError, match="message"):
        await calls.call("PUT", "/applications/1/commands", [], [Attachment("a", b"a")])


@pytest.mark.parametrize(
    ("status", "code", "error"),
    [
        (403, 50001, ForbiddenError),
        (403, 50007, ForbiddenError),
        (403, 50013, ForbiddenError),
        (403, 50278, ForbiddenError),
        (404, 10003, GoneError),
        (404, 10004, GoneError),
        (404, 10008, GoneError),
        (404, 10013, GoneError),
        (404, 10062, TooLateError),
        (404, 10015, TooLateError),
        (401, 50027, TooLateError),
        (400, 40060, TooLateError),
        (400, 50035, DiscordRefusedError),
        (403, 20026, DiscordRefusedError),
        (404, 0, DiscordRefusedError),
        (429, 30046, DiscordRefusedError),
        (302, 0, DiscordRefusedError),
    ],
)
async def test_a_refusal_says_its_code_and_is_not_asked_again(
    calls: DiscordCalls,
    rest: FakeRest,
    channel: Channel,
    status: int,
    code: int,
    error: type[DiscordRefusedError],
) -> None:
    rest.meet(POSTING, refused(status, code))

    with pytest.raises(DiscordRefusedError) as refusal:
        await post(calls, channel)

    assert type(refusal.value) is error
    assert (refusal.value.status, refusal.value.code) == (status, code)
    assert count_posts(rest) == 1


async def test_a_token_that_is_refused_is_not_used_again(
    calls: DiscordCalls, rest: FakeRest, http: HTTPClient, channel: Channel
) -> None:
    rest.state.tokens = {"a new one"}
    for _ in range(5):
        with pytest.raises(LockedOutError):
            await post(calls, channel)
    assert len(rest.calls) == 1

    http.token = "a new one"  # noqa: S105 - it opens nothing
    await post(calls, channel)

    assert rest.state.said_in(channel.id) == [CANARY]


async def test_nothing_that_was_typed_and_no_token_gets_into_the_log_or_into_an_error(
    calls: DiscordCalls,
    rest: FakeRest,
    channel: Channel,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.WARNING, "discord")
    rest.meet("POST *", busy(0.1), CUT, refused(400, 50035), busy(9), busy(9), BAD_GATEWAY)
    told = list[str]()

    for _ in range(4):
        for asking in (post(calls, channel), follow_up(calls, rest)):
            try:
                await asking
            except DiscordError as error:
                told.append(f"{error!r} {error.__cause__!r}")

    assert len(told) > 3
    assert not any("canary" in text for text in (*told, caplog.text, *capsys.readouterr()))
