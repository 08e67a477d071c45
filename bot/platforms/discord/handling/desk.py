"""What the handlers of Discord's interactions work with, handed in from outside."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bot.platforms.discord.drawing.custom_ids import Handle
from bot.platforms.discord.ports import Interaction, Servers
from bot.platforms.discord.sending.documents import Make
from bot.platforms.discord.sending.replies import Replies
from commands.request import Caller, Request
from workflows.pictures.drawings import Drawing
from workflows.views import Ask, Option, Raw, View


class Dispatcher(Protocol):
    """Does what people ask for."""

    async def ask(self, request: Request) -> View:
        """Do what a button or a form asks for; return what the person sees then."""
        ...

    async def typed(self, caller: Caller, channel: str, line: str) -> View:
        """Do what a typed command asks for; return what the person sees then."""
        ...

    async def completions(self, request: Request, text: str) -> tuple[Option, ...]:
        """Return what a command can be about, as far as it fits what was typed so far."""
        ...


class ReturnedForms(Protocol):
    """What was typed into forms that came back for another look, for a day at most."""

    async def keep(
        self, caller: Caller, asked: Ask, raw: Raw, *, is_written_down: bool = True
    ) -> None:
        """Keep what somebody typed, in place of what they typed there before.

        What is not to be written down is only remembered, for an hour at most.
        """
        ...

    async def typed(self, caller: Caller, asked: Ask) -> Raw | None:
        """Return what somebody typed, or None if it is not kept any more."""
        ...

    async def drop(self, caller: Caller, *asked: Ask) -> None:
        """Let go of what somebody typed in these places: it was taken in."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything the handlers need.

    `paint` makes the pictures of a view, as far as it can. `today` is the first of the days that
    are offered where a form asks for one.
    """

    dispatcher: Dispatcher
    replies: Replies
    servers: Servers
    returned: ReturnedForms
    paint: Callable[[View], Awaitable[Mapping[Drawing, bytes]]]
    make: Make
    today: Callable[[], date]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody did something, and who they are there.

    `server` is empty where Discord says by itself which server a button is about.
    """

    interaction: Interaction
    caller: Caller
    server: str = ""

    @property
    def place(self) -> str:
        """The channel as commands know it; a direct message is none."""
        return self.interaction.channel if self.interaction.server else ""


async def spot_of(desk: Desk, interaction: Interaction, handle: Handle | None = None) -> Spot:
    """Return where somebody did something; what they pressed may tell which server it is about.

    Raises NowhereError where nothing tells.
    """
    told = handle.server if handle else ""
    server = interaction.server or told
    if not server:
        raise NowhereError
    workspace = await desk.servers.workspace(server, interaction.server_name)
    caller = Caller(workspace, interaction.by.id, interaction.by.name, interaction.language or None)
    return Spot(interaction, caller, "" if interaction.server else told)


class NowhereError(Exception):
    """Something was done in a direct message that does not tell which server it is about."""
