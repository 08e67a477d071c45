"""The command `codes`: lets those who came with an archive find back to their teams and seats."""

import asyncio
from collections.abc import Iterable
from pathlib import Path

import click

from bot.archives.codes import Code, Codes, new_codes
from bot.clock import SystemClock
from bot.commandline.ending import end
from bot.commandline.options import config_option, settings_or_exit
from storage.database import open_database
from storage.errors import StorageError
from storage.fresh_ids import new_id


@click.command()
@config_option
def codes(config: Path | None) -> None:
    """Print new codes for teams without a channel, and for people without an account.

    Give each to its owner alone: whoever types somebody's code is that person to Concord.
    """
    print_codes(settings_or_exit(config).database_url)


def print_codes(url: str) -> None:
    """Make new codes, and print them. Nothing else keeps them."""
    try:
        made = asyncio.run(_made(url))
    except StorageError as error:
        end(f"No code was made. {error} Try `python -m bot doctor`.")
    click.echo("\n".join(_lines(made)))


async def _made(url: str) -> Codes:
    database = open_database(url, clock=SystemClock().now, new_id=new_id)
    try:
        return await database.run(new_codes)
    finally:
        await database.close()


def _lines(made: Codes) -> Iterable[str]:
    if not made.teams and not made.people:
        yield "Every team has a channel, and everybody on one has an account. No code is needed."
        return
    yield f"These codes are good until {made.until:%Y-%m-%d %H:%M} UTC, each of them once."
    if made.teams:
        yield from ("", "In the channel that a team is to work in, somebody types:")
        yield from _typed("team join", made.teams)
    if made.people:
        yield from ("", "Then each person types their own, and shows it to nobody:")
        yield from _typed("me link", made.people)


def _typed(command: str, codes_: Iterable[Code]) -> Iterable[str]:
    return (f"  {each.name}: /concord {command} {each.code}" for each in codes_)
