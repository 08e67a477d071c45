"""Keeps a connection to Discord: makes a new one when it breaks, and ends it in good order."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Final

import discord
import structlog
from discord.http import HTTPClient

from bot.platforms.discord.gateway.client import DiscordClient, Hooks, Patience
from bot.platforms.discord.gateway.pace import Pace
from bot.platforms.discord.gateway.quiet import quiet_libraries
from bot.platforms.discord.gateway.rest import Rest
from bot.platforms.discord.gateway.standing import Watch
from bot.platforms.discord.gateway.work import GRACE_SECONDS, Work
from bot.platforms.discord.ports import Handling

UP_SECONDS: Final = 180.0
"""How long a connection may not stand, at the start or later, before it is given up for another."""

_BAD_TOKEN: Final = (
    "Discord does not take the bot's token: copy it once more from the Developer Portal."  # noqa: S105 - a sentence about one
)
_ODD_INTENTS: Final = (
    "Discord says that Concord asks to see more than it may. Concord needs no privileged intent: "
    "run an unchanged version of it."
)
_TOO_MANY_SERVERS: Final = "Concord is in more servers than one connection to Discord can serve."
_OUTDATED: Final = "Discord does not take the way in which Concord connects: update Concord."

_FATAL: Final = {
    4004: _BAD_TOKEN,
    4010: _OUTDATED,
    4011: _TOO_MANY_SERVERS,
    4012: _OUTDATED,
    4013: _ODD_INTENTS,
    4014: _ODD_INTENTS,
}
"""What Discord closes a connection with for good, and what an operator is told about it."""

_UNAUTHORIZED: Final = 401

_log = structlog.get_logger(__name__)


class LineLostError(Exception):
    """Discord will not have us, however often we try; the text says to an operator what to do."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How time passes, and chance: tests have their own.

    Seconds: `up` for a connection to stand, `grace` for what is under way at the end.
    """

    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    chance: Callable[[], float] = random.random
    now: Callable[[], float] = time.monotonic
    patience: Patience = field(default_factory=Patience)
    up: float = UP_SECONDS
    grace: float = GRACE_SECONDS


class Line:
    """One connection at a time, for as long as the program runs."""

    def __init__(
        self,
        token: str,
        handling: Handling,
        hooks: Hooks | None = None,
        *,
        timing: Timing | None = None,
    ) -> None:
        if not token.strip():
            raise ValueError("a token is needed")
        self._token = token.strip()
        self._handling = handling
        self._timing = timing or Timing()
        self._prepare = (hooks or Hooks()).prepare
        self._hooks = replace(hooks or Hooks(), prepare=self._prepared)
        self._pace = Pace(self._timing.chance, self._timing.now)
        self._work = Work()
        self._stopping = asyncio.Event()
        self._rest: Rest | None = None
        self._application = ""
        self._is_prepared = False
        self._watch: Watch | None = None

    @property
    def application(self) -> str:
        """Discord's id of the application; empty until Discord was reached for the first time."""
        return self._application

    def http(self) -> HTTPClient | None:
        """Return what Discord is called with; None before it was reached, and after the end."""
        return self._rest if self._application else None

    def is_ready(self) -> bool:
        """Say whether people can be heard."""
        return self._watch is not None and self._watch.stands

    def stop(self) -> None:
        """Take nothing more, finish what is under way, and let `run` return."""
        self._stopping.set()

    async def run(self) -> None:
        """Hear Discord until `stop` is called. Raises LineLostError if that is of no use.

        To be called once.
        """
        quiet_libraries()
        timing = self._timing
        rest = self._rest = Rest(timing.patience.between, timing.sleep, timing.now)
        try:
            async with asyncio.TaskGroup() as group:
                standing = group.create_task(self._stand(rest))
                standing.add_done_callback(lambda _: self._stopping.set())
                await self._stopping.wait()
                await self._work.end(self._timing.grace)
                standing.cancel()
        finally:
            await self._work.end(0)
            self._rest = None
            await rest.end()
        if not standing.cancelled() and (lost := standing.result()):
            raise LineLostError(lost)

    async def _stand(self, rest: Rest) -> str:
        """Connect again and again; return why there is no use in it."""
        while not (lost := await self._hold(rest)):
            pause = self._pace.pause()
            _log.info("discord_waits", seconds=round(pause, 1))
            await self._timing.sleep(pause)
        return lost

    async def _hold(self, rest: Rest) -> str:
        """Hold one connection until it ends; return why no other should be made, or nothing.

        discord.py resumes a session by itself; it does not try again where even that fails.
        """
        limit = asyncio.timeout(self._timing.up)
        watch = self._watch = Watch(self._pace, limit, self._timing.up)
        try:
            async with limit, self._client(rest, watch) as client:
                await client.start(self._token, reconnect=False)
        except discord.LoginFailure:
            return _BAD_TOKEN
        except discord.HTTPException as error:
            if error.status == _UNAUTHORIZED:
                return _BAD_TOKEN
            _log.warning("discord_unreachable", kind=type(error).__name__, status=error.status)
        except discord.ConnectionClosed as error:
            return _FATAL.get(error.code, _OUTDATED)
        except Exception as error:  # noqa: BLE001 - it may be anything, even AttributeError
            _log.warning("discord_unreachable", kind=type(error).__name__)
        finally:
            watch.end()
        return ""

    def _client(self, rest: Rest, watch: Watch) -> DiscordClient:
        """Return a new connection; one that has ended cannot be used again."""
        return DiscordClient(
            self._handling,
            self._work,
            self._hooks,
            http=rest,
            standing=watch,
            patience=self._timing.patience,
        )

    async def _prepared(self, application: str) -> None:
        """Prepare once, however often the connection is made."""
        self._application = application
        if not self._is_prepared:
            await self._prepare(application)
            self._is_prepared = True
