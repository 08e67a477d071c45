"""What Slack is told about Concord agrees with what Concord does."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bot.platforms.slack.handling.events import HEARD
from bot.platforms.slack.installing.manifest import http_manifest, socket_manifest, usage_hint
from bot.platforms.slack.installing.scopes import SCOPES, Scope, missing, needed
from commands.offered import REGISTRY
from scripts.make_manifest import files

ROOT = Path(__file__).parents[4]
GUIDE = ROOT.joinpath("docs", "slack.md").read_text("utf-8")
BOTH = [http_manifest(), socket_manifest()]

DISPLAY = {"name": 35, "description": 140, "long_description": 4000}
SHORTCUT = {"name": 24, "callback_id": 255, "description": 150}
SLASH = {"command": 32, "description": 2000, "usage_hint": 1000}
"""What Slack's own schema of a manifest allows."""


def too_long(part: dict[str, Any], most: dict[str, int]) -> list[str]:
    return [name for name, limit in most.items() if not 1 <= len(part[name]) <= limit]


@pytest.mark.parametrize(("name", "text"), files().items())
def test_a_file_in_the_repository_is_up_to_date(name: str, text: str) -> None:
    assert ROOT.joinpath(name).read_text("utf-8") == text, "run python -m scripts.make_manifest"


@pytest.mark.parametrize("manifest", BOTH, ids=["http", "socket"])
def test_a_text_fits_where_slack_shows_it(manifest: dict[str, Any]) -> None:
    features = manifest["features"]

    assert too_long(manifest["display_information"], DISPLAY) == []
    assert [too_long(each, SHORTCUT) for each in features["shortcuts"]] == [[], [], [], []]
    assert [too_long(each, SLASH) for each in features["slash_commands"]] == [[]]


@pytest.mark.parametrize("manifest", BOTH, ids=["http", "socket"])
def test_a_long_description_is_long_enough_for_slack(manifest: dict[str, Any]) -> None:
    assert len(manifest["display_information"]["long_description"]) >= 175


@pytest.mark.parametrize("manifest", BOTH, ids=["http", "socket"])
def test_slack_is_asked_for_what_is_heard_and_for_nothing_else(manifest: dict[str, Any]) -> None:
    events = manifest["settings"]["event_subscriptions"]["bot_events"]

    assert set(events) == {*HEARD, "function_executed"}


@pytest.mark.parametrize("manifest", BOTH, ids=["http", "socket"])
def test_slack_is_asked_for_the_least_scopes(manifest: dict[str, Any]) -> None:
    scopes = manifest["oauth_config"]["scopes"]

    assert set(scopes["bot"]) == {scope.name for scope in SCOPES}
    assert set(scopes["bot"]) - set(scopes["bot_optional"]) == set(needed())
    assert not [name for name in scopes["bot"] if re.search("history|email|admin|public", name)]


def test_slack_calls_one_address_for_everything() -> None:
    addresses = set(re.findall(r"https://[^\"]+", json.dumps(http_manifest())))

    assert addresses == {
        "https://concord.example.org/slack/events",
        "https://concord.example.org/slack/oauth",
    }


def test_an_app_that_calls_slack_names_no_address_and_its_token_stays() -> None:
    manifest = socket_manifest()

    assert "https://" not in json.dumps(manifest)
    assert manifest["settings"]["socket_mode_enabled"]
    assert not manifest["settings"]["token_rotation_enabled"]


def test_the_hint_names_all_that_can_be_typed() -> None:
    nouns = {command.name.split()[0] for command in REGISTRY if command.is_offered}

    assert set(usage_hint().strip("[]").split(" | ")) == nouns


@pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: scope.name)
def test_an_administrator_finds_every_scope_with_its_reason(scope: Scope) -> None:
    can_wait = "yes" if scope.is_optional else "no"

    assert f"| `{scope.name}` | {scope.feature} | {scope.when} | {can_wait} |" in GUIDE


@pytest.mark.parametrize("event", sorted(HEARD))
def test_an_administrator_finds_every_event(event: str) -> None:
    assert f"| `{event}` |" in GUIDE


def test_a_scope_that_was_not_granted_is_missing() -> None:
    assert missing(["chat:write", "commands", "users:read"]) == ("im:write",)
