"""Starts Concord in one process: on Slack where that is set up, else with its local workspace."""

import socket
import sys
from pathlib import Path
from typing import NoReturn, assert_never

import click
import uvloop

from bot.commandline.options import config_option, settings_or_exit
from bot.listening import PortError, listen_near
from bot.local_workspace import run_local_workspace
from bot.logs import configure_logs
from bot.platforms.slack.bolt.sockets import SocketsLostError
from bot.platforms.slack.installing.alone import TokenError
from bot.settings import Settings
from bot.slack_side import run_on_slack
from bot.sweeping import sweep_seldom
from bot.ways_in import HalfWayInError, WayIn, slack_way_in
from storage.errors import StorageError
from storage.lock import sole_server
from storage.schema import migrate

LOST = "Concord has ended. Slack could not be reached for two minutes."


@click.command()
@config_option
def run(config: Path | None) -> None:
    """Start Concord: on Slack where that is set up, else with its local workspace."""
    settings = settings_or_exit(config)
    configure_logs(settings.log_level, settings.log_format)
    sweep_seldom()
    try:
        way = slack_way_in(settings)
        with sole_server(settings.database_url):
            migrate(settings.database_url)
            _serve(settings, way)
    except (StorageError, PortError, HalfWayInError, TokenError) as error:
        _give_up(str(error))
    except OSError as error:
        _give_up(f"{error.filename} cannot be used: {error.strerror}.")


def _serve(settings: Settings, way: WayIn) -> None:
    match way:
        case WayIn.NONE:
            _serve_here(settings)
        case WayIn.HTTP | WayIn.SOCKET:
            _serve_slack(settings, way)
        case _:
            assert_never(way)


def _serve_here(settings: Settings) -> None:
    with listen_near(settings.port, exactly=settings.port_was_chosen) as listening:
        address = f"http://{_where(listening)}"
        words = f"Concord is ready: {address} (this computer only). Press Ctrl-C to stop."
        uvloop.run(run_local_workspace(settings, listening, ready=lambda: click.echo(words)))


def _serve_slack(settings: Settings, way: WayIn) -> None:
    exactly, host = settings.port_was_chosen, settings.host
    with listen_near(settings.port, exactly=exactly, host=host) as listening:
        words = f"Concord is ready for Slack ({way}) at {_where(listening)}. Press Ctrl-C to stop."
        try:
            uvloop.run(run_on_slack(settings, listening, ready=lambda: click.echo(words)))
        except* SocketsLostError:
            click.echo(LOST, err=True)
            sys.exit(1)


def _where(listening: socket.socket) -> str:
    return ":".join(map(str, listening.getsockname()[:2]))


def _give_up(reason: str) -> NoReturn:
    click.echo(f"Concord did not start. {reason} Try `python -m bot doctor`.", err=True)
    sys.exit(1)
