"""Serves a web application until the program is asked to end, and ends in good order."""

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Final

import uvicorn
from starlette.types import ASGIApp
from typing_extensions import override

THIS_COMPUTER: Final = "127.0.0.1"

SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)

GRACE_SECONDS: Final = 3
"""What still runs after that is cut off."""


def _nothing() -> None:
    """Do nothing."""


def listen(port: int, host: str = THIS_COMPUTER) -> socket.socket:
    """Return a socket, on this computer only unless told otherwise; port 0 picks a free one.

    Raises OSError.
    """
    return socket.create_server((host, port))


async def serve(
    app: ASGIApp,
    listening: socket.socket,
    *,
    ready: Callable[[], None] = _nothing,
    ending: Callable[[], None] = _nothing,
) -> None:
    """Serve until SIGINT or SIGTERM, or until cancelled; finish what was asked by then.

    `ready` is called once there are answers, and the end can be asked for. `ending` is called as
    soon as it is, to let go of whoever would stay for ever.
    """
    await _Server(_config(app), ready, ending).serve([listening])


@asynccontextmanager
async def serving_beside(app: ASGIApp, listening: socket.socket) -> AsyncIterator[None]:
    """Serve for a block, beside what `serve` serves and what is asked to end in its place."""
    server = _Companion(_config(app))
    async with asyncio.TaskGroup() as group:
        group.create_task(server.serve([listening]))
        yield
        server.should_exit = True


def _config(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        access_log=False,
        lifespan="off",
        log_config=None,
        proxy_headers=False,  # nobody is believed to ask from elsewhere, and nothing asks for it
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )


class _Companion(uvicorn.Server):
    """A server that hears no signals: another one does, and tells what runs beside it."""

    @contextmanager
    @override
    def capture_signals(self) -> Iterator[None]:
        yield


class _Server(uvicorn.Server):
    """A server that says when it is ready, and that the end has come before it closes anything.

    On its own, uvicorn waits for open streams, which never end by themselves. It also raises the
    signal once more when it is done, which would end the program before it has tidied up.
    """

    def __init__(
        self, config: uvicorn.Config, ready: Callable[[], None], ending: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._ready = ready
        self._ending = ending

    @override
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()

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
        self._ending()
        self.handle_exit(number, None)
