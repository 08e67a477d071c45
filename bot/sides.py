"""What every platform looks like to the program that serves it beside others."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from bot.platforms.port import PlatformPort
from bot.platforms.watching import Page
from commands.dispatcher import Dispatcher
from workflows.people import Platform


async def always() -> bool:
    """Say yes: there is nothing to wait for."""
    return True


def nothing() -> str:
    """Return no figures."""
    return ""


def no_farewell() -> None:
    """Do nothing."""


@dataclass(frozen=True, slots=True)
class Served:
    """A platform that is being served.

    `pages` are its addresses over HTTP. `metrics` tells what was counted. `ending` is called as
    soon as the program is asked to end, to take nothing more.
    """

    pages: Sequence[Page] = ()
    is_ready: Callable[[], Awaitable[bool]] = always
    metrics: Callable[[], str] = nothing
    ending: Callable[[], None] = no_farewell


class Side(Protocol):
    """One platform: the way to it, and the ways from it to the commands."""

    @property
    def platform(self) -> Platform:
        """Which platform it is."""
        ...

    @property
    def port(self) -> PlatformPort:
        """Return the way to it."""
        ...

    def serving(self, dispatcher: Dispatcher) -> AbstractAsyncContextManager[Served]:
        """Hear it for a block; what was heard by the end of the block is answered."""
        ...
