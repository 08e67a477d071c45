"""Serves an application on a free port, with the same settings for everybody who is compared."""

import logging
import socket

import uvicorn
from starlette.types import ASGIApp

HOST = "127.0.0.1"


def open_door() -> socket.socket:
    """Return a socket that listens on a free port."""
    return socket.create_server((HOST, 0))


def port_of(door: socket.socket) -> int:
    """Return the port on which a socket listens."""
    port: int = door.getsockname()[1]
    return port


def serve(app: ASGIApp) -> None:
    """Say the port on a line, and serve until the program is ended."""
    logging.disable(logging.CRITICAL)
    with open_door() as door:
        print(port_of(door), flush=True)
        config = uvicorn.Config(
            app,
            loop="uvloop",
            http="httptools",
            access_log=False,
            lifespan="off",
            log_config=None,
            server_header=False,
        )
        uvicorn.Server(config).run([door])
