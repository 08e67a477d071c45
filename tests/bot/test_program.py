"""The command line is quick to answer, and helps whoever mistypes."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

from bot.commandline.program import program

HEAVY = {
    "alembic", "apscheduler", "asyncpg", "babel", "docx", "jinja2", "pydantic", "sqlalchemy",
    "sqlmodel", "starlette", "structlog", "typst", "uvicorn",
}  # fmt: skip


def python(*arguments: str) -> str:
    """Run Python, and return what it prints."""
    run = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True)
    return run.stdout + run.stderr


def test_a_newcomer_sees_what_can_be_done() -> None:
    result = CliRunner().invoke(program, ["--help"])

    assert result.exit_code == 0
    for line in ("  run      Start Concord", "  doctor   Check this installation"):
        assert line in result.output


def test_help_loads_nothing_heavy() -> None:
    trace = python("-X", "importtime", "-m", "bot", "--help")

    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in trace.splitlines()}

    assert loaded & HEAVY == set()


def test_an_operator_who_mistypes_gets_the_nearest_command() -> None:
    result = CliRunner().invoke(program, ["doctr"])

    assert result.exit_code == 2
    assert "No such command 'doctr'. Did you mean 'doctor'?" in result.output


@pytest.mark.parametrize("name", sorted(program.commands))
def test_every_command_that_help_lists_explains_itself(name: str) -> None:
    result = CliRunner().invoke(program, [name, "--help"])

    assert result.exit_code == 0
    assert f"{name} [OPTIONS]" in result.output
