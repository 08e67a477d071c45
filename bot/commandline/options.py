"""Options that several commands share."""

import sys
from pathlib import Path

import click

from bot.settings import Settings, SettingsError, read_settings

config_option = click.option(
    "--config",
    type=click.Path(path_type=Path),
    envvar="CONCORD_CONFIG",
    help="A file with settings; concord.toml is read if it is there.",
)
"""Adds `--config`, which names the file with the settings."""


def settings_or_exit(config: Path | None) -> Settings:
    """Return the settings, or tell all that is wrong with them and end the program with code 2."""
    try:
        return read_settings(config)
    except SettingsError as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        sys.exit(2)
