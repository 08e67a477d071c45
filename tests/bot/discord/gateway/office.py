"""Whoever is told what people do, and a line to Discord in a time of our own."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from bot.platforms.discord.gateway.client import Hooks, Patience
from bot.platforms.discord.gateway.line import Line, Timing
from bot.platforms.discord.ports import Interaction
from tests.fakes.discord.gateway import TOKEN


async def nothing() -> None:
    """Do nothing."""


class Office:
    """Notes what is heard; `answer` is done about each thing."""

    def __init__(self) -> None:
        self.heard: list[Interaction] = []
        self.met: list[tuple[str, str]] = []
        self.left: list[str] = []
        self.prepared: list[str] = []
        self.pauses: list[float] = []
        self.seconds = 0.0
        self.answer: Callable[[], Awaitable[None]] = nothing
        self.prepare: Callable[[], Awaitable[None]] = nothing
        self._changed = asyncio.Condition()

    @property
    def hooks(self) -> Hooks:
        """What the line tells besides."""
        return Hooks(self._meet, self._leave, self._prepare)

    async def hear(self, interaction: Interaction) -> None:
        """Note what somebody did, and do something about it."""
        await self._note(lambda: self.heard.append(interaction))
        await self.answer()

    async def has(self, condition: Callable[["Office"], bool]) -> None:
        """Wait until something is so."""
        async with self._changed:
            await self._changed.wait_for(lambda: condition(self))

    async def has_heard(self, number: int) -> None:
        """Wait until so much was heard."""
        await self.has(lambda it: len(it.heard) == number)

    async def has_met(self, number: int) -> None:
        """Wait until so many servers were told about."""
        await self.has(lambda it: len(it.met) == number)

    def timing(self, **others: float) -> Timing:
        """Return a time that passes when somebody sleeps, and only then."""
        waits = {name: others.pop(name) for name in ("silence", "between") & others.keys()}
        patience = Patience(**{"settle": 0.01, "between": 0.0, **waits})
        return Timing(self._sleep, lambda: 1.0, lambda: self.seconds, patience, **others)

    async def _sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.seconds += seconds
        await asyncio.sleep(0)

    async def _meet(self, server: str, name: str) -> None:
        await self._note(lambda: self.met.append((server, name)))

    async def _leave(self, server: str) -> None:
        await self._note(lambda: self.left.append(server))

    async def _prepare(self, application: str) -> None:
        self.prepared.append(application)
        await self.prepare()

    async def _note(self, change: Callable[[], None]) -> None:
        async with self._changed:
            change()
            self._changed.notify_all()


def line_of(office: Office, **others: float) -> Line:
    """Return a line that was not opened yet."""
    return Line(TOKEN, office, office.hooks, timing=office.timing(**others))


@asynccontextmanager
async def connected(office: Office, **others: float) -> AsyncIterator[Line]:
    """Open a line, and stop it at the end of the block."""
    line = line_of(office, **others)
    async with asyncio.timeout(30), asyncio.TaskGroup() as group:
        group.create_task(line.run())
        await until_ready(line)
        yield line
        line.stop()


async def until_ready(line: Line, *, is_so: bool = True) -> None:
    """Ask as a load balancer does, until the answer is that."""
    while line.is_ready() != is_so:  # noqa: ASYNC110 - there is nothing that tells
        await asyncio.sleep(0.001)
