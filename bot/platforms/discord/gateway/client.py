"""The connection to Discord: hands on what people do, and tells which servers there are."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import discord
import structlog
from discord.http import HTTPClient
from typing_extensions import override

from bot.platforms.discord.gateway.hearing import Heard, read_interaction
from bot.platforms.discord.gateway.rest import LONGEST_WAIT
from bot.platforms.discord.gateway.standing import Standing
from bot.platforms.discord.gateway.work import Work
from bot.platforms.discord.ports import Handling

SETTLE_SECONDS: Final = 2.0
"""How long Discord may take from one server to the next before they all count as told."""

SILENCE_SECONDS: Final = 60.0
"""How long nothing may come from Discord before the connection is made anew."""

BETWEEN_SECONDS: Final = 5.0
"""How long Discord wants to be left alone between two new sessions."""

_MUST_FAIL: Final = frozenset({"READY", "RESUMED"})
"""What the connection cannot go on without."""

_log = structlog.get_logger(__name__)


async def _no_server(_server: str, _name: str) -> None: ...


async def _no_loss(_server: str) -> None: ...


async def _nothing_to_do(_application: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Hooks:
    """What the program around is told, by Discord's own ids.

    `met` is called with a server and its name whenever Discord tells about one, so often more than
    once; `left` when Concord was put out of one, but not when one is out of reach for a while.
    `prepare` is called with the application's id before anything can be heard.
    """

    met: Callable[[str, str], Awaitable[None]] = _no_server
    left: Callable[[str], Awaitable[None]] = _no_loss
    prepare: Callable[[str], Awaitable[None]] = _nothing_to_do


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a connection waits for Discord, in seconds."""

    settle: float = SETTLE_SECONDS
    silence: float = SILENCE_SECONDS
    between: float = BETWEEN_SECONDS


class DiscordClient(discord.Client):
    """One connection with its session. It keeps no members and no messages.

    `http` is used instead of a client of its own, if it is given.
    """

    def __init__(
        self,
        handling: Handling,
        work: Work,
        hooks: Hooks | None = None,
        *,
        http: HTTPClient | None = None,
        standing: Standing | None = None,
        patience: Patience | None = None,
    ) -> None:
        patience = patience or Patience()
        super().__init__(
            intents=discord.Intents(guilds=True),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=LONGEST_WAIT,
            heartbeat_timeout=patience.silence,
            guild_ready_timeout=patience.settle,
        )
        if http is not None:
            self.http = http
            self._connection.http = http
        self._handling = handling
        self._work = work
        self._told = hooks or Hooks()  # discord.py has hooks of its own
        self._patience = patience
        self._standing = standing or Standing()
        self._guard_parsers()

    def _guard_parsers(self) -> None:
        """Let one odd event not end the connection: discord.py would give all of it up."""
        parsers = self._connection.parsers
        for event, parse in parsers.items():
            if event not in _MUST_FAIL:
                parsers[event] = partial(_parse, event, parse)

    @override
    async def setup_hook(self) -> None:
        """Prepare, before anything is heard. What goes wrong there does not keep us from hearing.

        Discord gives interactions to an address instead, if one is set for the application.
        """
        application = self.application
        if application is not None and application.interactions_endpoint_url:
            _log.error("discord_interactions_go_elsewhere")
        try:
            await self._told.prepare(str(self.application_id))
        except Exception:  # noqa: BLE001 - what was prepared before still serves
            _log.exception("discord_not_prepared")

    @override
    async def before_identify_hook(self, _shard_id: int | None, *, initial: bool = False) -> None:
        """Ask for not too many sessions; that they do not come too fast, `Rest` sees to."""
        self._standing.identifies()

    @override
    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        """Tell the handlers of an event, unless it comes after the end.

        discord.py may be about to say that it is ready when it is closed, and would fail.
        """
        if not self.is_closed():
            super().dispatch(event, *args, **kwargs)

    async def on_interaction(self, heard: Heard) -> None:
        """Hand on what somebody did."""
        await self._work.do(f"interaction {heard.type.value}", partial(self._hear, heard))

    async def on_ready(self) -> None:
        """Say that a new session stands, and that all servers are known."""
        _log.info("discord_ready", servers=len(self.guilds))
        self._standing.is_up()

    async def on_resumed(self) -> None:
        """Say that a session goes on after an interruption."""
        _log.info("discord_resumed")
        self._standing.is_up()

    async def on_disconnect(self) -> None:
        """Say that nobody can be heard until there is a connection again."""
        _log.info("discord_disconnected")
        self._standing.is_down()

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Tell about a server that has just let Concord in."""
        await self._meet(guild)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """Tell about a server that Concord is in already, at the start or after it was away."""
        await self._meet(guild)

    async def on_guild_update(self, before: discord.Guild, after: discord.Guild) -> None:
        """Tell about a server that has a new name."""
        if before.name != after.name:
            await self._meet(after)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Tell that Concord was put out of a server, or that the server is no more."""
        await self._work.do("server left", partial(self._told.left, str(guild.id)))

    @override
    async def on_error(self, event_method: str, /, *_args: object, **_more: object) -> None:
        """Log an error of discord.py's own, without what it was about."""
        _log.exception("discord_event_failed", event_method=event_method)

    async def _hear(self, heard: Heard) -> None:
        interaction = read_interaction(heard)
        if interaction is None:
            _log.warning("discord_interaction_unknown", type=heard.type.value)
            return
        await self._handling.hear(interaction)

    async def _meet(self, guild: discord.Guild) -> None:
        await self._work.do("server met", partial(self._told.met, str(guild.id), guild.name))


def _parse(event: str, parse: Callable[[Any], None], data: Any) -> None:  # noqa: ANN401 - any JSON
    try:
        parse(data)
    except Exception:  # noqa: BLE001 - it may be anything: the shape was not what discord.py awaits
        _log.exception("discord_event_unreadable", kind=event)
