"""Slack's end of the sockets: says where to connect, sends payloads, takes acknowledgements."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

from aiohttp import WSMsgType, web

from tests.bot.slack.bolt.payloads import CANARY

TOKEN = f"xapp-{CANARY}"

TYPES = {"command": "slash_commands", "event": "events_api", "function": "events_api"}


class Exchange:
    """A server on this computer with any number of connections."""

    def __init__(self) -> None:
        self.links: list[web.WebSocketResponse] = []
        self.refuses = False
        self.refuses_links = False
        self.asked = asyncio.Event()
        self.url = ""
        self._acks: dict[str, asyncio.Future[Any]] = {}
        self._numbers = count()
        self._changed = asyncio.Condition()

    @property
    def api(self) -> str:
        """Where this server says where to connect."""
        return f"http{self.url}/api/"

    async def has_links(self, number: int, without: web.WebSocketResponse | None = None) -> None:
        """Wait until there are so many connections, and one of them is not among them any more."""
        async with self._changed:
            await self._changed.wait_for(
                lambda: len(self.links) == number and without not in self.links
            )

    async def send(self, payload: dict[str, Any], kind: str = "", link: int = 0) -> Any:  # noqa: ANN401 - any JSON
        """Send a payload and return what comes with its acknowledgement."""
        return await (await self.post(payload, kind, link))

    async def post(
        self, payload: dict[str, Any], kind: str = "", link: int = 0
    ) -> asyncio.Future[Any]:
        """Send a payload, and return what its acknowledgement is to come in."""
        number = str(next(self._numbers))
        self._acks[number] = asyncio.get_running_loop().create_future()
        envelope = {
            "envelope_id": number,
            "type": TYPES.get(kind, "interactive"),
            "payload": payload,
            "accepts_response_payload": True,
        }
        await self.links[link].send_json(envelope)
        return self._acks[number]

    async def open(self, request: web.Request) -> web.Response:
        """Answer apps.connections.open."""
        self.asked.set()
        if self.refuses or request.headers["authorization"] != f"Bearer {TOKEN}":
            return web.json_response({"ok": False, "error": "invalid_auth"})
        return web.json_response({"ok": True, "url": f"ws{self.url}/link?ticket={CANARY}"})

    async def link(self, request: web.Request) -> web.WebSocketResponse:
        """Keep one connection."""
        if self.refuses_links:
            raise web.HTTPUnauthorized
        link = web.WebSocketResponse()
        await link.prepare(request)
        await link.send_json({"type": "hello", "num_connections": 1})
        await self._change(self.links.append, link)
        async for message in link:
            if message.type == WSMsgType.TEXT:
                ack = json.loads(message.data)
                self._acks[ack["envelope_id"]].set_result(ack.get("payload"))
        await self._change(self.links.remove, link)
        return link

    async def _change(self, change: Any, link: web.WebSocketResponse) -> None:  # noqa: ANN401 - a method of a list
        async with self._changed:
            change(link)
            self._changed.notify_all()


@asynccontextmanager
async def open_exchange() -> AsyncIterator[Exchange]:
    """Serve Slack's end on a free port."""
    exchange = Exchange()
    app = web.Application()
    app.router.add_post("/api/apps.connections.open", exchange.open)
    app.router.add_get("/link", exchange.link)
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    exchange.url = f"://127.0.0.1:{runner.addresses[0][1]}"
    try:
        async with asyncio.timeout(60):
            yield exchange
    finally:
        await runner.cleanup()
