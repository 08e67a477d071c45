"""The local workspace finds a port, and nobody else on the network can reach it."""

import socket
from collections.abc import Iterator

import pytest

from bot.listening import PORTS_TRIED, PortError, listen_near
from bot.platforms.serving import listen


@pytest.fixture
def taken() -> Iterator[int]:
    """Return a port on which another program listens."""
    with listen(0) as listener:
        yield listener.getsockname()[1]


def address(listener: socket.socket) -> tuple[str, int]:
    """Return where a socket listens, and close it."""
    with listener:
        host, port = listener.getsockname()
    return host, port


def test_a_workspace_listens_on_this_computer_only() -> None:
    host, _ = address(listen_near(8765, exactly=False))

    assert host == "127.0.0.1"


def test_a_workspace_takes_the_next_port_when_the_first_is_taken(taken: int) -> None:
    _, port = address(listen_near(taken, exactly=False))

    assert taken < port < taken + PORTS_TRIED


def test_an_operator_who_asked_for_a_port_gets_no_other(taken: int) -> None:
    with pytest.raises(
        PortError, match=f"^Port {taken} cannot be used: address already in use\\.$"
    ):
        listen_near(taken, exactly=True)


def test_a_restart_takes_the_port_at_once() -> None:
    _, port = address(listen(0))

    assert address(listen_near(port, exactly=True)) == ("127.0.0.1", port)
