"""What is to happen at a time: duties, and the rule that says when they recur."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from workflows.action_items import Occasion
from workflows.identifiers import (
    ActionId,
    ConversationId,
    MemberId,
    PhaseId,
    RecordId,
    ScheduleId,
    WorkspaceId,
)


@dataclass(frozen=True, slots=True)
class ClosePhase:
    """End a phase whose time is up, unless it has ended already."""

    conversation: ConversationId
    phase: PhaseId
    round: int
    kind: Literal["close-phase"] = "close-phase"


@dataclass(frozen=True, slots=True)
class RemindPhase:
    """Remind, once and in private, those a phase still waits for."""

    conversation: ConversationId
    phase: PhaseId
    round: int
    kind: Literal["remind-phase"] = "remind-phase"


@dataclass(frozen=True, slots=True)
class CallDecision:
    """Tell whoever is accountable that the date to decide by is near."""

    conversation: ConversationId
    kind: Literal["call-decision"] = "call-decision"


@dataclass(frozen=True, slots=True)
class CallReview:
    """Tell whoever is accountable that a decision's review date has come."""

    record: RecordId
    kind: Literal["call-review"] = "call-review"


@dataclass(frozen=True, slots=True)
class CallAction:
    """Tell the owner of an action item that its day is near, or ask kindly once it has passed."""

    action: ActionId
    due: date
    occasion: Occasion
    kind: Literal["call-action"] = "call-action"


@dataclass(frozen=True, slots=True)
class CallInvitation:
    """Tell the author of an invitation that it is time to send it, or to ask for an answer."""

    record: RecordId
    kind: Literal["call-invitation"] = "call-invitation"


@dataclass(frozen=True, slots=True)
class CallDeputy:
    """Ask somebody to go on where the facilitator does not; `asked` have been asked already."""

    conversation: ConversationId
    round: int
    asked: tuple[MemberId, ...] = ()
    kind: Literal["call-deputy"] = "call-deputy"


@dataclass(frozen=True, slots=True)
class SendPreRead:
    """Show the team what to look through before it looks back."""

    conversation: ConversationId
    kind: Literal["send-pre-read"] = "send-pre-read"


Duty = (
    ClosePhase
    | RemindPhase
    | CallDecision
    | CallReview
    | CallAction
    | CallInvitation
    | CallDeputy
    | SendPreRead
)


@dataclass(frozen=True, slots=True)
class Once:
    """A rule for one instant (aware UTC)."""

    at: datetime
    kind: Literal["once"] = "once"


Rule = Once
"""When a schedule falls due. Recurring rules join with standing meetings."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """A duty and when it is next due; None when it has done all it had to do."""

    id: ScheduleId
    workspace: WorkspaceId | None
    subject: str
    """What it belongs to, such as `conversation/abc`; used to call all of its schedules off."""
    duty: Duty
    rule: Rule
    zone: str
    next_at: datetime | None
