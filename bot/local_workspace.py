"""Puts Concord together with its local workspace, which needs no account anywhere."""

import asyncio
import socket
from collections.abc import Callable

from bot.board import StoredBoard
from bot.clock import MovableClock, SystemClock
from bot.machinery import Machinery
from bot.opened import opened
from bot.platforms.serving import serve
from bot.platforms.web.app import web_app
from bot.platforms.web.deliver import WebPlatform
from bot.platforms.web.desk import Desk
from bot.platforms.web.hub import Hub
from bot.settings import Settings
from bot.studio import Studio
from bot.workshop import Workshop
from commands.practice import WORKSPACE, seed
from storage.database import Database
from storage.work import Work
from workflows.library import read_library
from workflows.people import Platform


async def run_local_workspace(
    settings: Settings, listening: socket.socket, *, ready: Callable[[], None]
) -> None:
    """Serve the local workspace until SIGINT or SIGTERM, and leave nothing half-done.

    `ready` is called once the workspace answers. The database must have been migrated, and a
    SQLite file must be ours alone (see `storage.lock`).
    """
    clock = MovableClock(SystemClock())
    async with opened(settings.database_url, clock) as database:
        await _LocalWorkspace(settings, database, clock).run(listening, ready)


class _LocalWorkspace:
    """The parts of one running program."""

    def __init__(self, settings: Settings, database: Database, clock: MovableClock) -> None:
        self._settings = settings
        self._database = database
        self._library = read_library()
        self._hub = Hub()
        self._board = StoredBoard(database)
        self._machinery = Machinery(
            database,
            self._library,
            {Platform.WEB: WebPlatform(self._board, self._hub)},
            now=clock.now,
        )
        self._workshop = Workshop(database, clock, self._seed, changed=self._machinery.wake)

    async def run(self, listening: socket.socket, ready: Callable[[], None]) -> None:
        """Run all parts in one group: if one fails, all end."""
        await self._workshop.open()
        with Studio(self._database) as studio:
            async with asyncio.TaskGroup() as parts:
                self._machinery.start(parts)
                app = web_app(self._desk(studio))
                await serve(app, listening, ready=ready, ending=self._hub.close)
                self._machinery.stop()

    def _desk(self, studio: Studio) -> Desk:
        return Desk(
            board=self._board,
            dispatcher=self._machinery.dispatcher,
            workshop=self._workshop,
            draw=studio.paint,
            make=studio.make,
            hub=self._hub,
            workspace=WORKSPACE,
            zone=self._settings.zone,
        )

    def _seed(self, work: Work) -> None:
        seed(work, self._library, language=self._settings.language, zone=self._settings.zone)
