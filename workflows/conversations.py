"""One run of a workflow: where it stands, what the group holds, and each member's part."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from workflows.identifiers import (
    ConversationId,
    Edition,
    FieldId,
    MemberId,
    PartyId,
    PhaseId,
    StepId,
    TeamId,
    WorkflowId,
)
from workflows.views import Privacy

Cell = str | int | float | bool
Row = dict[FieldId, Cell]
Answer = Cell | tuple[str, ...] | tuple[Row, ...]
Answers = Mapping[FieldId, Answer]


class Status(StrEnum):
    """Whether a conversation goes on."""

    OPEN = "open"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class State(BaseModel):
    """Base of the values that are kept as rows."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)


class Participation(State):
    """One member's place and answers in a conversation; a row of its own, so it can be erased."""

    path: tuple[StepId, ...] = ()
    """The steps of the open phase they have answered, in order; the next one follows from it."""
    here: bool = True
    """Whether they still take part; someone who left keeps their answers but is not waited for."""
    answers: dict[FieldId, Answer] = {}
    earlier: tuple[dict[FieldId, Answer], ...] = ()
    """Answers to fields that were asked again after a return, oldest first."""


class Conversation(State):
    """One run of a workflow.

    `sheet` holds the answers that belong to the group: the facilitator's, the named person's and
    those written together. `round` grows with each phase entered, so that a form or a button from
    an earlier one is recognised. `gathered` takes the unsigned answers at the end, in an order
    that tells nothing, when the participations forget them.
    """

    id: ConversationId
    workflow: WorkflowId
    edition: Edition
    team: TeamId
    privacy: Privacy = Privacy.TEAM
    """Who it is open to (see workflows.circles)."""
    owner: MemberId | None = None
    party: PartyId | None = None
    about: str = ""
    """The record it goes back to, if any (its id)."""
    facilitator: MemberId
    scribe: MemberId | None = None
    declined: tuple[MemberId, ...] = ()
    """Who did not want to facilitate this time."""
    status: Status = Status.OPEN
    phase: PhaseId
    round: int = 0
    opened_at: datetime
    """When the open phase began (aware UTC)."""
    deadline: datetime | None = None
    time_left: timedelta | None = None
    """What was left of the open phase when its clock was stopped; None while it runs."""
    returned: dict[PhaseId, int] = {}
    """How often each phase sent the group back."""
    together: tuple[tuple[str, ...], ...] = ()
    """Entries that the group has put together, by their keys (see workflows.entries)."""
    apart: tuple[tuple[str, ...], ...] = ()
    """Entries that look alike, and that the group wants to keep apart."""
    sheet: dict[FieldId, Answer] = {}
    facts: dict[str, str] = {}
    """Texts for the `{slots}` of the content, fixed at the start."""
    people: dict[MemberId, Participation] = {}
    gathered: dict[FieldId, tuple[Answer, ...]] = {}

    def with_person(self, member: MemberId, place: Participation) -> "Conversation":
        """Return the conversation with one participation put in or replaced."""
        return self.model_copy(update={"people": {**self.people, member: place}})

    def with_sheet(self, answers: Answers) -> "Conversation":
        """Return the conversation with answers put on the group's sheet."""
        return self.model_copy(update={"sheet": {**self.sheet, **answers}})
