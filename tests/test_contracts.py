"""Each contract between the packages breaks when somebody adds an import against it."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "commands", "storage", "workflows")

LAYERS = "Packages import only what stands below them"
CORE = "The core computes: no input or output, no clock, no chance"
COMMANDS = "Commands reach the world through storage and ports only"
SQL = "Only storage speaks SQL"
HEARTBEAT = "Only the heartbeat knows APScheduler"
WEB = "Only platforms know the web framework"
SLACK = "Only the Slack platform knows Slack"
DISCORD = "Only the Discord platform knows Discord"
APART = "Platforms do not know each other"
PORT = "Platforms do not know storage"
CIRCLE = "Neighbours do not import each other in a circle"

OFFENCES = [
    (LAYERS, "workflows.offender", "import storage"),
    (LAYERS, "storage.offender", "import commands"),
    (LAYERS, "commands.offender", "import bot"),
    (CORE, "workflows.offender", "import asyncio"),
    (CORE, "workflows.offender", "from importlib import resources"),
    (CORE, "workflows.offender", "from time import monotonic"),
    (COMMANDS, "commands.offender", "import httpx"),
    (SQL, "bot.offender", "import sqlite3"),
    (SQL, "commands.offender", "from sqlmodel import select"),
    (SQL, "workflows.offender", "import sqlalchemy.orm"),
    (HEARTBEAT, "bot.offender", "from apscheduler.triggers.cron import CronTrigger"),
    (WEB, "bot.offender", "import jinja2"),
    (WEB, "commands.offender", "from starlette.requests import Request"),
    (SLACK, "commands.offender", "import slack_sdk"),
    (SLACK, "bot.platforms.web.offender", "import slack_bolt"),
    (DISCORD, "commands.offender", "import discord"),
    (APART, "bot.platforms.slack", "import bot.platforms.web"),
    (APART, "bot.platforms.discord", "import bot.platforms.slack"),
    (PORT, "bot.platforms.web.offender", "from storage import tables"),
    (CIRCLE, "commands.offender", "import commands.accomplice"),
]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Return a copy of the packages, with the platforms that are still to come."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=_all_but_python)
    _write(tmp_path, "bot.platforms.slack")
    _write(tmp_path, "bot.platforms.discord")
    _write(tmp_path, "commands.accomplice", "import commands.offender")
    _write(tmp_path, "commands.offender")
    return tmp_path


def test_every_contract_has_an_offence() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]

    names = {contract["name"] for contract in settings["contracts"]}

    assert {contract for contract, _, _ in OFFENCES} == names


def test_no_contract_breaks_without_an_offence(sources: Path) -> None:
    assert _broken_contracts(sources) == []


@pytest.mark.parametrize(("contract", "module", "line"), OFFENCES)
def test_a_contract_breaks_alone_when_an_import_offends_it(
    sources: Path, contract: str, module: str, line: str
) -> None:
    _write(sources, module, line)

    assert _broken_contracts(sources) == [contract]


def _all_but_python(folder: str, names: list[str]) -> list[str]:
    here = Path(folder)
    return [name for name in names if (here / name).is_file() and not name.endswith(".py")]


def _write(sources: Path, module: str, line: str = "") -> None:
    file = sources.joinpath(*module.split(".")).with_suffix(".py")
    shutil.rmtree(file.with_suffix(""), ignore_errors=True)
    file.write_text(f'"""Stand in."""\n\n{line}\n')


def _broken_contracts(sources: Path) -> list[str]:
    """Check the contracts in another process, for grimp trusts what is imported already.

    It gets no environment, so that it does not take part in measuring coverage: that is slow.
    """
    program = Path(sys.executable).with_name("lint-imports")
    command: list[str | Path] = [
        program,
        f"--config={ROOT / 'pyproject.toml'}",
        "--no-cache",
        "--no-logo",
    ]
    run = subprocess.run(command, cwd=sources, env={}, capture_output=True, text=True, check=False)
    assert "Contracts: " in run.stdout, run.stdout + run.stderr
    return re.findall(r"^(.+) BROKEN", run.stdout, re.MULTILINE)
