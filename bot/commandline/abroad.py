"""Serves Concord on other platforms than its own, and tells an operator where and how it ended."""

import socket
from collections.abc import Sequence
from contextlib import nullcontext
from functools import partial
from typing import Final

import click
import uvloop

from bot.commandline.ending import end, give_up
from bot.listening import address_of, listen_near
from bot.platforms.discord.gateway.line import LineLostError
from bot.platforms.slack.bolt.sockets import SocketsLostError
from bot.platforms.slack.installing.alone import TokenError
from bot.serving_sides import run_sides
from bot.settings import Settings
from bot.sweeping import sweep_seldom

LOST: Final = "Concord has ended. Slack could not be reached for two minutes."


def serve_abroad(settings: Settings, places: Sequence[str]) -> None:
    """Serve until the program is asked to end; `places` are told once all of them can be heard.

    Raises PortError, and what `run_sides` raises. A token that is not taken and the loss of a line
    end the program.
    """
    sweep_seldom()
    exactly, host = settings.port_was_chosen, settings.host
    with listen_near(settings.port, exactly=exactly, host=host) as listening:
        here = settings.local_workspace
        with listen_near(settings.port + 1, exactly=False) if here else nullcontext() as local:
            ready = partial(click.echo, _told(places, listening, local))
            try:
                uvloop.run(run_sides(settings, listening, ready=ready, local=local))
            except* TokenError as refused:
                give_up(_reason(refused))
            except* SocketsLostError:
                end(LOST)
            except* LineLostError as lost:
                end(f"Concord has ended. {_reason(lost)}")


def _told(places: Sequence[str], listening: socket.socket, local: socket.socket | None) -> str:
    where, names = address_of(listening), list(places)
    if local is not None:
        names.append(f"people at this computer (http://{address_of(local)})")
    return f"Concord is ready for {', '.join(names)} at {where}. Press Ctrl-C to stop."


def _reason(lost: BaseExceptionGroup[Exception]) -> str:
    """Return what the innermost error says; groups are in groups."""
    error: BaseException = lost
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return str(error)
