"""An operator takes a partnership out of one database, and puts it into another."""

import asyncio
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.clock import SystemClock
from bot.commandline import progress
from bot.commandline.program import program
from bot.commandline.progress import Progress
from storage.database import open_database
from storage.fresh_ids import new_id
from storage.work import Work
from tests.archived import keep_records, records
from tests.databases import START
from tests.storage.samples import (
    ANA_HERE,
    ASSOCIATION,
    BO,
    BO_HERE,
    HOME,
    PARTNERSHIP,
    WORKSPACE,
)
from workflows.archives.errors import Flaw
from workflows.identifiers import AccountId, PartnershipId, RecordId
from workflows.people import Account, Partnership
from workflows.records import Signature
from workflows.views import Privacy

FINGERPRINT = re.compile(r"Fingerprint of its manifest: ([0-9a-f]{64})\n")
KEPT = "Kept: Riverside, 1 team, 2 people, 4 records, 1 action item.\n"
OTHER = Partnership(PartnershipId("other"), PARTNERSHIP.name, "es", ())


@pytest.fixture
def folder(sqlite_template: Path, empty_folder: Path) -> Path:
    """A folder with a partnership of four records in its database."""
    (empty_folder / "data").mkdir()
    shutil.copy(sqlite_template, empty_folder / "data" / "concord.db")
    within(keep_records(4))
    return empty_folder


@pytest.fixture
def archive(folder: Path) -> Path:
    """The archive of that partnership, beside a database that is not there any more."""
    bot("export", "Riverside", "archive.zip")
    for file in (folder / "data").iterdir():
        file.unlink()
    return folder / "archive.zip"


def within(function: Callable[[Work], None]) -> None:
    """Do a piece of work in the database of the present folder."""

    async def run() -> None:
        url = "sqlite:///data/concord.db"
        database = open_database(url, clock=SystemClock().now, new_id=new_id)
        await database.run(function)
        await database.close()

    asyncio.run(run())


def bot(*arguments: str) -> Result:
    return CliRunner().invoke(program, arguments)


def test_an_operator_sees_which_partnerships_there_are(folder: Path) -> None:
    result = bot("export", "--list")

    assert (result.exit_code, result.output) == (0, "ship  Riverside\n")
    assert folder.exists()


@pytest.mark.usefixtures("archive")
def test_an_operator_without_any_partnership_is_told_so() -> None:
    bot("migrate")

    assert bot("export", "--list").output == "There is no partnership.\n"


@pytest.mark.parametrize("named", ["ship", "Riverside"])
def test_an_operator_takes_a_partnership_out(folder: Path, named: str) -> None:
    result = bot("export", named, "archive.zip")

    assert result.exit_code == 0
    assert re.match(
        r"Written: archive.zip, 4 records, 1 action item, \d+ KB.\nFingerprint", result.output
    )
    assert FINGERPRINT.search(result.output)
    assert [file.name for file in folder.glob("*.zip")] == ["archive.zip"]


@pytest.mark.usefixtures("folder")
def test_an_operator_is_told_how_much_was_left_out_and_not_whose() -> None:
    (some,) = records(1)
    mine = replace(some, id=RecordId("mine"), privacy=Privacy.PRIVATE, owner=ANA_HERE.id)
    ours = replace(some, id=RecordId("ours"), privacy=Privacy.CAUCUS, party=ASSOCIATION.id)
    within(lambda work: work.records.add(mine))
    one = bot("export", "Riverside", "one.zip")
    within(lambda work: work.records.add(ours))
    two = bot("export", "Riverside", "two.zip")

    assert "Left out: 1 record that is one member's or one party's alone.\n" in one.output
    assert "Left out: 2 records that are one member's or one party's alone.\n" in two.output
    assert Path("one.zip").read_bytes() == Path("two.zip").read_bytes()


@pytest.mark.usefixtures("folder")
def test_an_operator_is_told_at_once_of_a_record_that_cannot_be_read_back() -> None:
    signature = Signature(BO_HERE.id, START, "of something else")
    within(lambda work: work.records.sign(RecordId("r0001"), 1, signature))

    result = bot("export", "Riverside", "archive.zip")
    refused = bot("import", "archive.zip")

    assert result.exit_code == 1
    assert result.output.endswith("`import` would refuse it because of: records/r0001.json\n")
    assert refused.output == f"Nothing was changed. {Flaw.WRONG_SIGNATURE}\n"


def test_an_operator_who_names_no_partnership_is_shown_all(folder: Path) -> None:
    result = bot("export", "Riversite", "archive.zip")

    assert result.exit_code == 2
    assert "There is no such partnership. There are:\nship  Riverside" in result.output
    assert list(folder.glob("*.zip")) == []


@pytest.mark.usefixtures("folder")
def test_an_operator_who_names_several_is_asked_for_the_id() -> None:
    within(lambda work: work.partnerships.add(OTHER))

    result = bot("export", "Riverside", "archive.zip")

    assert result.exit_code == 2
    assert "Take the id:\nother  Riverside\nship  Riverside" in result.output


