"""Puts the program together: the one place that knows all its parts."""

import asyncio
import socket
from collections.abc import Callable

from bot.board import StoredBoard
from bot.clock import MovableClock, SystemClock
from bot.delivery import Sender
from bot.engines.embedded import EmbeddedEngine
from bot.heartbeat import Heartbeat
from bot.platforms.web.app import web_app
from bot.platforms.web.deliver import WebPlatform
from bot.platforms.web.desk import Desk
from bot.platforms.web.hub import Hub
from bot.platforms.web.serve import serve
from bot.rasteriser import Rasteriser
from bot.settings import Settings
from bot.workshop import Workshop
from commands.dispatcher import Dispatcher
from commands.duties import perform
from commands.outgoing import draw
from commands.practice import WORKSPACE, seed
from storage.database import Database, open_database
from storage.engines import is_sqlite
from storage.fresh_ids import new_id
from storage.work import Work
from workflows.library import read_library
from workflows.people import Platform
from workflows.pictures.drawings import Drawing
from workflows.pictures.drawings import draw as lay_out
from workflows.pictures.svg import svg

Ready = Callable[[], None]


async def run_concord(settings: Settings, listening: socket.socket, *, ready: Ready) -> None:
    """Serve the local workspace until SIGINT or SIGTERM, and leave nothing half-done.

    `ready` is called once the workspace answers. The database must have been migrated, and a
    SQLite file must be ours alone (see `storage.lock`).
    """
    clock = MovableClock(SystemClock())
    database = open_database(settings.database_url, clock=clock.now, new_id=new_id)
    try:
        if is_sqlite(settings.database_url):
            # The file is ours alone, so what is under way was left by a program that died.
            await database.run(lambda work: work.outbox.free_all())
        await _Concord(settings, database, clock).run(listening, ready)
    finally:
        await database.close()


class _Concord:
    """The parts of one running program."""

    def __init__(self, settings: Settings, database: Database, clock: MovableClock) -> None:
        self._settings = settings
        self._library = read_library()
        self._hub = Hub()
        self._board = StoredBoard(database)
        self._engine = EmbeddedEngine(
            Sender(
                database,
                {Platform.WEB: WebPlatform(self._board, self._hub)},
                lambda work, delivery: draw(work, self._library, delivery),
                owner=new_id(),
            )
        )
        self._heartbeat = Heartbeat(
            database,
            lambda work, duty: perform(work, self._library, duty),
            self._engine,
            now=clock.now,
        )
        self._dispatcher = Dispatcher(database, self._library, self._changed)
        self._workshop = Workshop(database, clock, self._seed, changed=self._changed)

    async def run(self, listening: socket.socket, ready: Ready) -> None:
        """Run all parts in one group: if one fails, all end."""
        await self._workshop.open()
        with Rasteriser() as rasteriser:
            async with asyncio.TaskGroup() as parts:
                parts.create_task(self._engine.run())
                parts.create_task(self._heartbeat.run())
                ready()
                await serve(web_app(self._desk(rasteriser)), self._hub, listening)
                self._heartbeat.stop()
                self._engine.stop()

    def _desk(self, rasteriser: Rasteriser) -> Desk:
        async def png(drawing: Drawing) -> bytes:
            scene = lay_out(drawing)
            return await rasteriser.png(svg(scene), scene.width)

        return Desk(
            board=self._board,
            dispatcher=self._dispatcher,
            workshop=self._workshop,
            draw=png,
            hub=self._hub,
            workspace=WORKSPACE,
            zone=self._settings.zone,
        )

    def _seed(self, work: Work) -> None:
        seed(work, self._library, language=self._settings.language, zone=self._settings.zone)

    def _changed(self) -> None:
        """Look at what is to be sent and at what is due, after every change."""
        self._engine.wake()
        self._heartbeat.wake()
