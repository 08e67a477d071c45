"""A Slack of the tests: what Concord calls, and what a person sees and does in front of it.

It is strict where Slack is: a trigger opens one window, a hash that is not the newest is refused,
and an address for answers takes five.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from bot.platforms.slack.errors import SlackRefusedError
from bot.platforms.slack.ports import Payload, Site

MOST_WINDOWS = 3
MOST_RESPONSES = 5


@dataclass
class Window:
    """A modal that stands open, with what was typed into it by the ids of its blocks."""

    id: str
    view: Payload
    hash: str
    typed: dict[str, Any] = field(default_factory=dict[str, Any])
    errors: Payload = field(default_factory=dict[str, Any])


@dataclass
class Whisper:
    """Words that one person sees."""

    user: str
    channel: str
    text: str
    blocks: Sequence[Payload]
    thread: str = ""


@dataclass
class Address:
    """Where a payload can be answered for a while, and what was pressed there."""

    user: str
    channel: str
    pressed: Whisper | None = None
    left: int = MOST_RESPONSES


class FakeSlack:
    """Slack's side of it (a bot.platforms.slack.ports.Calls)."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.profiles: dict[str, Payload] = {}
        self.windows: dict[str, list[Window]] = {}
        self.whispers: list[Whisper] = []
        self.homes: dict[str, Payload] = {}
        self.files: list[tuple[str, str, str]] = []
        self.failing: dict[str, Exception] = {}
        self.is_slow = False
        self.is_silent = False
        self.takes_pictures = True
        self._numbers = count(1)
        self._triggers: dict[str, str] = {}
        self._addresses: dict[str, Address] = {}

    async def call(self, site: Site, method: str, /, **arguments: Any) -> Payload:  # noqa: ANN401 - any JSON
        assert site.team
        self.calls.append((method, arguments))
        if self.is_silent:
            await asyncio.Event().wait()
        if method in self.failing:
            raise self.failing[method]
        does: dict[str, Callable[..., Payload]] = {
            "chat.postEphemeral": self._whisper,
            "conversations.open": lambda users: {"channel": {"id": f"D-{users}"}},
            "functions.completeError": self._nothing,
            "functions.completeSuccess": self._nothing,
            "users.info": self._profile,
            "views.open": self._open,
            "views.publish": self._publish,
            "views.push": self._open,
            "views.update": self._update,
        }
        return does[method](**arguments)

    async def upload(
        self, site: Site, name: str, content: bytes, *, alt: str = "", channel: str = ""
    ) -> str:
        assert site.team
        assert not alt
        if "upload" in self.failing:
            raise self.failing["upload"]
        self.files.append((name, content.decode(errors="replace"), channel))
        return f"F{next(self._numbers)}"

    async def respond(self, url: str, body: Payload) -> None:
        address = self._addresses[url]
        address.left -= 1
        assert address.left >= 0, "an address takes five answers"
        assert body["response_type"] == "ephemeral"
        if parts_in(body["blocks"], "image") and not self.takes_pictures:
            raise SlackRefusedError("invalid_blocks")
        if body["replace_original"]:
            assert address.pressed
            self.whispers.remove(address.pressed)
        self._say(address.user, address.channel, body)

    def called(self, method: str) -> list[dict[str, Any]]:
        """Return what a method was called with, each time."""
        return [arguments for name, arguments in self.calls if name == method]

    def trigger(self, user: str) -> str:
        """Return a new trigger, good for one window; of a slow Slack it is too old already."""
        trigger = f"trigger-{next(self._numbers)}"
        if not self.is_slow:
            self._triggers[trigger] = user
        return trigger

    def address(self, user: str, channel: str, pressed: Whisper | None = None) -> str:
        """Return a new address for answers."""
        url = f"https://hooks.slack.test/{next(self._numbers)}"
        self._addresses[url] = Address(user, channel, pressed)
        return url

    def window(self, user: str) -> Window:
        """Return the modal that somebody has in front of them."""
        return self.windows[user][-1]

    def take_body(self, user: str, channel: str, body: Payload) -> None:
        """Show what a slash command was acknowledged with."""
        assert body["response_type"] == "ephemeral"
        self._say(user, channel, body)

    def change(self, window: Window, view: Payload) -> None:
        """Put another view into a modal; what was typed stays in the blocks that stay."""
        blocks = {block.get("block_id") for block in view["blocks"]}
        window.view, window.hash, window.errors = view, f"hash-{next(self._numbers)}", {}
        window.typed = {key: value for key, value in window.typed.items() if key in blocks}

    def _open(self, trigger_id: str, view: Payload) -> Payload:
        if trigger_id not in self._triggers:
            raise SlackRefusedError("expired_trigger_id")
        stack = self.windows.setdefault(self._triggers.pop(trigger_id), [])
        if len(stack) == MOST_WINDOWS:
            raise SlackRefusedError("push_limit_reached")
        number = next(self._numbers)
        stack.append(Window(f"V{number}", view, f"hash-{number}"))
        return self._answer(stack[-1])

    def _update(self, view_id: str, view: Payload, hash: str = "") -> Payload:  # noqa: A002 - as Slack names it
        windows = [window for stack in self.windows.values() for window in stack]
        found = next((window for window in windows if window.id == view_id), None)
        if found is None:
            raise SlackRefusedError("not_found")
        if hash and hash != found.hash:
            raise SlackRefusedError("hash_conflict")
        self.change(found, view)
        return self._answer(found)

    def _answer(self, window: Window) -> Payload:
        return {"ok": True, "view": {"id": window.id, "hash": window.hash}}

    def _publish(self, user_id: str, view: Payload) -> Payload:
        self.homes[user_id] = view
        return {"ok": True}

    def _whisper(
        self, channel: str, user: str, text: str, blocks: list[Payload], thread_ts: str = ""
    ) -> Payload:
        self.whispers.append(Whisper(user, channel, text, blocks, thread_ts))
        return {"ok": True}

    def _say(self, user: str, channel: str, body: Payload) -> None:
        self.whispers.append(Whisper(user, channel, body["text"], body["blocks"]))

    def _profile(self, user: str, *, include_locale: bool) -> Payload:
        assert include_locale
        if user not in self.profiles:
            raise SlackRefusedError("user_not_found")
        return {"ok": True, "user": self.profiles[user]}

    def _nothing(self, **_arguments: object) -> Payload:
        return {"ok": True}


def words_in(part: object) -> str:
    """Return all words of a view or of blocks, in the order in which they are read."""
    match part:
        case {"text": str(text)}:
            return text
        case dict():
            return "\n".join(filter(None, (words_in(value) for value in part.values())))
        case list() | tuple():
            return "\n".join(filter(None, (words_in(item) for item in part)))
        case _:
            return ""


def parts_in(part: object, kind: str) -> list[Payload]:
    """Return the elements of one type, wherever they stand."""
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    own = [part] if isinstance(part, dict) and part.get("type") == kind else []
    return [*own, *(found for item in inner for found in parts_in(item, kind))]
