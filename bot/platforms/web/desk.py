"""What the handlers of the workspace work with, handed in from outside."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.platforms.web.board import BoardPort
from bot.platforms.web.hub import Hub
from commands.request import Caller, Request
from workflows.identifiers import WorkspaceId
from workflows.pictures.drawings import Drawing
from workflows.views import Document, View

Draw = Callable[[Drawing], Awaitable[bytes]]
"""Makes a PNG of a drawing."""

Make = Callable[[Document], Awaitable[bytes]]
"""Makes what stands in a file."""


class Offer(Protocol):
    """A command as the message box offers it."""

    @property
    def usage(self) -> str:
        """How it is typed, such as "/concord norms start"."""
        ...

    @property
    def summary(self) -> str:
        """What it does, in a few words."""
        ...


class Dispatcher(Protocol):
    """Does what people ask for."""

    async def ask(self, request: Request) -> View:
        """Do what a button or a form asks for; return what the person sees then."""
        ...

    async def typed(self, caller: Caller, channel: str, line: str) -> View:
        """Do what a typed command asks for; return what the person sees then."""
        ...

    def offers(self, language: str) -> tuple[Offer, ...]:
        """Return the commands that can be typed, in a language."""
        ...


class Workshop(Protocol):
    """What only a local workspace can do: move its clock, and start over.

    Where other platforms share its time and its data, it can do neither: `is_fixed`.
    """

    @property
    def is_fixed(self) -> bool:
        """Whether the clock can neither be moved nor everything begun anew."""
        ...

    def now(self) -> datetime:
        """Return the workspace's time, aware and in UTC."""
        ...

    async def move(self, delta: timedelta) -> None:
        """Move the clock forward, and do what is due by then."""
        ...

    async def reset(self) -> None:
        """Forget everything, and set up the practice partnership again."""
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything the workspace needs; `zone` is the time zone in which its people live."""

    board: BoardPort
    dispatcher: Dispatcher
    workshop: Workshop
    draw: Draw
    make: Make
    hub: Hub
    workspace: WorkspaceId
    zone: str = "UTC"
