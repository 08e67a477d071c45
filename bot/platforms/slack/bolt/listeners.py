"""Listeners as Bolt asks them, one after another: each hears one kind of payload.

Bolt's own listeners are functions. For each of them it makes everything that a function could ask
for by name, twice in each request; these take what they need.
"""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Final, assert_never

import orjson
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.listener.async_listener import AsyncListener
from slack_bolt.listener_matcher.async_listener_matcher import AsyncListenerMatcher
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from typing_extensions import override

from bot.platforms.slack.bolt.acks import TellingAck
from bot.platforms.slack.bolt.authorize import site_of
from bot.platforms.slack.bolt.metrics import OUTCOME, Outcome
from bot.platforms.slack.bolt.once import Duplicate, Once
from bot.platforms.slack.bolt.payloads import Kind
from bot.platforms.slack.ports import Ack, Payload, Site

KIND: Final = "concord_kind"
"""Where a request's context has the kind of its payload."""

Handle = Callable[[Site, Payload], Awaitable[Ack]]


class Listener(AsyncListener):
    """Does what a payload of one kind asks for, acknowledges, and does the rest."""

    def __init__(self, kind: Kind, handle: Handle, once: Once) -> None:
        self.matchers = (_OfKind(kind),)
        self.middleware = ()
        self.lazy_functions = ()
        self.ack_function = self.run_ack_function  # Bolt wants its name
        self._handle = handle
        self._once = once

    @override
    async def run_ack_function(
        self, *, request: AsyncBoltRequest, response: BoltResponse
    ) -> BoltResponse:
        """Return the acknowledgement, which was given as soon as there was one."""
        body, context = request.body, request.context
        result = await self._once.run(body, lambda: self._handle(site_of(context), body))
        match result:
            case Ack(answer, after, written):
                response = _acknowledge(context, written or _written(answer))
                if after:
                    await after()
            case Duplicate(answer):
                context[OUTCOME] = Outcome.DUPLICATE
                response = _acknowledge(context, _written(answer))
            case _:
                assert_never(result)
        return response


class _OfKind(AsyncListenerMatcher):
    """Matches payloads of one kind."""

    def __init__(self, kind: Kind) -> None:
        self._kind = kind

    @override
    async def async_matches(self, req: AsyncBoltRequest, resp: BoltResponse) -> bool:
        return req.context[KIND] is self._kind


def _written(body: Payload | None) -> str:
    return orjson.dumps(body).decode() if body else ""


def _acknowledge(context: AsyncBoltContext, body: str) -> BoltResponse:
    response = BoltResponse(status=HTTPStatus.OK, body=body)
    ack: TellingAck = context["ack"]
    ack.answer(response)
    return response
