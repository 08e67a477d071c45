"""Private words about what only some of a team may see: one member alone, or those of one party."""

from dataclasses import dataclass
from typing import Literal, assert_never

from workflows.identifiers import MemberId, RecordId, TeamId


@dataclass(frozen=True, slots=True)
class InvitationCall:
    """A private word to the author of an invitation: to send it, or to ask for an answer.

    `day` is the one that they are called on, as a date in ISO form: each day has a word of its own.
    """

    record: RecordId
    member: MemberId
    day: str
    kind: Literal["invitation-call"] = "invitation-call"


@dataclass(frozen=True, slots=True)
class SharedCall:
    """A private word to a member that somebody has written something down for all of their party.

    `number` is the edition of the record.
    """

    record: RecordId
    member: MemberId
    number: int
    kind: Literal["shared-call"] = "shared-call"


@dataclass(frozen=True, slots=True)
class SeatedCall:
    """A private word to a member that somebody else is there for their party now.

    Whoever that is can read what is for that party only, and a lead may have seated them.
    """

    team: TeamId
    newcomer: MemberId
    member: MemberId
    kind: Literal["seated-call"] = "seated-call"


ClosedCall = InvitationCall | SharedCall | SeatedCall
"""What nobody else may learn of, not even that it was said."""


def subject_of_closed(call: ClosedCall) -> str:
    """Return the key under which the message's receipt is kept (see workflows.notices.subject)."""
    match call:
        case InvitationCall():
            return f"invitation/{call.record}/{call.day}"
        case SharedCall():
            return f"shared/{call.record}/{call.member}/{call.number}"
        case SeatedCall():
            return f"seated/{call.newcomer}/{call.member}"
        case _:
            assert_never(call)
