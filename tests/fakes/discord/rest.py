"""Discord's REST API on this computer, which keeps what it is given and can be ill.

discord.py's own client is pointed at it with `discord.http.Route.BASE`. Discord's pages and its
OpenAPI file are the model: what it would refuse is refused here with the same status and code.
"""

import asyncio
import json
import re
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any, Final

from aiohttp import web

from tests.fakes.discord.answering import Answering
from tests.fakes.discord.channels import Asked, Channels, Doing
from tests.fakes.discord.state import File, Refusal, State

_VIA: Final = {"Via": "1.1 google"}
"""What stands on each answer that comes from Discord itself, and not from what is before it."""

_CLOSED_WORLD: Final = {"#": "([0-9]+)", "*": "([^/]+)"}


@dataclass(frozen=True, slots=True)
class Call:
    """One request as it came in; `body` is what it said, without its files."""

    verb: str
    path: str
    body: Any
    token: str = field(repr=False)
    files: tuple[File, ...] = ()

    @property
    def line(self) -> str:
        """The verb and the path, with a # for each id and a * for each interaction's token."""
        path = re.sub("canary-token-[0-9]+", "*", self.path)
        return f"{self.verb} {re.sub('[0-9]{10,}', '#', path)}"


@dataclass(frozen=True, slots=True)
class Trouble:
    """How one request is answered: so; or not at all, with or without having done what was asked.

    One that `is_silent` is left without an answer until the end.
    """

    status: int = 200
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=lambda: _VIA)
    content_type: str = "application/json"
    is_done: bool = False
    is_cut: bool = False
    is_silent: bool = False


def refused(status: int, code: int) -> Trouble:
    """Return the answer that this is not done, for a reason."""
    return Trouble(status, json.dumps({"message": "no", "code": code}))


def busy(
    seconds: object = None, *, is_global: bool = False, scope: str = "user", via: str = "1.1 google"
) -> Trouble:
    """Return the answer that Discord is asked too often; without `via` from what is before it."""
    body = {"message": "You are being rate limited.", "global": is_global, "code": 0}
    body |= {} if seconds is None else {"retry_after": seconds}
    headers = {"X-RateLimit-Scope": "global" if is_global else scope}
    return Trouble(429, json.dumps(body), headers | ({"Via": via} if via else {}))


DOWN: Final = Trouble(503, "upstream connect error", content_type="text/plain")
BAD_GATEWAY: Final = Trouble(502, "<html>502</html>", content_type="text/html")
HALF: Final = Trouble(200, '{"id": "17')
CUT: Final = Trouble(is_cut=True)
CUT_WHEN_DONE: Final = Trouble(is_cut=True, is_done=True)
SILENT: Final = Trouble(is_silent=True)
BANNED: Final = Trouble(429, "error code: 1015", {"Retry-After": "60"}, "text/plain")
"""Cloudflare shuts out this computer's address."""


