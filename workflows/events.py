"""What can happen to a conversation. Each event says when it happened (aware UTC)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from workflows.identifiers import MemberId, PhaseId, StepId
from workflows.views import Raw


@dataclass(frozen=True, slots=True)
class Target:
    """Where input belongs: a step in one round, and what its author saw.

    `row` is the place in a table of rows, counted from 0; None is a new row at the end. `seen` is
    a fingerprint of the group's sheet as the author last saw it (see workflows.clashes); it tells
    when somebody else wrote in between.
    """

    step: StepId
    round: int
    row: int | None = None
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Submitted:
    """A member sent the form of one step. `more` asks for another row of the same table."""

    member: MemberId
    target: Target
    raw: Raw
    at: datetime
    more: bool = False


@dataclass(frozen=True, slots=True)
class WentBack:
    """A member wants to see the step before again; what they answered stays."""

    member: MemberId
    round: int
    at: datetime


@dataclass(frozen=True, slots=True)
class PhaseClosed:
    """The facilitator ends the open phase."""

    phase: PhaseId
    round: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Deadline:
    """The time of a phase is up."""

    phase: PhaseId
    round: int
    at: datetime


@dataclass(frozen=True, slots=True)
class MoreTime:
    """The facilitator gives the open phase more time."""

    round: int
    extra: timedelta
    at: datetime


@dataclass(frozen=True, slots=True)
class Paused:
    """The facilitator stops the clock."""

    round: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Resumed:
    """The facilitator lets the clock run again."""

    round: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Sorted:
    """Somebody says that entries mean the same, or that they do not (see workflows.entries)."""

    member: MemberId
    round: int
    keys: tuple[str, ...]
    alike: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class MemberJoined:
    """Someone takes part from now on."""

    member: MemberId
    at: datetime


@dataclass(frozen=True, slots=True)
class MemberLeft:
    """Someone takes part no longer; what they answered stays."""

    member: MemberId
    at: datetime


class Chair(StrEnum):
    """A role that can change hands while a conversation runs."""

    FACILITATOR = "facilitator"
    SCRIBE = "scribe"


@dataclass(frozen=True, slots=True)
class RoleTaken:
    """A member takes a role over."""

    member: MemberId
    role: Chair
    at: datetime


@dataclass(frozen=True, slots=True)
class RoleDeclined:
    """A member who was drawn to facilitate does not want to this time."""

    member: MemberId
    at: datetime


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The conversation is called off; what was written is kept without its authors, unshown."""

    at: datetime


Event = (
    Submitted
    | WentBack
    | PhaseClosed
    | Deadline
    | MoreTime
    | Paused
    | Resumed
    | Sorted
    | MemberJoined
    | MemberLeft
    | RoleTaken
    | RoleDeclined
    | Cancelled
)
