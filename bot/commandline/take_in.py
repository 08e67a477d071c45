"""The command `import`: reads the archive of a partnership into an empty database."""

import asyncio
from pathlib import Path

import click

from bot.archives.importing import import_partnership
from bot.archives.unpacking import Unpacked, unpacked
from bot.clock import SystemClock
from bot.commandline.codes import print_codes
from bot.commandline.ending import end
from bot.commandline.numbers import counted, in_numbers
from bot.commandline.options import config_option, settings_or_exit
from bot.commandline.progress import Progress
from storage.database import open_database
from storage.errors import StorageError
from storage.fresh_ids import new_id
from storage.lock import sole_server
from storage.schema import migrate
from workflows.archives.errors import UnfitArchiveError
from workflows.library import read_library

PATIENCE_SECONDS = 3600.0
"""How long it may take; nobody waits for an answer, and it is done as a whole or not at all."""


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--codes", "with_codes", is_flag=True, help="Print new codes for teams and people.")
@config_option
def take_in(file: Path, config: Path | None, *, with_codes: bool) -> None:
    """Read FILE, which `export` has written, into an empty database.

    Everything in it is checked first. Nothing is kept unless all is well.
    """
    url = settings_or_exit(config).database_url
    try:
        with unpacked(file) as archive:
            archive.check(Progress("Files checked"))
            with sole_server(url):
                migrate(url)
                asyncio.run(_keep(url, archive))
    except (UnfitArchiveError, StorageError) as error:
        end(f"Nothing was changed. {error}")
    except OSError as error:
        end(f"Nothing was changed. {error.filename or file} cannot be used: {error.strerror}.")
    _tell(archive)
    if with_codes:
        print_codes(url)


async def _keep(url: str, archive: Unpacked) -> None:
    now = SystemClock().now
    database = open_database(url, clock=now, new_id=new_id, patience=PATIENCE_SECONDS)
    try:
        progress = Progress("Records and action items kept")
        await import_partnership(database, archive, read_library(), progress)
    finally:
        await database.close()


def _tell(archive: Unpacked) -> None:
    frame = archive.frame
    click.echo(
        f"Kept: {frame.name}, {counted(len(frame.teams), 'team', 'teams')}, "
        f"{counted(len(frame.people), 'person', 'people')}, {in_numbers(archive.counts)}."
    )
    click.echo(f"Fingerprint of its manifest: {archive.fingerprint}")
