"""Discord's REST API for tests, and Concord's way to it."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from discord.http import HTTPClient, Route

from bot.platforms.discord.sending.calls import DiscordCalls
from bot.platforms.discord.sending.platform import DiscordPlatform
from bot.platforms.discord.sending.replies import Replies
from bot.platforms.port import InPrivate
from tests.bot.discord.sending.naps import Naps
from tests.bot.discord.sending.showing import WORKSPACE, FakeServers, draw
from tests.databases import StoppedClock
from tests.fakes.discord.rest import FakeRest
from tests.fakes.discord.state import BOT_TOKEN, Channel, State
from tests.patience import paint


@pytest.fixture
async def rest(clock: StoppedClock, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeRest]:
    """Discord, where discord.py looks for it."""
    async with FakeRest(State(clock)).running() as running:
        monkeypatch.setattr(Route, "BASE", running.address)
        yield running


@pytest.fixture
async def http(rest: FakeRest) -> AsyncIterator[HTTPClient]:
    """discord.py's own client, logged in."""
    client = HTTPClient(asyncio.get_running_loop(), max_ratelimit_timeout=30)
    await client.static_login(BOT_TOKEN)
    rest.calls.clear()
    yield client
    await client.close()


@pytest.fixture
def naps(clock: StoppedClock) -> Naps:
    """How Concord sleeps: the clock goes on at once."""
    return Naps(clock)


@pytest.fixture
def calls(http: HTTPClient, clock: StoppedClock, naps: Naps) -> DiscordCalls:
    """Concord's calls to Discord; chance is always in the middle."""
    return DiscordCalls(lambda: http, now=clock, sleep=naps, chance=lambda: 0.5)


@pytest.fixture
def replies(calls: DiscordCalls) -> Replies:
    """How Concord answers interactions."""
    return Replies(calls)


@pytest.fixture
def server(rest: FakeRest) -> str:
    """A server with Concord in it."""
    return rest.state.found_server("Riverside")


@pytest.fixture
def channel(rest: FakeRest, server: str) -> Channel:
    """A channel of it."""
    return rest.state.make_channel(server, "team")


@pytest.fixture
def ana(rest: FakeRest) -> InPrivate:
    """Somebody on the team."""
    id_ = rest.state.snowflake()
    rest.state.people.add(id_)
    return InPrivate(WORKSPACE, id_)


@pytest.fixture
def servers(server: str) -> FakeServers:
    """The servers that Concord knows."""
    return FakeServers(server)


@pytest.fixture
def platform(calls: DiscordCalls, servers: FakeServers, clock: StoppedClock) -> DiscordPlatform:
    """Discord as Concord delivers to it."""
    return DiscordPlatform(calls, servers, draw=draw, paint=paint, now=clock, chance=lambda: 0.5)
