"""Slack as a side of the program: who has let Concord in, what is heard there and what is said."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Final

import structlog

from bot.clock import SystemClock
from bot.installing import StoredRenewals, StoredStates
from bot.platforms.port import PlatformPort
from bot.platforms.slack.bolt.tasks import open_tasks
from bot.platforms.slack.errors import SlackError
from bot.platforms.slack.installing.alone import TokenError, install_alone
from bot.platforms.slack.installing.oauth import InstallDesk, install_routes
from bot.platforms.slack.installing.ports import KeptAwayError
from bot.platforms.slack.installing.rotation import Rotation
from bot.platforms.watching import Page
from bot.seen_events import StoredSeen
from bot.settings import Settings
from bot.sides import Served
from bot.slack_access import SLACK_ITSELF, SlackAccess, SlackAddresses, open_access
from bot.slack_hearing import SlackHearing
from bot.studio import Studio
from bot.ways_in import WayIn, has_install_page, slack_way_in
from commands.dispatcher import Dispatcher
from storage.database import Database
from storage.secrets import Keyring
from workflows.catalogue import words_for
from workflows.people import Platform

AGAIN_SECONDS: Final = 10.0
"""How long to wait before Slack is asked again whose the operator's token is."""

_log = structlog.get_logger(__name__)


@asynccontextmanager
async def slack_side(
    settings: Settings,
    database: Database,
    studio: Studio,
    at: SlackAddresses = SLACK_ITSELF,
) -> AsyncIterator["SlackSide"]:
    """Return Slack as a side; its connections are closed at the end of the block."""
    async with open_access(settings, database, studio, at) as access:
        yield SlackSide(settings, database, access, at)


class SlackSide:
    """What is there of Slack in one running program (a bot.sides.Side)."""

    platform = Platform.SLACK

    def __init__(
        self, settings: Settings, database: Database, access: SlackAccess, at: SlackAddresses
    ) -> None:
        self._settings = settings
        self._database = database
        self._access = access
        self._at = at
        self._now = SystemClock().now
        self.port: PlatformPort = access.platform
        self._rotation = Rotation(
            StoredRenewals(database, Keyring(settings.secret_keys), now=self._now),
            access.exchange,
            now=self._now,
        )

    @asynccontextmanager
    async def serving(self, dispatcher: Dispatcher) -> AsyncIterator[Served]:
        """Hear Slack for a block.

        Raises TokenError where Slack does not take the operator's token, and a group with
        SocketsLostError where the line stays away.
        """
        is_let_in = await self._let_in()
        async with open_tasks() as tasks, asyncio.TaskGroup() as parts:
            hearing = SlackHearing(
                self._access,
                dispatcher,
                seen=StoredSeen(self._database, now=self._now),
                tasks=tasks,
                words=words_for(self._settings.language),
            )
            parts.create_task(self._rotation.run())
            waiting = parts.create_task(self._let_in_later()) if not is_let_in else None
            yield self._heard(hearing, parts)
            if waiting:
                waiting.cancel()
            self._rotation.stop()

    def _heard(self, hearing: SlackHearing, parts: asyncio.TaskGroup) -> Served:
        """Begin to hear Slack, in the way that is set up."""
        settings, metrics = self._settings, hearing.metrics.text
        pages = tuple(self._install_pages())
        if slack_way_in(settings) is WayIn.SOCKET:
            sockets = hearing.through_socket(settings.slack_app_token, self._at.api)
            parts.create_task(sockets.run())
            return Served(pages, sockets.is_ready, metrics, sockets.stop)
        events = hearing.over_http(settings.slack_signing_secret)
        return Served((*pages, events), metrics=metrics)

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
