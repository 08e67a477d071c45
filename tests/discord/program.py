"""Concord's machinery behind simcord's Discord; it can be ended and begun again in the middle."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from functools import cache
from typing import Final

import simcord

from bot.clock import Clock, MovableClock, SystemClock
from bot.discord_access import DiscordAccess
from bot.machinery import Machinery
from bot.opened import opened
from bot.platforms.discord.gateway.client import DiscordClient
from bot.platforms.discord.gateway.work import Work
from bot.platforms.discord.handling.desk import Dispatcher
from bot.studio import Studio
from storage.database import Database
from tests.discord.server import PATIENCE_SECONDS, Server
from tests.discord.wire import Wire
from workflows.library import Library, read_library
from workflows.people import Platform

Between = Callable[[Dispatcher], Dispatcher]
"""Stands between the handlers and the commands."""

Attach = Callable[[DiscordClient], Awaitable[None]]
"""Connects a client with Discord."""

LIMIT_SECONDS: Final = 240.0


@cache
def _library() -> Library:
    return read_library()


class Life:
    """One life of the program; the client is its connection."""

    def __init__(
        self,
        server: Server,
        database: Database,
        studio: Studio,
        between: Between,
        clock: Clock,
    ) -> None:
        self._wire: Wire | None = None
        self._server = server
        access = DiscordAccess(database, studio, http=self._http)
        self._machinery = Machinery(
            database,
            _library(),
            {Platform.DISCORD: access.platform},
            now=clock.now,
        )
        handling = access.handling(between(self._machinery.dispatcher))
        self.client = DiscordClient(handling, Work(), access.hooks())

    async def run(self) -> None:
        """Send messages and keep the time, until the end."""
        async with asyncio.TaskGroup() as parts:
            self._machinery.start(parts)

    def stop(self) -> None:
        """Take nothing more."""
        self._machinery.stop()

    def _http(self) -> Wire:
        """Return the way to Discord; simcord puts its own client in place when it begins."""
        if self._wire is None:
            self._wire = Wire(lambda: self.client.http, self._server.change)
        return self._wire


class Concord:
    """The program, which keeps its data over its ends."""

    def __init__(self, server: Server, url: str, between: Between) -> None:
        self._server = server
        self._url = url
        self._between = between
        self._clock = MovableClock(SystemClock())
        self._stack = AsyncExitStack()
        self._group = asyncio.TaskGroup()

    async def begin(self, group: asyncio.TaskGroup, attach: Attach) -> None:
        """Begin, with a new connection, and return when people can be heard."""
        self._group = group
        stack = AsyncExitStack()
        database = await stack.enter_async_context(opened(self._url, self._clock))
        studio = stack.enter_context(Studio(database))
        life = Life(self._server, database, studio, self._between, self._clock)
        await attach(life.client)
        running = group.create_task(life.run())

        async def end() -> None:
            life.stop()
            await running

        stack.push_async_callback(end)
        self._stack = stack

    async def end(self) -> None:
        """End as an operator does it."""
        await self._server.env.settle()
        await self._stack.aclose()

    async def begin_again(self) -> None:
        """End, and begin anew over the same data."""
        await self.end()
        await self.begin(self._group, self._server.env.restart_bot)

    async def begin_later(self, minutes: int) -> None:
        """End, and begin anew when some time has passed, in which much may have fallen due."""
        self._clock.offset += timedelta(minutes=minutes)
        await self.begin_again()


@asynccontextmanager
async def concord_in(
    server: Server, url: str, *, between: Between = lambda dispatcher: dispatcher
) -> AsyncIterator[Concord]:
    """Run Concord in a server for the length of the block."""
    concord = Concord(server, url, between)
    async with (
        asyncio.timeout(LIMIT_SECONDS),
        asyncio.TaskGroup() as group,
        AsyncExitStack() as discord_,
    ):

        async def attach(client: DiscordClient) -> None:
            running = simcord.run(client, settle_timeout=PATIENCE_SECONDS)
            server.open(await discord_.enter_async_context(running))

        await concord.begin(group, attach)
        yield concord
        await concord.end()
