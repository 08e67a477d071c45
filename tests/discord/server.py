"""A Discord in this process: one server with one channel, and whoever is in it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Final, TypeVar

import discord
import simcord
from simcord.backend import serializers
from simcord.backend.models import Overwrite
from simcord.builders import ChannelHandle, GuildHandle
from simcord.enums import OverwriteType

NAME: Final = "Riverside"
PATIENCE_SECONDS: Final = 10.0
"""How long something may take to be seen; only a failing test waits so long."""

LOCALES: Final = {"en": "en-US", "es": "es-ES"}
"""Discord's own codes of the languages that people have chosen there."""

T = TypeVar("T")


async def _nothing() -> None: ...


class Server:
    """What is there before Concord begins and stays when it ends.

    `typed` is all that people wrote; `languages` are Discord's codes by a person's id, and
    `members` are those who are in it by their ids. `meanwhile` happens between that somebody sees
    a form, or the way to one, and that they go on.
    """

    def __init__(self) -> None:
        self.typed = list[str]()
        self.languages = dict[str, str]()
        self.members = dict[str, simcord.MemberActor]()
        self.meanwhile: Callable[[], Awaitable[None]] = _nothing
        self._change = asyncio.Event()
        self._env: simcord.Env | None = None
        self._guild: GuildHandle | None = None
        self._channel: ChannelHandle | None = None

    @property
    def env(self) -> simcord.Env:
        """The Discord that it is in."""
        assert self._env
        return self._env

    @property
    def guild(self) -> GuildHandle:
        """The server."""
        assert self._guild
        return self._guild

    @property
    def channel(self) -> ChannelHandle:
        """The channel of the team."""
        assert self._channel
        return self._channel

    @property
    def requests(self) -> Sequence[simcord.types.HttpLogEntry]:
        """Everything that Concord has asked Discord for."""
        return self._env.http_requests if self._env else ()

    def open(self, env: simcord.Env) -> None:
        """Be there, with a channel."""
        self._env = env
        self._speak_languages(env)
        self._guild = env.create_guild(NAME)
        self._channel = self._guild.create_text_channel("riverside-team")

    def newcomer(self, name: str, *, is_bot: bool = False) -> simcord.MemberActor:
        """Let somebody into the server."""
        user = self.env.create_user(name.split(maxsplit=1)[0].lower(), global_name=name, bot=is_bot)
        member = self.members[str(user.id)] = self.guild.add_member(user)
        return member

    def allow(self, member: simcord.MemberActor, rights: discord.Permissions) -> None:
        """Give somebody a role with rights."""
        role = self.guild.create_role("helper", permissions=rights)
        self.env.backend.add_member_role(self.guild.id, member.id, role.id)

    def deny(self, **rights: bool) -> None:
        """Take rights from Concord in the channel."""
        denied = discord.Permissions(**rights).value
        me = self.env.backend.bot_user.id
        overwrite = Overwrite(target_id=me, type=OverwriteType.MEMBER, allow=0, deny=denied)
        self.env.backend.set_overwrite(self.channel.id, overwrite)

    def put_out(self) -> None:
        """Put Concord out of the server."""
        self.env.backend.emit("GUILD_DELETE", {"id": str(self.guild.id)})

    def let_in_again(self) -> None:
        """Let Concord into the server again, in which nothing has changed."""
        backend = self.env.backend
        told = serializers.guild_create_payload(backend, backend.get_guild(self.guild.id))
        backend.emit("GUILD_CREATE", told)

    def change(self) -> None:
        """Let everybody look again who waits for something."""
        self._change.set()

    async def until(self, look: Callable[[], T], tell: Callable[[], str]) -> T:
        """Wait until a look finds something, and return it; what is there instead, `tell` says."""
        while not (found := look()):
            self._change.clear()
            try:
                async with asyncio.timeout(PATIENCE_SECONDS):
                    await self._change.wait()
            except TimeoutError:
                raise AssertionError(tell()) from None
        return found

    def _speak_languages(self, env: simcord.Env) -> None:
        """Let each person's Discord tell their language; simcord's people all speak English."""
        emit = env.backend.emit

        def tell(event: str, payload: Mapping[str, Any]) -> None:
            if event == "INTERACTION_CREATE":
                by = payload.get("user") or payload["member"]["user"]
                payload = {**payload, "locale": self.languages.get(by["id"], "en-US")}
            emit(event, payload)

        env.backend.emit = tell  # type: ignore[method-assign]  # simcord says it there only
