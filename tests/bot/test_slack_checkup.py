"""The doctor says what Slack lacks, without asking Slack for more than the time."""

import asyncio
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import slack_checkup
from bot.checkup import Finding, Health
from bot.clock import SystemClock
from bot.commandline.doctor import doctor
from bot.installations import StoredInstallations
from bot.platforms.slack.installing.scopes import needed
from bot.slack_checkup import check_slack
from storage.database import open_database
from storage.fresh_ids import new_id
from storage.secrets import Keyring, new_key
from tests.bot.slack.installing.samples import RIVERSIDE

KEY = new_key()
now = SystemClock().now


@pytest.fixture
def socket(empty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings for one workspace over a socket; no database yet."""
    monkeypatch.setenv("CONCORD_SECRET_KEYS", KEY)
    monkeypatch.setenv("CONCORD_SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("CONCORD_SLACK_APP_TOKEN", "xapp-1")
    return empty_folder


@pytest.fixture
def installed(socket: Path, sqlite_template: Path) -> Callable[[tuple[str, ...]], None]:
    """Return what makes a database with one installation that was granted some scopes."""

    def install(scopes: tuple[str, ...]) -> None:
        (socket / "data").mkdir()
        shutil.copy(sqlite_template, socket / "data" / "concord.db")
        asyncio.run(save(f"sqlite:///{socket}/data/concord.db", scopes))

    return install


async def save(url: str, scopes: tuple[str, ...]) -> None:
    database = open_database(url, clock=now, new_id=new_id)
    installations = StoredInstallations(database, Keyring(KEY), now=now)
    await installations.save(replace(RIVERSIDE, scopes=scopes))
    await database.close()


def findings(what_time: Callable[[], datetime | None] = now) -> dict[str, Finding]:
    return {found.check: found for found in check_slack(None, what_time=what_time)}


@pytest.mark.usefixtures("empty_folder")
def test_nothing_is_said_of_slack_where_it_is_not_configured() -> None:
    assert findings() == {}


def test_nothing_is_said_of_slack_where_the_settings_are_wrong(empty_folder: Path) -> None:
    (empty_folder / "concord.toml").write_text('slack_bot_token = "wrong"\n')

    assert findings() == {}


def test_an_operator_is_told_what_is_missing(empty_folder: Path) -> None:
    (empty_folder / "concord.toml").write_text('slack_bot_token = "xoxb-1"\n')

    assert findings()["slack"] == Finding(
        "slack",
        Health.FAIL,
        "Slack cannot be reached yet: set CONCORD_SECRET_KEYS and "
        "CONCORD_SLACK_SIGNING_SECRET as well; see docs/slack.md.",
        "Set what is missing.",
    )


@pytest.mark.usefixtures("socket")
def test_an_operator_is_told_that_all_is_well_before_the_first_start(socket: Path) -> None:
    assert [found.words for found in findings().values()] == [
        "Concord calls Slack and keeps the line open.",
        "This computer's clock agrees with Slack's.",
    ]
    assert list(socket.iterdir()) == []


@pytest.mark.usefixtures("socket")
def test_an_operator_is_told_that_the_clock_is_wrong() -> None:
    found = findings(lambda: now() - timedelta(minutes=4))["slack clock"]

    assert found.health is Health.FAIL
    assert found.words.startswith("This computer's clock differs from Slack's by 2")
    assert found.fix == "sudo timedatectl set-ntp true"


@pytest.mark.usefixtures("socket")
def test_an_operator_is_told_that_slack_could_not_be_reached() -> None:
    assert findings(lambda: None)["slack clock"].health is Health.WARN


def test_an_operator_is_told_that_every_installation_is_fine(
    installed: Callable[[tuple[str, ...]], None],
) -> None:
    installed(needed())

    found = findings()

    assert found["slack keys"].words == "The keys open all tokens (installations: 1)."
    assert found["slack scopes"].health is Health.OK


def test_an_operator_is_told_where_a_scope_is_missing(
    installed: Callable[[tuple[str, ...]], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(("commands", "chat:write"))
    by_token = findings()["slack scopes"]
    monkeypatch.setenv("CONCORD_SLACK_CLIENT_ID", "1.2")
    monkeypatch.setenv("CONCORD_SLACK_CLIENT_SECRET", "0123456789abcdef")
    monkeypatch.setenv("CONCORD_PUBLIC_URL", "https://concord.example.org")

    assert (by_token.health, by_token.words) == (Health.FAIL, "T1 lacks im:write, users:read.")
    assert by_token.fix == "Install Concord there once more, at Slack's page."
    assert findings()["slack scopes"].fix == (
        "Install Concord there once more, at https://concord.example.org/slack/install."
    )


def test_an_operator_is_told_which_tokens_the_keys_do_not_open(
    installed: Callable[[tuple[str, ...]], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(needed())
    monkeypatch.setenv("CONCORD_SECRET_KEYS", new_key())

    found = findings()["slack keys"]

    assert found.health is Health.FAIL
    assert found.words == "CONCORD_SECRET_KEYS does not open the tokens of T1."


def test_an_operator_is_told_that_the_database_cannot_be_looked_at(socket: Path) -> None:
    (socket / "data").mkdir()
    (socket / "data" / "concord.db").write_text("This is not a database. " * 100)

    assert findings()["slack installations"].health is Health.WARN


@pytest.mark.usefixtures("socket")
def test_the_doctor_looks_at_slack_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    async def tell_time() -> datetime:
        return now()

    monkeypatch.setattr(slack_checkup, "slack_time", tell_time)

    result = CliRunner().invoke(doctor)

    assert "ok    slack clock: This computer's clock agrees with Slack's." in result.output
