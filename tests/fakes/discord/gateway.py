"""Discord's gateway on this computer: a real websocket, and the REST routes that a login needs.

A test says in `welcomes` how the next connections are met, and in `otherwise` all others; without
that, they are let in. `away` is how many requests do not reach Discord at all. The routes can
stand beside others in one application: see `routes`.
"""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Final

import pytest
from aiohttp import WSMsgType, web
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from tests.fakes.discord.gateway_payloads import APPLICATION, BOT, Json, server, user

TOKEN: Final = "token-that-no-log-shows"  # noqa: S105 - opens nothing

_A_DAY: Final = 86_400_000
"""Milliseconds between two heartbeats: no test waits for a second one."""

_DISPATCH, _IDENTIFY = 0, 2
_RECONNECT, _INVALID, _HELLO, _ACK = 7, 9, 10, 11


class Welcome(Enum):
    """How somebody who connects is met, if they are not let in."""

    REFUSED = auto()
    """No connection is opened."""
    CUT = auto()
    """The line breaks before a word was said."""
    CUT_AFTER_HELLO = auto()
    """The line breaks when it has just been asked for a session."""
    INVALID = auto()
    """The session is unknown; a new one may be asked for."""
    SILENCE = auto()
    """Nobody ever says that the session is ready."""
    DEAFNESS = auto()
    """The session begins, and nothing is heard any more, not even a goodbye."""


@dataclass(slots=True)
class Session:
    """What was told in one session, so that it can be told again."""

    id: str
    told: list[Json] = field(default_factory=list[Json])


