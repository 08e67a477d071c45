"""What Concord has of Discord: the way to it, and the way from there to the commands."""

from collections.abc import Mapping
from functools import partial

import structlog

from bot.clock import SystemClock
from bot.discord_commands import StoredCommands
from bot.discord_servers import StoredServers
from bot.platforms.discord.drawing.messages import messages
from bot.platforms.discord.errors import DiscordError
from bot.platforms.discord.gateway.client import Hooks
from bot.platforms.discord.gateway.syncing import sync
from bot.platforms.discord.gateway.tree import command_tree
from bot.platforms.discord.handling.desk import Desk, Dispatcher
from bot.platforms.discord.handling.handler import DiscordHandling
from bot.platforms.discord.ports import DiscordMessage
from bot.platforms.discord.sending.calls import DiscordCalls, GetHttp
from bot.platforms.discord.sending.pictures import painted
from bot.platforms.discord.sending.platform import DiscordPlatform
from bot.platforms.discord.sending.replies import Replies
from bot.returned_forms import StoredForms
from bot.studio import Studio
from storage.database import Database
from workflows.pictures.drawings import Drawing
from workflows.views import View

_log = structlog.get_logger(__name__)


class DiscordAccess:
    """Speaks to Discord by way of `http`, which is what discord.py is logged in with now."""

    def __init__(self, database: Database, studio: Studio, http: GetHttp) -> None:
        self._database = database
        self._studio = studio
        self._now = SystemClock().now
        self._servers = StoredServers(database)
        self._calls = DiscordCalls(http, now=self._now)
        self.platform = DiscordPlatform(
            self._calls, self._servers, draw=_draw, paint=studio.paint, now=self._now
        )

    def handling(self, dispatcher: Dispatcher) -> DiscordHandling:
        """Return what is done about what people do in Discord."""
        return DiscordHandling(
            Desk(
                dispatcher=dispatcher,
                replies=Replies(self._calls),
                servers=self._servers,
                returned=StoredForms(self._database, now=self._now),
                paint=partial(painted, paint=self._studio.paint),
                make=self._studio.make,
                today=lambda: self._now().date(),
            )
        )

    def hooks(self) -> Hooks:
        """Return what is done when Discord tells about a server, or is reached at all."""
        return Hooks(met=self._servers.meet, left=_tell_left, prepare=self._tell_commands)

    async def _tell_commands(self, application: str) -> None:
        """Tell Discord about the commands, if they have changed; without it the old ones stay."""
        try:
            known = StoredCommands(self._database)
            if await sync(self._calls, application, command_tree(), known):
                _log.info("discord_commands_told")
        except DiscordError as error:
            _log.warning("discord_commands_not_told", reason=type(error).__name__)


def _draw(view: View, server: str, pictures: Mapping[Drawing, bytes]) -> tuple[DiscordMessage, ...]:
    return messages(view, server=server, painted=pictures)


async def _tell_left(server: str) -> None:
    """Log that Concord was put out; leads hear of it when a message cannot be delivered."""
    _log.warning("discord_server_left", server=server)
