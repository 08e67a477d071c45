"""Moves a conversation on: a pure function from (workflow, conversation, event) to what follows."""

from datetime import datetime
from typing import assert_never

from workflows.chairs import called, change_chair, handed_over
from workflows.circles import is_closed
from workflows.clocks import move_clock
from workflows.closing import is_answered, is_over, unfinished
from workflows.conversations import Conversation, Participation, Status
from workflows.course import ALONE, answers_of, audience, open_phase, step_of, steps_for
from workflows.definitions import Workflow
from workflows.effects import (
    CalledOff,
    Completed,
    Effect,
    FacilitatorWanted,
    PhaseOpened,
    Prompt,
)
from workflows.errors import ConversationOverError, NotTakingPartError
from workflows.events import (
    Cancelled,
    Deadline,
    Event,
    MemberJoined,
    MemberLeft,
    MoreTime,
    Paused,
    PhaseClosed,
    Resumed,
    RoleDeclined,
    RoleTaken,
    Sorted,
    Submitted,
    WentBack,
)
from workflows.gathering import gather
from workflows.identifiers import (
    MemberId,
    StepId,
)
from workflows.phases import enter, first_phase, following
from workflows.room import Room
from workflows.sorting import sort
from workflows.submissions import submit
from workflows.transitions import Opening, Transition
from workflows.views import Privacy


def start(workflow: Workflow, opening: Opening, room: Room) -> Transition:
    """Open a conversation at the first phase of a workflow that applies."""
    conversation = Conversation(
        id=opening.id,
        workflow=workflow.id,
        edition=workflow.edition,
        team=opening.team,
        about=opening.about or "",
        privacy=opening.privacy,
        owner=opening.facilitator if opening.privacy is Privacy.PRIVATE else None,
        party=opening.party,
        facilitator=opening.facilitator,
        phase=workflow.phase[0].id,
        opened_at=opening.at,
        sheet=dict(opening.sheet),
        facts=dict(opening.facts),
        people={member: Participation() for member in opening.members},
    )
    phase = first_phase(workflow, conversation)
    return _opened(
        workflow, enter(workflow, conversation, phase, opening.at, room.words.zone), room
    )


def advance(workflow: Workflow, conversation: Conversation, event: Event, room: Room) -> Transition:
    """Return what an event does to a conversation.

    Raises ConversationOverError on an ended conversation, and NotTakingPartError when somebody
    answers who does not take part. Whatever belongs to a round that has passed changes nothing,
    so that a form sent twice counts once and two people ending a phase end it once.
    """
    if conversation.status is not Status.OPEN:
        raise ConversationOverError
    match event:
        case Submitted():
            return _submitted(workflow, conversation, event, room)
        case WentBack():
            return _went_back(workflow, conversation, event, room)
        case PhaseClosed():
            return _closed(workflow, conversation, event, room)
        case Deadline():
            return _deadline(workflow, conversation, event, room)
        case MoreTime() | Paused() | Resumed():
            return move_clock(workflow, conversation, event)
        case Sorted():
            return sort(workflow, conversation, event)
        case MemberJoined():
            return _joined(workflow, conversation, event, room)
        case MemberLeft():
            return _left(workflow, conversation, event, room)
        case RoleTaken() | RoleDeclined():
            return change_chair(workflow, conversation, event, room)
        case Cancelled():
            return _ended(workflow, conversation, Status.CANCELLED, CalledOff())
        case _:
            assert_never(event)


def _submitted(
    workflow: Workflow, conversation: Conversation, event: Submitted, room: Room
) -> Transition:
    place = conversation.people.get(event.member)
    if place is None or not place.here:
        raise NotTakingPartError
    outcome = submit(workflow, conversation, event, room)
    if outcome.stale or outcome.problems:
        return Transition(outcome.conversation, problems=outcome.problems, stale=outcome.stale)
    return _settled(workflow, outcome.conversation, event.at, room)


