"""An operator makes secret keys, and replaces one by another."""

import asyncio
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.clock import SystemClock
from bot.commandline.keys import keys
from bot.commandline.program import program
from bot.installations import StoredInstallations
from bot.platforms.slack.ports import Installation, Site, TeamId
from storage.database import open_database
from storage.fresh_ids import new_id
from storage.secrets import Keyring, are_keys, new_key
from tests.bot.slack.installing.samples import RIVERSIDE

OLD, NEW = new_key(), new_key()


@pytest.fixture
def url(sqlite_template: Path, empty_folder: Path) -> str:
    """A database with one installation, sealed with the old key."""
    (empty_folder / "data").mkdir()
    file = shutil.copy(sqlite_template, empty_folder / "data" / "concord.db")
    asyncio.run(with_installations(f"sqlite:///{file}", OLD, save=True))
    return f"sqlite:///{file}"


async def with_installations(url: str, key: str, *, save: bool = False) -> Installation | None:
    now = SystemClock().now
    database = open_database(url, clock=now, new_id=new_id)
    installations = StoredInstallations(database, Keyring(key), now=now)
    try:
        if save:
            await installations.save(RIVERSIDE)
        return await installations.find(Site(TeamId("T1")))
    finally:
        await database.close()


def rotate(monkeypatch: pytest.MonkeyPatch, *secret_keys: str) -> Result:
    monkeypatch.setenv("CONCORD_SECRET_KEYS", ",".join(secret_keys))
    return CliRunner().invoke(keys, ["rotate"])


def test_an_operator_gets_a_new_key() -> None:
    results = [CliRunner().invoke(program, ["keys", "new"]) for _ in range(2)]

    made = [result.output.strip() for result in results]
    assert are_keys(",".join(made))
    assert made[0] != made[1]


def test_an_operator_replaces_a_key(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    result = rotate(monkeypatch, NEW, OLD)

    assert result.output == "Sealed with the newest key: the tokens of 1 installations.\n"
    assert asyncio.run(with_installations(url, NEW)) == RIVERSIDE


def test_an_operator_whose_key_is_missing_loses_nothing(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    result = rotate(monkeypatch, NEW)

    assert result.exit_code == 1
    assert result.output.startswith("Nothing was changed. None of the secret keys opens")
    assert asyncio.run(with_installations(url, OLD)) == RIVERSIDE


@pytest.mark.usefixtures("empty_folder")
def test_an_operator_without_keys_is_told_to_set_some() -> None:
    result = CliRunner().invoke(keys, ["rotate"])

    assert result.exit_code == 2
    assert result.output == "There are no secret keys: set CONCORD_SECRET_KEYS.\n"
