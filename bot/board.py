"""Keeps the local workspace's board in the database (a bot.platforms.web.board.BoardPort)."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from typing import Final, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.platforms.web.board import (
    CONCORD,
    PRIVATE,
    BoardAwayError,
    Channel,
    Draft,
    Message,
    Persona,
)
from commands.practice import WORKSPACE
from storage.board import BoardMessage, BoardPost
from storage.database import Database
from storage.errors import ConflictError, UnavailableError
from storage.work import Work
from workflows.identifiers import AccountId, PartyId, PersonId
from workflows.people import Account, Person, Team
from workflows.views import View

MOST_AT_ONCE: Final = 10_000
"""Messages read at once where none may be missing: what is pinned, and what somebody missed."""

LONGEST_SLUG: Final = 24

_VIEW: Final = TypeAdapter(View)

Result = TypeVar("Result")


class StoredBoard:
    """The channels, people and messages of the local workspace, in the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def channels(self, persona: str) -> tuple[Channel, ...]:
        """Return the channels that a person may see; their private one with Concord is the last."""
        return await self._run(partial(_channels, persona=persona))

    async def add_channel(self, name: str) -> Channel:
        """Open a new place to talk."""
        return await self._run(partial(_add_channel, name=name))

    async def personas(self) -> tuple[Persona, ...]:
        """Return everybody who can be played, in the order they came."""
        return await self._run(lambda work: tuple(_personas(work)))

    async def add_persona(self, name: str, language: str) -> Persona:
        """Let somebody new into the workspace."""
        return await self._run(partial(_add_persona, name=name, language=language))

    async def post(self, draft: Draft) -> Message:
        """Put a message up, or return the one that came with the same nonce."""
        post = BoardPost(
            channel=draft.channel,
            author=draft.author,
            text=draft.text,
            view=_written(draft.view) if draft.view else None,
            thread=draft.thread or None,
            only=draft.only,
            pinned=draft.pinned,
            nonce=draft.nonce,
        )
        return _message(await self._run(lambda work: work.board.post(post)))

    async def edit(self, message: str, view: View, *, pinned: bool) -> Message | None:
        """Change what a message shows; return it, or None if there is none with this id."""
        written = _written(view)
        changed = await self._run(lambda work: work.board.edit(message, written, pinned=pinned))
        return _message(changed) if changed else None

    async def messages(
        self, channel: str, persona: str, *, thread: str = "", after: int = 0
    ) -> tuple[Message, ...]:
        """Return what a person may see, in the order it was posted, if changed after a number.

        Without a number, that is what was posted last.
        """
        most = {"limit": MOST_AT_ONCE} if after else {}
        found = await self._run(
            lambda work: work.board.messages(
                channel, persona, thread=thread or None, after_seq=after, **most
            )
        )
        return tuple(map(_message, found))

    async def pinned(self, channel: str, persona: str) -> tuple[Message, ...]:
        """Return the pinned messages of a channel that a person may see, the oldest first."""
        found = await self._run(
            lambda work: work.board.messages(channel, persona, limit=MOST_AT_ONCE)
        )
        return tuple(_message(message) for message in found if message.pinned)

    async def message(self, message: str) -> Message | None:
        """Return one message, whoever may see it."""
        found = await self._run(lambda work: work.board.get(message))
        return _message(found) if found else None

    async def last_seq(self) -> int:
        """Return the number of the newest change, 0 where nothing was ever posted."""
        return await self._run(lambda work: work.board.last_seq())

    async def _run(self, function: Callable[[Work], Result]) -> Result:
        try:
            return await self._database.run(function)
        except (ConflictError, UnavailableError) as error:
            raise BoardAwayError from error


def _channels(work: Work, *, persona: str) -> tuple[Channel, ...]:
    latest = work.board.newest_numbers(persona)
    open_to_all = (
        Channel(channel.id, channel.name, channel.topic, latest.get(channel.id, 0))
        for channel in work.board.channels()
    )
    return (*open_to_all, Channel(PRIVATE, "Concord", "", latest.get(PRIVATE, 0)))


def _add_channel(work: Work, *, name: str) -> Channel:
    taken = {channel.id for channel in work.board.channels()}
    channel = work.board.add_channel(_slug(name, taken, otherwise="channel"), name)
    return Channel(channel.id, channel.name, channel.topic)


def _personas(work: Work) -> Iterator[Persona]:
    """Yield whoever has an account here; whoever asked to be forgotten has no name any more."""
    teams: list[Team] = []
    parties = dict[PartyId, str]()
    for account, person in work.people.in_workspace(WORKSPACE):
        if not any(team.seat_of(person.id) for team in teams):
            for team in work.teams.of_person(person.id):
                teams.append(team)
                partnership = work.partnerships.get(team.partnership)
                parties |= {party.id: party.name for party in partnership.parties}
        if person.name:
            seats = (team.seat_of(person.id) for team in teams)
            party = next((seat.party for seat in seats if seat and seat.party), None)
            caption = parties[party] if party else ""
            yield Persona(account.external_id, person.name, person.language, caption)


def _add_persona(work: Work, *, name: str, language: str) -> Persona:
    taken = {account.external_id for account, _ in work.people.in_workspace(WORKSPACE)}
    external_id = _slug(name, taken | {CONCORD}, otherwise="person")
    person = Person(PersonId(work.new_id()), name, language)
    work.people.add(person)
    work.people.add_account(Account(AccountId(work.new_id()), WORKSPACE, person.id, external_id))
    return Persona(external_id, name, language)


def _slug(name: str, taken: set[str], *, otherwise: str) -> str:
    """Return a short id that tells in an address who or what is meant."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", letters)[:LONGEST_SLUG].strip("-") or otherwise
    if slug not in taken:
        return slug
    return next(free for n in count(2) if (free := f"{slug}-{n}") not in taken)


def _written(view: View) -> str:
    return _VIEW.dump_json(view).decode()


def _message(kept: BoardMessage) -> Message:
    return Message(
        id=kept.id,
        channel=kept.channel,
        author=kept.author,
        at=kept.at,
        seq=kept.seq,
        text=kept.text,
        view=_read(kept.view) if kept.view else None,
        thread=kept.thread or "",
        only=kept.only,
        pinned=kept.pinned,
        replies=kept.replies,
    )


def _read(view: str) -> View | None:
    """Return a view, or None for one that an older version kept and this one does not know."""
    try:
        return _VIEW.validate_json(view)
    except ValidationError:
        return None
