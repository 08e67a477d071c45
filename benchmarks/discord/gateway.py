"""A Discord with many servers, in a process of its own: `python -m benchmarks.discord.gateway`."""

import asyncio
from typing import Final

from aiohttp import web

from tests.fakes.discord.gateway import FakeGateway
from tests.fakes.discord.gateway_payloads import Json, channel, server

SERVERS: Final = 500
CHANNELS: Final = 40
ROLES: Final = 25


async def main() -> None:
    """Say the address on a line, and answer until the program is ended."""
    gateway = FakeGateway()
    gateway.servers = [_server(number) for number in range(SERVERS)]
    app = web.Application()
    app.add_routes(gateway.routes())
    app.router.add_put("/api/v10/applications/{id}/commands", _told)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    gateway.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    print(gateway.url, flush=True)
    await asyncio.Event().wait()


async def _told(_request: web.Request) -> web.Response:
    return web.Response(body=b"[]", headers={"Content-Type": "application/json"})


def _server(number: int) -> Json:
    id_ = str(10**17 + number * 1000)
    return server(
        id_,
        f"Server {number}",
        channels=[channel(str(int(id_) + 1 + each)) for each in range(CHANNELS)],
        roles=[_role(str(int(id_) + 500 + each)) for each in range(ROLES)],
    )


def _role(id_: str) -> Json:
    return {
        "id": id_,
        "name": f"Role {id_}",
        "color": 0,
        "hoist": False,
        "position": 1,
        "permissions": "2048",
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }


if __name__ == "__main__":
    asyncio.run(main())
