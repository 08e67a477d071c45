"""A connection may be down for a while and up for as long as it likes."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.platforms.discord.gateway.pace import Pace
from bot.platforms.discord.gateway.standing import Watch

LONG = 1000.0


@pytest_asyncio.fixture
async def limit() -> AsyncIterator[asyncio.Timeout]:
    async with asyncio.timeout(LONG) as entered:
        yield entered


@pytest.fixture
def watch(limit: asyncio.Timeout) -> Watch:
    return Watch(Pace(lambda: 1.0, lambda: 0.0), limit, LONG)


async def test_a_connection_that_stands_has_no_limit(limit: asyncio.Timeout, watch: Watch) -> None:
    watch.is_up()

    assert watch.stands
    assert limit.when() is None


async def test_a_connection_that_is_down_has_so_much_time_from_the_first_moment(
    limit: asyncio.Timeout, watch: Watch
) -> None:
    watch.is_up()

    watch.is_down()
    first = limit.when()
    watch.is_down()

    assert not watch.stands
    assert first is not None
    assert limit.when() == first


async def test_what_is_told_after_the_end_changes_nothing(
    limit: asyncio.Timeout, watch: Watch
) -> None:
    watch.is_up()
    watch.end()

    watch.is_down()
    watch.is_up()

    assert not watch.stands
    assert limit.when() is None
