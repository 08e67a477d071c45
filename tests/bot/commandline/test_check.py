"""An author is told by the command `check` whether their file is right."""

from pathlib import Path

from click.testing import CliRunner

from bot.commandline.program import program
from tests.workflows.checks.worksheet import WORKSHEET
from workflows.library import content_files


def test_an_author_is_told_that_all_content_is_well() -> None:
    result = CliRunner().invoke(program, ["check"])

    assert result.exit_code == 0
    assert (
        result.output == f"All is well: {len(dict(content_files()))} content files, no mistake.\n"
    )


def test_an_author_is_told_file_line_and_sentence_when_there_is_a_mistake(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(WORKSHEET)
    bad.write_text(WORKSHEET.replace("chapter = 8", "chapter = 80"))

    result = CliRunner().invoke(program, ["check", str(good), str(bad)])

    assert result.exit_code == 1
    assert result.output == f"{bad}:5: “chapter” is a number from 1 to 11.\n"
