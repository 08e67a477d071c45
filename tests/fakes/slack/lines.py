"""The two ways on which Slack reaches Concord: signed requests over HTTP, and a socket."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any, Protocol

import httpx

from bot.platforms.slack.ports import Payload
from tests.bot.slack.bolt.payloads import written
from tests.bot.slack.edge.letters import PATH, stamped
from tests.fakes.slack.sockets import Switchboard


@dataclass(frozen=True, slots=True)
class Reply:
    """How Concord acknowledged a payload: whether at all, and with what."""

    is_ok: bool
    body: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Retry:
    """Why Slack sends an event again, and for which time."""

    number: int
    reason: str


class Line(Protocol):
    """A way to Concord."""

    async def carry(self, payload: Payload, retry: Retry | None = None) -> Reply:
        """Hand a payload to Concord, and return its acknowledgement."""
        ...


class HttpLine:
    """Requests that Slack signs. `client` knows where Concord can be reached, `now` the time."""

    def __init__(self, client: httpx.AsyncClient, now: Callable[[], datetime]) -> None:
        self._client = client
        self._now = now

    async def carry(self, payload: Payload, retry: Retry | None = None) -> Reply:
        """Post a payload; whatever is not 200, or does not come at all, is no acknowledgement."""
        body, content_type = written(dict(payload))
        headers = stamped(body, self._now(), content_type=content_type)
        if retry:
            headers.append((b"x-slack-retry-num", b"%d" % retry.number))
            headers.append((b"x-slack-retry-reason", retry.reason.encode()))
        try:
            reply = await self._client.post(PATH, content=body, headers=headers)
        except httpx.TransportError:
            return Reply(is_ok=False)
        return Reply(reply.status_code == HTTPStatus.OK, reply.json() if reply.content else None)


class SocketLine:
    """Whoever of Concord's processes is connected."""

    def __init__(self, switchboard: Switchboard) -> None:
        self._switchboard = switchboard

    async def carry(self, payload: Payload, retry: Retry | None = None) -> Reply:
        """Send a payload; one that is not acknowledged goes to the next that is connected."""
        del retry
        kind = "command" if "command" in payload else ""
        kind = "event" if payload.get("type") == "event_callback" else kind
        return Reply(is_ok=True, body=await self._switchboard.hand_over(dict(payload), kind))
