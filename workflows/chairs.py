"""Lets the facilitator's and the scribe's chair change hands."""

from typing import assert_never

from workflows.conversations import Conversation
from workflows.course import ALONE, audience, open_phase
from workflows.definitions import Workflow
from workflows.effects import Prompt
from workflows.errors import NotTakingPartError
from workflows.events import RoleDeclined, RoleTaken
from workflows.room import Room
from workflows.transitions import Transition


def change_chair(
    workflow: Workflow, conversation: Conversation, event: RoleTaken | RoleDeclined, room: Room
) -> Transition:
    """Let a member take a chair, or say that they will not sit in it this time."""
    place = conversation.people.get(event.member)
    if place is None or not place.here:
        raise NotTakingPartError
    match event:
        case RoleDeclined():
            declined = tuple(dict.fromkeys((*conversation.declined, event.member)))
            return Transition(conversation.model_copy(update={"declined": declined}))
        case RoleTaken():
            taken = conversation.model_copy(update={event.role: event.member})
            return Transition(taken, called(workflow, conversation, taken, room))
        case _:
            assert_never(event)


def handed_over(conversation: Conversation, room: Room) -> Conversation:
    """Give the facilitator's chair to somebody of another party first, so that sides take turns."""
    leaver = room.seats.get(conversation.facilitator)
    party = leaver.party if leaver else None
    here = [member for member, place in conversation.people.items() if place.here]
    heir = min(here, key=lambda m: m in room.seats and room.seats[m].party == party)
    return conversation.model_copy(update={"facilitator": heir})


def called(
    workflow: Workflow, before: Conversation, after: Conversation, room: Room
) -> tuple[Prompt, ...]:
    """Prompt whoever the open phase asks alone now, and did not before."""
    phase = open_phase(workflow, after)
    if phase.audience not in ALONE:
        return ()
    asked = audience(phase, before, room)
    return tuple(Prompt(m) for m in audience(phase, after, room) if m not in asked)
