"""What can come of one attempt to send a delivery, and what is noted of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, assert_never

from storage.work import Work
from workflows.deliveries import Delivery
from workflows.notices import Mishap, ToAccount, ToHome

GONE_PAUSE: Final = timedelta(hours=1)
"""How long a place that is gone is left in peace, until one message tries whether it is back."""

LONGEST_WAIT: Final = timedelta(days=30)
"""After so long a message that only waits is given up: its matter is over by then."""

Tell = Callable[[Work, Delivery, Mishap], None]
"""Puts a word into the outbox, for whom it concerns, that a message met with a mishap."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform has the message and calls it `ref`."""

    ref: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Nobody wants the message any more."""


@dataclass(frozen=True, slots=True)
class Later:
    """To be tried again after a pause."""

    pause: timedelta
    problem: str


@dataclass(frozen=True, slots=True)
class NotYet:
    """To be sent after a pause; this was no attempt, and however many do not give it up."""

    pause: timedelta


@dataclass(frozen=True, slots=True)
class AskedToWait:
    """The platform wants a pause from us in this workspace."""

    pause: timedelta


@dataclass(frozen=True, slots=True)
class Dead:
    """Given up."""

    problem: str


@dataclass(frozen=True, slots=True)
class PlaceGone:
    """The channel or the person is no longer there."""


@dataclass(frozen=True, slots=True)
class PrivateShut:
    """The person takes no private messages."""


@dataclass(frozen=True, slots=True)
class WorkspaceGone:
    """Nothing can be sent to the workspace."""


@dataclass(frozen=True, slots=True)
class ReplacedGone:
    """What was to be changed is no longer there."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """The message may have arrived or not, and posting it again could double it."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A part of the message stands as `ref`; the rest came to something else."""

    ref: str
    rest: "Outcome"


Outcome = (
    Sent
    | Skipped
    | Later
    | NotYet
    | AskedToWait
    | Dead
    | PlaceGone
    | PrivateShut
    | WorkspaceGone
    | ReplacedGone
    | Unknown
    | Unfinished
)


def free_at(work: Work, delivery: Delivery) -> datetime:
    """Return when the place of a delivery may be written to again; long ago if it may be now."""
    return work.buckets.free_at(_bucket(delivery), *_gone(delivery))


class Book:
    """Notes in the outbox, in the name of `owner`, what came of deliveries; `tell`s of mishaps."""

    def __init__(self, owner: str, tell: Tell) -> None:
        self._owner = owner
        self._tell = tell

    def note(self, delivery: Delivery, outcome: Outcome, work: Work) -> None:
        """Note what came of an attempt. What is no longer the owner's stays as it is."""
        outbox, id_, owner = work.outbox, delivery.id, self._owner
        match outcome:
            case Sent():
                outbox.sent(id_, owner, outcome.ref)
                work.buckets.clear(*_gone(delivery))
            case Skipped():
                outbox.skip(id_, owner)
            case Dead():
                outbox.dead(id_, owner, outcome.problem)
            case Later() | NotYet() | AskedToWait():
                self._note_pause(delivery, outcome, work)
            case PlaceGone() | WorkspaceGone():
                self._note_gone(delivery, outcome, work)
            case ReplacedGone():
                outbox.anew(id_, owner)
            case Unknown() | PrivateShut():
                self._note_lost(delivery, outcome, work)
            case Unfinished():
                outbox.stand(id_, owner, outcome.ref)
                self.note(delivery, outcome.rest, work)
            case _:
                assert_never(outcome)

    def _note_pause(
        self, delivery: Delivery, outcome: Later | NotYet | AskedToWait, work: Work
    ) -> None:
        until = work.now + outcome.pause
        match outcome:
            case Later():
                work.outbox.later(delivery.id, self._owner, until, outcome.problem)
            case NotYet():
                self._wait(delivery, outcome.pause, "not-yet", work)
            case AskedToWait():
                work.buckets.push(_bucket(delivery), until)
                work.outbox.later(delivery.id, self._owner, until, "asked-to-wait")
            case _:
                assert_never(outcome)

    def _note_lost(self, delivery: Delivery, outcome: Unknown | PrivateShut, work: Work) -> None:
        """Give a message up that may not have been read, and have that told each time."""
        match outcome:
            case Unknown():
                given_up, mishap = work.outbox.unknown, Mishap.UNSURE
            case PrivateShut():
                given_up, mishap = work.outbox.unsaid, Mishap.PRIVATE_SHUT
            case _:
                assert_never(outcome)
        if given_up(delivery.id, self._owner):
            self._tell(work, delivery, mishap)

    def _note_gone(
        self, delivery: Delivery, outcome: PlaceGone | WorkspaceGone, work: Work
    ) -> None:
        """Leave a place in peace that is gone; the first time the leads are told.

        A message to a channel that is gone is over, and the next one finds out whether that was
        for good. While a workspace is gone all its messages wait, for it may come back.
        """
        whole, place = _gone(delivery)
        is_whole = isinstance(outcome, WorkspaceGone)
        key = whole if is_whole else place
        is_known = work.buckets.is_met(key)
        if is_whole:
            self._wait(delivery, GONE_PAUSE, "workspace-gone", work)
        else:
            work.outbox.dead(delivery.id, self._owner, "place-gone")
        pause = GONE_PAUSE if is_known or is_whole else timedelta()
        work.buckets.push(key, work.now + pause)
        if not is_known:
            mishap = Mishap.WORKSPACE_GONE if is_whole else Mishap.PLACE_GONE
            self._tell(work, delivery, mishap)

    def _wait(self, delivery: Delivery, pause: timedelta, problem: str, work: Work) -> None:
        """Put a message off until a whole second, so that those that wait together stay in order.

        The outbox hands out what is due at the same moment in the order it was put in.
        """
        if work.now - delivery.fire_at > LONGEST_WAIT:
            work.outbox.dead(delivery.id, self._owner, problem)
            return
        until = (work.now + pause + timedelta(seconds=1)).replace(microsecond=0)
        work.outbox.later(delivery.id, self._owner, until, problem, counts=False)


def _bucket(delivery: Delivery) -> str:
    """Return the key of the time line that limits how much may be sent to a workspace."""
    return f"workspace/{delivery.workspace}"


def _gone(delivery: Delivery) -> tuple[str, str]:
    """Return the keys under which it is kept that a workspace, or a place in it, is gone."""
    match delivery.address:
        case ToHome():
            place = f"home/{delivery.address.home}"
        case ToAccount():
            place = f"account/{delivery.address.account}"
        case _:
            assert_never(delivery.address)
    return f"gone/{delivery.workspace}", f"gone/{delivery.workspace}/{place}"
