"""An archive that is read back and written again is the same, byte for byte."""

from pathlib import Path
from typing import get_args

import pytest

from bot.archives.exporting import Exported, export_partnership
from bot.archives.importing import import_partnership
from bot.archives.unpacking import unpacked
from storage.database import Database
from storage.errors import NotEmptyError, NotFoundError
from storage.work import Work
from tests.archived import actions, files_of, keep_records, records, silent, write_archive
from tests.dumps import dump
from tests.storage.samples import ANA, PARTNERSHIP, TEAM
from workflows.archives.kept_actions import KeptAction
from workflows.archives.parts import Part
from workflows.identifiers import PartnershipId
from workflows.library import read_library
from workflows.people import Person
from workflows.records import RecordContent

LIBRARY = read_library()
FIRST = Path(__file__).parent / "format-1.zip"
"""Made when there was no other format; its signatures must fit for ever."""

KINDS = ["norms", "norm-check", "decision", "invitation", "partners", "relationships", "retro"]
"""The kinds of records there were then."""


async def export(database: Database, file: Path) -> Exported:
    return await export_partnership(database, PARTNERSHIP.id, file, silent)


async def take_in(database: Database, file: Path) -> None:
    with unpacked(file) as archive:
        archive.check(silent)
        await import_partnership(database, archive, LIBRARY, silent)


@pytest.fixture(scope="module")
def archive(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of a partnership with two hundred records of every kind."""
    return write_archive(sqlite_template, tmp_path_factory.mktemp("archive"), 200)


async def test_an_archive_read_back_and_written_again_is_the_same(
    database: Database, archive: Path, tmp_path: Path
) -> None:
    await take_in(database, archive)

    again = await export(database, tmp_path / "second.zip")

    first, second = files_of(archive), files_of(tmp_path / "second.zip")
    assert again.counts == {Part.RECORDS: 200, Part.ACTIONS: 50}
    assert again.unreadable == ()
    assert first["manifest.json"] == second["manifest.json"]
    assert first == second


def test_every_kind_of_record_goes_there_and_back() -> None:
    there = {type(record.current.content) for record in records(200)}

    assert there == set(get_args(RecordContent))


async def test_an_archive_brings_all_records_with_editions_and_signatures(
    database: Database, archive: Path
) -> None:
    await take_in(database, archive)

    kept = await database.run(lambda work: work.records.of_team(TEAM.id))
    people = await database.run(lambda work: work.people.get(ANA.id))
    to_do = await database.run(lambda work: work.actions.of_team(TEAM.id))
    assert sorted(kept, key=lambda record: record.id) == list(records(200))
    assert people == Person(ANA.id, ANA.name)
    assert sorted(to_do, key=lambda item: item.id) == list(actions(200))


def test_an_archive_of_the_first_format_can_still_be_read() -> None:
    with unpacked(FIRST) as archive:
        archive.check(silent)

        kinds = [
            thing.status if isinstance(thing, KeptAction) else thing.editions[0].content.kind
            for thing in archive.things()
        ]
        links = [(link.feeder, link.fed) for link in archive.links]

    assert kinds == [*KINDS, *KINDS[:2], "open", "done", "dropped"]
    assert links == [("r0001", "r0000"), ("r0006", "r0005")]


async def test_an_archive_sets_the_clock_for_what_is_still_to_come(
    database: Database, archive: Path
) -> None:
    await take_in(database, archive)

    def called(work: Work) -> set[str]:
        to_review = [f"review/{each.id}" for each in records(200) if each.kind == "decision"]
        to_do = [f"action/{each.id}" for each in actions(200)]
        return {each for each in (*to_review, *to_do) if work.schedules.of_subject(each)}

    decided = {f"review/{each.id}" for each in records(200) if each.kind == "decision"}
    owned = {
        f"action/{each.id}" for each in actions(200) if each.is_open and each.owner and each.due
    }
    assert await database.run(called) == decided | owned
    assert owned


async def test_an_archive_is_read_into_an_empty_database_only(
    database: Database, archive: Path
) -> None:
    await database.run(lambda work: work.people.add(ANA))
    before = await database.run(dump)

    with pytest.raises(NotEmptyError):
        await take_in(database, archive)

    assert await database.run(dump) == before


async def test_an_import_that_breaks_half_way_leaves_nothing(
    database: Database, archive: Path
) -> None:
    before = await database.run(dump)

    def break_at_fifty(done: int, _total: int) -> None:
        if done == 50:
            raise KeyboardInterrupt

    with unpacked(archive) as opened, pytest.raises(KeyboardInterrupt):
        await import_partnership(database, opened, LIBRARY, break_at_fifty)

    assert await database.run(dump) == before


async def test_an_export_that_breaks_leaves_no_file(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "archives"
    folder.mkdir()

    with pytest.raises(NotFoundError):
        await export_partnership(database, PartnershipId("nobody"), folder / "a.zip", silent)

    assert list(folder.iterdir()) == []


async def test_whoever_exports_hears_how_far_it_is(database: Database, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    await database.run(keep_records(120))

    await export_partnership(
        database, PARTNERSHIP.id, tmp_path / "a.zip", lambda *told_: told.append(told_)
    )

    assert told == [(50, 150), (100, 150), (120, 150), (150, 150)]
    assert (tmp_path / "a.zip").stat().st_mode & 0o777 == 0o600
