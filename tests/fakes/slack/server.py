"""A Slack on this computer: its Web API, its addresses for answers and files, and its sockets.

It keeps to the rules that Slack documents and remembers every breach of them in `faults`. A test
can make a method ill (`troubles`, by "chat.update", or by "chat.update C1" in one channel), and
`watch` what is about to be done and what was done.
"""

import json
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Final

from aiohttp import web

from tests.bot.slack.handling.slack import Address, Whisper
from tests.bot.slack.sending.web_api import Call, Trouble
from tests.fakes.slack.belongings import SCOPES, Belongings
from tests.fakes.slack.posting import Posting
from tests.fakes.slack.sockets import Switchboard
from tests.fakes.slack.state import Answer, Form, Method, Workspace
from tests.fakes.slack.viewing import Viewing

ANSWER_LASTS: Final = timedelta(minutes=30)
WITHOUT_TOKEN: Final = frozenset({"oauth.v2.access"})


class FakeSlack:
    """One workspace and the servers before it."""

    def __init__(self) -> None:
        self.workspace = Workspace()
        self.views = Viewing(self.workspace)
        self.belongings = Belongings(self.workspace)
        self.switchboard = Switchboard()
        self.calls = list[Call]()
        self.troubles = defaultdict[str, deque[Trouble]](deque)
        self.watch: Callable[[str], None] = lambda _what: None
        self.url = ""
        self._born = dict[str, datetime]()
        posting = Posting(self.workspace)
        self._methods: Mapping[str, tuple[Method, tuple[str, ...]]] = {
            **posting.methods,
            **self.views.methods,
            **self.belongings.methods,
        }

    @property
    def api(self) -> str:
        """Where the Web API is."""
        return f"{self.url}/api/"

    @property
    def answers(self) -> str:
        """How every address for an answer begins."""
        return f"{self.url}/answers/"

    def called(self, method: str) -> list[Form]:
        """Return what a method was called with, each time."""
        return [call.arguments for call in self.calls if call.method == method]

    def address(self, user: str, channel: str, pressed: Whisper | None = None) -> str:
        """Return a new address for answers to what somebody did."""
        number = f"{next(self.workspace.numbers)}"
        self.workspace.addresses[number] = Address(user, channel, pressed)
        self._born[number] = self.workspace.clock()
        return f"{self.answers}{number}"

    @asynccontextmanager
    async def running(self) -> AsyncIterator["FakeSlack"]:
        """Answer on a free port for the length of the block."""
        app = web.Application(client_max_size=10_000_000)
        app.router.add_post("/api/apps.connections.open", self.switchboard.open)
        app.router.add_get("/link", self.switchboard.link)
        app.router.add_post("/api/{method}", self._answer)
        app.router.add_post("/upload/{file}", self._take_file)
        app.router.add_post("/answers/{number}", self._take_answer)
        runner = web.AppRunner(app, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        port = runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{port}"
        self.switchboard.url = f"://127.0.0.1:{port}"
        self.belongings.uploads = f"{self.url}/upload/"
        try:
            yield self
        finally:
            await runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        form = {name: str(value) for name, value in (await request.post()).items()}
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        self.calls.append(Call(method, form, token))
        what = f"{method} {form.get('channel', '')}".strip()
        self.watch(f"{what} asked")
        waiting = self.troubles[method] or self.troubles[what]
        trouble = waiting.popleft() if waiting else None
        answer = self._do(method, form, token) if trouble is None or trouble.is_done else ""
        self.watch(f"{what} done")
        if trouble is None:
            body = (
                {"ok": False, "error": answer}
                if isinstance(answer, str)
                else {"ok": True, **answer}
            )
            return web.json_response(body, headers={"X-OAuth-Scopes": SCOPES})
        return _ill(request, trouble)

    def _do(self, method: str, form: Form, token: str) -> Answer:
        """Do what is asked for, if all is as it has to be."""
        if method not in self._methods:
            self.workspace.faults.append(f"{method} is no method")
            return "unknown_method"
        if method not in WITHOUT_TOKEN and token not in self.workspace.tokens:
            return "invalid_auth" if token else "not_authed"
        do, needed = self._methods[method]
        if missing := [name for name in needed if name not in form]:
            self.workspace.faults.append(f"{method} without {missing}")
            return "invalid_arguments"
        return do(form)

    async def _take_file(self, request: web.Request) -> web.StreamResponse:
        if self.troubles["upload"]:
            return _ill(request, self.troubles["upload"].popleft())
        is_taken = self.belongings.take(request.match_info["file"], await request.read())
        return web.Response(text="OK", status=200 if is_taken else 400)

    async def _take_answer(self, request: web.Request) -> web.StreamResponse:
        number, body = request.match_info["number"], await request.json()
        self.watch("answer asked")
        if self.troubles["answer"]:
            return _ill(request, self.troubles["answer"].popleft())
        address = self.workspace.addresses.get(number)
        if address is None or self.workspace.clock() >= self._born[number] + ANSWER_LASTS:
            return web.Response(text="expired_url", status=404)
        if not address.left:
            return web.Response(text="used_url", status=404)
        address.left -= 1
        trouble = self._answer_at(address, body)
        self.watch("answer done")
        return web.Response(text=trouble or "ok", status=500 if trouble else 200)

    def _answer_at(self, address: Address, body: Mapping[str, object]) -> str:
        """Show an answer to one person, or return why not."""
        if body.get("response_type") != "ephemeral":
            self.workspace.faults.append("an answer that is not for one person alone")
        whisper = self.heard(address.user, address.channel, body)
        trouble = self.workspace.say(whisper)
        if not trouble and body.get("replace_original") and address.pressed:
            self.workspace.take_back(address.pressed)
            address.pressed = whisper
        return trouble

    def heard(self, user: str, channel: str, body: Mapping[str, object]) -> Whisper:
        """Return an answer in the shape of a message to one person."""
        blocks = body.get("blocks", [])
        assert isinstance(blocks, list)
        return Whisper(user, channel, str(body.get("text", "")), json.loads(json.dumps(blocks)))


def _ill(request: web.Request, trouble: Trouble) -> web.StreamResponse:
    if trouble.is_cut:
        assert request.transport
        request.transport.abort()
    return web.Response(status=trouble.status, text=trouble.body, headers=trouble.headers)
