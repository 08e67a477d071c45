"""What is said in private about the facilitator's chair: it is yours, or nobody sits in it."""

from dataclasses import dataclass
from typing import Literal, assert_never

from workflows.identifiers import ConversationId, MemberId


@dataclass(frozen=True, slots=True)
class DrawnCall:
    """A private word to whoever facilitates now, by lot or because somebody asked them to."""

    conversation: ConversationId
    member: MemberId
    kind: Literal["drawn-call"] = "drawn-call"


@dataclass(frozen=True, slots=True)
class DeputyCall:
    """A private word to somebody that a conversation may be without its facilitator just now."""

    conversation: ConversationId
    member: MemberId
    round: int
    kind: Literal["deputy-call"] = "deputy-call"


ChairCall = DrawnCall | DeputyCall


def subject_of_chair(call: ChairCall) -> str:
    """Return the key under which the message's receipt is kept."""
    match call:
        case DrawnCall():
            return f"drawn/{call.conversation}/{call.member}"
        case DeputyCall():
            return f"deputy/{call.conversation}/{call.member}/{call.round}"
        case _:
            assert_never(call)
