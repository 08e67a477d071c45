"""The command `export`: writes a whole partnership to a ZIP file."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import click

from bot.archives.exporting import Exported, export_partnership
from bot.clock import SystemClock
from bot.commandline.ending import end
from bot.commandline.numbers import counted, in_numbers
from bot.commandline.options import config_option, settings_or_exit
from bot.commandline.progress import Progress
from storage.database import Database, open_database
from storage.errors import StorageError
from storage.fresh_ids import new_id
from workflows.identifiers import PartnershipId
from workflows.people import Partnership


@click.command()
@click.argument("partnership", required=False)
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--list", "only_list", is_flag=True, help="Only list the partnerships there are.")
@config_option
def export(
    partnership: str | None, file: Path | None, config: Path | None, *, only_list: bool
) -> None:
    """Write PARTNERSHIP, a name or an id, to FILE.

    The file opens without a network: unpack it, and open index.html. Concord may go on meanwhile.
    """
    url = settings_or_exit(config).database_url
    if not only_list:
        _refuse_wrong_use(partnership, file)
    try:
        asyncio.run(_export(url, partnership or "", None if only_list else file))
    except StorageError as error:
        end(f"Nothing was written. {error} Try `python -m bot doctor`.")
    except OSError as error:
        end(f"Nothing was written. {file} cannot be made: {error.strerror}.")


def _refuse_wrong_use(partnership: str | None, file: Path | None) -> None:
    if partnership is None or file is None:
        raise click.UsageError("Name a partnership and a file; --list names the partnerships.")
    if file.exists():
        problem = f"{file} is there already."
        raise click.BadParameter(problem, param_hint="FILE")


async def _export(url: str, named: str, file: Path | None) -> None:
    database = open_database(url, clock=SystemClock().now, new_id=new_id)
    try:
        everyone = await database.run(lambda work: work.partnerships.everyone())
        if file is None:
            click.echo(_listed(everyone) or "There is no partnership.")
        else:
            chosen = _chosen(everyone, named)
            _tell(file, await _written(database, chosen.id, file))
    finally:
        await database.close()


async def _written(database: Database, id_: PartnershipId, file: Path) -> Exported:
    return await export_partnership(
        database, id_, file, Progress("Records and action items written")
    )


def _chosen(everyone: Sequence[Partnership], named: str) -> Partnership:
    found = [each for each in everyone if named in {each.id, each.name}]
    if len(found) == 1:
        return found[0]
    if found:
        problem = f"There are several of this name. Take the id:\n{_listed(found)}"
    else:
        problem = f"There is no such partnership. There are:\n{_listed(everyone) or 'none'}"
    raise click.BadParameter(problem, param_hint="PARTNERSHIP")


def _listed(partnerships: Sequence[Partnership]) -> str:
    return "\n".join(f"{each.id}  {each.name}" for each in partnerships)


def _tell(file: Path, exported: Exported) -> None:
    size = file.stat().st_size / 1024
    click.echo(f"Written: {file}, {in_numbers(exported.counts)}, {size:,.0f} KB.")
    if exported.closed:
        closed = counted(exported.closed, "record that is", "records that are")
        click.echo(f"Left out: {closed} one member's or one party's alone.")
    click.echo(f"Fingerprint of its manifest: {exported.fingerprint}")
    if exported.unreadable:
        files = ", ".join(exported.unreadable)
        end(f"It opens in a browser, but `import` would refuse it because of: {files}")
