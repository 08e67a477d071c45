"""Serves all platforms that are set up, in one program, until it is asked to end."""

import asyncio
import socket
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from typing import Final

from bot.clock import Clock, SystemClock
from bot.machinery import Machinery
from bot.opened import opened
from bot.platforms.serving import serve
from bot.platforms.watching import web_pages
from bot.settings import Settings
from bot.sides import Served, Side
from bot.slack_access import SLACK_ITSELF, SlackAddresses
from bot.slack_side import slack_side
from bot.studio import Studio
from bot.ways_in import WayIn, is_on_discord, slack_way_in
from bot.web_side import WebSide
from storage.database import Database
from workflows.library import read_library

THIS_COMPUTER: Final = SystemClock()


async def run_sides(
    settings: Settings,
    listening: socket.socket,
    *,
    ready: Callable[[], None],
    local: socket.socket | None = None,
    slack_at: SlackAddresses = SLACK_ITSELF,
    clock: Clock = THIS_COMPUTER,
) -> None:
    """Serve until SIGINT or SIGTERM, and leave nothing half-done.

    `ready` is called once all can be heard. `local` is where the local workspace listens, if it is
    served beside the others; `clock` tells what is due. The database must have been migrated, and
    a SQLite file must be ours alone (see `storage.lock`). Raises what the sides raise.
    """
    async with opened(settings.database_url, clock) as database:
        with Studio(database) as studio:
            async with AsyncExitStack() as stack:
                sides = await _opened(stack, settings, database, studio, slack_at)
                if local is not None:
                    sides.append(WebSide(settings, database, studio, local))
                await _Program(database, sides, clock).run(listening, ready)


async def _opened(
    stack: AsyncExitStack,
    settings: Settings,
    database: Database,
    studio: Studio,
    slack_at: SlackAddresses,
) -> list[Side]:
    sides = list[Side]()
    if slack_way_in(settings) is not WayIn.NONE:
        slack = slack_side(settings, database, studio, slack_at)
        sides.append(await stack.enter_async_context(slack))
    if is_on_discord(settings):
        from bot.discord_side import DiscordSide  # noqa: PLC0415 - 30 MB that others do not need

        sides.append(DiscordSide(settings, database, studio))
    return sides


class _Program:
    """All sides of one running program, and what does the work for them."""

    def __init__(self, database: Database, sides: Sequence[Side], clock: Clock) -> None:
        self._database = database
        self._sides = sides
        self._machinery = Machinery(
            database,
            read_library(),
            {side.platform: side.port for side in sides},
            now=clock.now,
        )
        self._served = list[Served]()

    async def run(self, listening: socket.socket, ready: Callable[[], None]) -> None:
        """Run everything: if one part fails, all end."""
        async with AsyncExitStack() as stack:
            for side in self._sides:
                serving = side.serving(self._machinery.dispatcher)
                self._served.append(await stack.enter_async_context(serving))
            async with asyncio.TaskGroup() as parts:
                self._machinery.start(parts)
                routes = [page for each in self._served for page in each.pages]
                pages = web_pages(self._metrics, self._is_ready, routes=routes)
                await serve(pages, listening, ready=ready, ending=self._end)
                self._machinery.stop()

    def _metrics(self) -> str:
        return "".join(each.metrics() for each in self._served)

    async def _is_ready(self) -> bool:
        """Say whether Concord can do its work: the database answers, and so does each line."""
        await self._database.run(lambda work: work.settings.get("any"))
        answers = [await each.is_ready() for each in self._served]
        return all(answers)

    def _end(self) -> None:
        for each in self._served:
            each.ending()
