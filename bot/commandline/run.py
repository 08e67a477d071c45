"""Starts Concord in one process: on Slack and Discord where set up, else in its own workspace."""

from collections.abc import Iterator
from pathlib import Path
from typing import assert_never

import click
import uvloop

from bot.commandline.ending import give_up
from bot.commandline.options import config_option, settings_or_exit
from bot.listening import PortError, address_of, listen_near
from bot.local_workspace import run_local_workspace
from bot.logs import configure_logs
from bot.settings import Settings
from bot.sweeping import sweep_seldom
from bot.ways_in import HalfWayInError, WayIn, is_on_discord, slack_way_in
from storage.errors import StorageError
from storage.lock import sole_server
from storage.schema import migrate


@click.command()
@config_option
def run(config: Path | None) -> None:
    """Start Concord: on Slack and Discord where set up, else with its local workspace."""
    settings = settings_or_exit(config)
    configure_logs(settings.log_level, settings.log_format)
    try:
        way = slack_way_in(settings)
        with sole_server(settings.database_url):
            migrate(settings.database_url)
            _serve(settings, way)
    except (StorageError, PortError, HalfWayInError) as error:
        give_up(str(error))
    except OSError as error:
        give_up(f"{error.filename} cannot be used: {error.strerror}.")


def _serve(settings: Settings, way: WayIn) -> None:
    places = list(_places(settings, way))
    if not places:
        _serve_here(settings)
    else:
        from bot.commandline.abroad import serve_abroad  # noqa: PLC0415 - it takes a second to load

        serve_abroad(settings, places)


def _places(settings: Settings, way: WayIn) -> Iterator[str]:
    match way:
        case WayIn.NONE:
            pass
        case WayIn.HTTP | WayIn.SOCKET:
            yield f"Slack ({way})"
        case _:
            assert_never(way)
    if is_on_discord(settings):
        yield "Discord"


def _serve_here(settings: Settings) -> None:
    sweep_seldom()
    with listen_near(settings.port, exactly=settings.port_was_chosen) as listening:
        address = f"http://{address_of(listening)}"
        words = f"Concord is ready: {address} (this computer only). Press Ctrl-C to stop."
        uvloop.run(run_local_workspace(settings, listening, ready=lambda: click.echo(words)))
