"""What the handlers of Slack's payloads work with, handed in from outside."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, Protocol

from bot.platforms.slack.drawing.blocks import Pictures
from bot.platforms.slack.handling.payloads import NO_WAY, Way
from bot.platforms.slack.handling.people import Asker, People
from bot.platforms.slack.handling.tabs import HomeTabs
from bot.platforms.slack.ports import Calls, Installations, Payload, Site
from commands.request import Caller, Request
from workflows.views import Document, View

PATIENCE_SECONDS: Final = 1.5
"""From when on somebody who waits is shown that we are at it: a trigger is good for three."""


Make = Callable[[Document], Awaitable[bytes]]
"""Makes what stands in a file."""


class Dispatcher(Protocol):
    """Does what people ask for."""

    async def ask(self, request: Request) -> View:
        """Do what a button or a form asks for; return what the person sees then."""
        ...

    async def typed(self, caller: Caller, channel: str, line: str) -> View:
        """Do what a typed command asks for; return what the person sees then."""
        ...

    def leaflet(self, caller: Caller, line: str) -> View | None:
        """Return what a typed command shows, where nothing has to be waited for."""
        ...


@dataclass(frozen=True, slots=True)
class Hooks:
    """What else is to happen when Concord is let in or put out somewhere."""

    forget: Callable[[Site], None]
    """Nothing that is remembered about a site holds any more."""
    granted: Callable[[Site, str], Awaitable[None]]
    """An organisation lets Concord into one more of its workspaces."""
    revoked: Callable[[Site, str], Awaitable[None]]
    """An organisation takes Concord out of one of its workspaces."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything the handlers need.

    `respond` posts to the address that came with a payload. `pictures` uploads the pictures of a
    view, and says which is which file.
    """

    dispatcher: Dispatcher
    calls: Calls
    installations: Installations
    people: People
    tabs: HomeTabs
    respond: Callable[[str, Payload], Awaitable[None]]
    pictures: Callable[[Site, View], Awaitable[Pictures]]
    make: Make
    hooks: Hooks
    patience: float = PATIENCE_SECONDS


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody did something, and how they can be answered there.

    `channel` is Slack's id, or empty. `replaces` says that the answer takes the place of the
    ephemeral message that was pressed.
    """

    site: Site
    asker: Asker
    channel: str = ""
    thread: str = ""
    way: Way = NO_WAY
    replaces: bool = False

    @property
    def place(self) -> str:
        """The channel as commands know it; a direct message is none."""
        return "" if self.channel.startswith("D") else self.channel
