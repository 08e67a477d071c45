"""A board of the local workspace that forgets everything when the test ends."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from bot.platforms.web.board import (
    PRIVATE,
    BoardAwayError,
    Channel,
    Draft,
    Message,
    Persona,
)
from workflows.views import View

CHANNELS = (
    Channel("leadership-team", "leadership-team", "Superintendent, principals and association"),
    Channel("school-team", "school-team", "Lincoln Elementary School"),
    Channel(PRIVATE, "Concord", ""),
)
ANA = Persona("ana", "Ana Ortega", "en", "Superintendent · Administration")
BO = Persona("bo", "Bo Nguyen", "en", "President · Association")
CY = Persona("cy", "Cy Romero", "es", "Teacher · Association")

START = datetime(2026, 11, 3, 15, 30, tzinfo=UTC)


@dataclass
class FakeBoard:
    """A bot.platforms.web.board.BoardPort in memory; while `away`, nothing of it can be reached."""

    people: list[Persona] = field(default_factory=lambda: [ANA, BO, CY])
    places: tuple[Channel, ...] = CHANNELS
    now: Callable[[], datetime] = lambda: START
    away: bool = False
    seq: int = 0
    posted: dict[str, Message] = field(default_factory=dict[str, Message])
    nonces: dict[str, str] = field(default_factory=dict[str, str])

    async def channels(self, persona: str) -> tuple[Channel, ...]:
        self._reach()
        return tuple(
            replace(channel, latest=self._latest(channel, persona)) for channel in self.places
        )

    async def add_channel(self, name: str) -> Channel:
        self._reach()
        channel = Channel(f"c{len(self.places)}", name, "")
        self.places = (*self.places[:-1], channel, self.places[-1])
        return channel

    async def personas(self) -> tuple[Persona, ...]:
        self._reach()
        return tuple(self.people)

    async def add_persona(self, name: str, language: str) -> Persona:
        self._reach()
        persona = Persona(f"p{len(self.people)}", name, language)
        self.people.append(persona)
        return persona

    async def post(self, draft: Draft) -> Message:
        self._reach()
        if draft.nonce in self.nonces:
            return self.posted[self.nonces[draft.nonce]]
        self.seq += 1
        message = Message(
            id=f"m{len(self.posted) + 1}",
            channel=draft.channel,
            author=draft.author,
            at=self.now(),
            seq=self.seq,
            text=draft.text,
            view=draft.view,
            thread=draft.thread,
            only=draft.only,
            pinned=draft.pinned,
        )
        self.posted[message.id] = message
        if draft.nonce is not None:
            self.nonces[draft.nonce] = message.id
        if draft.thread:
            self._answered(draft)
        return message

    async def edit(self, message: str, view: View, *, pinned: bool) -> Message | None:
        self._reach()
        if message not in self.posted:
            return None
        self.seq += 1
        changed = replace(self.posted[message], view=view, pinned=pinned, seq=self.seq)
        self.posted[message] = changed
        return changed

    async def messages(
        self, channel: str, persona: str, *, thread: str = "", after: int = 0
    ) -> tuple[Message, ...]:
        self._reach()
        return tuple(
            message
            for message in self._seen_by(persona)
            if message.channel == channel
            and message.seq > after
            and thread in (message.thread, message.id)
        )

    async def pinned(self, channel: str, persona: str) -> tuple[Message, ...]:
        self._reach()
        return tuple(
            message
            for message in self._seen_by(persona)
            if message.channel == channel and message.pinned
        )

    async def message(self, message: str) -> Message | None:
        self._reach()
        return self.posted.get(message)

    async def last_seq(self) -> int:
        self._reach()
        return self.seq

    def _answered(self, draft: Draft) -> None:
        start = self.posted[draft.thread]
        replies = start.replies + (draft.only is None)
        self.posted[draft.thread] = replace(start, replies=replies, seq=self.seq)

    def _latest(self, channel: Channel, persona: str) -> int:
        seen = (message.seq for message in self._seen_by(persona) if message.channel == channel.id)
        return max(seen, default=0)

    def _seen_by(self, persona: str) -> list[Message]:
        return [message for message in self.posted.values() if message.only in (None, persona)]

    def _reach(self) -> None:
        if self.away:
            raise BoardAwayError
