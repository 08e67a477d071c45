"""Serves the workspace on this computer, and ends cleanly while pages are open."""

import asyncio
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import uvicorn
from starlette.types import ASGIApp
from typing_extensions import override

from bot.platforms.web.hub import Hub

ADDRESS: Final = "127.0.0.1"

SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)

GRACE_SECONDS: Final = 3
"""What still runs after that is cut off."""


def listen(port: int) -> socket.socket:
    """Return a socket on this computer only; port 0 picks a free one. Raises OSError."""
    return socket.create_server((ADDRESS, port))


async def serve(app: ASGIApp, hub: Hub, listening: socket.socket) -> None:
    """Serve until SIGINT or SIGTERM, or until cancelled; then let every open page go and return."""
    config = uvicorn.Config(
        app,
        access_log=False,
        lifespan="off",
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    await _Server(config, hub).serve([listening])


class _Server(uvicorn.Server):
    """A server that closes the streams first.

    On its own, uvicorn waits for open streams, which never end by themselves. It also raises the
    signal once more when it is done, which would end the program before it has tidied up.
    """

    def __init__(self, config: uvicorn.Config, hub: Hub) -> None:
        super().__init__(config)
        self._hub = hub

    @contextmanager
    @override
    def capture_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            loop.add_signal_handler(number, self._end, number)
        try:
            yield
        finally:
            for number in SIGNALS:
                loop.remove_signal_handler(number)

    def _end(self, number: int) -> None:
        self._hub.close()
        self.handle_exit(number, None)
