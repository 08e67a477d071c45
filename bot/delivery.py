"""Sends one delivery: draws it at that moment, hands it to its platform, notes what came of it."""

import asyncio
import random
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import Final, TypeVar

import structlog

from bot.outcomes import (
    AskedToWait,
    Book,
    Dead,
    Later,
    NotYet,
    Outcome,
    PlaceGone,
    PrivateShut,
    ReplacedGone,
    Sent,
    Skipped,
    Tell,
    Unfinished,
    Unknown,
    WorkspaceGone,
    free_at,
)
from bot.platforms.port import (
    DeliveryError,
    InChannel,
    InPrivate,
    NotYetError,
    OutcomeUnknownError,
    Place,
    PlaceGoneError,
    PlatformPort,
    PrivateShutError,
    ReplacedGoneError,
    TryLaterError,
    WorkspaceGoneError,
)
from commands.errors import TooEarlyError
from commands.outgoing import Outgoing
from storage.database import Database
from storage.errors import ConflictError, NotFoundError, UnavailableError
from storage.work import Work
from workflows.deliveries import Delivery
from workflows.people import Platform

LEASE: Final = timedelta(seconds=30)
"""How long a claimed delivery is ours; after a crash it takes this long until it is sent."""

ATTEMPT_SECONDS: Final = 12.0
"""How long one attempt may take: well below the lease, so that nobody else has it meanwhile."""

MOST_ATTEMPTS: Final = 20
"""After so many a delivery is given up; with the pauses between them that takes some hours."""

FIRST_PAUSE: Final = timedelta(seconds=2)
LONGEST_PAUSE: Final = timedelta(minutes=30)

RECONNECT_SECONDS: Final = 1.0
"""How long to wait before the database is tried again."""

MOST_CONFLICTS: Final = 5
"""So often in a row somebody else may be first with what is noted about the same message."""

NONCE_LENGTH: Final = 25
"""Discord takes no longer one; the end of a time-ordered id is the part that chance made."""

FORGETFUL: Final = frozenset({Platform.SLACK})
"""Platforms that make a second message when they are asked twice, for they know no nonce. There a
new message whose outcome is unknown is never posted again by itself: nudging a team twice is worse
than telling a lead to have a look."""

Draw = Callable[[Work, Delivery], Outgoing | None]

T = TypeVar("T")

_log = structlog.get_logger(__name__)


