"""Calls Discord's REST API through discord.py's HTTP client, and says in our words what came of it.

discord.py keeps each route within its limits. All else is decided here, as soon as an answer comes:
left alone it would sleep for minutes inside a request, ask again for what must not be done twice,
and write into the log an address that holds an interaction's token. Above all, a request that is
cut off while discord.py waits for a global limit to end leaves its client waiting for ever.
"""

import asyncio
import json
import random
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import aiohttp
import discord
import structlog
from discord.http import HTTPClient, Route

from bot.platforms.discord.errors import (
    DiscordAwayError,
    DiscordBusyError,
    LockedOutError,
    UnknownOutcomeError,
)
from bot.platforms.discord.ports import Attachment, Payload
from bot.platforms.discord.sending.budget import Budget
from bot.platforms.discord.sending.routes import is_answer, is_repeatable, line_of, route
from bot.platforms.discord.sending.watch import TRY_SECONDS, Watch

PAUSES: Final = (0.3, 1.0)
"""Seconds before each further try, if asking again can do no harm."""

PATIENCE_SECONDS: Final = 1.5
"""A longer pause than that is not slept through: whoever called hears of it."""

CONNECT_SECONDS: Final = 2.0

MOST_HELD: Final = 1_000
"""Lines that are remembered because Discord asked to leave them in peace for a while."""

Body = Payload | Sequence[Payload] | None

GetHttp = Callable[[], HTTPClient | None]
"""Returns what is logged in at the moment, or None."""

_log = structlog.get_logger(__name__)


class DiscordCalls:
    """Discord's REST API (a bot.platforms.discord.ports.Calls).

    `http` is the client that is logged in at the moment, or None. `now` tells the time.
    """

    def __init__(
        self,
        http: GetHttp,
        *,
        now: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._http = http
        self._now = now
        self._sleep = sleep
        self._chance = chance
        self._budget = Budget(now)
        self._held = OrderedDict[str, datetime]()
        self._refused_token: str | None = None

    async def call(
        self,
        verb: str,
        path: str,
        body: Body = None,
        attachments: Sequence[Attachment] = (),
    ) -> Any:  # noqa: ANN401 - an object, a list or nothing, as each route answers
        """Ask for something and return what Discord answers.

        Files are named in the part of the body that is the message. Raises the errors of
        bot.platforms.discord.errors.
        """
        for pause in PAUSES:
            try:
                return await self._ask(verb, path, body, attachments)
            except DiscordBusyError as busy:
                if busy.seconds > PATIENCE_SECONDS:
                    raise
                await self._sleep(busy.seconds)
            except (DiscordAwayError, UnknownOutcomeError):
                if not is_repeatable(verb, path, body):
                    raise
                await self._sleep(pause * (0.5 + self._chance()))
        return await self._ask(verb, path, body, attachments)

    async def _ask(
        self, verb: str, path: str, body: Body, attachments: Sequence[Attachment]
    ) -> Any:  # noqa: ANN401 - as `call`
        to = route(verb, path)
        await self._wait_for_turn(to, is_answer=is_answer(path))
        client = self._client()
        watch = Watch(is_repeatable=is_repeatable(verb, path, body), is_harmless=verb == "GET")
        try:
            return await self._watched(client, to, watch, _content(body, attachments))
        except DiscordBusyError as busy:
            self._hold(to, watch, busy.seconds)
            raise
        except LockedOutError:
            self._refused_token = client.token
            _log.error("discord_token_refused")
            raise
        finally:
            if watch.answer and watch.answer.is_counted:
                self._budget.count_invalid()

    async def _watched(
        self, client: HTTPClient, to: Route, watch: Watch, content: Mapping[str, Any]
    ) -> Any:  # noqa: ANN401 - as `call`
        """Ask once. An answer that has come counts, whatever happens after it."""
        try:
            async with asyncio.timeout(TRY_SECONDS) as watch.deadline:
                await client.request(
                    to,
                    files=[watch],
                    raise_for_status=watch.see,
                    timeout=aiohttp.ClientTimeout(connect=CONNECT_SECONDS),
                    allow_redirects=False,
                    **content,
                )
        except discord.RateLimited as limited:
            raise DiscordBusyError(limited.retry_after) from None
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            raise DiscordAwayError from None
        except (aiohttp.ClientError, discord.HTTPException, KeyError, OSError, ValueError):
            return watch.outcome()
        except RuntimeError:  # the session is closed
            raise DiscordAwayError from None
        return watch.outcome()

    async def _wait_for_turn(self, to: Route, *, is_answer: bool) -> None:
        held_until = self._held.get(line_of(to))
        left = (held_until - self._now()).total_seconds() if held_until else 0.0
        seconds = max(left, self._budget.seconds_left(is_answer=is_answer))
        if seconds > 0.01:  # noqa: PLR2004 - what remains when a pause was just slept through
            raise DiscordBusyError(seconds)
        if not is_answer and (turn := self._budget.take_turn()):
            await self._sleep(turn)

    def _client(self) -> HTTPClient:
        client = self._http()
        if client is None or client.token is None:
            raise DiscordAwayError
        if client.token == self._refused_token:
            raise LockedOutError
        return client

    def _hold(self, to: Route, watch: Watch, seconds: float) -> None:
        """Leave a line in peace, or everything, as Discord has asked."""
        if watch.answer is None:
            return
        if watch.answer.is_for_all:
            _log.warning("discord_holds_everything", seconds=seconds)
            self._budget.hold(seconds)
            return
        _log.info("discord_holds_route", verb=to.method, route=to.path, seconds=seconds)
        self._held[line_of(to)] = self._now() + timedelta(seconds=seconds)
        if len(self._held) > MOST_HELD:
            self._held.popitem(last=False)


def _content(body: Body, attachments: Sequence[Attachment]) -> Mapping[str, Any]:
    """Return what goes with a request: nothing, JSON, or JSON and files."""
    if not attachments:
        return {} if body is None else {"json": body}
    payload = json.dumps(_naming(body, attachments), separators=(",", ":"))
    files = [
        {
            "name": f"files[{number}]",
            "value": attachment.content,
            "filename": attachment.name,
            "content_type": "application/octet-stream",
        }
        for number, attachment in enumerate(attachments)
    ]
    return {"form": [{"name": "payload_json", "value": payload}, *files]}


def _naming(body: Body, attachments: Sequence[Attachment]) -> Payload:
    """Return a body whose message names the files that go with it.

    The message is the body itself, or its `data` (an answer to an interaction), or its `message`
    (the first one of a post in a forum).
    """
    if not isinstance(body, Mapping):
        raise ValueError("files go with a message")  # noqa: TRY004 - not a matter of types
    named = [
        {"id": str(number), "filename": attachment.name, "description": attachment.alt}
        for number, attachment in enumerate(attachments)
    ]
    for part in ("data", "message"):
        if part in body:
            return {**body, part: {**body[part], "attachments": named}}
    return {**body, "attachments": named}
