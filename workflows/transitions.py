"""What a conversation starts from, and what an event makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from workflows.conversations import Answers, Conversation
from workflows.effects import Effect
from workflows.identifiers import ConversationId, FieldId, MemberId, PartyId, RecordId, TeamId
from workflows.views import Privacy


@dataclass(frozen=True, slots=True)
class Transition:
    """The conversation after an event, and what to do about it.

    `problems` say what was wrong with the input, field by field; `problem` why the whole was not
    taken. `stale` means that the event belonged to a part that had already ended.
    """

    conversation: Conversation
    effects: tuple[Effect, ...] = ()
    problems: Mapping[FieldId, str] = field(default_factory=dict[FieldId, str])
    problem: str = ""
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Opening:
    """What a conversation starts from."""

    id: ConversationId
    team: TeamId
    facilitator: MemberId
    members: tuple[MemberId, ...]
    at: datetime
    privacy: Privacy = Privacy.TEAM
    party: PartyId | None = None
    about: RecordId | None = None
    sheet: Answers = field(default_factory=dict[FieldId, str])
    facts: Mapping[str, str] = field(default_factory=dict[str, str])
