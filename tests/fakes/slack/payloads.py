"""What Slack sends to Concord when somebody does something, with all that Slack documents in it."""

import html
from typing import Any

from bot.platforms.slack.ports import Payload
from tests.bot.slack.handling.slack import Whisper, Window
from tests.fakes.slack.posting import as_slack_tells as message_of
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.state import APP, BOT_USER, TEAM, Message
from tests.fakes.slack.viewing import as_slack_tells as view_of

VERIFICATION = "canary-verification-token"


def command(slack: FakeSlack, user: str, channel: str, text: str) -> dict[str, Any]:
    """Return a slash command; Slack escapes what somebody types."""
    return {
        "token": VERIFICATION,
        "team_id": TEAM,
        "team_domain": "riverside",
        "channel_id": channel,
        "channel_name": "team",
        "user_id": user,
        "user_name": user.lower(),
        "command": "/concord",
        "text": html.escape(text, quote=False),
        "api_app_id": APP,
        "is_enterprise_install": "false",
        "response_url": slack.address(user, channel),
        "trigger_id": slack.views.trigger(user),
    }


def press(
    slack: FakeSlack, user: str, action: Payload, where: Message | Whisper | Window | None
) -> dict[str, Any]:
    """Return a press in a message, in words for one person, in a window, or (None) at home."""
    what = {**action, "action_ts": "1548426417.840180"}
    return {
        **_by(slack, user),
        "type": "block_actions",
        **_place(slack, user, where),
        "actions": [what],
    }


def submission(slack: FakeSlack, user: str, window: Window) -> dict[str, Any]:
    """Return a window that somebody sends."""
    return {
        **_by(slack, user),
        "type": "view_submission",
        "view": view_of(window),
        "response_urls": [],
    }


def shortcut(slack: FakeSlack, user: str, name: str) -> dict[str, Any]:
    """Return a shortcut that is used anywhere."""
    return {**_by(slack, user), "type": "shortcut", "callback_id": name, "action_ts": "1.1"}


def message_action(
    slack: FakeSlack, user: str, name: str, channel: str, text: str
) -> dict[str, Any]:
    """Return a shortcut that is used on what somebody has written into a channel."""
    return {
        **_by(slack, user),
        "type": "message_action",
        "callback_id": name,
        "action_ts": "1.1",
        "channel": {"id": channel, "name": "team"},
        "message_ts": "1700000000.000001",
        "message": {"type": "message", "user": user, "ts": "1700000000.000001", "text": text},
        "response_url": slack.address(user, channel),
    }


def event(slack: FakeSlack, type_: str, **parts: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """Return an event."""
    number = next(slack.workspace.numbers)
    return {
        "token": VERIFICATION,
        "team_id": TEAM,
        "api_app_id": APP,
        "type": "event_callback",
        "event_id": f"Ev{number:08}",
        "event_time": 1767600000 + number,
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": TEAM,
                "user_id": BOT_USER,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event": {"type": type_, "event_ts": f"{1767600000 + number}.000000", **parts},
    }


def _by(slack: FakeSlack, user: str) -> dict[str, Any]:
    return {
        "token": VERIFICATION,
        "api_app_id": APP,
        "team": {"id": TEAM, "domain": "riverside"},
        "enterprise": None,
        "is_enterprise_install": False,
        "user": {"id": user, "username": user.lower(), "name": user.lower(), "team_id": TEAM},
        "trigger_id": slack.views.trigger(user),
    }


def _place(slack: FakeSlack, user: str, where: Message | Whisper | Window | None) -> dict[str, Any]:
    match where:
        case Window():
            return {"container": {"type": "view", "view_id": where.id}, "view": view_of(where)}
        case Message():
            return {
                "container": {
                    "type": "message",
                    "message_ts": where.ts,
                    "channel_id": where.channel,
                    "is_ephemeral": False,
                    **({"thread_ts": where.thread} if where.thread else {}),
                },
                "channel": {"id": where.channel, "name": "team"},
                "message": message_of(where),
                "response_url": slack.address(user, where.channel),
            }
        case Whisper():
            return {
                "container": {
                    "type": "message",
                    "message_ts": "1700000000.000002",
                    "channel_id": where.channel,
                    "is_ephemeral": True,
                    **({"thread_ts": where.thread} if where.thread else {}),
                },
                "channel": {"id": where.channel, "name": "team"},
                "response_url": slack.address(user, where.channel, where),
            }
        case None:
            home = {**slack.workspace.homes[user], "id": f"VH{user}", "hash": "1.home"}
            return {"container": {"type": "view", "view_id": home["id"]}, "view": home}
