"""A small stand-in for Slack's Web API over HTTP, which keeps what it is given and can be ill.

Slack's own pages are the model: forms in, JSON out, 200 with `ok: false` for a refusal. Each call
of a method meets the next of its `troubles`.
"""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from aiohttp import web

TOKEN: Final = "xoxb-canary-token"  # noqa: S105 - it opens nothing


@dataclass(frozen=True, slots=True)
class Call:
    """One call as it came in."""

    method: str
    arguments: Mapping[str, str]
    token: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """How one call is answered: so; or not at all, with or without having done what was asked."""

    status: int = 200
    body: str = ""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    is_done: bool = False
    is_cut: bool = False


def refused(code: str) -> Trouble:
    """Return the answer of Slack's that it does not do this."""
    return Trouble(body=json.dumps({"ok": False, "error": code}))


def busy(**headers: str) -> Trouble:
    """Return the answer that it was asked too often; `Retry_After` becomes a header."""
    body = json.dumps({"ok": False, "error": "ratelimited"})
    return Trouble(429, body, {name.replace("_", "-"): text for name, text in headers.items()})


DOWN: Final = Trouble(503, "<html>Slack is down</html>")
HTML: Final = Trouble(200, "<html><title>Welcome to the hotel</title></html>")
HALF: Final = Trouble(200, '{"ok": true, "ts": "171')
CUT: Final = Trouble(is_cut=True)
CUT_WHEN_DONE: Final = Trouble(is_cut=True, is_done=True)


