"""What an answer of Slack's means: done, refused, busy, or nobody knows."""

import logging
import socket
import traceback

import pytest
from structlog.testing import capture_logs

from bot.platforms.slack.errors import (
    GoneError,
    RevokedError,
    SlackAwayError,
    SlackBusyError,
    SlackError,
    SlackRefusedError,
    UnknownOutcomeError,
)
from bot.platforms.slack.outside import open_session
from bot.platforms.slack.sending import calls as calls_module
from bot.platforms.slack.sending.answers import AWAY, GONE, HALF_DONE, REVOKED
from bot.platforms.slack.sending.calls import SlackCalls
from tests.bot.slack.sending.installed import INSTALLED, SITE, FakeInstallations
from tests.bot.slack.sending.posts import CANARY, POST, post
from tests.bot.slack.sending.web_api import (
    CUT,
    CUT_WHEN_DONE,
    DOWN,
    HALF,
    HTML,
    TOKEN,
    Trouble,
    WebApi,
    busy,
    refused,
)
from tests.databases import StoppedClock


@pytest.mark.parametrize(
    ("codes", "kind"),
    [
        (GONE, GoneError),
        (AWAY, SlackAwayError),
        (HALF_DONE, UnknownOutcomeError),
        (REVOKED - {"token_expired"}, RevokedError),
        ({"token_expired"}, SlackAwayError),
        ({"ratelimited", "rate_limited"}, SlackBusyError),
        ({"invalid_blocks", "something_new", "Not A Code", CANARY}, SlackRefusedError),
    ],
)
async def test_a_refusal_is_told_by_what_it_means(
    codes: set[str],
    kind: type[SlackError],
    calls: SlackCalls,
    slack: WebApi,
    installations: FakeInstallations,
) -> None:
    for code in sorted(codes):
        slack.troubles[POST].append(refused(code))

        with pytest.raises(SlackError) as error:
            await post(calls)

        assert (code, type(error.value)) == (code, kind)
        assert CANARY not in str(error.value)
        await installations.save(INSTALLED)


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ({"Retry_After": "1"}, 1),
        ({"Retry_After": "30"}, 30),
        ({"Retry_After": "3600"}, 3600),
        ({"Retry_After": "0"}, 1),
        ({"Retry_After": "999999999"}, 86_400),
        ({}, 30),
        ({"Retry_After": "-5"}, 30),
        ({"Retry_After": "soon"}, 30),
        ({"Retry_After": "12.5"}, 30),
        ({"Retry_After": "Mon, 05 Jan 2026 08:02:00 GMT"}, 120),
        ({"Retry_After": "Mon, 05 Jan 2026 08:02:00 -0000"}, 120),
        ({"Retry_After": "Mon, 05 Jan 2026 07:00:00 GMT"}, 30),
        ({"Retry_After": "Fri, 05 Jan 2029 08:00:00 GMT"}, 86_400),
    ],
)
async def test_slack_is_left_in_peace_for_as_long_as_it_asks(
    asked: dict[str, str], seconds: float, calls: SlackCalls, slack: WebApi
) -> None:
    slack.troubles[POST].append(busy(**asked))

    with pytest.raises(SlackBusyError) as error:
        await post(calls)

    assert error.value.seconds == seconds


@pytest.mark.parametrize("trouble", [CUT, CUT_WHEN_DONE, DOWN, HTML, HALF, Trouble(body="{}")])
async def test_nobody_knows_whether_a_message_is_there_when_the_answer_was_lost(
    trouble: Trouble, calls: SlackCalls, slack: WebApi
) -> None:
    slack.troubles[POST].append(trouble)

    with pytest.raises(UnknownOutcomeError):
        await post(calls)

    assert slack.called() == [POST]


@pytest.mark.parametrize(
    "trouble", [CUT, CUT_WHEN_DONE, DOWN, HTML, HALF, refused("internal_error")]
)
async def test_what_may_be_asked_twice_counts_as_not_done_when_the_answer_was_lost(
    trouble: Trouble, calls: SlackCalls, slack: WebApi
) -> None:
    slack.troubles["conversations.open"].append(trouble)

    with pytest.raises(SlackAwayError):
        await calls.call(SITE, "conversations.open", users="U1")

    assert slack.called() == ["conversations.open"]


async def test_a_redirect_is_not_followed_for_it_would_take_the_token_along(
    calls: SlackCalls, slack: WebApi
) -> None:
    slack.troubles["auth.test"].append(
        Trouble(302, headers={"Location": f"{slack.address}auth.test"})
    )

    with pytest.raises(SlackAwayError):
        await calls.call(SITE, "auth.test")

    assert slack.called() == ["auth.test"]


async def test_a_message_has_no_effect_when_slack_could_not_be_reached(
    installations: FakeInstallations, clock: StoppedClock
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]

    async with open_session() as session:
        address = f"http://127.0.0.1:{port}/"
        calls = SlackCalls(session, installations, now=clock, address=address)
        with pytest.raises(SlackAwayError):
            await post(calls)


async def test_nobody_knows_whether_a_message_is_there_when_slack_takes_too_long(
    slack: WebApi, calls: SlackCalls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calls_module, "CALL_SECONDS", 0.05)
    slack.gate.clear()

    with pytest.raises(UnknownOutcomeError):
        await post(calls)
    slack.gate.set()


@pytest.mark.parametrize("trouble", [None, DOWN, HALF, CUT, refused("invalid_auth"), busy()])
async def test_an_operator_reads_no_token_and_no_words_at_any_level(
    trouble: Trouble | None,
    calls: SlackCalls,
    slack: WebApi,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    slack.troubles[POST].extend([trouble] if trouble else [])

    with capture_logs() as logs:
        try:
            await post(calls)
        except SlackError as error:
            logs.append({"raised": "".join(traceback.format_exception(error))})

    written = f"{logs} {caplog.text} {[record.__dict__ for record in caplog.records]}"
    assert TOKEN not in written
    assert CANARY not in written
