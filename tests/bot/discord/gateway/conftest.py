"""A gateway on this computer, and somebody who hears what comes through it."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.bot.discord.gateway.office import Office
from tests.fakes.discord.gateway import FakeGateway


@pytest.fixture
def office() -> Office:
    return Office()


@pytest_asyncio.fixture
async def gateway(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeGateway]:
    async with FakeGateway().running() as running:
        running.point(monkeypatch)
        yield running
