"""A practice team in simcord's Discord, with the connection and the handlers of the program."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import ExitStack, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from zoneinfo import ZoneInfo

import discord
import simcord

from bot.platforms.discord.drawing.messages import messages
from bot.platforms.discord.gateway.client import DiscordClient
from bot.platforms.discord.gateway.tree import command_tree
from bot.platforms.discord.gateway.work import Work
from bot.platforms.discord.handling.desk import Desk
from bot.platforms.discord.handling.handler import DiscordHandling
from bot.platforms.discord.ports import DiscordMessage, Interaction, Someone
from bot.platforms.discord.sending.calls import DiscordCalls
from bot.platforms.discord.sending.pictures import painted
from bot.platforms.discord.sending.platform import DiscordPlatform
from bot.platforms.discord.sending.refs import Ref
from bot.platforms.discord.sending.replies import Replies
from bot.platforms.port import InChannel, InPrivate
from bot.returned_forms import StoredForms
from bot.studio import Studio
from commands.practice import CHANNEL, PEOPLE, WORKSPACE, seed
from scripts.discord_screens.camera import LOCALES, ZONE, Camera, Shot, Target
from storage.database import open_database
from storage.schema import migrate
from tests.databases import StoppedClock
from tests.discord.wire import Wire
from tests.table import Table
from workflows.catalogue import words_for
from workflows.identifiers import WorkspaceId
from workflows.library import read_library
from workflows.pictures.drawings import Drawing
from workflows.views import View

BEGIN: Final = datetime(2026, 1, 5, 15, tzinfo=ZoneInfo(ZONE))
"""A Monday afternoon, so that a reminder comes in the morning."""

SETTLE_SECONDS: Final = 60.0
"""How long an answer may take."""

LABEL: Final = 18
"""The kind of component that a question of a form is."""

NAMES: Final = {who: name for who, name, _, _ in PEOPLE}


class Stage:
    """The people of one team, who type and press in Discord, and the pictures of what they see.

    Some of what they do in between is done at the `table`, without Discord.
    """

    def __init__(self, language: str, table: Table, studio: Studio, taking: Camera) -> None:
        self.language = language
        self.table = table
        self._taking = taking
        self._wire: Wire | None = None
        self._shown = 0
        self._calls = DiscordCalls(self._http, now=self._now)
        self._platform = DiscordPlatform(
            self._calls, self, draw=_draw, paint=studio.paint, now=self._now
        )
        self._handling = DiscordHandling(self._desk(studio))
        self.client = DiscordClient(self, Work())

    async def begin(self, env: simcord.Env) -> None:
        """Let everybody into a server that knows the commands."""
        self._env = env
        env.backend.bot_user.name = "Concord"
        self._catch_up()
        self._guild = env.create_guild("Lincoln")
        self._channel = self._guild.create_text_channel(CHANNEL)
        self._users = {who: env.create_user(who, global_name=name) for who, name in NAMES.items()}
        self._members = {who: self._guild.add_member(user) for who, user in self._users.items()}
        path = f"/applications/{self.client.application_id}/commands"
        await self._calls.call("PUT", path, command_tree())

    async def workspace(self, _server: str, _name: str) -> WorkspaceId:
        """Return the only workspace there is, whatever server is meant."""
        return WORKSPACE

    async def server(self, _workspace: WorkspaceId) -> str:
        """Return the only server there is."""
        return str(self._guild.id)

    async def hear(self, interaction: Interaction) -> None:
        """Hand on what somebody did, under the name that the practice team has for them."""
        who = next(w for w, user in self._users.items() if str(user.id) == interaction.by.id)
        heard = replace(
            interaction,
            by=Someone(who, NAMES[who]),
            channel=CHANNEL if interaction.server else interaction.channel,
            language=LOCALES[self.language],
        )
        await self._handling.hear(heard)

    async def types(self, who: str, line: str) -> simcord.InteractionResult:
        """Type a command in the channel."""
        return await self._members[who].slash(self._channel, line)

    async def presses(self, who: str, shown: Target, label: str) -> simcord.InteractionResult:
        """Press a button of a message in the channel, or of one that only somebody sees."""
        message = _message(shown)
        return await self._members[who].click(message, label=self.says(label))

    async def sends(
        self, who: str, shown: simcord.InteractionResult, *typed: str
    ) -> simcord.InteractionResult:
        """Write into a form, from the first question on, and send it."""
        asked = [one for one in (shown.modal or {})["components"] if one["type"] == LABEL]
        ids = [one["component"]["custom_id"] for one in asked]
        return await self._members[who].submit_modal(shown, dict(zip(ids, typed, strict=False)))

    async def newest(self, to: str = CHANNEL) -> discord.Message:
        """Show what was said last in the channel, or to one person."""
        self._catch_up()
        *_, post = await self.table.posted(to)
        is_public = to == CHANNEL
        where = self._channel if is_public else self._users[to].dm_channel
        place = (
            InChannel(WORKSPACE, str(self._channel.id))
            if is_public
            else InPrivate(WORKSPACE, str(self._users[to].id))
        )
        self._shown += 1
        nonce = f"n{self._shown}"
        ref = await self._platform.deliver(place, post.view, nonce=nonce, pin=post.pinned)
        id_ = int(Ref.read(ref).message)
        return next(one for one in where.history() if one.id == id_)

    async def pictures(
        self, name: str, who: str, shown: Target, *typed: str, narrow: bool = False
    ) -> None:
        """Take a picture of what somebody has in front of them, with what they type there."""
        is_own = isinstance(shown, discord.Message) and shown.guild is None
        shot = Shot(
            name,
            self.language,
            self._users[who].dm_channel if is_own else self._channel,
            self._users[who] if is_own else self._members[who],
            shown,
            typed,
            narrow,
        )
        await self._taking.take(self._env, shot)

    def says(self, text: str) -> str:
        """Return words of Concord's in the language of the team."""
        return words_for(self.language).say(text)

    def _now(self) -> datetime:
        return self.table.clock.time

    def _catch_up(self) -> None:
        """Let it be as late in Discord as it is at the table."""
        self._env.backend.clock.advance((self._now() - self._env.now()).total_seconds())

    def _http(self) -> Wire:
        """Return the way to Discord; simcord puts its own client in place when it begins."""
        if self._wire is None:
            self._wire = Wire(lambda: self.client.http, lambda: None)
        return self._wire

    def _desk(self, studio: Studio) -> Desk:
        return Desk(
            dispatcher=self.table.dispatcher,
            replies=Replies(self._calls),
            servers=self,
            returned=StoredForms(self.table.database, now=self._now),
            paint=partial(painted, paint=studio.paint),
            make=studio.make,
            today=lambda: self._now().date(),
        )


@asynccontextmanager
async def stage(language: str, taking: Camera) -> AsyncIterator[Stage]:
    """Set a stage with the practice team, which speaks a language."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        url = f"sqlite:///{Path(folder) / 'concord.db'}"
        await asyncio.to_thread(migrate, url)
        clock, ids = StoppedClock(), count(1)
        clock.time = BEGIN.astimezone(UTC)
        database = open_database(url, clock=clock, new_id=lambda: f"new{next(ids):09}")
        library = read_library()
        await database.run(lambda work: seed(work, library, language=language, zone=ZONE))
        studio = stack.enter_context(Studio(database))
        shown = Stage(language, Table(database, clock, library), studio, taking)
        try:
            async with simcord.run(shown.client, settle_timeout=SETTLE_SECONDS) as env:
                await shown.begin(env)
                yield shown
        finally:
            await database.close()


def _draw(view: View, server: str, pictures: Mapping[Drawing, bytes]) -> tuple[DiscordMessage, ...]:
    return messages(view, server=server, painted=pictures)


def _message(shown: Target) -> discord.Message | simcord.ResponseMessage:
    if isinstance(shown, discord.Message):
        return shown
    message = shown.response
    if message is None:
        raise ValueError("nothing was said that has buttons")
    return message
