"""Discord as a side of the program: the line to it, what is heard there and what is said."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from bot.discord_access import DiscordAccess
from bot.platforms.discord.gateway.line import Line
from bot.platforms.discord.handling.metrics import Counted
from bot.platforms.port import PlatformPort
from bot.settings import Settings
from bot.sides import Served
from bot.studio import Studio
from commands.dispatcher import Dispatcher
from storage.database import Database
from workflows.people import Platform


class DiscordSide:
    """What is there of Discord in one running program (a bot.sides.Side)."""

    platform = Platform.DISCORD

    def __init__(self, settings: Settings, database: Database, studio: Studio) -> None:
        self._token = settings.discord_bot_token
        self._line: Line | None = None
        self._access = DiscordAccess(
            database, studio, lambda: self._line.http() if self._line else None
        )
        self.port: PlatformPort = self._access.platform

    @asynccontextmanager
    async def serving(self, dispatcher: Dispatcher) -> AsyncIterator[Served]:
        """Hear Discord for a block. Raises a group with LineLostError where that is of no use."""
        handling = Counted(self._access.handling(dispatcher))
        line = self._line = Line(self._token, handling, self._access.hooks())
        async with asyncio.TaskGroup() as parts:
            parts.create_task(line.run())
            yield Served(is_ready=partial(_is_ready, line), metrics=handling.text)
            line.stop()


async def _is_ready(line: Line) -> bool:
    return line.is_ready()
