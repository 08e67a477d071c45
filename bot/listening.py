"""Finds the port on which Concord listens."""

import socket
from typing import Final

from bot.platforms.serving import THIS_COMPUTER, listen

PORTS_TRIED: Final = 20


class PortError(Exception):
    """The port is taken by another program, or not for everybody's use."""

    def __init__(self, port: int, reason: str) -> None:
        super().__init__(f"Port {port} cannot be used: {reason}.")


def listen_near(port: int, *, exactly: bool, host: str = THIS_COMPUTER) -> socket.socket:
    """Return a socket that listens on `port`, or on one of the next unless it must be exactly that.

    Raises PortError.
    """
    last = port if exactly else min(port + PORTS_TRIED - 1, 65535)
    reason = ""
    for candidate in range(port, last + 1):
        try:
            return listen(candidate, host)
        except OSError as error:
            reason = (error.strerror or "").partition(" (")[0].lower()
    raise PortError(port, reason)


def address_of(listening: socket.socket) -> str:
    """Return where a socket listens, such as 127.0.0.1:8765."""
    return ":".join(map(str, listening.getsockname()[:2]))
