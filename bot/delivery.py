"""Sends one delivery: draws it at that moment, hands it to its platform, notes what came of it."""

import asyncio
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final, TypeVar, assert_never

import structlog

from bot.platforms.port import (
    DeliveryError,
    InChannel,
    InPrivate,
    Place,
    PlaceGoneError,
    PlatformPort,
    TryLaterError,
)
from commands.errors import TooEarlyError
from commands.outgoing import Outgoing
from storage.database import Database
from storage.errors import NotFoundError, UnavailableError
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

NONCE_LENGTH: Final = 25
"""Discord takes no longer one; the end of a time-ordered id is the part that chance made."""

Draw = Callable[[Work, Delivery], Outgoing | None]

T = TypeVar("T")

_log = structlog.get_logger(__name__)


class Sender:
    """Claims deliveries and sends them in the name of `owner`; several may work side by side.

    A delivery always goes out with the same nonce, so that a platform which has it already does
    not show it twice. The outbox refuses what we note about a delivery that is no longer ours.
    """

    def __init__(
        self,
        database: Database,
        platforms: Mapping[Platform, PlatformPort],
        draw: Draw,
        *,
        owner: str,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._database = database
        self._platforms = platforms
        self._draw = draw
        self._owner = owner
        self._chance = chance

    async def claim(self, limit: int) -> tuple[Delivery, ...]:
        """Take up to `limit` deliveries that are due. Raises UnavailableError."""
        return await self._database.run(lambda work: work.outbox.claim(self._owner, limit, LEASE))

    async def send(self, delivery: Delivery) -> None:
        """Try to send a claimed delivery, and note what came of it. Never raises."""
        try:
            outcome = await self._attempt(delivery)
            await self._patiently(partial(self._note, delivery, outcome))
        except Exception:  # noqa: BLE001 - the outermost: the other deliveries go on
            _log.exception("delivery_not_noted", delivery=delivery.id)

    async def _attempt(self, delivery: Delivery) -> "_Outcome":
        try:
            async with asyncio.timeout(ATTEMPT_SECONDS):
                return await self._draw_and_post(delivery)
        except NotFoundError:
            return _Skipped()
        except TryLaterError as error:
            return _AskedToWait(timedelta(seconds=max(error.seconds, 1)))
        except PlaceGoneError:
            return _Dead("place-gone")
        except DeliveryError:
            return self._backed_off(delivery, "refused")
        except TooEarlyError:
            return self._backed_off(delivery, "thread-not-there-yet")
        except TimeoutError:
            return self._backed_off(delivery, "timed-out")
        except Exception:  # noqa: BLE001 - a mistake of ours must not be tried without a pause
            _log.exception("delivery_failed", delivery=delivery.id)
            return self._backed_off(delivery, "bug")

    async def _draw_and_post(self, delivery: Delivery) -> "_Outcome":
        drawn = await self._patiently(lambda work: self._drawn(work, delivery))
        match drawn:
            case Outgoing():
                return _Sent(await self._post(delivery, drawn))
            case timedelta():
                return _Later(drawn, "place-is-busy")
            case None:
                return _Skipped()
            case _:
                assert_never(drawn)

    def _drawn(self, work: Work, delivery: Delivery) -> Outgoing | timedelta | None:
        """Return the message, or how long its workspace still wants to be left in peace."""
        free_at = work.buckets.free_at(_bucket(delivery))
        if free_at > work.now:
            return free_at - work.now
        return self._draw(work, delivery)

    async def _post(self, delivery: Delivery, outgoing: Outgoing) -> str:
        return await self._platforms[outgoing.workspace.platform].deliver(
            _place(outgoing),
            outgoing.view,
            nonce=delivery.id[-NONCE_LENGTH:],
            replaces=outgoing.replaces,
            pin=outgoing.pin,
        )

    def _backed_off(self, delivery: Delivery, problem: str) -> "_Dead | _Later":
        if delivery.attempts >= MOST_ATTEMPTS:
            return _Dead(problem)
        pause = min(FIRST_PAUSE * 2 ** (delivery.attempts - 1), LONGEST_PAUSE)
        return _Later(pause * (0.5 + self._chance()), problem)

    def _note(self, delivery: Delivery, outcome: "_Outcome", work: Work) -> None:
        outbox, id_, owner = work.outbox, delivery.id, self._owner
        match outcome:
            case _Sent():
                outbox.sent(id_, owner, outcome.ref)
            case _Skipped():
                outbox.skip(id_, owner)
            case _Dead():
                outbox.dead(id_, owner, outcome.problem)
            case _Later():
                outbox.later(id_, owner, work.now + outcome.pause, outcome.problem)
            case _AskedToWait():
                work.buckets.push(_bucket(delivery), work.now + outcome.pause)
                outbox.later(id_, owner, work.now + outcome.pause, "asked-to-wait")
            case _:
                assert_never(outcome)

    async def _patiently(self, function: Callable[[Work], T]) -> T:
        """Run a unit of work, and wait for the database when it is away."""
        while True:
            try:
                return await self._database.run(function)
            except UnavailableError:
                await asyncio.sleep(RECONNECT_SECONDS)


@dataclass(frozen=True, slots=True)
class _Sent:
    """The platform has the message and calls it `ref`."""

    ref: str


@dataclass(frozen=True, slots=True)
class _Skipped:
    """Nobody wants the message any more."""


@dataclass(frozen=True, slots=True)
class _Later:
    """To be tried again after a pause."""

    pause: timedelta
    problem: str


@dataclass(frozen=True, slots=True)
class _AskedToWait:
    """The platform wants a pause from us in this workspace."""

    pause: timedelta


@dataclass(frozen=True, slots=True)
class _Dead:
    """Given up."""

    problem: str


_Outcome = _Sent | _Skipped | _Later | _AskedToWait | _Dead


def _bucket(delivery: Delivery) -> str:
    """Return the key of the time line that limits how much may be sent to a workspace."""
    return f"workspace/{delivery.workspace}"


def _place(outgoing: Outgoing) -> Place:
    if outgoing.external_id:
        return InPrivate(outgoing.workspace.id, outgoing.external_id)
    return InChannel(outgoing.workspace.id, outgoing.channel, outgoing.thread)
