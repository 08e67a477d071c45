"""Writes what Slack would send: signed HTTP requests, each one new."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from time import time
from typing import Any, Final
from urllib.parse import urlencode

import orjson

from bot.platforms.slack.edge.signing import sign

PATH: Final = "/slack/events"
SECRET: Final = "8f742231b10e8888abcd99yyyzzz85a5"  # noqa: S105 - opens nothing
APP: Final = "A0BENCH"
ANSWERS: Final = "http://127.0.0.1/answers/"

Json = Mapping[str, Any]

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Sender:
    """Somebody in a workspace, whose doings Slack tells Concord."""

    team: str
    user: str
    channel: str

    def command(self, text: str) -> bytes:
        """Return the request for a slash command."""
        return _signed(
            {
                "token": "gIkuvaNzQIHg97ATvDxqgjtO",
                "team_id": self.team,
                "team_domain": "lincoln-schools",
                "channel_id": self.channel,
                "channel_name": "leadership-team",
                "user_id": self.user,
                "user_name": self.user.lower(),
                "command": "/concord",
                "text": text,
                "api_app_id": APP,
                "is_enterprise_install": "false",
                "response_url": f"{ANSWERS}{next(_numbers)}",
                "trigger_id": _trigger(),
            }
        )

    def submission(self, view: Json) -> bytes:
        """Return the request for a form that was filled in (see `filled_in`) and sent."""
        payload = {
            "type": "view_submission",
            "team": {"id": self.team, "domain": "lincoln-schools"},
            "user": {
                "id": self.user,
                "username": self.user.lower(),
                "name": self.user.lower(),
                "team_id": self.team,
            },
            "api_app_id": APP,
            "token": "gIkuvaNzQIHg97ATvDxqgjtO",
            "trigger_id": _trigger(),
            "view": view,
            "response_urls": [],
            "is_enterprise_install": False,
            "enterprise": None,
        }
        return _signed({"payload": orjson.dumps(payload).decode()})

    def filled_in(self, view: Json, answer: str) -> Json:
        """Return a modal as Slack hands it over, with this answer to each question."""
        id_ = f"V{next(_numbers):010}"
        return {
            **view,
            "id": id_,
            "team_id": self.team,
            "state": {"values": _values(view, answer)},
            "hash": f"{int(time())}.{id_}",
            "clear_on_close": False,
            "notify_on_close": False,
            "previous_view_id": None,
            "root_view_id": id_,
            "app_id": APP,
            "external_id": "",
            "app_installed_team_id": self.team,
            "bot_id": "B0BENCH",
        }


def _values(view: Json, answer: str) -> dict[str, dict[str, Json]]:
    """Return the state of a modal with this answer to each question, or the first option."""
    return {
        block["block_id"]: {block["element"]["action_id"]: _held(block["element"], answer)}
        for block in view["blocks"]
        if block["type"] == "input"
    }


def _held(element: Json, answer: str) -> Json:
    match element["type"]:
        case "plain_text_input":
            return {"type": element["type"], "value": answer}
        case "checkboxes" | "multi_static_select":
            return {"type": element["type"], "selected_options": element["options"][:1]}
        case _:
            return {"type": element["type"], "selected_option": element["options"][0]}


def _trigger() -> str:
    number = next(_numbers)
    return f"{number}.{int(time())}.3f4b1c2a9d8e7f60{number:016x}"


def _signed(fields: Mapping[str, str]) -> bytes:
    body = urlencode(fields).encode()
    timestamp = str(int(time())).encode()
    head = (
        f"POST {PATH} HTTP/1.1\r\n"
        "host: 127.0.0.1\r\n"
        "user-agent: Slackbot 1.0 (+https://api.slack.com/robots)\r\n"
        "accept-encoding: gzip,deflate\r\n"
        "accept: application/json,*/*\r\n"
        f"x-slack-signature: {sign(SECRET, timestamp, body).decode()}\r\n"
        f"x-slack-request-timestamp: {timestamp.decode()}\r\n"
        "content-type: application/x-www-form-urlencoded\r\n"
        f"content-length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body
