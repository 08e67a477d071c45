"""An operator can bring the database up to date in a step of its own."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.commandline.migrate import migrate
from storage.schema import head

pytestmark = pytest.mark.usefixtures("empty_folder")


def test_an_operator_makes_a_database_and_later_finds_it_up_to_date() -> None:
    first = CliRunner().invoke(migrate)
    second = CliRunner().invoke(migrate)

    assert first.output == f"The database was brought from nothing to {head()}.\n"
    assert second.output == f"The database is up to date ({head()}).\n"


def test_an_operator_is_told_that_the_database_cannot_be_migrated() -> None:
    Path("data").mkdir()
    Path("data/concord.db").write_text("This is not a database. " * 100)

    result = CliRunner().invoke(migrate)

    assert result.exit_code == 1
    assert result.output.startswith("The database was not migrated: ")


def test_an_operator_is_told_of_wrong_settings_before_anything_is_touched() -> None:
    Path("concord.toml").write_text("port = 0\n")

    result = CliRunner().invoke(migrate)

    assert result.exit_code == 2
    assert not Path("data").exists()
