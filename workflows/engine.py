"""Moves a conversation on: a pure function from (workflow, conversation, event) to what follows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import assert_never

from workflows.conversations import Answers, Conversation, Participation, Status
from workflows.course import audience, has_quorum, is_answered, open_phase
from workflows.definitions import Audience, Workflow
from workflows.effects import CalledOff, Completed, DeadlineMoved, Effect, PhaseOpened, Prompt
from workflows.errors import ConversationOverError, NotTakingPartError
from workflows.events import (
    Cancelled,
    Chair,
    Deadline,
    Event,
    MemberJoined,
    MemberLeft,
    MoreTime,
    PhaseClosed,
    RoleTaken,
    Submitted,
    WentBack,
)
from workflows.gathering import gather
from workflows.identifiers import ConversationId, FieldId, MemberId, RecordId, TeamId
from workflows.phases import enter, first_phase, following
from workflows.room import Room
from workflows.submissions import submit, unfinished


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
    about: RecordId | None = None
    sheet: Answers = field(default_factory=dict[FieldId, str])
    facts: Mapping[str, str] = field(default_factory=dict[str, str])


def start(workflow: Workflow, opening: Opening, room: Room) -> Transition:
    """Open a conversation at the first phase of a workflow that applies."""
    conversation = Conversation(
        id=opening.id,
        workflow=workflow.id,
        edition=workflow.edition,
        team=opening.team,
        about=opening.about or "",
        facilitator=opening.facilitator,
        phase=workflow.phase[0].id,
        opened_at=opening.at,
        sheet=dict(opening.sheet),
        facts=dict(opening.facts),
        people={member: Participation() for member in opening.members},
    )
    phase = first_phase(workflow, conversation)
    return _opened(workflow, enter(workflow, conversation, phase, opening.at), room)


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
            return _went_back(conversation, event)
        case PhaseClosed():
            return _closed(workflow, conversation, event, room)
        case Deadline():
            return _deadline(workflow, conversation, event, room)
        case MoreTime():
            return _more_time(conversation, event)
        case MemberJoined():
            return _joined(conversation, event)
        case MemberLeft():
            return _left(workflow, conversation, event, room)
        case RoleTaken():
            return _role_taken(workflow, conversation, event, room)
        case Cancelled():
            over = conversation.model_copy(update={"status": Status.CANCELLED, "deadline": None})
            return Transition(over, (CalledOff(),))
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


def _went_back(conversation: Conversation, event: WentBack) -> Transition:
    place = conversation.people.get(event.member)
    if place is None or not place.here:
        raise NotTakingPartError
    if event.round != conversation.round:
        return Transition(conversation, stale=True)
    back = place.model_copy(update={"path": place.path[:-1]})
    return Transition(conversation.with_person(event.member, back))


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
    is_short = not has_quorum(workflow, conversation, room)
    if is_short or unfinished(workflow, conversation, room):
        waiting = conversation.model_copy(update={"deadline": None})
        return Transition(waiting, (Prompt(waiting.facilitator),))
    return _leave(workflow, conversation, event.at, room)


def _more_time(conversation: Conversation, event: MoreTime) -> Transition:
    if event.round != conversation.round:
        return Transition(conversation, stale=True)
    start_from = max(conversation.deadline or event.at, event.at)
    later = conversation.model_copy(update={"deadline": start_from + event.extra})
    return Transition(later, (DeadlineMoved(),))


def _joined(conversation: Conversation, event: MemberJoined) -> Transition:
    place = conversation.people.get(event.member, Participation())
    if event.member in conversation.people and place.here:
        return Transition(conversation)
    back = place.model_copy(update={"here": True})
    return Transition(conversation.with_person(event.member, back), (Prompt(event.member),))


def _left(
    workflow: Workflow, conversation: Conversation, event: MemberLeft, room: Room
) -> Transition:
    place = conversation.people.get(event.member)
    if place is None or not place.here:
        return Transition(conversation)
    without = conversation.with_person(event.member, place.model_copy(update={"here": False}))
    if without.facilitator == event.member:
        without = _handed_over(without, room)
    if without.scribe == event.member:
        without = without.model_copy(update={"scribe": None})
    if not any(person.here for person in without.people.values()):
        over = without.model_copy(update={"status": Status.CANCELLED, "deadline": None})
        return Transition(over, (CalledOff(),))
    return _settled(workflow, without, event.at, room)


def _handed_over(conversation: Conversation, room: Room) -> Conversation:
    """Give the facilitator's chair to somebody of another party first, so that sides take turns."""
    leaver = room.seats.get(conversation.facilitator)
    party = leaver.party if leaver else None
    here = [member for member, place in conversation.people.items() if place.here]
    here.sort(key=lambda member: member in room.seats and room.seats[member].party == party)
    return conversation.model_copy(update={"facilitator": here[0]}) if here else conversation


def _role_taken(
    workflow: Workflow, conversation: Conversation, event: RoleTaken, room: Room
) -> Transition:
    place = conversation.people.get(event.member)
    if place is None or not place.here:
        raise NotTakingPartError
    match event.role:
        case Chair.FACILITATOR:
            taken = conversation.model_copy(update={"facilitator": event.member})
        case Chair.SCRIBE:
            taken = conversation.model_copy(update={"scribe": event.member})
        case _:
            assert_never(event.role)
    alone = event.member in audience(open_phase(workflow, taken), taken, room)
    return Transition(taken, (Prompt(event.member),) if alone else ())


def _settled(
    workflow: Workflow, conversation: Conversation, at: datetime, room: Room
) -> Transition:
    """End the open phase if its rule says so."""
    if is_answered(workflow, conversation, room):
        return _leave(workflow, conversation, at, room)
    return Transition(conversation)


def _leave(workflow: Workflow, conversation: Conversation, at: datetime, room: Room) -> Transition:
    done, phase = following(workflow, conversation)
    if phase is not None:
        return _opened(workflow, enter(workflow, done, phase, at), room)
    over = done.model_copy(update={"status": Status.COMPLETED, "deadline": None})
    return Transition(gather(workflow, over), (Completed(),))


def _opened(workflow: Workflow, conversation: Conversation, room: Room) -> Transition:
    phase = open_phase(workflow, conversation)
    alone = phase.audience not in (Audience.EVERYONE, Audience.TOGETHER, Audience.PARTY)
    asked: Iterable[MemberId] = audience(phase, conversation, room) if alone else ()
    return Transition(conversation, (PhaseOpened(), *(Prompt(member) for member in asked)))
