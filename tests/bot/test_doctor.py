"""The doctor says what is wrong, and how to put it right, before the first start as well."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfoNotFoundError

import pytest
from click.testing import CliRunner

from bot import checkup
from bot.checkup import Finding, Health
from bot.commandline.doctor import doctor
from bot.platforms.serving import listen
from bot.settings import Settings
from storage.lock import sole_server
from storage.schema import downgrade, head
from workflows.errors import ContentError

pytestmark = pytest.mark.usefixtures("free_port")


@pytest.fixture
def free_port(empty_folder: Path) -> int:
    """Set a free port in the file of settings."""
    with listen(0) as listener:
        port: int = listener.getsockname()[1]
    (empty_folder / "concord.toml").write_text(f"port = {port}\n")
    return port


@pytest.fixture
def taken_port(free_port: int) -> Iterator[int]:
    """Let another program listen on the port of the settings."""
    with listen(free_port):
        yield free_port


@pytest.fixture
def migrated(sqlite_template: Path, empty_folder: Path) -> str:
    """Put a database where the settings say, and return its address."""
    (empty_folder / "data").mkdir()
    shutil.copy(sqlite_template, empty_folder / "data" / "concord.db")
    return Settings().database_url


def findings() -> dict[str, Finding]:
    """Return what the doctor finds, by the name of the check."""
    return {finding.check: finding for finding in checkup.check_up(None)}


def test_a_newcomer_is_told_that_all_is_well_before_the_first_start(empty_folder: Path) -> None:
    result = CliRunner().invoke(doctor)

    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert [line.partition(":")[0].split(maxsplit=1) for line in lines] == [
        ["ok", "python"],
        ["ok", "time zones"],
        ["ok", "pictures"],
        ["ok", "content"],
        [lines[4].split()[0], "languages"],
        ["ok", "settings"],
        ["ok", "data folder"],
        ["warn", "database"],
        ["ok", "running"],
        ["ok", "port"],
    ]
    assert sorted(path.name for path in empty_folder.iterdir()) == ["concord.toml"]


def test_an_operator_is_told_that_the_database_is_up_to_date(migrated: str) -> None:
    del migrated

    assert findings()["database"] == Finding(
        "database", Health.OK, f"The database is up to date ({head()})."
    )


def test_an_operator_is_told_to_migrate_a_database_of_another_version(migrated: str) -> None:
    downgrade(migrated, "base")

    result = CliRunner().invoke(doctor)

    assert result.exit_code == 1
    assert (
        f"fail  database: The database has tables of version 0; Concord needs {head()}."
        "  Fix: python -m bot migrate\n"
    ) in result.output


def test_an_operator_is_told_that_the_database_file_is_broken(empty_folder: Path) -> None:
    (empty_folder / "data").mkdir()
    (empty_folder / "data" / "concord.db").write_text("This is not a database. " * 100)

    database = findings()["database"]

    assert database.health is Health.FAIL
    assert database.words.startswith("The database cannot be used.")
    assert database.fix == (
        "Put a backup in place of data/concord.db, or set CONCORD_DATABASE_URL."
    )


def test_an_operator_is_told_that_the_database_server_is_away(
    monkeypatch: pytest.MonkeyPatch, free_port: int
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql://me:hunter2@127.0.0.1:{free_port}/concord")

    database = findings()["database"]

    assert database.health is Health.FAIL
    assert database.fix == "Start the server, or set CONCORD_DATABASE_URL."
    assert "hunter2" not in database.words


def test_an_operator_is_told_that_the_database_server_is_fine(
    monkeypatch: pytest.MonkeyPatch, postgres_url: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", postgres_url)

    found = findings()

    assert found["database"].health is Health.OK
    assert found["running"].health is Health.OK
    assert found["data folder"].words == "The data is kept by a database server."


def test_an_operator_is_told_that_the_data_cannot_be_written(empty_folder: Path) -> None:
    (empty_folder / "data").write_text("a file where the folder should be")

    folder = findings()["data folder"]

    assert folder.health is Health.FAIL
    assert folder.words.endswith("/data: Not a directory.")


def test_an_operator_is_told_that_concord_is_running(migrated: str, taken_port: int) -> None:
    with sole_server(migrated):
        found = findings()

    assert found["running"].words == "Concord is running."
    assert found["port"] == Finding(
        "port", Health.OK, f"Port {taken_port} is in use, as Concord is running."
    )


def test_an_operator_who_chose_a_taken_port_is_told_how_to_choose_another(
    taken_port: int,
) -> None:
    assert findings()["port"] == Finding(
        "port",
        Health.FAIL,
        f"Port {taken_port} cannot be used: address already in use.",
        f"CONCORD_PORT={taken_port + 1} python -m bot run",
    )


def test_an_operator_who_chose_no_port_is_told_that_another_will_do(
    taken_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Settings, "port_was_chosen", False)

    port = findings()["port"]

    assert port.health is Health.WARN
    assert port.words == (
        f"Port {taken_port} cannot be used: address already in use."
        " Concord takes the next free one."
    )


def test_an_operator_is_told_of_every_wrong_setting(empty_folder: Path) -> None:
    (empty_folder / "concord.toml").write_text('zone = "Mars"\nprot = 1\n')

    result = CliRunner().invoke(doctor)

    assert result.exit_code == 1
    assert result.output.count("fail  settings: ") == 2
    assert "database" not in result.output


def test_an_operator_is_told_that_python_is_too_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkup, "OLDEST_PYTHON", (9, 1))

    assert findings()["python"].fix == "Install Python 9.1 or newer."


def test_an_operator_is_told_that_there_are_no_time_zones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def find_none(name: str) -> None:
        raise ZoneInfoNotFoundError(name)

    monkeypatch.setattr(checkup, "ZoneInfo", find_none)

    assert findings()["time zones"].health is Health.FAIL


def test_an_author_is_told_to_check_the_content(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise ContentError("a mistake")

    monkeypatch.setattr(checkup, "read_library", refuse)

    assert findings()["content"].fix == "python -m bot check"


def test_a_translator_is_told_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkup, "_gaps", {"es": 3}.get)

    assert findings()["languages"] == Finding(
        "languages",
        Health.WARN,
        "Texts that are not translated: 3 in es. People see them in English.",
        "python -m scripts.words --check",
    )


def test_an_operator_is_told_that_all_languages_are_complete(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(checkup, "_gaps", {"es": 0}.get)

    assert findings()["languages"] == Finding("languages", Health.OK, "Concord speaks en, es.")


def test_a_check_that_breaks_off_does_not_stop_the_doctor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def break_off() -> None:
        raise KeyError("a mistake of ours")

    monkeypatch.setattr(checkup, "Rasteriser", break_off)

    found = findings()

    assert found["pictures"].words == "The check broke off: KeyError."
    assert found["port"].health is Health.OK


def test_a_program_reads_the_findings_as_json() -> None:
    result = CliRunner().invoke(doctor, ["--json"])

    found: list[dict[str, Any]] = json.loads(result.output)
    assert found[0].keys() == {"check", "health", "words", "fix"}
    assert [finding["check"] for finding in found] == list(findings())