def _went_back(
    workflow: Workflow, conversation: Conversation, event: WentBack, room: Room
) -> Transition:
    place = conversation.people.get(event.member)
    if place is None or not place.here:
        raise NotTakingPartError
    if event.round != conversation.round:
        return Transition(conversation, stale=True)
    before = _step_before(workflow, conversation, event.member, room)
    path = tuple(step for step in place.path if step != before)
    back = place.model_copy(update={"path": path})
    return Transition(conversation.with_person(event.member, back))


def _step_before(
    workflow: Workflow, conversation: Conversation, member: MemberId, room: Room
) -> StepId | None:
    """Return the step before the one that waits for a member; the last when they are done."""
    steps = steps_for(workflow, conversation.phase, answers_of(conversation, member))
    now = step_of(workflow, conversation, member, room)
    before = steps[: steps.index(now)] if now else steps
    return before[-1].id if before else None


def _closed(
    workflow: Workflow, conversation: Conversation, event: PhaseClosed, room: Room
) -> Transition:
    if event.round != conversation.round:
        return Transition(conversation, stale=True)
    if problem := unfinished(workflow, conversation, room):
        return Transition(conversation, problem=problem)
    return _leave(workflow, conversation, event.at, room)


def _deadline(
    workflow: Workflow, conversation: Conversation, event: Deadline, room: Room
) -> Transition:
    moved_on = event.round != conversation.round
    if moved_on or conversation.deadline is None or event.at < conversation.deadline:
        return Transition(conversation, stale=True)
    if is_over(workflow, conversation, room):
        return _leave(workflow, conversation, event.at, room)
    waiting = conversation.model_copy(update={"deadline": None})
    return Transition(waiting, (Prompt(waiting.facilitator),))


def _joined(
    workflow: Workflow, conversation: Conversation, event: MemberJoined, room: Room
) -> Transition:
    place = conversation.people.get(event.member)
    if place is not None and place.here:
        return Transition(conversation)
    back = (place or Participation()).model_copy(update={"here": True})
    joined = conversation.with_person(event.member, back)
    is_asked = step_of(workflow, joined, event.member, room) is not None
    return Transition(joined, (Prompt(event.member),) if is_asked else ())


def _left(
    workflow: Workflow, conversation: Conversation, event: MemberLeft, room: Room
) -> Transition:
    place = conversation.people.get(event.member)
    if place is None or not place.here:
        return Transition(conversation)
    without = conversation.with_person(event.member, place.model_copy(update={"here": False}))
    if without.scribe == event.member:
        without = without.model_copy(update={"scribe": None})
    if not any(person.here for person in without.people.values()):
        return _ended(workflow, without, Status.CANCELLED, CalledOff())
    if without.facilitator == event.member:
        without = handed_over(without, room)
    if is_answered(workflow, without, room):
        return _leave(workflow, without, event.at, room)
    return Transition(without, called(workflow, conversation, without, room))


def _settled(
    workflow: Workflow, conversation: Conversation, at: datetime, room: Room
) -> Transition:
    """End the open phase if its rule says so."""
    if is_answered(workflow, conversation, room):
        return _leave(workflow, conversation, at, room)
    return Transition(conversation)


def _leave(workflow: Workflow, conversation: Conversation, at: datetime, room: Room) -> Transition:
    done, phase = following(workflow, conversation)
    if phase is None:
        return _ended(workflow, done, Status.COMPLETED, Completed())
    return _opened(workflow, enter(workflow, done, phase, at, room.words.zone), room)


def _ended(
    workflow: Workflow, conversation: Conversation, status: Status, effect: Effect
) -> Transition:
    """End a conversation; it lets go of who wrote what, also when it is called off.

    Then what only some could see is let go of altogether.
    """
    over = conversation.model_copy(update={"status": status, "deadline": None})
    if status is Status.CANCELLED and is_closed(conversation):
        over = over.model_copy(update={"sheet": {}})
    return Transition(gather(workflow, over), (effect,))


def _opened(workflow: Workflow, conversation: Conversation, room: Room) -> Transition:
    phase = open_phase(workflow, conversation)
    asked = audience(phase, conversation, room) if phase.audience in ALONE else ()
    prompts = (Prompt(member) for member in asked)
    drawn = (FacilitatorWanted(),) if phase.drawn else ()
    return Transition(conversation, (PhaseOpened(), *drawn, *prompts))
