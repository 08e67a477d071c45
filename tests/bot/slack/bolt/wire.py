"""A real server on a free port of this computer, and signed requests to it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import uvicorn
from starlette.types import ASGIApp
from typing_extensions import override

from tests.bot.slack.bolt.payloads import written
from tests.bot.slack.edge.letters import PATH, stamped
from tests.databases import START


class Server(uvicorn.Server):
    """A server that can be told to end."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(uvicorn.Config(app, lifespan="off", log_config=None, access_log=False))
        self.is_ending = False

    @override
    async def on_tick(self, counter: int) -> bool:
        return self.is_ending or await super().on_tick(counter)


class Line:
    """A connection to a server."""

    def __init__(self, server: Server, client: httpx.AsyncClient) -> None:
        self._server = server
        self.client = client

    @property
    def port(self) -> int:
        port = self.client.base_url.port
        assert port
        return port

    async def send(self, payload: dict[str, Any]) -> httpx.Response:
        """Send a signed payload."""
        body, content_type = written(payload)
        headers = stamped(body, START, content_type=content_type)
        return await self.client.post(PATH, content=body, headers=headers)

    def end(self) -> None:
        """End the server as SIGTERM does: what is under way is answered."""
        self._server.is_ending = True


@asynccontextmanager
async def served(app: ASGIApp) -> AsyncIterator[Line]:
    """Serve an application; the server ends with the block."""
    listening = socket.create_server(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    server = Server(app)
    async with asyncio.timeout(60), asyncio.TaskGroup() as group:
        group.create_task(server.serve([listening]))
        async with httpx.AsyncClient(base_url=address, timeout=30) as client:
            line = Line(server, client)
            yield line
        line.end()
