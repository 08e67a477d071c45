"""What the workspace keeps: its channels, its people, and what was said."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from workflows.views import View

CONCORD: Final = "concord"
"""The author of what Concord says."""

PRIVATE: Final = "@concord"
"""The channel in which each person is alone with Concord: a message there is `only` for one."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A place to talk, as one person sees it; `latest` is the number of its newest message."""

    id: str
    name: str
    topic: str
    latest: int = 0

    @property
    def is_private(self) -> bool:
        """Whether one person and Concord are alone here."""
        return self.id == PRIVATE


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody who can be played in this workspace; `caption` says who they are, in a few words."""

    external_id: str
    name: str
    language: str | None = None
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A message before it is posted. The same `nonce` never makes a second message.

    `thread` is the id of the message that is answered, or empty; `only` is the one person who may
    see it.
    """

    channel: str
    author: str
    text: str = ""
    view: View | None = None
    thread: str = ""
    only: str | None = None
    pinned: bool = False
    nonce: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A message on the board.

    `seq` grows with every change on the board, so that whoever has seen all up to a number can ask
    for the rest. `replies` counts the answers in its thread that everybody may see.
    """

    id: str
    channel: str
    author: str
    at: datetime
    seq: int
    text: str = ""
    view: View | None = None
    thread: str = ""
    only: str | None = None
    pinned: bool = False
    replies: int = 0


class BoardAwayError(Exception):
    """What the workspace keeps cannot be reached just now; trying again later may help."""


class BoardPort(Protocol):
    """Keeps the workspace, so that a restart loses nothing. Every call may raise BoardAwayError."""

    async def channels(self, persona: str) -> tuple[Channel, ...]:
        """Return the channels that a person may see; their private one with Concord is the last."""
        ...

    async def add_channel(self, name: str) -> Channel:
        """Open a new place to talk."""
        ...

    async def personas(self) -> tuple[Persona, ...]:
        """Return everybody who can be played, in the order they came."""
        ...

    async def add_persona(self, name: str, language: str) -> Persona:
        """Let somebody new into the workspace."""
        ...

    async def post(self, draft: Draft) -> Message:
        """Put a message up, or return the one that came with the same nonce.

        An answer in a thread counts as a change of the message it answers.
        """
        ...

    async def edit(self, message: str, view: View, *, pinned: bool) -> Message | None:
        """Change what a message shows; return it, or None if there is none with this id."""
        ...

    async def messages(
        self, channel: str, persona: str, *, thread: str = "", after: int = 0
    ) -> tuple[Message, ...]:
        """Return what a person may see, in the order it was posted, if changed after a number.

        Without `thread` that is what stands in the channel itself; with it, the message that
        starts the thread and its answers.
        """
        ...

    async def pinned(self, channel: str, persona: str) -> tuple[Message, ...]:
        """Return the pinned messages of a channel that a person may see, the oldest first."""
        ...

    async def message(self, message: str) -> Message | None:
        """Return one message, whoever may see it."""
        ...

    async def last_seq(self) -> int:
        """Return the number of the newest change, 0 where nothing was ever posted."""
        ...
