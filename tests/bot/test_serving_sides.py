"""One program serves every platform that is set up, and ends all of them in good order."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

import httpx
import pytest
import pytest_asyncio

from bot.platforms.discord.gateway.line import LineLostError
from bot.platforms.serving import listen
from bot.serving_sides import run_sides
from bot.settings import Settings
from tests.fakes.discord.gateway import TOKEN, FakeGateway

OURS = {"sec-fetch-site": "same-origin"}


class Doors(NamedTuple):
    """Where the program answers an operator, and people at this computer."""

    program: httpx.AsyncClient
    local: httpx.AsyncClient


@pytest_asyncio.fixture
async def gateway(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeGateway]:
    """A Discord to connect to."""
    async with FakeGateway().running() as gateway:
        gateway.point(monkeypatch)
        yield gateway


@pytest.fixture
def settings(sqlite_url: str) -> Settings:
    """The settings of a Concord in Discord; its token need not look like a real one."""
    return Settings(database_url=sqlite_url).model_copy(update={"discord_bot_token": TOKEN})


@asynccontextmanager
async def served(settings: Settings) -> AsyncIterator[Doors]:
    """Run the program for a block, and end it as an operator does it."""
    with listen(0) as door, listen(0) as local:
        ready = asyncio.Event()
        async with (
            browser(door) as program,
            browser(local) as people,
            asyncio.timeout(60),
            asyncio.TaskGroup() as group,
        ):
            group.create_task(run_sides(settings, door, ready=ready.set, local=local))
            await ready.wait()
            yield Doors(program, people)
            signal.raise_signal(signal.SIGTERM)


def browser(listening: socket.socket) -> httpx.AsyncClient:
    """Return a browser on one of our own pages."""
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    return httpx.AsyncClient(base_url=address, headers=OURS, follow_redirects=True)


async def test_an_operator_sees_whether_discord_can_be_heard(
    gateway: FakeGateway, settings: Settings
) -> None:
    async with served(settings) as doors:
        health = await doors.program.get("/healthz")
        while (await doors.program.get("/readyz")).status_code != httpx.codes.OK:
            assert len(gateway.identified) <= 1
        metrics = await doors.program.get("/metrics")
        slack = await doors.program.post("/slack/events")

    assert (health.text, slack.status_code) == ("ok", httpx.codes.NOT_FOUND)
    assert "# TYPE concord_discord_interactions_total counter\n" in metrics.text


@pytest.mark.usefixtures("gateway")
async def test_nobody_at_this_computer_moves_the_clock_that_others_live_by(
    settings: Settings,
) -> None:
    async with served(settings) as doors:
        page = await doors.local.get("/")
        root = page.url.path.partition("/c/")[0]
        moved = await doors.local.post(f"{root}/clock", data={"by": "1d"})
        begun_anew = await doors.local.post(f"{root}/reset")

    assert 'id="clock"' in page.text
    assert [url for url in (f"{root}/clock", f"{root}/reset") if url in page.text] == []
    assert (moved.status_code, begun_anew.status_code) == (404, 404)


async def test_a_program_ends_that_discord_does_not_let_in(
    gateway: FakeGateway, settings: Settings
) -> None:
    gateway.login_status = 401

    with listen(0) as door, pytest.RaisesGroup(LineLostError, flatten_subgroups=True) as lost:
        await run_sides(settings, door, ready=lambda: None)

    assert "copy it once more" in str(lost.value.exceptions[0])
