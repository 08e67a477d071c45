"""The edge lets in what Slack has just signed, once; everything else ends there."""

import asyncio
import gzip
from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send
from structlog.testing import capture_logs

from bot.platforms.slack.edge.edge import LARGEST_BODY, Edge
from tests.bot.slack.edge.letters import FORM, JSON, SECRET, Reply, altered, post, stamped
from tests.databases import START, StoppedClock

BODY = b'{"type":"event_callback"}'
SIGNED = stamped(BODY, START)
SIGNATURE = dict(SIGNED)[b"x-slack-signature"]


class Listener:
    """The application behind the edge: keeps what it hears."""

    def __init__(self) -> None:
        self.heard: list[bytes] = []
        self.headers: list[str] = []
        self.last: Message = {}
        self.status = 200

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        self.heard.append(await request.body())
        self.headers = request.headers.keys()
        self.last = await receive()
        await Response(b"heard", self.status)(scope, receive, send)


class Stand:
    """An edge with a listener behind it."""

    def __init__(self, clock: StoppedClock, body_seconds: float = 5) -> None:
        self.listener = Listener()
        self.refused = Counter[str]()
        self.edge = Edge(
            self.listener,
            SECRET,
            now=clock,
            refused=lambda reason: self.refused.update([reason]),
            body_seconds=body_seconds,
        )


@pytest.fixture
def stand(clock: StoppedClock) -> Stand:
    return Stand(clock)


async def test_slack_is_heard(stand: Stand) -> None:
    reply = await post(stand.edge, SIGNED, BODY)

    assert reply == Reply(200, b"heard")
    assert stand.listener.heard == [BODY]
    assert stand.listener.last == {"type": "http.disconnect"}
    assert stand.refused == Counter()


@pytest.mark.parametrize(
    "content_type",
    [JSON, FORM, b"application/json; charset=utf-8", b'Application/JSON;charset="UTF-8"'],
)
async def test_slack_is_heard_in_its_types_of_content(stand: Stand, content_type: bytes) -> None:
    headers = stamped(BODY, START, content_type=content_type)

    assert (await post(stand.edge, headers, BODY)).status == 200


async def test_a_sender_who_goes_away_early_is_not_heard(stand: Stand) -> None:
    headers = altered(SIGNED, b"content-length")

    assert await post(stand.edge, headers, [BODY[:3], BODY[3:]]) == Reply(400)
    assert stand.listener.heard == []
    assert stand.refused == Counter(broken=1)


@pytest.mark.parametrize(
    ("age", "status"),
    [(-301, 401), (-299, 200), (299, 200), (301, 401)],
    ids=["5:01 ahead", "4:59 ahead", "4:59 old", "5:01 old"],
)
async def test_slack_is_heard_within_five_minutes(stand: Stand, age: int, status: int) -> None:
    headers = stamped(BODY, START - timedelta(seconds=age))

    assert (await post(stand.edge, headers, BODY)).status == status


@pytest.mark.parametrize("later", [1, 60, 299])
async def test_a_captured_request_has_no_second_effect(
    stand: Stand, clock: StoppedClock, later: int
) -> None:
    await post(stand.edge, SIGNED, BODY)

    clock.time += timedelta(seconds=later)

    assert await post(stand.edge, SIGNED, BODY) == Reply(200)
    assert stand.listener.heard == [BODY]


async def test_a_request_may_come_again_when_it_failed(stand: Stand) -> None:
    stand.listener.status = 500
    await post(stand.edge, SIGNED, BODY)

    stand.listener.status = 200

    assert await post(stand.edge, SIGNED, BODY) == Reply(200, b"heard")