class WebApi:
    """One workspace, with a channel, three people, and everything that Concord has put there."""

    def __init__(self) -> None:
        self.address = ""
        self.ports = set[int]()
        self.calls = list[Call]()
        self.tokens = {TOKEN}
        self.channels = {"C1", "C2"}
        self.people = {"U1", "U2", "U3"}
        self.messages = dict[str, dict[str, Any]]()
        self.pins = list[str]()
        self.files = dict[str, bytes]()
        self.troubles = defaultdict[str, deque[Trouble]](deque)
        self.trouble_for_all: Trouble | None = None
        self.gate = asyncio.Event()
        self.gate.set()
        self._uploads = dict[str, bytes]()
        self._numbers = count(1)

    def called(self, *methods: str) -> list[str]:
        """Return the methods called, in order; only these if some are named."""
        return [call.method for call in self.calls if not methods or call.method in methods]

    def texts(self, channel: str) -> list[str]:
        """Return what a channel reads, in order."""
        return [
            message["text"]
            for ref, message in self.messages.items()
            if ref.startswith(f"{channel}/")
        ]

    @asynccontextmanager
    async def running(self) -> AsyncIterator["WebApi"]:
        """Answer on a free port for the length of the block."""
        app = web.Application()
        app.router.add_post("/api/{method}", self._answer)
        app.router.add_post("/upload/{file}", self._take_file)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        self.address = f"http://{host}:{port}/api/"
        yield self
        await runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        form = {name: str(value) for name, value in (await request.post()).items()}
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        self.calls.append(Call(method, form, token))
        assert request.transport
        self.ports.add(request.transport.get_extra_info("peername")[1])
        await self.gate.wait()
        troubles = self.troubles[method]
        trouble = troubles.popleft() if troubles else self.trouble_for_all
        if trouble is None or trouble.is_done:
            payload = self._do(method, form, token)
        if trouble is None:
            return web.json_response(payload)
        if trouble.is_cut:
            request.transport.abort()
        return web.Response(status=trouble.status, text=trouble.body, headers=trouble.headers)

    async def _take_file(self, request: web.Request) -> web.StreamResponse:
        self.calls.append(Call("upload", {}, request.headers.get("Authorization", "")))
        if self.troubles["upload"]:
            trouble = self.troubles["upload"].popleft()
            return web.Response(status=trouble.status, text=trouble.body)
        self._uploads[request.match_info["file"]] = await request.read()
        return web.Response(text="OK - 5")

    def _do(self, method: str, form: Mapping[str, str], token: str) -> dict[str, Any]:
        if token not in self.tokens:
            return {"ok": False, "error": "invalid_auth"}
        doing = getattr(self, f"_{method.replace('.', '_')}")
        answer: dict[str, Any] | str = doing(form)
        return {"ok": False, "error": answer} if isinstance(answer, str) else {"ok": True, **answer}

    def _auth_test(self, _form: Mapping[str, str]) -> dict[str, Any]:
        return {"team_id": "T1"}

    def _chat_postMessage(self, form: Mapping[str, str]) -> dict[str, Any] | str:  # noqa: N802 - called as Slack calls it
        channel, thread = form["channel"], form.get("thread_ts", "")
        if channel not in self.channels:
            return "channel_not_found"
        if thread and f"{channel}/{thread}" not in self.messages:
            return "thread_not_found"
        if trouble := self._trouble_with(form):
            return trouble
        ts = f"1700000000.{next(self._numbers):06}"
        self.messages[f"{channel}/{ts}"] = _message(form, thread)
        return {"channel": channel, "ts": ts}

    def _chat_update(self, form: Mapping[str, str]) -> dict[str, Any] | str:
        ref = f"{form['channel']}/{form['ts']}"
        if ref not in self.messages:
            return "message_not_found"
        if trouble := self._trouble_with(form):
            return trouble
        self.messages[ref] = _message(form, self.messages[ref]["thread"])
        return {"channel": form["channel"], "ts": form["ts"]}

    def _chat_delete(self, form: Mapping[str, str]) -> dict[str, Any] | str:
        gone = self.messages.pop(f"{form['channel']}/{form['ts']}", None)
        return {} if gone else "message_not_found"

    def _conversations_open(self, form: Mapping[str, str]) -> dict[str, Any] | str:
        if form["users"] not in self.people:
            return "user_not_found"
        self.channels.add(f"D{form['users']}")
        return {"channel": {"id": f"D{form['users']}"}}

    def _pins_add(self, form: Mapping[str, str]) -> dict[str, Any] | str:
        ref = f"{form['channel']}/{form['timestamp']}"
        if ref in self.pins:
            return "already_pinned"
        self.pins.append(ref)
        return {}

    def _pins_remove(self, form: Mapping[str, str]) -> dict[str, Any]:
        self.pins.remove(f"{form['channel']}/{form['timestamp']}")
        return {}

    def _files_getUploadURLExternal(self, form: Mapping[str, str]) -> dict[str, Any]:  # noqa: N802 - called as Slack calls it
        assert int(form["length"]) > 0
        file = f"F{next(self._numbers)}"
        address = self.address.replace("/api/", f"/upload/{file}")
        return {"file_id": file, "upload_url": address}

    def _files_completeUploadExternal(self, form: Mapping[str, str]) -> dict[str, Any]:  # noqa: N802 - called as Slack calls it
        ids = [file["id"] for file in json.loads(form["files"])]
        self.files |= {file: self._uploads.pop(file) for file in ids}
        if channel := form.get("channel_id"):
            self.messages |= {f"{channel}/{file}": {"text": file, "thread": ""} for file in ids}
        return {"files": [{"id": file} for file in ids]}

    def _trouble_with(self, form: Mapping[str, str]) -> str:
        """Return why Slack does not take the blocks of a message, or nothing."""
        blocks = json.loads(form["blocks"])
        shown = [block["slack_file"]["id"] for block in blocks if block["type"] == "image"]
        is_fine = len(blocks) <= 50 and all(file in self.files for file in shown)
        return "" if is_fine and form["text"] else "invalid_blocks"


def _message(form: Mapping[str, str], thread: str) -> dict[str, Any]:
    return {"text": form["text"], "blocks": json.loads(form["blocks"]), "thread": thread}
