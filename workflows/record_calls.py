"""What is said in private about a record: its review has come, or what was signed has changed."""

from dataclasses import dataclass
from typing import Literal, assert_never

from workflows.identifiers import MemberId, RecordId


@dataclass(frozen=True, slots=True)
class ReviewCall:
    """A private word to whoever is accountable for a decision that its review date has come."""

    record: RecordId
    member: MemberId
    kind: Literal["review-call"] = "review-call"


@dataclass(frozen=True, slots=True)
class SignAgain:
    """A private word to a member that what they signed has changed: `number` is the new edition."""

    record: RecordId
    number: int
    member: MemberId
    kind: Literal["sign-again"] = "sign-again"


RecordCall = ReviewCall | SignAgain


def subject_of_record_call(call: RecordCall) -> str:
    """Return the key under which the message's receipt is kept."""
    match call:
        case ReviewCall():
            return f"review/{call.record}/{call.member}"
        case SignAgain():
            return f"sign-again/{call.record}/{call.number}/{call.member}"
        case _:
            assert_never(call)
