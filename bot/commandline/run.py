"""Starts Concord with its local workspace, in one process."""

import asyncio
import sys
from pathlib import Path
from typing import NoReturn

import click

from bot.app import run_concord
from bot.commandline.options import config_option, settings_or_exit
from bot.listening import PortError, listen_near
from bot.logs import configure_logs
from bot.settings import Settings
from storage.errors import StorageError
from storage.lock import sole_server
from storage.schema import migrate


@click.command()
@config_option
def run(config: Path | None) -> None:
    """Start Concord with its local workspace."""
    settings = settings_or_exit(config)
    configure_logs(settings.log_level, settings.log_format)
    try:
        _serve(settings)
    except (StorageError, PortError) as error:
        _give_up(str(error))
    except OSError as error:
        _give_up(f"{error.filename} cannot be used: {error.strerror}.")


def _serve(settings: Settings) -> None:
    with (
        sole_server(settings.database_url),
        listen_near(settings.port, exactly=settings.port_was_chosen) as listening,
    ):
        migrate(settings.database_url)
        address = f"http://{':'.join(map(str, listening.getsockname()))}"
        ready = f"Concord is ready: {address} (this computer only). Press Ctrl-C to stop."
        asyncio.run(run_concord(settings, listening, ready=lambda: click.echo(ready)))


def _give_up(reason: str) -> NoReturn:
    click.echo(f"Concord did not start. {reason} Try `python -m bot doctor`.", err=True)
    sys.exit(1)
