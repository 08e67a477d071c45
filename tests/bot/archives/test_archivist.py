"""What a lead gets in a chat: an archive of their teams, as they may see them at that moment."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from bot.archives.archivist import Archivist
from bot.archives.exporting import export_partnership
from commands import access_archives
from commands.errors import BadRequestError, MissingError
from storage.database import Database
from tests.archived import silent
from tests.bot.archives.harming import flaw_of
from tests.commands.closed import WORD, lists_partners, writes_everything
from tests.commands.scenes import agree_norms
from tests.commands.test_partnerships import founds_a_second_team, person
from tests.databases import StoppedClock
from tests.table import Table
from workflows.archive_file import ArchiveFile
from workflows.identifiers import RecordId
from workflows.library import read_library
from workflows.people import Role
from workflows.views import Privacy

FRAME = {"manifest.json", "partnership.json", "links.json"}
CLOSED = {Privacy.PRIVATE, Privacy.CAUCUS}


@pytest.fixture
async def table(database: Database, clock: StoppedClock) -> Table:
    """The practice team."""
    table = Table(database, clock, read_library())
    await table.practises()
    return table


async def asked_by(table: Table, name: str) -> ArchiveFile:
    return ArchiveFile((await table.team()).partnership, await person(table, name))


async def packed(table: Table, name: str) -> bytes:
    """Return the file that somebody gets."""
    return await Archivist(table.database).pack(await asked_by(table, name))


def names(file: bytes) -> set[str]:
    with ZipFile(BytesIO(file)) as archive:
        return {name for name in archive.namelist() if name.endswith(".json")}


def contents(file: bytes) -> bytes:
    with ZipFile(BytesIO(file)) as archive:
        return b"".join(map(archive.read, archive.namelist()))


async def test_a_lead_of_all_teams_gets_what_an_operator_gets(table: Table, tmp_path: Path) -> None:
    norms = await agree_norms(table)

    file = await packed(table, "María Ortega")

    await export_partnership(table.database, norms.partnership, tmp_path / "all.zip", silent)
    assert file == (tmp_path / "all.zip").read_bytes()
    assert flaw_of(tmp_path / "all.zip") is None


async def test_a_lead_gets_nothing_of_a_team_they_are_not_on(table: Table, tmp_path: Path) -> None:
    norms = await agree_norms(table)
    second = await founds_a_second_team(table, "Dev Patel")
    theirs = replace(norms, id=RecordId("theirs"), team=second.id)
    await table.database.run(lambda work: work.records.add(theirs))

    file = await packed(table, "María Ortega")

    assert names(file) == {*FRAME, f"records/{norms.id}.json"}
    assert b"School team" not in contents(file)
    (tmp_path / "some.zip").write_bytes(file)
    assert flaw_of(tmp_path / "some.zip") is None


async def test_a_lead_gets_nothing_that_is_closed_not_even_their_own(table: Table) -> None:
    await writes_everything(table)
    await lists_partners(table, "joan", "All of us for my party")

    file = await packed(table, table.callers["joan"].name)

    assert {record.privacy for record in await table.records()} == CLOSED
    assert names(file) == FRAME
    assert WORD.encode() not in contents(file)


async def test_who_leads_no_more_gets_no_file_that_they_asked_for_before(table: Table) -> None:
    asked = await asked_by(table, "María Ortega")
    maria = next(m for m in (await table.team()).members if m.person == asked.person)
    retired = replace(maria, roles=frozenset[Role]())
    await table.database.run(lambda work: work.teams.save_member(retired))

    with pytest.raises(MissingError):
        await Archivist(table.database).pack(asked)


async def test_what_has_grown_too_large_since_is_not_packed(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    await agree_norms(table)
    monkeypatch.setattr(access_archives, "MOST_THINGS", 0)

    with pytest.raises(BadRequestError):
        await packed(table, "María Ortega")
