"""Brings the database up to date, for those who deploy in steps; `run` does it by itself."""

import sys
from pathlib import Path

import click

from bot.commandline.options import config_option, settings_or_exit
from storage.errors import StorageError
from storage.schema import current
from storage.schema import migrate as migrate_database


@click.command()
@config_option
def migrate(config: Path | None) -> None:
    """Bring the database up to date."""
    url = settings_or_exit(config).database_url
    try:
        before = current(url)
        migrate_database(url)
        after = current(url)
    except StorageError as error:
        click.echo(f"The database was not migrated: {error} Try `python -m bot doctor`.", err=True)
        sys.exit(1)
    if before == after:
        click.echo(f"The database is up to date ({after}).")
    else:
        click.echo(f"The database was brought from {before or 'nothing'} to {after}.")
