"""Fixtures for tests of everything between the edge and what payloads lead to."""

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.bot.slack.bolt.office import Office, open_office
from tests.databases import StoppedClock


@pytest_asyncio.fixture
async def office(clock: StoppedClock) -> AsyncIterator[Office]:
    """Concord's side of Slack, with nobody listening on the network."""
    async with open_office(clock) as opened:
        yield opened
