"""One delivery's calls to Discord, with what can go wrong on the way in the port's words."""

from collections.abc import Awaitable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from bot.platforms.discord.errors import (
    DiscordAwayError,
    DiscordBusyError,
    DiscordRefusedError,
    ForbiddenError,
    GoneError,
    LockedOutError,
    UnknownOutcomeError,
)
from bot.platforms.discord.ports import (
    Attachment,
    Calls,
    Payload,
    Servers,
    UnknownServerError,
)
from bot.platforms.discord.sending.answers import (
    CHAT_CLOSED,
    EDITED_TOO_OFTEN,
    MISSING_ACCESS,
    NO_SHARED_SERVER,
    UNKNOWN_CHANNEL,
    UNKNOWN_SERVER,
)
from bot.platforms.discord.sending.breaker import Breaker
from bot.platforms.port import (
    NotYetError,
    OutcomeUnknownError,
    PlaceGoneError,
    PrivateShutError,
    WorkspaceGoneError,
)
from workflows.identifiers import WorkspaceId

LOCKED_OUT_SECONDS: Final = 60.0
"""How long to wait when Discord does not take the token: the operator has to set another."""

OLD_EDIT_SECONDS: Final = 300.0
"""How long to wait when an old message was edited too often."""

INVALID_PERSON: Final = 50033
"""Nobody can write to that person: another bot, or nobody at all."""

WRONG_KIND: Final = frozenset({50008, 50024})
"""That cannot be done in a channel of this kind."""

_SHUT: Final = frozenset({CHAT_CLOSED, NO_SHARED_SERVER, INVALID_PERSON})
"""Somebody has blocked Concord, takes no direct messages from people of the server, or none at all.
Discord says so of direct messages only."""

_SERVER_MAY_BE_GONE: Final = frozenset({MISSING_ACCESS, NO_SHARED_SERVER, UNKNOWN_CHANNEL})


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Errand:
    """Calls Discord for one delivery to a workspace; it goes out with `nonce` each time."""

    calls: Calls
    servers: Servers
    breaker: Breaker
    workspace: WorkspaceId
    nonce: str

    async def call(
        self,
        verb: str,
        path: str,
        body: Payload | None = None,
        attachments: Sequence[Attachment] = (),
    ) -> Any:  # noqa: ANN401 - an object, a list or nothing, as each route answers
        """Ask for something. Raises DiscordRefusedError and the port's errors."""
        if seconds := self.breaker.seconds_left():
            raise NotYetError(seconds)
        with self._told():
            answer = await self.calls.call(verb, path, body, attachments)
        self.breaker.worked()
        return answer

    async def server(self) -> str:
        """Return Discord's id of the workspace; raise WorkspaceGoneError if it has none."""
        try:
            return await self.servers.server(self.workspace)
        except UnknownServerError:
            raise WorkspaceGoneError from None

    async def in_words(self, doing: Awaitable[T]) -> T:
        """Do something; what Discord refuses is raised as the port's error that it means."""
        try:
            return await doing
        except DiscordRefusedError as refused:
            meaning = await self._meaning(refused)
            if meaning is None:
                raise
            raise meaning from None

    async def _meaning(
        self, refused: DiscordRefusedError
    ) -> PlaceGoneError | WorkspaceGoneError | NotYetError | None:
        """Return what a refusal means for the message; None if it is like no other.

        Whoever is put out of a server hears of each channel only that it may not be looked at.
        """
        if refused.code == EDITED_TOO_OFTEN:
            return NotYetError(OLD_EDIT_SECONDS)
        if refused.code == UNKNOWN_SERVER:
            return WorkspaceGoneError()
        if refused.code in _SERVER_MAY_BE_GONE and not await self._is_in_server():
            return WorkspaceGoneError()
        if refused.code in _SHUT:
            return PrivateShutError()
        is_gone = isinstance(refused, ForbiddenError | GoneError) or refused.code in WRONG_KIND
        return PlaceGoneError() if is_gone else None

    async def _is_in_server(self) -> bool:
        try:
            await self.call("GET", f"/guilds/{await self.server()}")
        except (ForbiddenError, GoneError):
            return False
        return True

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DiscordBusyError as busy:
            raise NotYetError(busy.seconds) from None
        except DiscordAwayError:
            raise NotYetError(self.breaker.failed()) from None
        except LockedOutError:
            raise NotYetError(LOCKED_OUT_SECONDS) from None
        except UnknownOutcomeError:
            self.breaker.failed()
            raise OutcomeUnknownError from None


def id_in(answer: Payload) -> str:
    """Return the id of what Discord has made; raise OutcomeUnknownError where it left it out."""
    id_ = answer.get("id") if isinstance(answer, dict) else None
    if not isinstance(id_, str) or not id_:
        raise OutcomeUnknownError
    return id_
