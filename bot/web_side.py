"""The local workspace as a side of the program, beside Slack or Discord.

There its clock is everybody's, so that it cannot be moved, and nobody can start over.
"""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from bot.board import StoredBoard
from bot.clock import SystemClock
from bot.platforms.port import PlatformPort
from bot.platforms.serving import serving_beside
from bot.platforms.web.app import web_app
from bot.platforms.web.deliver import WebPlatform
from bot.platforms.web.desk import Desk
from bot.platforms.web.hub import Hub
from bot.settings import Settings
from bot.sides import Served
from bot.studio import Studio
from commands.dispatcher import Dispatcher
from commands.practice import WORKSPACE, seed
from storage.database import Database
from storage.work import Work
from workflows.library import read_library
from workflows.people import Platform


class FixedWorkshop:
    """A bot.platforms.web.desk.Workshop in which nothing can be changed, and nobody asks to."""

    is_fixed = True

    def now(self) -> datetime:
        """Return the time."""
        return SystemClock().now()

    async def move(self, _delta: timedelta) -> None:
        """Leave the clock as it is."""

    async def reset(self) -> None:
        """Leave everything as it is."""


class WebSide:
    """What is there of the local workspace in one running program (a bot.sides.Side)."""

    platform = Platform.WEB

    def __init__(
        self,
        settings: Settings,
        database: Database,
        studio: Studio,
        listening: socket.socket,
    ) -> None:
        self._settings = settings
        self._database = database
        self._studio = studio
        self._listening = listening
        self._hub = Hub()
        self._board = StoredBoard(database)
        self.port: PlatformPort = WebPlatform(self._board, self._hub)

    @asynccontextmanager
    async def serving(self, dispatcher: Dispatcher) -> AsyncIterator[Served]:
        """Serve the local workspace for a block, on its own port of this computer."""
        await self._database.run(self._seed)
        app = web_app(self._desk(dispatcher))
        async with serving_beside(app, self._listening):
            yield Served(ending=self._hub.close)

    def _desk(self, dispatcher: Dispatcher) -> Desk:
        return Desk(
            board=self._board,
            dispatcher=dispatcher,
            workshop=FixedWorkshop(),
            draw=self._studio.paint,
            make=self._studio.make,
            hub=self._hub,
            workspace=WORKSPACE,
            zone=self._settings.zone,
        )

    def _seed(self, work: Work) -> None:
        """Set the practice partnership up if there is none."""
        settings = self._settings
        seed(work, read_library(), language=settings.language, zone=settings.zone)
