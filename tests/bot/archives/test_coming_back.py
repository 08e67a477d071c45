"""A team that comes with an archive finds a channel, and its members find back to their seats."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from bot.archives.codes import Codes, new_codes
from bot.archives.exporting import export_partnership
from bot.archives.importing import import_partnership
from bot.archives.unpacking import unpacked
from storage.database import Database, open_database
from storage.fresh_ids import new_id
from tests.archived import silent
from tests.commands.abroad import IN_SLACK, SLACK, arrives_in
from tests.commands.scenes import agree_norms, check_norms, decide, look_back
from tests.databases import StoppedClock
from tests.table import PRIVATE, Table
from workflows import asks
from workflows.library import read_library

LIBRARY = read_library()


@pytest.fixture
async def archive(sqlite_template: Path, clock: StoppedClock, tmp_path: Path) -> Path:
    """The archive of a team that has agreed, decided, checked and looked back."""
    source = shutil.copy(sqlite_template, tmp_path / "source.db")
    database = open_database(f"sqlite:///{source}", clock=clock, new_id=new_id)
    table = Table(database, clock, LIBRARY)
    await table.practises()
    norms = await agree_norms(table)
    await table.sends("maria", asks.sign(norms.id, 1))
    await check_norms(table)
    await look_back(table, await decide(table))
    await export_partnership(database, norms.partnership, tmp_path / "a.zip", silent)
    await database.close()
    return tmp_path / "a.zip"


@pytest.fixture
async def table(database: Database, clock: StoppedClock, archive: Path) -> Table:
    """An empty Concord in Slack, into which the archive was read."""
    with unpacked(archive) as opened:
        opened.check(silent)
        await import_partnership(database, opened, LIBRARY, silent)
    table = Table(database, clock, LIBRARY)
    await database.run(lambda work: work.workspaces.add(SLACK))
    arrives_in(table, SLACK, "U-MARIA", "María O")
    arrives_in(table, SLACK, "U-EVE", "Eve")
    return table


async def codes(table: Table) -> Codes:
    return await table.database.run(new_codes)


async def links(table: Table, who: str, name: str) -> None:
    """Let somebody type the code of a person, and be sure."""
    (code,) = [each.code for each in (await codes(table)).people if each.name == name]
    await table.asks(who, f"me link {code}", at=PRIVATE)
    await table.presses(who, "Yes, this is me", at=PRIVATE)


async def test_whoever_types_a_code_from_an_import_is_told_whose_it_is(table: Table) -> None:
    code = (await codes(table)).people[-1]

    await table.asks("U-EVE", f"me link {code.code}", at=PRIVATE)

    assert table.text("U-EVE").startswith(
        "# Is this you?\n\n"
        f"This code is for {code.name}, who came here with an archive and has no account yet. Is "
        "that you? Go on only if the code was given to you as yours.\n\n"
    )


async def test_a_team_works_on_where_it_was(table: Table) -> None:
    await table.asks("U-EVE", f"team join {(await codes(table)).teams[0].code}", at=IN_SLACK)
    await links(table, "U-MARIA", "María Ortega")

    await table.asks("U-MARIA", "norms show", at=IN_SLACK)

    assert "Signed by María Ortega on " in table.text("U-MARIA")


async def test_whoever_has_found_back_needs_no_code(table: Table) -> None:
    before = await codes(table)
    await table.asks("U-EVE", f"team join {before.teams[0].code}", at=IN_SLACK)
    await links(table, "U-MARIA", "María Ortega")

    after = await codes(table)

    assert (len(before.teams), len(before.people)) == (1, 8)
    assert after.teams == ()
    assert [each.name for each in after.people] == [
        each.name for each in before.people if each.name != "María Ortega"
    ]


async def test_a_code_is_good_for_a_week(table: Table) -> None:
    made = await codes(table)
    table.clock.time += timedelta(days=7, seconds=1)

    await table.asks("U-MARIA", f"me link {made.people[0].code}", at=PRIVATE)

    assert "This code does not fit." in table.text("U-MARIA")
    assert made.until == table.clock.time - timedelta(seconds=1)
