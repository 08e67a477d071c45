"""What a Slack workspace holds: people, channels, messages, windows, homes, pins and files."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Final, TypeVar

from bot.platforms.slack.ports import Payload
from tests.bot.slack.drawing.rules import faults
from tests.bot.slack.handling.slack import Address, Whisper, Window
from tests.databases import StoppedClock

TEAM: Final = "T0CONCORD"
APP: Final = "A0CONCORD"
BOT_USER: Final = "U0CONCORD"
BOT: Final = "B0CONCORD"
BOT_TOKEN: Final = "xoxb-canary-of-the-bot"  # noqa: S105 - it opens nothing
PATIENCE_SECONDS: Final = 60.0

Form = Mapping[str, str]
"""The arguments of a method, as they come in."""

Answer = dict[str, object] | str
"""What a method answers; a text is the code of an error."""

Method = Callable[[Form], Answer]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Profile:
    """What Slack knows of somebody."""

    id: str
    name: str
    language: str = "en"
    zone: str = "America/New_York"


@dataclass
class Message:
    """A message of Concord's; `number` says when it was posted, `editions` how often it changed."""

    channel: str
    ts: str
    text: str
    blocks: list[Payload]
    thread: str
    number: int
    editions: int = 1

    @property
    def ref(self) -> str:
        return f"{self.channel}/{self.ts}"


@dataclass(frozen=True, slots=True)
class File:
    """A file that Slack has been given, and where it was shared, if anywhere."""

    name: str
    content: bytes
    alt: str
    channel: str = ""


@dataclass
class Workspace:
    """One workspace, and a record of everything that was shown in it and of every fault."""

    clock: StoppedClock = field(default_factory=StoppedClock)
    tokens: set[str] = field(default_factory=lambda: {BOT_TOKEN})
    people: dict[str, Profile] = field(default_factory=dict[str, Profile])
    channels: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    messages: dict[str, Message] = field(default_factory=dict[str, Message])
    whispers: list[tuple[int, Whisper]] = field(default_factory=list[tuple[int, Whisper]])
    windows: dict[str, list[Window]] = field(default_factory=dict[str, list[Window]])
    homes: dict[str, Payload] = field(default_factory=dict[str, Payload])
    pins: list[str] = field(default_factory=list[str])
    files: dict[str, File] = field(default_factory=dict[str, File])
    uploads: dict[str, File] = field(default_factory=dict[str, File])
    addresses: dict[str, Address] = field(default_factory=dict[str, Address])
    finished: dict[str, Form] = field(default_factory=dict[str, Form])
    typed: list[str] = field(default_factory=list[str])
    answers: Counter[str] = field(default_factory=Counter[str])
    shown: list[tuple[str, Payload]] = field(default_factory=list[tuple[str, Payload]])
    faults: list[str] = field(default_factory=list[str])
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self._changed = asyncio.Event()

    def join(self, profile: Profile, *channels: str) -> None:
        """Let somebody in, and into channels."""
        self.people[profile.id] = profile
        for channel in channels:
            self.channels.setdefault(channel, set()).add(profile.id)

    def change(self) -> None:
        """Let everybody look again who waits for something."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def until(self, find: Callable[[], T], what: Callable[[], str]) -> T:
        """Wait until something is there, and return it; if it stays away, say `what` is instead."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                while not (found := find()):
                    await self._changed.wait()
        except TimeoutError:
            raise AssertionError(what()) from None
        return found

    def answered(self, user: str) -> None:
        """Note that somebody was shown something for themselves."""
        self.answers[user] += 1
        self.change()

    def judged(self, surface: str, payload: Payload) -> str:
        """Return why Slack does not take what is to be shown, or nothing; either way keep it."""
        self.shown.append((surface, payload))
        if surface == "message" and not payload["blocks"]:
            return "" if payload["text"].strip() else "no_text"
        images = (block for block in payload.get("blocks", ()) if block["type"] == "image")
        missing = [one["slack_file"]["id"] for one in images if not self._has_file(one)]
        if missing:
            return "invalid_blocks"
        found = faults(payload, surface)
        self.faults += (f"{surface}: {fault}" for fault in found)
        return "invalid_blocks" if found else ""

    def whisper(self, whisper: Whisper) -> None:
        """Show something to one person."""
        self.whispers.append((next(self.numbers), whisper))
        self.answered(whisper.user)

    def say(self, whisper: Whisper) -> str:
        """Show something to one person, if it can be shown; else return why not."""
        drawn = {"text": whisper.text, "blocks": list(whisper.blocks)}
        trouble = self.judged("message", drawn)
        if not trouble:
            self.whisper(whisper)
        return trouble

    def take_back(self, whisper: Whisper) -> None:
        """Let something disappear that one person sees."""
        self.whispers = [pair for pair in self.whispers if pair[1] is not whisper]
        self.change()

    def posts(self, channel: str, thread: str = "") -> list[Message]:
        """Return what stands in a channel, or in a thread with the message it hangs on."""
        return [
            message
            for message in self.messages.values()
            if message.channel == channel
            and (thread in {message.thread, message.ts} if thread else not message.thread)
        ]

    def window(self, id_: str) -> tuple[str, Window] | None:
        """Return a window that is open, and whose it is."""
        for user, stack in self.windows.items():
            for window in stack:
                if window.id == id_:
                    return user, window
        return None

    def _has_file(self, image: Payload) -> bool:
        return image.get("slack_file", {}).get("id") in self.files
