"""Stands in front of Bolt: lets in what Slack signed a moment ago, once, and nothing else.

No byte of a request is parsed or logged before its signature is verified.
"""

import asyncio
import re
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.platforms.slack.edge.memory import Now
from bot.platforms.slack.edge.refusals import STATUS, Reason, Refusals, RefusedError
from bot.platforms.slack.edge.replays import Replays
from bot.platforms.slack.edge.signing import Stamp, read_stamp

LARGEST_BODY: Final = 1_000_000
"""In bytes. A modal with all its state takes a quarter of that at most."""

BODY_SECONDS: Final = 5.0
"""How long a body may take to arrive; Slack itself gives up after three seconds."""

_TYPE: Final = re.compile(
    rb"application/(json|x-www-form-urlencoded)(\s*;\s*charset=\"?utf-8\"?)?\s*", re.IGNORECASE
)
_LENGTH: Final = re.compile(rb"\d{1,18}")
_SIGNATURE: Final = b"x-slack-signature"
_TIMESTAMP: Final = b"x-slack-request-timestamp"
_KIND: Final = b"content-type"
_ENCODING: Final = b"content-encoding"
_SIZE: Final = b"content-length"

Headers = dict[bytes, list[bytes]]
"""The values of each header that is looked at, mostly one."""


class Edge:
    """Wraps the application that hears Slack's POST requests. `secret` is the signing secret."""

    def __init__(
        self,
        app: ASGIApp,
        secret: str,
        *,
        now: Now,
        refused: Callable[[str], None],
        body_seconds: float = BODY_SECONDS,
    ) -> None:
        if not secret:
            raise ValueError("without a signing secret anybody could sign")
        self._app = app
        self._secret = secret
        self._now = now
        self._body_seconds = body_seconds
        self._replays = Replays(now)
        self._refusals = Refusals(refused, now)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request."""
        try:
            stamp, body = await self._verified(scope, receive)
        except RefusedError as refused:
            self._refusals.note(refused.reason)
            await _answer(send, STATUS[refused.reason])
            return
        if self._replays.is_new(stamp.signature, stamp.signed_at):
            await self._pass_on(stamp, _Letter(scope, body, receive), send)
        else:
            await _answer(send, HTTPStatus.OK)

    async def _verified(self, scope: Scope, receive: Receive) -> tuple[Stamp, bytes]:
        """Return the stamp and the body of a request that Slack signed, or raise RefusedError."""
        if scope["method"] != "POST":
            raise RefusedError(Reason.METHOD)
        headers = _read_headers(scope["headers"])
        stamp = _stamp(headers)
        if not stamp.is_recent(self._now()):
            raise RefusedError(Reason.WINDOW)
        _check_content(headers)
        body = await self._read(receive)
        if not stamp.is_genuine(self._secret, body):
            raise RefusedError(Reason.SIGNATURE)
        return stamp, body

    async def _read(self, receive: Receive) -> bytes:
        try:
            async with asyncio.timeout(self._body_seconds):
                return await _body(receive)
        except TimeoutError:
            raise RefusedError(Reason.SLOW) from None

    async def _pass_on(self, stamp: Stamp, letter: "_Letter", send: Send) -> None:
        """Hand a request on, and let it come again if it failed: then it had no effect."""
        status = HTTPStatus.INTERNAL_SERVER_ERROR.value

        async def send_watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(letter.scope, letter.receive, send_watched)
        finally:
            if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                self._replays.forget(stamp.signature)


class _Letter:
    """A verified request as the application reads it: the body in one piece.

    Of the headers, which nobody signed, only the type of the body goes on: Bolt takes some for its
    own, wherever they come from.
    """

    def __init__(self, scope: Scope, body: bytes, receive: Receive) -> None:
        headers = [pair for pair in scope["headers"] if pair[0] == _KIND]
        self.scope = {**scope, "headers": headers}
        self._body: bytes | None = body
        self._receive = receive

    async def receive(self) -> Message:
        if self._body is None:
            return await self._receive()
        body, self._body = self._body, None
        return {"type": "http.request", "body": body, "more_body": False}


def _stamp(headers: Headers) -> Stamp:
    signature, timestamp = headers[_SIGNATURE], headers[_TIMESTAMP]
    if len(signature) == len(timestamp) == 1:
        stamp = read_stamp(signature[0], timestamp[0])
        if stamp:
            return stamp
    raise RefusedError(Reason.UNSIGNED)


def _check_content(headers: Headers) -> None:
    """Refuse what is not plain JSON or a plain form in UTF-8, and what says that it is too large.

    A body without a length comes in chunks, and is counted while it is read.
    """
    kinds, lengths = headers[_KIND], headers[_SIZE]
    if len(kinds) != 1 or not _TYPE.fullmatch(kinds[0]) or headers[_ENCODING]:
        raise RefusedError(Reason.TYPE)
    if len(lengths) > 1 or not all(map(_LENGTH.fullmatch, lengths)):
        raise RefusedError(Reason.LENGTH)
    if lengths and int(lengths[0]) > LARGEST_BODY:
        raise RefusedError(Reason.SIZE)


def _read_headers(pairs: Iterable[tuple[bytes, bytes]]) -> Headers:
    headers: Headers = {_SIGNATURE: [], _TIMESTAMP: [], _KIND: [], _ENCODING: [], _SIZE: []}
    for name, value in pairs:
        if name in headers:
            headers[name].append(value)
    return headers


async def _body(receive: Receive) -> bytes:
    read = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise RefusedError(Reason.BROKEN)
        read += message.get("body", b"")
        if len(read) > LARGEST_BODY:
            raise RefusedError(Reason.SIZE)
        if not message.get("more_body", False):
            return bytes(read)


async def _answer(send: Send, status: HTTPStatus) -> None:
    """Answer without a word; whoever was refused has to connect anew."""
    headers = [(b"content-length", b"0")]
    if status != HTTPStatus.OK:
        headers.append((b"connection", b"close"))
    await send({"type": "http.response.start", "status": status.value, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
