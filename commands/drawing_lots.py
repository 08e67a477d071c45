"""Draws who facilitates, from the rota of a team: parties take turns, and nobody is left out."""

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from commands.announcing import announce_to
from commands.context import Office
from workflows.chair_calls import DrawnCall
from workflows.conversations import Conversation, Status
from workflows.definitions import Workflow
from workflows.effects import FacilitatorWanted
from workflows.engine import advance
from workflows.events import Chair, RoleTaken
from workflows.identifiers import MemberId, PartyId
from workflows.people import Team
from workflows.room import Room
from workflows.rota import draw
from workflows.transitions import Transition


def with_facilitator(
    office: Office, team: Team, workflow: Workflow, transition: Transition, room: Room
) -> Transition:
    """Return a transition that wants a facilitator with one, who is told in private."""
    if FacilitatorWanted() not in transition.effects:
        return transition
    chosen = drawn(office, team, transition.conversation)
    if chosen is None:
        return transition
    event = RoleTaken(chosen, Chair.FACILITATOR, office.now)
    taken = advance(workflow, transition.conversation, event, room)
    tell_drawn(office, team, taken.conversation)
    return replace(transition, conversation=taken.conversation)


def drawn(
    office: Office,
    team: Team,
    conversation: Conversation,
    *,
    away: Collection[MemberId] = (),
    spare: PartyId | None = None,
) -> MemberId | None:
    """Draw a facilitator of those who take part; None when there is nobody to draw."""
    here = {member for member, place in conversation.people.items() if place.here}
    absent = (seat.id for seat in team.present if seat.id not in here)
    return draw(
        _turns(office, team, conversation),
        team.members,
        away=frozenset((*away, *absent, *conversation.declined)),
        spare=spare,
        pick=_picker(office),
    )


def tell_drawn(office: Office, team: Team, conversation: Conversation) -> None:
    """Tell whoever facilitates now that they do, and what they can do about it."""
    for seat in team.members:
        if seat.id == conversation.facilitator:
            announce_to(office, seat.person, DrawnCall(conversation.id, seat.id))


def _turns(office: Office, team: Team, conversation: Conversation) -> tuple[MemberId, ...]:
    """Return who facilitated before, oldest first: what was called off was no turn."""
    earlier = office.work.conversations.of_team(team.id, conversation.workflow)
    return tuple(
        each.facilitator
        for each in earlier
        if each.id != conversation.id and each.status is not Status.CANCELLED
    )


def _picker(office: Office) -> Callable[[Sequence[MemberId]], MemberId]:
    """Return what picks one at random, as random as the ids that are made."""

    def pick(members: Sequence[MemberId]) -> MemberId:
        number = int(hashlib.sha256(office.work.new_id().encode()).hexdigest(), 16)
        return members[number % len(members)]

    return pick