class FakeGateway:
    """Discord as a bot sees it, with any number of sessions one after the other."""

    def __init__(self) -> None:
        self.servers: list[Json] = [server()]
        self.welcomes = deque[Welcome | int]()
        self.otherwise: Welcome | None = None
        self.away = 0
        self.login_status = 200
        self.endpoint: str | None = None
        self.asked: list[str] = []
        self.identified: list[Json] = []
        self.resumed: list[Json] = []
        self.last_close: int | None = None
        self.url = ""
        self._sessions: dict[str, Session] = {}
        self._session: Session | None = None
        self._line: web.WebSocketResponse | None = None
        self._changed = asyncio.Condition()
        self._ending = asyncio.Event()

    def routes(self) -> list[web.RouteDef]:
        """Return what to add to an application."""
        return [
            web.get("/api/v10/users/@me", self._me),
            web.get("/api/v10/oauth2/applications/@me", self._application),
            web.get("/gateway", self._connect),
        ]

    @asynccontextmanager
    async def running(self) -> AsyncIterator["FakeGateway"]:
        """Answer on a free port for the length of the block."""
        app = web.Application()
        app.add_routes(self.routes())
        runner = web.AppRunner(app, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield self
        finally:
            self._ending.set()
            await runner.cleanup()

    def point(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let discord.py take this for Discord."""
        point(self.url, monkeypatch)

    async def tell(self, event: str, data: Json) -> None:
        """Tell about an event, now or when the session goes on."""
        assert self._session is not None
        told = {"op": _DISPATCH, "s": len(self._session.told) + 1, "t": event, "d": data}
        self._session.told.append(told)
        if self._line is not None:
            await self._line.send_json(told)

    async def tell_later(self, event: str, data: Json) -> None:
        """Let an event happen that gets lost on the way, and is told when the session goes on."""
        line, self._line = self._line, None
        await self.tell(event, data)
        self._line = line

    async def ready_again(self) -> None:
        """Say once more that the session is ready."""
        assert self._session is not None
        await self._be_ready(self._session)

    async def ask_to_reconnect(self) -> None:
        """Send the client away, to come back at once."""
        await self._send(_RECONNECT, None)

    async def invalidate(self, *, is_resumable: bool) -> None:
        """Say that the session is not good any more, or only the connection."""
        await self._send(_INVALID, is_resumable)

    async def close(self, code: int) -> None:
        """Close the connection with a code."""
        assert self._line is not None
        await self._line.close(code=code)

    def cut(self) -> None:
        """Break the connection without a word."""
        assert self._line is not None
        _abort(self._line)

    async def has(self, condition: Callable[["FakeGateway"], bool]) -> None:
        """Wait until something is so."""
        async with self._changed:
            await self._changed.wait_for(lambda: condition(self))

    async def has_sessions(self, new: int, resumed: int = 0) -> None:
        """Wait until so many sessions were asked for, and so many to go on."""
        await self.has(lambda it: (len(it.identified), len(it.resumed)) == (new, resumed))

    async def _me(self, request: web.Request) -> web.StreamResponse:
        await self._note(self.asked.append, request.headers.get("Authorization", ""))
        if self.away:
            self.away -= 1
            _abort(request)
        return self._answer(user(BOT, "concord", bot=True))

    async def _application(self, _request: web.Request) -> web.StreamResponse:
        return self._answer(
            {
                "id": APPLICATION,
                "name": "Concord",
                "description": "",
                "icon": None,
                "bot_public": True,
                "bot_require_code_grant": False,
                "rpc_origins": [],
                "verify_key": "",
                "owner": user(),
                "team": None,
                "flags": 0,
                "interactions_endpoint_url": self.endpoint,
            }
        )

    def _answer(self, body: Json) -> web.Response:
        if self.login_status != web.HTTPOk.status_code:
            body = {"message": "an error", "code": 0}
        kind = {"Content-Type": "application/json"}  # discord.py reads no JSON with a charset
        return web.Response(body=json.dumps(body).encode(), status=self.login_status, headers=kind)

    async def _connect(self, request: web.Request) -> web.WebSocketResponse:
        welcome = self.welcomes.popleft() if self.welcomes else self.otherwise
        if welcome is Welcome.REFUSED:
            raise web.HTTPServiceUnavailable
        line = web.WebSocketResponse()
        await line.prepare(request)
        if welcome is Welcome.CUT:
            _abort(line)
            return line
        self._line = line
        await self._send(_HELLO, {"heartbeat_interval": _A_DAY})
        async for frame in line:
            if frame.type is WSMsgType.TEXT:
                await self._hear(line, json.loads(frame.data), welcome)
        if self._line is line:
            self._line = None
        await self._note(self._closed, line.close_code)
        return line

    async def _hear(
        self, line: web.WebSocketResponse, said: Json, welcome: Welcome | int | None
    ) -> None:
        if said["op"] == _IDENTIFY:
            await self._note(self.identified.append, said["d"])
        match said["op"], welcome:
            case (1, _):
                await line.send_json({"op": _ACK})
            case (2, _) if said["d"]["token"] != TOKEN:
                await line.close(code=4004)
            case (2 | 6, int(code)):
                await line.close(code=code)
            case (2 | 6, Welcome.CUT_AFTER_HELLO):
                _abort(line)
            case (2 | 6, Welcome.INVALID):
                await self.invalidate(is_resumable=False)
            case (2, None):
                await self._begin()
            case (2, Welcome.DEAFNESS):
                await self._begin()
                await self._ending.wait()
            case (6, None):
                await self._go_on(said["d"])
            case _:
                pass

    async def _begin(self) -> None:
        session = Session(f"session-{len(self._sessions)}")
        self._sessions[session.id] = self._session = session
        await self._be_ready(session)
        for each in self.servers:
            await self.tell("GUILD_CREATE", each)

    async def _be_ready(self, session: Session) -> None:
        await self.tell(
            "READY",
            {
                "v": 10,
                "user": user(BOT, "concord", bot=True),
                "guilds": [{"id": each["id"], "unavailable": True} for each in self.servers],
                "session_id": session.id,
                "resume_gateway_url": f"ws{self.url.removeprefix('http')}/gateway",
                "application": {"id": APPLICATION, "flags": 0},
            },
        )

    async def _go_on(self, asked: Json) -> None:
        """Tell what was missed, and that the session goes on."""
        session = self._sessions.get(asked["session_id"])
        if session is None:
            await self.invalidate(is_resumable=False)
            return
        assert self._line is not None
        self._session = session
        for told in session.told[asked["seq"] :]:
            await self._line.send_json(told)
        await self.tell("RESUMED", {})
        await self._note(self.resumed.append, asked)

    async def _send(self, op: int, data: Any) -> None:  # noqa: ANN401 - any JSON
        assert self._line is not None
        await self._line.send_json({"op": op, "d": data})

    def _closed(self, code: int | None) -> None:
        self.last_close = code

    async def _note(self, change: Callable[[Any], Any], value: Any) -> None:  # noqa: ANN401 - it may be anything
        async with self._changed:
            change(value)
            self._changed.notify_all()


def point(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let discord.py take a server on this computer for Discord."""
    monkeypatch.setattr(Route, "BASE", f"{url}/api/v10")
    gateway = URL(f"ws{url.removeprefix('http')}/gateway")
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", gateway)


def _abort(line: web.WebSocketResponse | web.Request) -> None:
    request = line if isinstance(line, web.Request) else line._req  # noqa: SLF001 - it has no other way
    assert request is not None
    assert request.transport is not None
    request.transport.abort()
