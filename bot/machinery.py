"""What does Concord's work on every platform: it hears commands, sends messages, keeps the time."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime

from bot.delivery import Sender
from bot.engines.embedded import EmbeddedEngine
from bot.heartbeat import Heartbeat
from bot.platforms.port import PlatformPort
from commands.dispatcher import Dispatcher
from commands.duties import perform
from commands.mishaps import tell
from commands.outgoing import draw
from storage.database import Database
from storage.fresh_ids import new_id
from workflows.library import Library
from workflows.people import Platform


class Machinery:
    """The dispatcher, the engine and the heartbeat of one program, on one database."""

    def __init__(
        self,
        database: Database,
        library: Library,
        platforms: Mapping[Platform, PlatformPort],
        *,
        now: Callable[[], datetime],
    ) -> None:
        self._engine = EmbeddedEngine(
            Sender(
                database,
                platforms,
                lambda work, delivery: draw(work, library, delivery),
                owner=new_id(),
                tell=lambda work, delivery, mishap: tell(work, library, delivery, mishap),
                put_off=self._look_again,
            )
        )
        self._heartbeat = Heartbeat(
            database, lambda work, duty: perform(work, library, duty), self._engine, now=now
        )
        self.dispatcher = Dispatcher(
            database, library, on_mail=self._engine.wake, on_dates=self._heartbeat.wake
        )

    def start(self, group: asyncio.TaskGroup) -> None:
        """Run until `stop` is called."""
        group.create_task(self._engine.run())
        group.create_task(self._heartbeat.run())

    def wake(self) -> None:
        """Look at what is to be sent and at what is due: everything may have changed."""
        self._engine.wake()
        self._heartbeat.wake()

    def _look_again(self) -> None:
        """Set the alarm anew: a delivery was put off, and is due again sooner than all else."""
        self._heartbeat.wake()

    def stop(self) -> None:
        """Take nothing more; finish what is under way."""
        self._heartbeat.stop()
        self._engine.stop()
