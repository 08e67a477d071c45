"""A signature is Slack's, in Slack's shape, and a few minutes old at most."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.platforms.slack.edge.signing import read_stamp, sign
from tests.bot.slack.edge.letters import SECRET

EXAMPLE = (
    b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
    b"&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
    b"&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands"
    b"%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
    b"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
)
TIMESTAMP = b"1531420618"
SIGNATURE = b"v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
SIGNED_AT = datetime(2018, 7, 12, 18, 36, 58, tzinfo=UTC)


def test_slack_signs_as_its_documentation_shows() -> None:
    assert sign(SECRET, TIMESTAMP, EXAMPLE) == SIGNATURE


def test_slack_is_believed() -> None:
    stamp = read_stamp(SIGNATURE, TIMESTAMP)

    assert stamp
    assert stamp.signed_at == SIGNED_AT
    assert stamp.is_genuine(SECRET, EXAMPLE)


def test_a_stranger_is_not_believed_with_another_body_or_secret() -> None:
    stamp = read_stamp(SIGNATURE, TIMESTAMP)

    assert stamp
    assert not stamp.is_genuine(SECRET, EXAMPLE + b"&text=more")
    assert not stamp.is_genuine(SECRET[::-1], EXAMPLE)


@pytest.mark.parametrize(
    ("seconds", "is_recent"), [(-301, False), (-300, True), (-299, True), (0, True)]
)
def test_slack_is_heard_for_five_minutes_before_and_after(seconds: int, *, is_recent: bool) -> None:
    stamp = read_stamp(SIGNATURE, TIMESTAMP)
    away = timedelta(seconds=seconds)

    assert stamp
    assert [stamp.is_recent(SIGNED_AT + away), stamp.is_recent(SIGNED_AT - away)] == [is_recent] * 2


@pytest.mark.parametrize(
    "signature",
    [
        b"",
        b"v0=",
        SIGNATURE[:-1],
        SIGNATURE + b"0",
        SIGNATURE + b"\n",
        b" " + SIGNATURE,
        SIGNATURE.upper(),
        SIGNATURE.replace(b"v0", b"v1"),
        SIGNATURE.replace(b"a", b"g"),
        SIGNATURE.replace(b"a", "ä".encode()),
        SIGNATURE.replace(b"a", b"\xff"),
    ],
)
def test_a_stranger_is_told_by_a_signature_of_another_shape(signature: bytes) -> None:
    assert read_stamp(signature, TIMESTAMP) is None


@pytest.mark.parametrize(
    "timestamp",
    [
        b"",
        b"abc",
        b"12.5",
        b"153142061",
        b"15314206180",
        b"-531420618",
        b"+531420618",
        b"1531420618 ",
        b"1531420618\n",
        b"1_31420618",
        b"0x5b479eca",
        b"9" * 400,
        "١٥٣١٤٢٠٦١٨".encode(),
    ],
)
def test_a_stranger_is_told_by_a_timestamp_of_another_shape(timestamp: bytes) -> None:
    assert read_stamp(SIGNATURE, timestamp) is None
