"""Puts Concord together with Slack, and serves it until it is asked to end."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

import structlog

from bot.clock import SystemClock
from bot.installing import StoredRenewals, StoredStates
from bot.machinery import Machinery
from bot.opened import opened
from bot.platforms.serving import serve
from bot.platforms.slack.bolt.http import Page, web_pages
from bot.platforms.slack.bolt.sockets import Sockets
from bot.platforms.slack.bolt.tasks import open_tasks
from bot.platforms.slack.errors import SlackError
from bot.platforms.slack.installing.alone import TokenError, install_alone
from bot.platforms.slack.installing.oauth import InstallDesk, install_routes
from bot.platforms.slack.installing.ports import KeptAwayError
from bot.platforms.slack.installing.rotation import Rotation
from bot.rasteriser import Rasteriser
from bot.seen_events import StoredSeen
from bot.settings import Settings
from bot.slack_access import SLACK_ITSELF, SlackAccess, SlackAddresses, open_access
from bot.slack_hearing import SlackHearing
from bot.ways_in import WayIn, has_install_page, slack_way_in
from storage.database import Database
from storage.secrets import Keyring
from workflows.catalogue import words_for
from workflows.library import read_library
from workflows.people import Platform

AGAIN_SECONDS: Final = 10.0
"""How long to wait before Slack is asked again whose the operator's token is."""

_log = structlog.get_logger(__name__)


async def run_on_slack(
    settings: Settings,
    listening: socket.socket,
    *,
    ready: Callable[[], None],
    at: SlackAddresses = SLACK_ITSELF,
) -> None:
    """Serve Slack until SIGINT or SIGTERM, and leave nothing half-done.

    `ready` is called once Slack can be heard. The database must have been migrated, and a SQLite
    file must be ours alone (see `storage.lock`). Raises TokenError where Slack does not take the
    operator's token, and a group with SocketsLostError where the line stays away.
    """
    async with opened(settings.database_url, SystemClock()) as database:
        with Rasteriser() as rasteriser:
            async with open_access(settings, database, rasteriser.paint, at) as access:
                await _SlackSide(settings, database, access, at).run(listening, ready)


class _SlackSide:
    """The parts of one running program."""

    def __init__(
        self, settings: Settings, database: Database, access: SlackAccess, at: SlackAddresses
    ) -> None:
        self._settings = settings
        self._database = database
        self._access = access
        self._at = at
        self._now = SystemClock().now
        self._machinery = Machinery(
            database, read_library(), {Platform.SLACK: access.platform}, now=self._now
        )
        self._rotation = Rotation(
            StoredRenewals(database, Keyring(settings.secret_keys), now=self._now),
            access.exchange,
            now=self._now,
        )

    async def run(self, listening: socket.socket, ready: Callable[[], None]) -> None:
        """Run all parts in one group: if one fails, all end."""
        is_let_in = await self._let_in()
        async with open_tasks() as tasks, asyncio.TaskGroup() as parts:
            hearing = SlackHearing(
                self._access,
                self._machinery.dispatcher,
                seen=StoredSeen(self._database, now=self._now),
                tasks=tasks,
                words=words_for(self._settings.language),
            )
            self._machinery.start(parts)
            parts.create_task(self._rotation.run())
            waiting = parts.create_task(self._let_in_later()) if not is_let_in else None
            await self._hear(hearing, parts, listening, ready)
            if waiting:
                waiting.cancel()
            self._rotation.stop()
            self._machinery.stop()

    async def _hear(
        self,
        hearing: SlackHearing,
        parts: asyncio.TaskGroup,
        listening: socket.socket,
        ready: Callable[[], None],
    ) -> None:
        """Hear Slack until the end is asked for, and answer what was heard by then."""
        settings = self._settings
        routes = list(self._install_pages())
        if slack_way_in(settings) is WayIn.SOCKET:
            sockets = hearing.through_socket(settings.slack_app_token, self._at.api)
            parts.create_task(sockets.run())
            pages = web_pages(hearing.metrics, partial(self._is_ready, sockets), routes=routes)
            await serve(pages, listening, ready=ready, ending=sockets.stop)
        else:
            routes.append(hearing.over_http(settings.slack_signing_secret))
            pages = web_pages(hearing.metrics, self._is_ready, routes=routes)
            await serve(pages, listening, ready=ready)

    def _install_pages(self) -> Iterator[Page]:
        if not has_install_page(self._settings):
            return
        yield from install_routes(
            InstallDesk(
                exchange=self._access.exchange,
                states=StoredStates(self._database, now=self._now),
                installations=self._access.installations,
                public_url=self._settings.public_url,
                now=self._now,
                authorize=self._at.authorize,
            )
        )

    async def _is_ready(self, sockets: Sockets | None = None) -> bool:
        """Say whether Concord can do its work: the database answers, and so does the line."""
        await self._database.run(lambda work: work.settings.get("any"))
        return sockets is None or await sockets.is_ready()

    async def _let_in(self) -> bool:
        """Use the operator's token, if there is one; say whether there is nothing left to do."""
        token = self._settings.slack_bot_token
        if not token:
            return True
        try:
            await install_alone(token, self._access.exchange, self._access.installations)
        except (SlackError, KeptAwayError) as error:
            _log.warning("slack_token_not_tried", reason=type(error).__name__)
            return False
        return True

    async def _let_in_later(self) -> None:
        """Use the operator's token as soon as Slack can be asked whose it is."""
        try:
            while True:
                await asyncio.sleep(AGAIN_SECONDS)
                if await self._let_in():
                    return
        except TokenError as error:
            _log.error("slack_token_useless", reason=str(error))
