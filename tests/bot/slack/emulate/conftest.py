"""Concord's side of Slack with the emulator at the other end; the rest is as in the program."""

from collections.abc import AsyncIterator, Iterator

import httpx
import pytest

from bot.installations import StoredInstallations
from bot.installing import StoredStates
from bot.platforms.slack.drawing.messages import messages
from bot.platforms.slack.installing.exchange import AppSecrets, Exchange
from bot.platforms.slack.installing.oauth import InstallDesk
from bot.platforms.slack.outside import open_session
from bot.platforms.slack.ports import Installation, Site
from bot.platforms.slack.sending.calls import SlackCalls
from bot.platforms.slack.sending.platform import SlackPlatform
from storage.database import Database
from storage.secrets import Keyring
from tests.bot.slack.emulate.emulator import fetch, running
from tests.bot.slack.emulate.workspace import CLIENT_ID, SECRET, SEED, Ana, asked_of_slack
from tests.bot.slack.installing.conftest import new_browser
from tests.bot.slack.installing.slack import KEY, OUR_ADDRESS
from tests.databases import StoppedClock
from tests.patience import paint


@pytest.fixture(scope="session")
def emulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the emulator is; it ends with the tests."""
    folder = tmp_path_factory.mktemp("emulate")
    fetch(folder)
    with running(folder, SEED) as address:
        yield address


@pytest.fixture
async def ana(emulator: str) -> AsyncIterator[Ana]:
    """Somebody who works in the workspace and may add apps to it."""
    async with httpx.AsyncClient() as client:
        ana = Ana(client, emulator)
        await ana.arrive()
        yield ana


@pytest.fixture
def installations(sqlite_database: Database, clock: StoppedClock) -> StoredInstallations:
    """Who has let Concord in."""
    return StoredInstallations(sqlite_database, Keyring(KEY), now=clock)


@pytest.fixture
async def browser(
    emulator: str,
    sqlite_database: Database,
    installations: StoredInstallations,
    clock: StoppedClock,
) -> AsyncIterator[httpx.AsyncClient]:
    """Ana's browser on our side of the installation."""
    states = StoredStates(sqlite_database, now=clock)
    async with open_session() as session:
        exchange = Exchange(session, AppSecrets(CLIENT_ID, SECRET), f"{emulator}/api/")
        desk = InstallDesk(exchange, states, installations, OUR_ADDRESS, clock)
        async with new_browser(desk) as client:
            yield client


@pytest.fixture
async def back(browser: httpx.AsyncClient, ana: Ana) -> dict[str, str]:
    """What Ana's browser brings back from Slack after she has agreed."""
    return await ana.lets_in(await asked_of_slack(browser))


@pytest.fixture
async def concord(
    browser: httpx.AsyncClient,
    back: dict[str, str],
    ana: Ana,
    installations: StoredInstallations,
) -> Installation:
    """Concord in the workspace and in Ana's channel."""
    await browser.get("/slack/oauth", params=back)
    concord = await installations.find(Site(ana.team))
    assert concord
    members = (await ana.asks("conversations.members", channel=ana.channel))["members"]
    if concord.bot_user not in members:
        await ana.asks("conversations.invite", channel=ana.channel, users=concord.bot_user)
    return concord


@pytest.fixture
async def calls(
    emulator: str, installations: StoredInstallations, clock: StoppedClock
) -> AsyncIterator[SlackCalls]:
    """Concord's calls to Slack."""
    async with open_session() as session:
        yield SlackCalls(session, installations, now=clock, address=f"{emulator}/api/")


@pytest.fixture
def platform(
    calls: SlackCalls, installations: StoredInstallations, clock: StoppedClock
) -> SlackPlatform:
    """Slack as Concord delivers to it, drawn as in the program."""
    return SlackPlatform(calls, installations, draw=messages, paint=paint, now=clock)
