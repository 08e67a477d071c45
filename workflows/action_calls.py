"""What is said in private about action items: a day is near, or somebody has handed theirs on."""

from dataclasses import dataclass
from typing import Literal, assert_never

from workflows.action_items import Occasion
from workflows.identifiers import ActionId, MemberId, TeamId


@dataclass(frozen=True, slots=True)
class ActionCall:
    """A private word to the owner of an action item; `key` tells one occasion from the next."""

    action: ActionId
    member: MemberId
    occasion: Occasion
    key: str
    kind: Literal["action-call"] = "action-call"


@dataclass(frozen=True, slots=True)
class HandoverCall:
    """A private word that somebody has left, and what became of their action items.

    It goes to whoever has them now, or to the leads where nobody has.
    """

    team: TeamId
    member: MemberId
    former: MemberId
    is_unowned: bool
    kind: Literal["handover-call"] = "handover-call"


ActionWord = ActionCall | HandoverCall


def subject_of_action(call: ActionWord) -> str:
    """Return the key under which the message's receipt is kept."""
    match call:
        case ActionCall():
            return f"action-{call.occasion}/{call.action}/{call.member}/{call.key}"
        case HandoverCall():
            return f"handover/{call.former}/{call.member}"
        case _:
            assert_never(call)
