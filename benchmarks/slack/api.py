"""Stands in for Slack's Web API: `python -m benchmarks.slack.api`. All goes well, at once."""

from itertools import count
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from benchmarks.slack.serving import serve
from benchmarks.slack.workspaces import HOME

BOT = "U0BOT"

_numbers = count(1)


async def answer(request: Request) -> Response:
    """Answer a method as Slack would."""
    method = request.path_params["method"]
    form = await request.form()
    about: dict[str, dict[str, Any]] = {
        "auth.test": {
            "url": "https://lincoln-schools.slack.com/",
            "team": "Lincoln Schools",
            "team_id": HOME,
            "user": "concord",
            "user_id": BOT,
            "bot_id": "B0BENCH",
        },
        "users.info": {"user": _user(str(form.get("user")))},
        "conversations.open": {"channel": {"id": f"D{form.get('users')}"}},
        "chat.postMessage": {"channel": form.get("channel"), "ts": f"{next(_numbers)}.000100"},
        "chat.update": {"channel": form.get("channel"), "ts": form.get("ts")},
    }
    headers = {"x-oauth-scopes": "commands,chat:write,users:read"}
    return JSONResponse({"ok": True, **about.get(method, {})}, headers=headers)


def _user(id_: str) -> dict[str, object]:
    return {
        "id": id_,
        "name": id_.lower(),
        "real_name": id_,
        "locale": "en-US",
        "tz": "America/New_York",
        "profile": {"real_name": id_, "display_name": id_},
        "is_restricted": False,
    }


if __name__ == "__main__":
    serve(Starlette(routes=[Route("/api/{method}", answer, methods=["POST", "GET"])]))
