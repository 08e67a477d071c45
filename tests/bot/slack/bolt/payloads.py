"""One payload of each kind, as short as Slack's own could be."""

import json
from typing import Any
from urllib.parse import urlencode

from tests.bot.slack.edge.letters import FORM, JSON

TEAM = {"id": "T1", "domain": "lincoln"}
ANA = {"id": "U1", "username": "ana", "team_id": "T1"}
CANARY = "canary-7f3a"
"""Something that a person typed, or a token: never to be found in a log."""

COMMAND: dict[str, Any] = {
    "command": "/concord",
    "text": f"norms start {CANARY}",
    "team_id": "T1",
    "channel_id": "C1",
    "user_id": "U1",
    "is_enterprise_install": "false",
    "response_url": "https://hooks.slack.example/commands/1",
    "trigger_id": "1.2.command",
}
ACTION: dict[str, Any] = {
    "type": "block_actions",
    "team": TEAM,
    "user": ANA,
    "channel": {"id": "C1"},
    "trigger_id": "1.2.action",
    "actions": [{"type": "button", "action_id": "ask:0", "block_id": "b", "value": CANARY}],
}
SUBMISSION: dict[str, Any] = {
    "type": "view_submission",
    "team": TEAM,
    "user": ANA,
    "trigger_id": "1.2.submission",
    "view": {
        "id": "V1",
        "hash": "1.a",
        "type": "modal",
        "callback_id": "form",
        "private_metadata": "{}",
        "state": {"values": {"keep~1": {"keep": {"type": "plain_text_input", "value": CANARY}}}},
    },
}
CLOSED: dict[str, Any] = {**SUBMISSION, "type": "view_closed"}
SHORTCUT: dict[str, Any] = {
    "type": "message_action",
    "callback_id": "decide",
    "team": TEAM,
    "user": ANA,
    "trigger_id": "1.2.shortcut",
    "message": {"type": "message", "user": "U2", "text": CANARY},
}
EVENT: dict[str, Any] = {
    "type": "event_callback",
    "team_id": "T1",
    "event_id": "Ev1",
    "authorizations": [{"enterprise_id": None, "team_id": "T1", "user_id": "UBOT"}],
    "event": {"type": "app_home_opened", "user": "U1", "tab": "home", "channel": "D1"},
}
FUNCTION: dict[str, Any] = {
    **EVENT,
    "event_id": "Ev2",
    "event": {
        "type": "function_executed",
        "function": {"callback_id": "pulse"},
        "function_execution_id": "Fx1",
        "inputs": {"question": CANARY},
        "bot_access_token": f"xwfp-{CANARY}",
    },
}
VERIFICATION: dict[str, Any] = {"type": "url_verification", "challenge": "3eZbrw1a", "token": "t"}

KINDS: dict[str, dict[str, Any]] = {
    "command": COMMAND,
    "action": ACTION,
    "submission": SUBMISSION,
    "shortcut": SHORTCUT,
    "event": EVENT,
    "function": FUNCTION,
}


def written(payload: dict[str, Any]) -> tuple[bytes, bytes]:
    """Return the body and the content type in which Slack sends a payload."""
    if "command" in payload:
        return urlencode(payload).encode(), FORM
    if payload["type"] in {"event_callback", "url_verification"}:
        return json.dumps(payload).encode(), JSON
    return urlencode({"payload": json.dumps(payload)}).encode(), FORM