class FakeRest:
    """Discord's REST API. `headers` are sent with what answers the line that they stand for."""

    def __init__(self, state: State | None = None) -> None:
        self.state = state or State()
        self.answering = Answering(self.state)
        self.calls = list[Call]()
        self.headers = dict[str, Mapping[str, str]]()
        self.address = ""
        self.most_at_once = 0
        self._troubles = list[tuple[str, Trouble]]()
        self._lasting = list[tuple[str, Trouble]]()
        self._at_once = 0
        self._end = asyncio.Event()
        routes = {**Channels(self.state).routes, **self.answering.routes}
        self._routes = [(_pattern(line), doing) for line, doing in routes.items()]

    def meet(self, line: str, *troubles: Trouble) -> None:
        """Let the next requests of a line meet troubles, in order.

        A line is a verb and a path, such as "POST /channels/*/messages".
        """
        self._troubles += [(line, trouble) for trouble in troubles]

    def meet_always(self, line: str, trouble: Trouble) -> None:
        """Let all requests of a line meet a trouble, until `heal`."""
        self._lasting.append((line, trouble))

    def heal(self) -> None:
        """Be well again."""
        self._troubles.clear()
        self._lasting.clear()

    def asked(self, verb: str = "") -> list[str]:
        """Return the lines that were asked for, in order; only those of a verb if one is named."""
        return [call.line for call in self.calls if call.line.startswith(verb)]

    def count(self, line: str) -> int:
        """Return how often a line was asked for."""
        return Counter(self.asked())[line]

    @asynccontextmanager
    async def running(self) -> AsyncIterator["FakeRest"]:
        """Answer on a free port for the length of the block."""
        app = web.Application(client_max_size=30_000_000)
        app.router.add_route("*", "/api/v10/{path:.*}", self._answer)
        runner = web.AppRunner(app, shutdown_timeout=1, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.address = f"http://127.0.0.1:{runner.addresses[0][1]}/api/v10"
        try:
            yield self
        finally:
            self._end.set()
            await runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        call = await _read(request)
        self.calls.append(call)
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            return await self._answered(request, call)
        finally:
            self._at_once -= 1

    async def _answered(self, request: web.Request, call: Call) -> web.StreamResponse:
        trouble = self._trouble_for(call)
        if trouble is None or trouble.is_done:
            status, answer = self._do(call)
        if trouble is None:
            return self._written(call, status, answer)
        if trouble.is_silent:
            await self._end.wait()
        if trouble.is_cut or trouble.is_silent:
            assert request.transport
            request.transport.abort()
        headers = {**trouble.headers, "Content-Type": trouble.content_type}
        return web.Response(status=trouble.status, body=trouble.body.encode(), headers=headers)

    def _written(self, call: Call, status: int, answer: Any) -> web.StreamResponse:  # noqa: ANN401 - any JSON at all
        headers = {**_VIA, "Content-Type": "application/json", **self.headers.get(call.line, {})}
        body = b"" if answer is None else json.dumps(answer).encode()
        return web.Response(status=status, body=body, headers=headers)

    def _trouble_for(self, call: Call) -> Trouble | None:
        asked = f"{call.verb} {call.path}"
        for number, (line, trouble) in enumerate(self._troubles):
            if fnmatchcase(asked, line):
                del self._troubles[number]
                return trouble
        return next((found for line, found in self._lasting if fnmatchcase(asked, line)), None)

    def _do(self, call: Call) -> tuple[int, Any]:
        is_answer = call.path.startswith(("/interactions/", "/webhooks/"))
        if not is_answer and call.token not in self.state.tokens:
            return 401, {"message": "401: Unauthorized", "code": 0}
        found = self._found(call)
        if found is None:
            return 404, {"message": "404: Not Found", "code": 0}
        doing, ids = found
        body = call.body if isinstance(call.body, dict) else {}
        try:
            return doing(Asked(ids, body, call.files))
        except Refusal as refusal:
            return refusal.status, {"message": str(refusal), "code": refusal.code}

    def _found(self, call: Call) -> tuple[Doing, tuple[str, ...]] | None:
        for pattern, doing in self._routes:
            if found := pattern.fullmatch(f"{call.verb} {call.path}"):
                return doing, found.groups()
        return None


def _pattern(line: str) -> re.Pattern[str]:
    return re.compile("".join(_CLOSED_WORLD.get(sign, re.escape(sign)) for sign in line))


async def _read(request: web.Request) -> Call:
    path = f"/{request.match_info['path']}"
    token = request.headers.get("Authorization", "").removeprefix("Bot ")
    if request.content_type != "multipart/form-data":
        text = await request.text()
        return Call(request.method, path, json.loads(text) if text else None, token)
    form = await request.post()
    body = json.loads(str(form["payload_json"]))
    contents = {name: value for name, value in form.items() if isinstance(value, web.FileField)}
    files = tuple(
        File(one["filename"], contents[f"files[{one['id']}]"].file.read(), one["description"])
        for one in _named(body)
    )
    assert len(files) == len(contents)
    return Call(request.method, path, body, token, files)


def _named(body: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the files that a body names, in the part of it that is the message."""
    for part in ("data", "message"):
        if part in body:
            return list(body[part]["attachments"])
    return list(body["attachments"])