class Sender:
    """Claims deliveries and sends them in the name of `owner`; several may work side by side.

    A delivery always goes out with the same nonce, so that a platform which has it already does
    not show it twice. The outbox refuses what we note about a delivery that is no longer ours.
    `tell` is asked to have a team's leads told when one of its messages met with a mishap.
    `put_off` is called when a delivery was not sent, and may be due again soon.
    """

    def __init__(  # noqa: PLR0913 - what it works with, and whom it tells
        self,
        database: Database,
        platforms: Mapping[Platform, PlatformPort],
        draw: Draw,
        *,
        owner: str,
        tell: Tell = lambda _work, _delivery, _mishap: None,
        put_off: Callable[[], None] = lambda: None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._database = database
        self._platforms = platforms
        self._draw = draw
        self._owner = owner
        self._book = Book(owner, tell)
        self._put_off = put_off
        self._chance = chance

    async def claim(self, limit: int) -> tuple[Delivery, ...]:
        """Take up to `limit` deliveries that are due and can be sent. Raises UnavailableError."""
        return await self._database.run(
            lambda work: work.outbox.claim(self._owner, limit, LEASE, self._platforms)
        )

    async def send(self, delivery: Delivery) -> None:
        """Try to send a claimed delivery, and note what came of it. Never raises."""
        try:
            outcome = await self._attempt(delivery)
            await self._patiently(partial(self._book.note, delivery, outcome))
            if not isinstance(outcome, Sent | Skipped):
                self._put_off()
        except Exception:  # noqa: BLE001 - the outermost: the other deliveries go on
            _log.exception("delivery_not_noted", delivery=delivery.id)

    async def _attempt(self, delivery: Delivery) -> Outcome:
        drawn: Outgoing | Outcome | None = None
        try:
            async with asyncio.timeout(ATTEMPT_SECONDS):
                drawn = await self._patiently(lambda work: self._drawn(work, delivery))
                if not isinstance(drawn, Outgoing):
                    return drawn
                return Sent(await self._post(delivery, drawn))
        except NotFoundError:
            return Skipped()
        except DeliveryError as error:
            outcome = self._outcome_of(error, delivery, could_double=_could_double(drawn))
            return Unfinished(error.ref, outcome) if error.ref else outcome
        except TooEarlyError:
            return self._backed_off(delivery, "thread-not-there-yet")
        except TimeoutError:
            is_unknown = _could_double(drawn)
            return Unknown() if is_unknown else self._backed_off(delivery, "timed-out")
        except Exception:  # noqa: BLE001 - a mistake of ours must not be tried without a pause
            _log.exception("delivery_failed", delivery=delivery.id)
            return self._backed_off(delivery, "bug")

    def _drawn(self, work: Work, delivery: Delivery) -> Outgoing | Outcome:
        """Return the message, unless its place is to be left in peace or nobody wants it.

        With the drawing it is kept that a platform is about to be asked for a new message, where
        asking twice could make two of it.
        """
        if (free := free_at(work, delivery)) > work.now:
            return Later(free - work.now, "place-is-busy")
        outgoing = self._draw(work, delivery)
        if outgoing is None:
            return Skipped()
        if _could_double(outgoing):
            if delivery.is_unanswered:
                return Unknown()
            work.outbox.ask(delivery.id, self._owner)
        return outgoing

    async def _post(self, delivery: Delivery, outgoing: Outgoing) -> str:
        return await self._platforms[outgoing.workspace.platform].deliver(
            _place(outgoing),
            outgoing.view,
            nonce=delivery.id[-NONCE_LENGTH:],
            replaces=outgoing.replaces,
            pin=outgoing.pin,
        )

    def _outcome_of(
        self, error: DeliveryError, delivery: Delivery, *, could_double: bool
    ) -> Outcome:
        match error:
            case NotYetError():
                return NotYet(timedelta(seconds=error.seconds))
            case TryLaterError():
                return AskedToWait(timedelta(seconds=max(error.seconds, 1)))
            case PrivateShutError():
                return PrivateShut()
            case PlaceGoneError():
                return PlaceGone()
            case WorkspaceGoneError():
                return WorkspaceGone()
            case ReplacedGoneError():
                return ReplacedGone()
            case OutcomeUnknownError():
                return Unknown() if could_double else self._backed_off(delivery, "no-answer")
            case _:
                return self._backed_off(delivery, "refused")

    def _backed_off(self, delivery: Delivery, problem: str) -> Dead | Later:
        if delivery.attempts >= MOST_ATTEMPTS:
            return Dead(problem)
        pause = min(FIRST_PAUSE * 2 ** (delivery.attempts - 1), LONGEST_PAUSE)
        return Later(pause * (0.5 + self._chance()), problem)

    async def _patiently(self, function: Callable[[Work], T]) -> T:
        """Run a unit of work; wait for the database when it is away, and give way to others."""
        conflicts = 0
        while True:
            try:
                return await self._database.run(function)
            except UnavailableError:
                await asyncio.sleep(RECONNECT_SECONDS)
            except ConflictError:
                conflicts += 1
                if conflicts == MOST_CONFLICTS:
                    raise


def _could_double(drawn: object) -> bool:
    """Return whether asking a platform again for what was drawn could make a second message."""
    if not isinstance(drawn, Outgoing) or drawn.replaces:
        return False
    return drawn.workspace.platform in FORGETFUL


def _place(outgoing: Outgoing) -> Place:
    if outgoing.external_id:
        return InPrivate(outgoing.workspace.id, outgoing.external_id)
    return InChannel(outgoing.workspace.id, outgoing.channel, outgoing.thread)
