"""Slack's side of an installation on this computer, and Concord's side of it in a database."""

from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette

from bot.installations import StoredInstallations
from bot.installing import StoredRenewals, StoredStates
from bot.platforms.slack.installing.exchange import AppSecrets, Exchange
from bot.platforms.slack.installing.oauth import InstallDesk, install_routes
from bot.platforms.slack.outside import open_session
from storage.database import Database
from storage.secrets import Keyring
from tests.bot.slack.installing.slack import KEY, OUR_ADDRESS, FakeSlack
from tests.databases import StoppedClock
from tests.fakes.shaky_database import ShakyDatabase

SECRET = "client-secret-canary"  # noqa: S105 - it opens nothing


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    """Slack, as far as installing needs it."""
    async with FakeSlack() as running:
        yield running


@pytest.fixture
async def exchange(slack: FakeSlack) -> AsyncIterator[Exchange]:
    """The way to ask Slack about tokens."""
    async with open_session() as session:
        yield Exchange(session, AppSecrets("1.2", SECRET), slack.api)


@pytest.fixture
def shaky(sqlite_database: Database) -> ShakyDatabase:
    """A database that is away when a test says so."""
    return ShakyDatabase(sqlite_database)


@pytest.fixture
def installations(shaky: ShakyDatabase, clock: StoppedClock) -> StoredInstallations:
    """Who has let Concord in."""
    return StoredInstallations(shaky, Keyring(KEY), now=clock)


@pytest.fixture
def renewals(shaky: ShakyDatabase, clock: StoppedClock) -> StoredRenewals:
    """Whose token expires soon."""
    return StoredRenewals(shaky, Keyring(KEY), now=clock)


@pytest.fixture
def desk(
    exchange: Exchange,
    shaky: ShakyDatabase,
    installations: StoredInstallations,
    clock: StoppedClock,
) -> InstallDesk:
    """What the install pages work with."""
    states = StoredStates(shaky, now=clock)
    return InstallDesk(exchange, states, installations, OUR_ADDRESS, clock)


@pytest.fixture
async def browser(desk: InstallDesk) -> AsyncIterator[httpx.AsyncClient]:
    """The browser of somebody who wants Concord in their workspace."""
    async with new_browser(desk) as client:
        yield client


@pytest.fixture
async def other_browser(desk: InstallDesk) -> AsyncIterator[httpx.AsyncClient]:
    """The browser of somebody else."""
    async with new_browser(desk) as client:
        yield client


def new_browser(desk: InstallDesk) -> httpx.AsyncClient:
    """Return a browser that has never been here."""
    transport = httpx.ASGITransport(Starlette(routes=install_routes(desk)))
    return httpx.AsyncClient(transport=transport, base_url=OUR_ADDRESS)
