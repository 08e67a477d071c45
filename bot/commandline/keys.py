"""The commands `keys new` and `keys rotate`: the keys that seal the tokens Slack has given."""

import asyncio
import sys
from pathlib import Path

import click

from bot.commandline.options import config_option, settings_or_exit


@click.group()
def keys() -> None:
    """Make a secret key, or seal everything with the newest one."""


@keys.command()
def new() -> None:
    """Print a new key for CONCORD_SECRET_KEYS. Nothing keeps it but you."""
    from storage.secrets import new_key  # noqa: PLC0415 - --help loads nothing heavy

    click.echo(new_key())


@keys.command()
@config_option
def rotate(config: Path | None) -> None:
    """Seal all tokens with the first of CONCORD_SECRET_KEYS, so that the others can go."""
    from bot.resealing import reseal_all  # noqa: PLC0415 - --help loads nothing heavy
    from storage.errors import StorageError  # noqa: PLC0415 - as above

    settings = settings_or_exit(config)
    if not settings.secret_keys:
        click.echo("There are no secret keys: set CONCORD_SECRET_KEYS.", err=True)
        sys.exit(2)
    try:
        count = asyncio.run(reseal_all(settings))
    except StorageError as error:
        click.echo(f"Nothing was changed. {error} Try `python -m bot doctor`.", err=True)
        sys.exit(1)
    click.echo(f"Sealed with the newest key: the tokens of {count} installations.")
