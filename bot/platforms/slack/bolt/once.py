"""Lets what arrives several times have one effect, and gives each arrival the same answer."""

import hashlib
import json
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Protocol

from bot.platforms.slack.bolt.locks import KeyedLock
from bot.platforms.slack.edge.memory import Memory, Now
from bot.platforms.slack.ports import Ack, Payload

KEEP: Final = timedelta(minutes=10)
"""Slack's last try of an event comes after about six minutes."""

MOST: Final = 100_000

KEEP_ANSWERS: Final = timedelta(minutes=1)
"""A second press comes at once. Events, which come again later, have empty answers."""

MOST_ANSWERS: Final = 200
"""An answer may be a whole modal, a quarter of a megabyte at most."""


class Seen(Protocol):
    """What all processes together have done.

    It is asked before and told after, so that what a process did not finish is done by the next:
    two that are at the same event at the same moment may both do it.
    """

    async def is_done(self, key: str) -> bool:
        """Say whether somebody has done what a key stands for."""
        ...

    async def note(self, key: str) -> None:
        """Remember that what a key stands for is done."""
        ...


class SeenNowhereElse:
    """For a single process, which needs to ask nobody else."""

    async def is_done(self, _key: str) -> bool:
        """Say that nobody else has done anything."""
        return False

    async def note(self, _key: str) -> None:
        """Remember nothing, since nobody asks."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Something that was done already; `body` is what was answered then, if that is known."""

    body: Payload | None


@dataclass(frozen=True, slots=True)
class Keys:
    """What a payload is recognised by.

    `here` may be made of answers: it stays in this process, which alone can make it. `everywhere`
    holds nothing that a person entered, and is shared with other processes. Only events have it:
    Slack sends nothing else to another process by itself.
    """

    here: str
    everywhere: str = ""


class Once:
    """Does what a payload asks for unless it was done; arrivals at the same time wait in line."""

    def __init__(self, seen: Seen, *, now: Now) -> None:
        self._seen = seen
        self._lock = KeyedLock()
        self._done: Memory[str, bool] = Memory(keep=KEEP, most=MOST, now=now)
        self._answers: Memory[str, Payload] = Memory(keep=KEEP_ANSWERS, most=MOST_ANSWERS, now=now)
        self._secret = secrets.token_bytes()

    async def run(self, payload: Payload, handle: Callable[[], Awaitable[Ack]]) -> Ack | Duplicate:
        """Return what `handle` makes of a payload, or a duplicate."""
        keys = self._keys(payload)
        if keys is None:
            return await handle()
        async with self._lock.hold(keys.here):
            if self._done.get(keys.here):
                return Duplicate(self._answers.get(keys.here))
            if keys.everywhere and await self._seen.is_done(keys.everywhere):
                return Duplicate(None)
            ack = await handle()
            self._remember(keys, ack)
            if keys.everywhere:
                await self._seen.note(keys.everywhere)
            return ack

    def _remember(self, keys: Keys, ack: Ack) -> None:
        """Remember what was done; a form with mistakes has not been, and may come once more."""
        if ack.body and ack.body.get("response_action") == "errors":
            return
        self._done.put(keys.here, value=True)
        if ack.body:
            self._answers.put(keys.here, ack.body)

    def _keys(self, payload: Payload) -> Keys | None:
        """Return what a payload is recognised by, or None if it has no name of its own.

        A form that is sent twice comes with two triggers, but from one edition of one view. What
        was entered belongs to it, too: after a mistake the edition stays the same.
        """
        match payload:
            case {"event_id": str(event)}:
                return Keys(_digest("event", event), everywhere=_digest("event", event))
            case {"type": "view_submission", "view": {"id": str(), "hash": str()}}:
                return Keys(self._content(payload))
            case {"trigger_id": str(trigger)}:
                return Keys(_digest("trigger", trigger))
            case _:
                return None

    def _content(self, payload: Payload) -> str:
        """Return a mark of a form's content that only this process can make or check.

        There are so few answers to most questions that a plain digest would give them away.
        """
        view = payload["view"]
        content = [view["id"], view["hash"], payload.get("user"), view.get("state")]
        return hashlib.blake2b(json.dumps(content).encode(), key=self._secret).hexdigest()


def _digest(kind: str, name: object) -> str:
    return hashlib.sha256(f"{kind} {name}".encode()).hexdigest()
