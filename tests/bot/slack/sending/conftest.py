"""Slack's Web API for tests, and Concord's way to it."""

from collections.abc import AsyncIterator

import pytest

from bot.platforms.slack.outside import open_session
from bot.platforms.slack.sending.calls import SlackCalls
from bot.platforms.slack.sending.platform import SlackPlatform
from tests.bot.slack.sending.installed import FakeInstallations
from tests.bot.slack.sending.showing import draw
from tests.bot.slack.sending.web_api import WebApi
from tests.databases import StoppedClock
from tests.patience import paint


@pytest.fixture
async def slack() -> AsyncIterator[WebApi]:
    """Slack, with one workspace."""
    async with WebApi().running() as api:
        yield api


@pytest.fixture
def installations() -> FakeInstallations:
    """Where Concord is installed."""
    return FakeInstallations()


@pytest.fixture
async def calls(
    slack: WebApi, installations: FakeInstallations, clock: StoppedClock
) -> AsyncIterator[SlackCalls]:
    """Concord's calls to Slack."""
    async with open_session() as session:
        yield SlackCalls(session, installations, now=clock, address=slack.address)


@pytest.fixture
def platform(
    calls: SlackCalls, installations: FakeInstallations, clock: StoppedClock
) -> SlackPlatform:
    """Slack as Concord delivers to it; chance is always in the middle."""
    return SlackPlatform(
        calls, installations, draw=draw, paint=paint, now=clock, chance=lambda: 0.5
    )
