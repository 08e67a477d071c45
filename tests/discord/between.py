"""Stands between the handlers and the commands, to make a story of what seldom happens."""

from collections.abc import Awaitable, Callable

from bot.platforms.discord.handling.desk import Dispatcher
from commands.request import Caller, Request
from workflows.views import Option, View


class Hindered:
    """Does what people ask for; before that, `hindrance` happens to what they type."""

    def __init__(self) -> None:
        self.hindrance: Callable[[], Awaitable[object]] | None = None
        self._dispatcher: Dispatcher | None = None

    def __call__(self, dispatcher: Dispatcher) -> Dispatcher:
        """Stand before a dispatcher."""
        self._dispatcher = dispatcher
        return self

    async def ask(self, request: Request) -> View:
        """Do what a button or a form asks for."""
        return await self._beyond.ask(request)

    async def typed(self, caller: Caller, channel: str, line: str) -> View:
        """Do what a typed command asks for, when nothing hinders it any more."""
        if self.hindrance:
            await self.hindrance()
        return await self._beyond.typed(caller, channel, line)

    async def completions(self, request: Request, text: str) -> tuple[Option, ...]:
        """Return what a command can be about."""
        return await self._beyond.completions(request, text)

    @property
    def _beyond(self) -> Dispatcher:
        assert self._dispatcher
        return self._dispatcher
