"""The description of Concord as a Slack app, made from the commands and from what is heard.

`python -m scripts.make_manifest` writes it into files that Slack takes.
"""

from typing import Any, Final

from bot.platforms.slack.bolt.http import PATH
from bot.platforms.slack.handling.events import HEARD
from bot.platforms.slack.handling.functions import ASK_DECISION
from bot.platforms.slack.handling.shortcuts import LOG_DECISION, MAKE_ACTION, OPEN, SAVE_LESSON
from bot.platforms.slack.installing.oauth import CALLBACK
from bot.platforms.slack.installing.scopes import SCOPES, optional
from commands.offered import REGISTRY

ADDRESS: Final = "https://concord.example.org"
"""Stands for the address of whoever runs Concord; to be replaced before the file is used."""

COMMAND: Final = "/concord"

_DESCRIPTION: Final = "Helps people who share a table to talk, agree, and keep what they agreed."
_LONG_DESCRIPTION: Final = (
    "Concord is a facilitator for teams whose members come from different sides of a table, such "
    "as a school administration and an educators' association. It takes a team through guided "
    "conversations: how to work together, how shared a decision will be, and whether what was "
    "agreed still holds. It keeps what the team agreed, and reminds people kindly. It does not "
    "read channels: it sees what people send it by commands, buttons, forms and mentions."
)

Manifest = dict[str, Any]


def http_manifest() -> Manifest:
    """Return the app that Slack calls; any workspace or organisation may install it."""
    address = ADDRESS + PATH
    settings = {
        "event_subscriptions": {"request_url": address, "bot_events": _events()},
        "interactivity": {"is_enabled": True, "request_url": address},
        "socket_mode_enabled": False,
        "token_rotation_enabled": True,
    }
    oauth = {"redirect_urls": [ADDRESS + CALLBACK], "scopes": _scopes()}
    return _manifest({"url": address}, oauth, settings)


def socket_manifest() -> Manifest:
    """Return the app that calls Slack, for one workspace that installs it by a token.

    A token that is copied by hand must not expire, so this one has no token rotation.
    """
    settings = {
        "event_subscriptions": {"bot_events": _events()},
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
        "token_rotation_enabled": False,
    }
    return _manifest({}, {"scopes": _scopes()}, settings)


def _manifest(address: Manifest, oauth: Manifest, settings: Manifest) -> Manifest:
    return {
        "_metadata": {"major_version": 2, "minor_version": 0},
        "display_information": {
            "name": "Concord",
            "description": _DESCRIPTION,
            "long_description": _LONG_DESCRIPTION,
            "background_color": "#1f5f4a",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": True,
            },
            "bot_user": {"display_name": "Concord", "always_online": True},
            "shortcuts": _shortcuts(),
            "slash_commands": [{"command": COMMAND, **address, **_slash()}],
        },
        "oauth_config": oauth,
        "settings": {
            **settings,
            "org_deploy_enabled": True,
            "hermes_app_type": "remote",
            "function_runtime": "remote",
        },
        "functions": {ASK_DECISION: _ask_for_decision()},
    }


def usage_hint() -> str:
    """Return the first words of all that can be typed, in the order of help."""
    nouns = dict.fromkeys(c.name.partition(" ")[0] for c in REGISTRY if c.is_offered)
    return f"[{' | '.join(nouns)}]"


def _slash() -> Manifest:
    return {"description": _DESCRIPTION, "usage_hint": usage_hint(), "should_escape": True}


def _events() -> list[str]:
    return sorted((*HEARD, "function_executed"))


def _scopes() -> Manifest:
    return {
        "bot": sorted(scope.name for scope in SCOPES),
        "bot_optional": sorted(optional()),
    }


def _shortcuts() -> list[Manifest]:
    return [
        {
            "name": "Log as decision",
            "type": "message",
            "callback_id": LOG_DECISION,
            "description": "Agree how shared the decision in this message will be",
        },
        {
            "name": "Make an action item",
            "type": "message",
            "callback_id": MAKE_ACTION,
            "description": "Write down who does what is in this message",
        },
        {
            "name": "Save as lesson",
            "type": "message",
            "callback_id": SAVE_LESSON,
            "description": "Keep what this message says for when your team looks back",
        },
        {
            "name": "Open Concord",
            "type": "global",
            "callback_id": OPEN,
            "description": "See what waits for you",
        },
    ]


def _ask_for_decision() -> Manifest:
    channel = _parameter("channel_id", "channel", "Channel", "Where the team works")
    person = _parameter("user_id", "person", "Person", "Who is asked to begin")
    both = {"properties": {"channel": channel, "person": person}, "required": ["channel", "person"]}
    return {
        "title": "Ask for a decision check-in",
        "description": "Asks somebody to say how shared a decision will be, before it is made",
        "input_parameters": both,
        "output_parameters": both,
    }


def _parameter(kind: str, name: str, title: str, description: str) -> Manifest:
    return {
        "type": f"slack#/types/{kind}",
        "name": name,
        "title": title,
        "description": description,
        "is_required": True,
    }
