"""The way from a payload to its answer, the same for HTTP and for sockets."""

import asyncio
from typing import Final

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from bot.platforms.slack.bolt.apologies import Apologies
from bot.platforms.slack.bolt.listeners import KIND
from bot.platforms.slack.bolt.metrics import OUTCOME, Metrics, Outcome
from bot.platforms.slack.bolt.payloads import Kind, kind_of
from bot.platforms.slack.edge.memory import Now
from bot.platforms.slack.ports import Payload

ACK_SECONDS: Final = 2.5
"""Slack waits for three seconds; the way there and back takes some of it."""

UNKNOWN: Final = "unknown"


class Dispatch:
    """Gives each payload to Bolt, and says in time what came of it."""

    def __init__(
        self,
        app: AsyncApp,
        apologies: Apologies,
        metrics: Metrics,
        *,
        now: Now,
        ack_seconds: float = ACK_SECONDS,
    ) -> None:
        self._app = app
        self._apologies = apologies
        self._metrics = metrics
        self._now = now
        self._ack_seconds = ack_seconds

    async def __call__(self, payload: Payload | None) -> BoltResponse:
        """Answer a payload; None and what we do not know are bad requests.

        A modal that is closed leaves no trace.
        """
        start = self._now()
        kind = kind_of(payload) if payload else None
        if payload is None or kind is None:
            response, outcome = BoltResponse(status=400), Outcome.UNREADABLE
        elif kind is Kind.CLOSED:
            response, outcome = BoltResponse(status=200), Outcome.DONE
        else:
            response, outcome = await self._answer(kind, payload)
        self._metrics.answered(kind or UNKNOWN, outcome, self._now() - start)
        return response

    async def _answer(self, kind: Kind, payload: Payload) -> tuple[BoltResponse, Outcome]:
        # In this mode Bolt takes an object, and so does not parse by other rules what we have read.
        request = AsyncBoltRequest(body=dict(payload), mode="socket_mode")
        request.context[KIND] = kind
        try:
            async with asyncio.timeout(self._ack_seconds):
                response = await self._app.async_dispatch(request)
        except TimeoutError:
            # A listener goes on all the same; if the same comes again, it waits for its end.
            return self._apologies.late(payload), Outcome.LATE
        return response, request.context.get(OUTCOME, Outcome.DONE)
