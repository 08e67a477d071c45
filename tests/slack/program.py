"""Concord's whole program on Slack, within the test, on a free port; it can be ended and begun."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import httpx

from bot.clock import MovableClock, SystemClock
from bot.platforms.serving import listen
from bot.serving_sides import run_sides
from bot.settings import Settings
from bot.slack_access import SlackAddresses
from storage.secrets import new_key
from tests.bot.slack.bolt.exchange import TOKEN as APP_TOKEN
from tests.bot.slack.edge.letters import SECRET
from tests.fakes.slack.lines import HttpLine, Line, SocketLine
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.state import BOT_TOKEN

HTTP, SOCKET = "http", "socket"


class Concord:
    """The program, which keeps its address and its data over its ends."""

    def __init__(self, fake: FakeSlack, settings: Settings, client: httpx.AsyncClient) -> None:
        self.settings = settings
        self.client = client
        self._fake = fake
        self._clock = MovableClock(SystemClock())
        self._group = asyncio.TaskGroup()
        self._program: asyncio.Task[None] | None = None

    @property
    def line(self) -> Line:
        """The way on which Slack reaches it."""
        if self.settings.slack_app_token:
            return SocketLine(self._fake.switchboard)
        return HttpLine(self.client, SystemClock().now)

    async def begin(self, group: asyncio.TaskGroup) -> None:
        """Begin, and return when Slack can reach it and an operator end it."""
        self._group, ready = group, asyncio.Event()
        self._program = group.create_task(self._run(ready))
        waiting = group.create_task(ready.wait())
        await asyncio.wait({self._program, waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        while not _is_endable() and not self._program.done():  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0)
        if self.settings.slack_app_token:
            await self._fake.switchboard.has_some_link()

    async def end(self) -> None:
        """End as an operator does it."""
        assert self._program
        signal.raise_signal(signal.SIGTERM)
        await self._program

    async def begin_again(self) -> None:
        """Begin after an end."""
        await self.begin(self._group)

    async def begin_later(self, minutes: int) -> None:
        """End, and begin anew when some time has passed, in which much may have fallen due."""
        await self.end()
        self._clock.offset += timedelta(minutes=minutes)
        await self.begin_again()

    async def _run(self, ready: asyncio.Event) -> None:
        at = SlackAddresses(self._fake.api, self._fake.answers, f"{self._fake.url}/authorize")
        port = self.client.base_url.port
        assert port
        with listen(port) as listening:
            await run_sides(
                self.settings, listening, ready=ready.set, slack_at=at, clock=self._clock
            )


def settings_for(url: str, way: str) -> Settings:
    """Return the settings of a Concord in one workspace, with a database, over HTTP or a socket."""
    return Settings(
        database_url=url,
        secret_keys=new_key(),
        slack_bot_token=BOT_TOKEN,
        slack_signing_secret=SECRET if way == HTTP else "",
        slack_app_token=APP_TOKEN if way == SOCKET else "",
    )


@asynccontextmanager
async def concord_beside(
    fake: FakeSlack, url: str, way: str, **settings: str
) -> AsyncIterator[Concord]:
    """Run Concord beside a Slack for the length of the block."""
    with listen(0) as free:
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    wanted = settings_for(url, way).model_copy(update=settings)
    async with (
        httpx.AsyncClient(base_url=address, timeout=30) as client,
        asyncio.timeout(120),
        asyncio.TaskGroup() as group,
    ):
        concord = Concord(fake, wanted, client)
        await concord.begin(group)
        yield concord
        await concord.end()


def _is_endable() -> bool:
    return signal.getsignal(signal.SIGTERM) != signal.SIG_DFL