@pytest.mark.usefixtures("folder")
def test_an_operator_who_forgets_the_file_is_told_what_is_missing() -> None:
    result = bot("export", "Riverside")

    assert result.exit_code == 2
    assert "Name a partnership and a file; --list names the partnerships." in result.output


def test_a_file_that_is_there_is_left_alone(folder: Path) -> None:
    (folder / "mine.zip").write_text("mine")

    result = bot("export", "Riverside", "mine.zip")

    assert result.exit_code == 2
    assert "mine.zip is there already." in result.output
    assert (folder / "mine.zip").read_text() == "mine"


@pytest.mark.usefixtures("folder")
def test_an_operator_is_told_where_no_file_can_be_made() -> None:
    result = bot("export", "Riverside", "nowhere/archive.zip")

    assert result.exit_code == 1
    assert result.output == (
        "Nothing was written. nowhere/archive.zip cannot be made: No such file or directory.\n"
    )


@pytest.mark.usefixtures("empty_folder")
def test_an_operator_without_a_database_is_told_so() -> None:
    results = [bot("export", "--list"), bot("codes")]

    assert [result.exit_code for result in results] == [1, 1]
    assert results[0].output.startswith("Nothing was written. ")
    assert results[1].output.startswith("No code was made. ")


def test_an_operator_puts_a_partnership_into_an_empty_database(archive: Path) -> None:
    result = bot("import", str(archive))
    again = bot("export", "Riverside", "again.zip")

    assert result.exit_code == 0
    assert result.output.startswith(KEPT)
    assert FINGERPRINT.findall(result.output) == FINGERPRINT.findall(again.output)


def test_an_operator_gets_a_code_for_each_team_and_person(archive: Path) -> None:
    result = bot("import", str(archive), "--codes")

    lines = [re.sub(r"[A-Z0-9]{4}(-[A-Z0-9]{4}){2}", "CODE", line) for line in _codes(result)]
    assert lines == [
        "",
        "In the channel that a team is to work in, somebody types:",
        "  Leadership team: /concord team join CODE",
        "",
        "Then each person types their own, and shows it to nobody:",
        "  Ana: /concord me link CODE",
        "  Bo: /concord me link CODE",
    ]


@pytest.mark.usefixtures("folder")
def test_only_who_has_no_account_and_no_channel_gets_a_code() -> None:
    within(lambda work: work.teams.remove_home(HOME.id))

    result = bot("codes")

    assert "  Leadership team: " in result.output
    assert "  Bo: " in result.output
    assert "  Ana: " not in result.output


@pytest.mark.usefixtures("folder")
def test_where_nobody_needs_a_code_none_is_made() -> None:
    account = Account(AccountId("bo-web"), WORKSPACE.id, BO.id, "bo")
    within(lambda work: work.people.add_account(account))

    result = bot("codes")

    assert result.output.startswith("Every team has a channel, and everybody on one has an account")


def test_an_operator_whose_database_is_not_empty_is_told_so(folder: Path) -> None:
    bot("export", "Riverside", "archive.zip")

    result = bot("import", "archive.zip")

    assert folder.exists()
    assert result.exit_code == 1
    assert result.output == (
        "Nothing was changed. Somebody is in this database already; an archive needs an empty "
        "one.\n"
    )


def test_an_operator_is_told_what_is_wrong_with_an_archive(archive: Path) -> None:
    archive.write_bytes(archive.read_bytes()[:-100])

    result = bot("import", str(archive))

    assert (result.exit_code, result.output) == (1, f"Nothing was changed. {Flaw.CUT_OFF}\n")
    assert not list(Path("data").iterdir())


def test_an_operator_is_told_which_file_cannot_be_used(archive: Path) -> None:
    Path("data").rmdir()
    Path("data").write_text("not a folder")

    result = bot("import", str(archive))

    assert result.exit_code == 1
    assert result.output.startswith("Nothing was changed. data")


def test_an_operator_sees_how_far_it_is_once_it_takes_long(
    monkeypatch: pytest.MonkeyPatch, archive: Path
) -> None:
    monkeypatch.setattr(progress, "SECONDS_APART", 0.0)

    result = bot("import", str(archive))

    assert "Files checked: 12 of 12\n" in result.output
    assert "Records and action items kept: 5 of 5\n" in result.output


def test_what_is_quick_is_done_without_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    times = iter([0.0, 1.9, 2.1, 4.0, 4.2])
    tell = Progress("Records written", clock=lambda: next(times))

    for done in (50, 100, 150, 1200):
        tell(done, 1200)

    assert capsys.readouterr().err == (
        "Records written: 100 of 1,200\nRecords written: 1,200 of 1,200\n"
    )


def _codes(result: Result) -> list[str]:
    """Return what is said about codes, after how long they are good."""
    _, found, rest = result.output.partition(" UTC, each of them once.\n")
    assert found
    return rest.splitlines()