@pytest.mark.parametrize(
    ("name", "values"),
    [
        (b"x-slack-signature", ()),
        (b"x-slack-signature", (SIGNATURE, SIGNATURE)),
        (b"x-slack-signature", (b"v0=" + b"0" * 64,)),
        (b"x-slack-signature", (SIGNATURE[:-1],)),
        (b"x-slack-signature", (SIGNATURE.upper(),)),
        (b"x-slack-signature", ("v0=" + "é" * 64,)),
        (b"x-slack-request-timestamp", ()),
        (b"x-slack-request-timestamp", (b"%d" % START.timestamp(),) * 2),
        (b"x-slack-request-timestamp", (b"%d" % (START.timestamp() + 1),)),
        (b"x-slack-request-timestamp", (b"abc",)),
        (b"x-slack-request-timestamp", (b"12.5",)),
        (b"x-slack-request-timestamp", (b"9" * 400,)),
    ],
)
async def test_a_stranger_is_refused(
    stand: Stand, name: bytes, values: tuple[bytes | str, ...]
) -> None:
    raw = [value.encode("latin-1") if isinstance(value, str) else value for value in values]

    reply = await post(stand.edge, altered(SIGNED, name, *raw), BODY)

    assert reply == Reply(401)
    assert stand.listener.heard == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not JSON",
        b"[]",
        b"null",
        b"ssl_check=1&token=x",
        b"payload=%",
        b"[" * 100_000,
        gzip.compress(BODY, mtime=0),
        BODY.decode().encode("utf-16"),
        b"\xff\xfe\x00",
    ],
)
async def test_a_stranger_is_refused_whatever_the_body(stand: Stand, body: bytes) -> None:
    headers = stamped(body, START, secret="guessed")  # noqa: S106 - a wrong one

    assert await post(stand.edge, headers, body) == Reply(401)
    assert stand.listener.heard == []


@pytest.mark.parametrize(
    ("name", "values", "status"),
    [
        (b"content-type", (), 415),
        (b"content-type", (JSON, JSON), 415),
        (b"content-type", (b"text/plain",), 415),
        (b"content-type", (b"multipart/form-data; boundary=x",), 415),
        (b"content-type", (b"application/json; charset=utf-16",), 415),
        (b"content-type", (b"application/jsonp",), 415),
        (b"content-type", (b"application/json; charset=utf-8; x=y",), 415),
        (b"content-encoding", (b"gzip",), 415),
        (b"content-length", (b"25", b"25"), 400),
        (b"content-length", (b"-1",), 400),
        (b"content-length", (b"9" * 400,), 400),
        (b"content-length", (b"%d" % (LARGEST_BODY + 1),), 413),
    ],
)
async def test_slack_itself_is_refused_when_its_headers_are_odd(
    stand: Stand, name: bytes, values: tuple[bytes, ...], status: int
) -> None:
    reply = await post(stand.edge, altered(SIGNED, name, *values), BODY)

    assert reply == Reply(status)
    assert stand.listener.heard == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "OPTIONS", "BREW"])
async def test_only_post_is_taken(stand: Stand, method: str) -> None:
    assert await post(stand.edge, SIGNED, BODY, method=method) == Reply(405)


async def test_a_body_without_end_is_not_read_to_its_end(stand: Stand) -> None:
    taken = 0

    def pieces() -> Iterable[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield b"x" * 65_536

    reply = await post(stand.edge, altered(SIGNED, b"content-length"), pieces())

    assert reply == Reply(413)
    assert taken == LARGEST_BODY // 65_536 + 1


async def test_a_large_body_is_heard_up_to_the_limit(stand: Stand) -> None:
    largest, larger = b"x" * LARGEST_BODY, b"x" * (LARGEST_BODY + 1)

    assert (await post(stand.edge, stamped(largest, START), largest)).status == 200
    assert (await post(stand.edge, stamped(larger, START), larger)).status == 413


async def test_a_sender_who_dawdles_is_refused(clock: StoppedClock) -> None:
    stand = Stand(clock, body_seconds=0)
    replies: list[Message] = []

    async def receive() -> Message:
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: Message) -> None:
        replies.append(message)

    await stand.edge({"method": "POST", "headers": SIGNED}, receive, send)

    assert replies[0]["status"] == 408


async def test_nobody_sees_headers_that_bolt_would_trust(stand: Stand) -> None:
    headers = [*SIGNED, (b"x-slack-bolt-lazy-only", b"1"), (b"x-slack-retry-num", b"1")]

    await post(stand.edge, headers, BODY)

    assert list(stand.listener.headers) == ["content-type"]


async def test_an_operator_reads_one_line_a_minute_about_what_is_refused(
    stand: Stand, clock: StoppedClock
) -> None:
    with capture_logs() as lines:
        for _ in range(5):
            await post(stand.edge, stamped(BODY, clock.time, secret="old"), BODY)  # noqa: S106 - a wrong one
        clock.time += timedelta(minutes=1)
        await post(stand.edge, stamped(BODY, clock.time, secret="old"), BODY)  # noqa: S106 - a wrong one

    assert [(line["reason"], line["count"]) for line in lines] == [
        ("signature", 1),
        ("signature", 5),
    ]
    assert stand.refused == Counter(signature=6)


def test_an_operator_cannot_forget_the_secret(clock: StoppedClock) -> None:
    with pytest.raises(ValueError, match="without a signing secret"):
        Edge(Listener(), "", now=clock, refused=print)
