"""Slack's OAuth on this computer: answers as it is told, and remembers what it was asked."""

import asyncio
from collections import deque
from types import TracebackType
from typing import Any, Self

from aiohttp import web
from aiohttp.test_utils import TestServer

from storage.secrets import new_key

KEY = new_key()
OUR_ADDRESS = "https://concord.test"

TOKEN, REFRESH_TOKEN = "xoxe.xoxb-canary-token", "xoxe-canary-refresh"

TEAM_GRANT: dict[str, Any] = {
    "ok": True,
    "access_token": TOKEN,
    "refresh_token": REFRESH_TOKEN,
    "expires_in": 43_200,
    "token_type": "bot",
    "scope": "chat:write,commands",
    "bot_user_id": "U1",
    "app_id": "A1",
    "team": {"id": "T1", "name": "Riverside <b>"},
    "enterprise": None,
    "is_enterprise_install": False,
    "authed_user": {"id": "U2"},
}
ORG_GRANT = {
    **TEAM_GRANT,
    "team": None,
    "enterprise": {"id": "E1", "name": "District"},
    "is_enterprise_install": True,
}
IDENTITY: dict[str, Any] = {
    "ok": True,
    "team": "Riverside",
    "team_id": "T1",
    "user_id": "U1",
    "bot_id": "B1",
    "is_enterprise_install": False,
}


class FakeSlack:
    """The methods oauth.v2.access and auth.test; each answer is given once, the last one always."""

    def __init__(self) -> None:
        self.grants = deque([TEAM_GRANT])
        self.identities = deque([IDENTITY])
        self.asked: list[tuple[str, dict[str, str], str]] = []
        self.answered = asyncio.Event()
        self.status = 200
        self.raw = ""
        self.hangs_up = False
        app = web.Application()
        app.router.add_post("/api/{method}", self._answer)
        app.router.add_head("/api/api.test", self._tell_time)
        self._server = TestServer(app)

    async def __aenter__(self) -> Self:
        await self._server.start_server()
        self.api = str(self._server.make_url("/api/"))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    async def stop(self) -> None:
        """Be gone."""
        await self._server.close()

    async def _answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        fields = {name: str(value) for name, value in (await request.post()).items()}
        self.asked.append((method, fields, request.headers.get("Authorization", "")))
        self.answered.set()
        if self.hangs_up:
            request.transport.abort()  # type: ignore[union-attr] # there is one while it is asked
        if self.raw or self.status != 200:
            return web.Response(text=self.raw, status=self.status, headers={"Retry-After": "7"})
        queue = self.identities if method == "auth.test" else self.grants
        answer = queue.popleft() if len(queue) > 1 else queue[0]
        return web.json_response(answer, headers={"X-OAuth-Scopes": "chat:write,commands"})

    async def _tell_time(self, _request: web.Request) -> web.Response:
        return web.Response(headers={"Date": self.raw or "Mon, 05 Jan 2026 08:00:00 GMT"})
