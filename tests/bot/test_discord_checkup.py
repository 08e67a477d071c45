"""The doctor says what Discord lacks, and which address puts it right."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import discord_checkup
from bot.checkup import Finding, Health
from bot.commandline.doctor import doctor
from bot.discord_checkup import ADMINISTRATOR, check_discord
from bot.platforms.discord.gateway.looking import Membership, Standing, TokenRefusedError
from bot.platforms.discord.permissions import NEEDED, install_link

TOKEN = f"{'M' * 24}.{'a' * 6}.{'b' * 27}"
ALL = sum(permission.bit for permission in NEEDED)
GOOD = Standing(
    application="42",
    name="Concord",
    intents=(),
    goes_elsewhere=False,
    servers=(Membership("7", "Lincoln", ALL),),
    commands=frozenset(
        {
            "concord",
            "concord-admin",
            "Log as decision",
            "Make an action item",
            "Save as lesson",
            "Invite to team",
        }
    ),
)


@pytest.fixture(autouse=True)
def token(empty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of a Concord in Discord."""
    assert not list(empty_folder.iterdir())
    monkeypatch.setenv("CONCORD_DISCORD_BOT_TOKEN", TOKEN)


def found(standing: Standing | None) -> dict[str, Finding]:
    return {one.check: one for one in check_discord(None, look=lambda _token: standing)}


def test_an_operator_reads_that_all_is_well() -> None:
    assert {one.health for one in found(GOOD).values()} == {Health.OK}
    assert len(found(GOOD)) == 5


def test_an_operator_without_discord_reads_nothing_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CONCORD_DISCORD_BOT_TOKEN")

    assert found(GOOD) == {}


def test_an_operator_with_wrong_settings_reads_that_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CONCORD_DISCORD_BOT_TOKEN", "letmein")

    assert found(GOOD) == {}


@pytest.mark.parametrize(
    ("change", "check", "words"),
    [
        (lambda s: replace(s, goes_elsewhere=True), "discord gateway", "does not hear them"),
        (lambda s: replace(s, intents=("Presence",)), "discord intents", "Presence"),
        (lambda s: replace(s, commands=frozenset()), "discord commands", "concord-admin"),
        (lambda s: replace(s, servers=()), "discord permissions", "no server yet"),
        (
            lambda s: replace(s, servers=(Membership("7", "Lincoln", ALL & ~NEEDED[1].bit),)),
            "discord permissions",
            "Lincoln lacks Send Messages",
        ),
    ],
)
def test_an_operator_reads_what_is_wrong_and_what_to_do(
    change: Callable[[Standing], Standing], check: str, words: str
) -> None:
    finding = found(change(GOOD))[check]

    assert finding.health in {Health.WARN, Health.FAIL}
    assert words in finding.words
    assert finding.fix


def test_a_server_that_lacks_something_is_let_in_anew_by_the_same_link() -> None:
    poor = replace(GOOD, servers=(Membership("7", "Lincoln", 0),))

    assert install_link("42") in found(poor)["discord permissions"].fix


def test_an_administrator_may_do_everything() -> None:
    grand = replace(GOOD, servers=(Membership("7", "Lincoln", ADMINISTRATOR),))

    assert found(grand)["discord permissions"].health is Health.OK


def test_an_operator_reads_that_discord_is_out_of_reach() -> None:
    assert found(None)["discord"].health is Health.WARN


def test_an_operator_reads_that_the_token_is_not_taken() -> None:
    def refuse(token: str) -> None:
        assert token == TOKEN
        raise TokenRefusedError

    (finding,) = check_discord(None, look=refuse)

    assert finding.health is Health.FAIL
    assert TOKEN not in f"{finding}"


def test_the_doctor_looks_at_discord_too(monkeypatch: pytest.MonkeyPatch) -> None:
    async def standing(token: str) -> Standing | None:
        return replace(GOOD, name=f"Concord of {token[0]}")

    monkeypatch.setattr(discord_checkup, "standing_in_discord", standing)

    said = CliRunner().invoke(doctor).output

    assert "ok    discord: Discord knows the token as that of Concord of M." in said
