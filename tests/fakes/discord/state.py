"""What a Discord on this computer holds: servers, channels, messages, threads, chats and people."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, Final

from tests.databases import StoppedClock

TEXT: Final = 0
CHAT: Final = 1
THREAD: Final = 11
FORUM: Final = 15

BOT: Final = "900000000000000001"
APPLICATION: Final = "900000000000000002"
BOT_TOKEN: Final = "canary.token.of-the-bot"  # noqa: S105 - it opens nothing

NONCE_LASTS: Final = timedelta(minutes=5)
"""Discord says "in the past few minutes"."""

_EPOCH: Final = datetime(2015, 1, 1, tzinfo=UTC)


class Refusal(Exception):  # noqa: N818 - an answer, and no error of the fake
    """Discord does not do what was asked: an HTTP status and its own code."""

    def __init__(self, status: int, code: int, words: str = "") -> None:
        super().__init__(words)
        self.status = status
        self.code = code


@dataclass(frozen=True, slots=True)
class File:
    """A file that came with a message."""

    name: str
    content: bytes
    alt: str = ""


@dataclass
class Message:
    """A message of Concord's, or an answer of its that one person sees; `body` is the newest."""

    id: str
    channel: str
    body: Mapping[str, Any]
    files: tuple[File, ...] = ()
    is_pinned: bool = False
    is_foreign: bool = False
    editions: int = 1

    @property
    def words(self) -> str:
        """All that its text displays say, wherever they stand."""
        return "\n".join(_words(self.body.get("components", ())))

    @property
    def answers(self) -> str:
        """The message it is a reply to, or nothing."""
        return str(self.body.get("message_reference", {}).get("message_id", ""))


@dataclass
class Channel:
    """A channel, a thread or a chat; `denied` is what Concord may not do there.

    That can be "view", "send", "threads", "files", "pins" or "manage".
    """

    id: str
    kind: int
    server: str
    name: str = ""
    parent: str = ""
    tags: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    applied: list[str] = field(default_factory=list[str])
    flags: int = 0
    denied: set[str] = field(default_factory=set[str])
    is_archived: bool = False
    is_locked: bool = False
    owner: str = ""

    def shown(self) -> dict[str, Any]:
        """Return it as Discord tells of it."""
        told: dict[str, Any] = {"id": self.id, "type": self.kind, "flags": self.flags}
        if self.kind == CHAT:
            return told
        told |= {"guild_id": self.server, "name": self.name, "parent_id": self.parent or None}
        if self.kind == FORUM:
            told["available_tags"] = self.tags
        if self.kind == THREAD:
            told["owner_id"] = self.owner
            told["thread_metadata"] = {"archived": self.is_archived, "locked": self.is_locked}
        return told


@dataclass
class State:
    """Everything that is kept, and how ids are made: from the clock, as Discord does."""

    clock: Callable[[], datetime] = field(default_factory=StoppedClock)
    tokens: set[str] = field(default_factory=lambda: {BOT_TOKEN})
    servers: dict[str, str] = field(default_factory=dict[str, str])
    channels: dict[str, Channel] = field(default_factory=dict[str, Channel])
    messages: dict[tuple[str, str], Message] = field(default_factory=dict[tuple[str, str], Message])
    people: set[str] = field(default_factory=set[str])
    closed: set[str] = field(default_factory=set[str])
    nonces: dict[str, tuple[datetime, str, str]] = field(
        default_factory=dict[str, tuple[datetime, str, str]]
    )
    chats: dict[str, str] = field(default_factory=dict[str, str])
    most_threads: int = 1000
    _numbers: Iterator[int] = field(default_factory=count)

    def snowflake(self) -> str:
        """Return a new id, which holds the time."""
        milliseconds = int((self.clock() - _EPOCH) / timedelta(milliseconds=1))
        return str((milliseconds << 22) + next(self._numbers))

    def found_server(self, name: str) -> str:
        """Let a server be there, with Concord in it; return its id."""
        server = self.snowflake()
        self.servers[server] = name
        return server

    def make_channel(self, server: str, name: str, kind: int = TEXT, **more: Any) -> Channel:  # noqa: ANN401 - as Channel
        """Let a channel be there."""
        channel = Channel(self.snowflake(), kind, server, name, **more)
        self.channels[channel.id] = channel
        return channel

    def put_out(self, server: str) -> None:
        """Take Concord out of a server: it may not look at anything there any more."""
        del self.servers[server]

    def said_in(self, channel: str) -> list[str]:
        """Return what a channel reads, in order."""
        return [said.words for (where, _), said in self.messages.items() if where == channel]

    def thread_of(self, message: str) -> Channel | None:
        """Return the thread that hangs on a message, or None."""
        return self.channels.get(message)

    def open_channel(self, id_: str) -> Channel:
        """Return a channel that Concord may look at; refuse any other one as Discord does."""
        channel = self.channels.get(id_)
        if channel is None:
            raise Refusal(404, 10003, "Unknown Channel")
        is_out = channel.kind != CHAT and channel.server not in self.servers
        if is_out or "view" in self.denied(channel):
            raise Refusal(403, 50001, "Missing Access")
        return channel

    def denied(self, channel: Channel) -> set[str]:
        """Return what Concord may not do in a channel; a thread is like the one it hangs in."""
        above = self.channels.get(channel.parent)
        return channel.denied | (above.denied if above else set())

    def message(self, channel: str, id_: str) -> Message:
        """Return a message, or refuse as Discord does."""
        self.open_channel(channel)
        if (channel, id_) not in self.messages:
            raise Refusal(404, 10008, "Unknown Message")
        return self.messages[channel, id_]


def _words(components: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON of Discord's
    for component in components:
        if component.get("type") == 10:
            yield component["content"]
        yield from _words(component.get("components", ()))
