"""The server listens on this computer only, and ends in good order while pages are open."""

import asyncio
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import httpx
import pytest
from typing_extensions import override

from bot.platforms.serving import listen, serve
from bot.platforms.web.app import web_app
from bot.platforms.web.board import Draft
from bot.platforms.web.hub import Hub, Listener, Said
from tests.fakes.desk import FakeWorkspace

STREAM = "/as/ana/c/leadership-team/stream"


@asynccontextmanager
async def served(workspace: FakeWorkspace) -> AsyncIterator[httpx.AsyncClient]:
    """Serve a workspace on a free port; the block has to end the server."""
    listening = listen(0)
    _, port = listening.getsockname()
    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        group.create_task(serve(web_app(workspace.desk), listening, ending=workspace.hub.close))
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as browser:
            yield browser


class WatchedHub(Hub):
    """Tells when a listener has gone."""

    def __init__(self) -> None:
        super().__init__()
        self.left = asyncio.Event()

    @contextmanager
    @override
    def listen(self, persona: str) -> Iterator[Listener]:
        try:
            with super().listen(persona) as listener:
                yield listener
        finally:
            self.left.set()


def test_it_listens_on_this_computer_only() -> None:
    with listen(0) as listening:
        address, _ = listening.getsockname()

    assert address == "127.0.0.1"


def test_a_port_that_is_taken_is_told() -> None:
    with listen(0) as listening, pytest.raises(OSError, match="in use"):
        listen(listening.getsockname()[1])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_an_open_page_does_not_hold_the_program_up_when_it_is_to_end(
    workspace: FakeWorkspace, number: signal.Signals
) -> None:
    async with served(workspace) as browser, browser.stream("GET", STREAM) as response:
        lines = response.aiter_lines()
        assert await anext(lines) == ": still here"

        signal.raise_signal(number)

        rest = [line async for line in lines]

    assert rest[-1] == ""
    assert signal.getsignal(number) in {signal.default_int_handler, signal.SIG_DFL}


async def test_a_message_crosses_a_real_connection(workspace: FakeWorkspace) -> None:
    async with served(workspace) as browser, browser.stream("GET", STREAM) as response:
        message = await workspace.board.post(Draft("leadership-team", "bo", "Hello"))
        workspace.hub.tell(Said(message.channel))

        numbers = (line async for line in response.aiter_lines() if line.startswith("id:"))
        assert await anext(numbers) == "id: 1"

        signal.raise_signal(signal.SIGTERM)


async def test_a_page_that_closes_is_forgotten(workspace: FakeWorkspace) -> None:
    workspace.hub = hub = WatchedHub()

    async with served(workspace) as browser:
        async with browser.stream("GET", STREAM) as response:
            await anext(response.aiter_lines())
        await hub.left.wait()

        signal.raise_signal(signal.SIGTERM)


async def test_a_request_is_not_answered_for_another_host(workspace: FakeWorkspace) -> None:
    async with served(workspace) as browser:
        response = await browser.get("/", headers={"host": f"evil.example:{browser.base_url.port}"})

        signal.raise_signal(signal.SIGTERM)

    assert response.status_code == 421
    assert "server" not in response.headers
