"""Finds who is looking and at what. What is missing and what is not theirs look the same: 404."""

import re
from dataclasses import dataclass
from typing import Final, TypeVar
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.platforms.web.board import PRIVATE, Channel, Message, Persona
from bot.platforms.web.desk import Desk
from commands.request import Caller
from workflows.catalogue import words_for
from workflows.views import Block
from workflows.words import Words

Kind = TypeVar("Kind", bound=Block)

_MESSAGE_ID: Final = re.compile(r"[0-9a-z]{1,40}", re.ASCII)
"""Anything else cannot be an id, and need not trouble the board."""

_SAFE: Final = "@"
"""Besides letters and figures, what stands for itself in an address."""


@dataclass(frozen=True, slots=True)
class Place:
    """A channel, or the thread that a message starts in it."""

    channel: Channel
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody at a place; in their own language and the workspace's time zone."""

    persona: Persona
    words: Words
    place: Place
    everyone: tuple[Persona, ...]
    channels: tuple[Channel, ...]

    @property
    def root(self) -> str:
        """The address under which this person's pages are."""
        return f"/as/{quote(self.persona.external_id, safe=_SAFE)}"

    @property
    def here(self) -> str:
        """The address of the channel."""
        return page_of(self.persona.external_id, self.place.channel.id)

    @property
    def channel(self) -> str:
        """The channel as requests name it: empty in private."""
        return "" if self.place.channel.is_private else self.place.channel.id

    @property
    def only(self) -> str | None:
        """The one person who may see what is said here, or None where everybody may."""
        return self.persona.external_id if self.place.channel.is_private else None

    def may_see(self, message: Message) -> bool:
        """Whether this person may see a message of the board."""
        return message.only in (None, self.persona.external_id) and message.channel in {
            channel.id for channel in self.channels
        }


def page_of(persona: str, channel: str) -> str:
    """Return the address of a channel as one person sees it."""
    return f"/as/{quote(persona, safe=_SAFE)}/c/{quote(channel, safe=_SAFE)}"


async def visit(desk: Desk, request: Request, *, channel: str = PRIVATE, thread: str = "") -> Visit:
    """Return who is at a place of the workspace; raise HTTPException(404) where there is none.

    Where no channel matters, people are in their private one.
    """
    everyone = await desk.board.personas()
    persona = _named(request.path_params["persona"], everyone)
    channels = await desk.board.channels(persona.external_id)
    place = next((found for found in channels if found.id == channel), None)
    if place is None:
        raise HTTPException(404)
    words = words_for(persona.language, desk.zone)
    found = Visit(persona, words, Place(place, thread), everyone, channels)
    if thread:
        start = await find_message(desk, found, thread)
        if start.thread or start.channel != channel or place.is_private:
            raise HTTPException(404)
    return found


async def find_message(desk: Desk, who: Visit, message: str) -> Message:
    """Return a message that this person may see; raise HTTPException(404) for any other."""
    found = await desk.board.message(message) if _MESSAGE_ID.fullmatch(message) else None
    if found is None or not who.may_see(found):
        raise HTTPException(404)
    return found


async def block_of(desk: Desk, request: Request, kind: type[Kind]) -> Kind:
    """Return the block of one kind that an address counts in a message; raise HTTPException(404).

    The address names a person, a message they may see, and the number among blocks of that kind.
    """
    who = await visit(desk, request)
    message = await find_message(desk, who, request.path_params["message"])
    blocks = message.view.blocks if message.view else ()
    found = [block for block in blocks if isinstance(block, kind)]
    number: int = request.path_params["number"]
    if number >= len(found):
        raise HTTPException(404)
    return found[number]


def caller(desk: Desk, who: Visit) -> Caller:
    """Return this person as requests name them."""
    persona = who.persona
    return Caller(desk.workspace, persona.external_id, persona.name, persona.language, desk.zone)


def _named(external_id: str, everyone: tuple[Persona, ...]) -> Persona:
    for persona in everyone:
        if persona.external_id == external_id:
            return persona
    raise HTTPException(404)
