"""Requests as Slack sends them, handed to an application without a network."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from starlette.types import ASGIApp, Message

from bot.platforms.slack.edge.signing import sign

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"  # noqa: S105 - the secret in Slack's own example
JSON = b"application/json"
FORM = b"application/x-www-form-urlencoded"
PATH = "/slack/events"

Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    status: int
    body: bytes = b""


def stamped(
    body: bytes, at: datetime, *, secret: str = SECRET, content_type: bytes = JSON
) -> Headers:
    """Return the headers of a request that Slack signs at that time."""
    timestamp = b"%d" % at.timestamp()
    return [
        (b"content-type", content_type),
        (b"content-length", b"%d" % len(body)),
        (b"x-slack-request-timestamp", timestamp),
        (b"x-slack-signature", sign(secret, timestamp, body)),
    ]


def altered(headers: Headers, name: bytes, *values: bytes) -> Headers:
    """Return headers with other values of one name; with none it is left out."""
    others = [pair for pair in headers if pair[0] != name]
    return [*others, *((name, value) for value in values)]


async def post(
    app: ASGIApp, headers: Headers, body: bytes | Iterable[bytes], *, method: str = "POST"
) -> Reply:
    """Send a request, in one piece or in several; the sender goes after the last of several."""
    pieces = iter([body] if isinstance(body, bytes) else body)
    replies: list[Message] = []

    async def receive() -> Message:
        for piece in pieces:
            return {"type": "http.request", "body": piece, "more_body": not isinstance(body, bytes)}
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        replies.append(message)

    await app(_scope(headers, method), receive, send)
    start, *rest = replies
    return Reply(start["status"], b"".join(message["body"] for message in rest))


def _scope(headers: Headers, method: str) -> Message:
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "https",
        "path": PATH,
        "raw_path": PATH.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": headers,
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 2),
    }
