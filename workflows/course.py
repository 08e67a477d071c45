"""Where people stand in a conversation: who is asked, at which step, and who is waited for.

Nothing here changes anything; positions follow from the steps a member has answered, so there is
no position that could disagree with the answers.
"""

from collections.abc import Iterator
from typing import assert_never

from workflows.conversations import Answer, Answers, Conversation
from workflows.definitions import Audience, Phase, Step, When, Workflow
from workflows.identifiers import MemberId, PhaseId
from workflows.room import Room

ALONE = (Audience.FACILITATOR, Audience.SCRIBE, Audience.NAMED)
"""Audiences of one person, whose answers go to the group's sheet."""

PRIVATE = (Audience.EVERYONE, Audience.PARTY)
"""Audiences whose members answer each for themselves."""


def meets(when: When | None, answers: Answers) -> bool:
    """Say whether a condition holds; no condition always does, a missing answer never."""
    if when is None:
        return True
    answer = answers.get(when.field)
    if answer is None:
        return False
    if when.among:
        return answer in when.among
    if when.at_least is not None:
        return isinstance(answer, int | float) and answer >= when.at_least
    if when.at_most is not None:
        return isinstance(answer, int | float) and answer <= when.at_most
    return answer == when.equals


def open_phase(workflow: Workflow, conversation: Conversation) -> Phase:
    """Return the phase the group is in."""
    return workflow.find_phase(conversation.phase)


def audience(phase: Phase, conversation: Conversation, room: Room) -> tuple[MemberId, ...]:
    """Return who goes through a phase and is here; a named person who left is stood in for."""
    here = tuple(member for member, place in conversation.people.items() if place.here)
    match phase.audience:
        case Audience.EVERYONE | Audience.TOGETHER:
            return here
        case Audience.FACILITATOR:
            return (conversation.facilitator,)
        case Audience.SCRIBE:
            return (conversation.scribe or conversation.facilitator,)
        case Audience.NAMED:
            named = _named(phase, conversation)
            return (MemberId(str(named)) if named in here else conversation.facilitator,)
        case Audience.PARTY:
            party = _named(phase, conversation)
            return tuple(m for m in here if m in room.seats and room.seats[m].party == party)
        case _:
            assert_never(phase.audience)


def answers_of(conversation: Conversation, member: MemberId) -> Answers:
    """Return what a member's conditions look at: the sheet, and their own answers over it."""
    place = conversation.people.get(member)
    return {**conversation.sheet, **place.answers} if place else conversation.sheet


def steps_for(workflow: Workflow, phase: PhaseId, answers: Answers) -> tuple[Step, ...]:
    """Return the steps of a phase that apply to somebody with these answers."""
    return tuple(step for step in workflow.steps_in(phase) if meets(step.when, answers))


def step_of(
    workflow: Workflow, conversation: Conversation, member: MemberId, room: Room
) -> Step | None:
    """Return the step that waits for a member, or None when nothing does."""
    phase = open_phase(workflow, conversation)
    asked = audience(phase, conversation, room)
    return _unanswered(workflow, phase, conversation, member) if member in asked else None


def waited_for(workflow: Workflow, conversation: Conversation, room: Room) -> tuple[MemberId, ...]:
    """Return the members the open phase still waits for."""
    phase = open_phase(workflow, conversation)
    return tuple(
        member
        for member in audience(phase, conversation, room)
        if _unanswered(workflow, phase, conversation, member)
    )


def given(conversation: Conversation, phase: Phase) -> Iterator[Answers]:
    """Yield each set of answers that a condition about a whole phase looks at."""
    if phase.audience in PRIVATE:
        yield from (place.answers for place in conversation.people.values() if place.here)
    else:
        yield conversation.sheet


def _unanswered(
    workflow: Workflow, phase: Phase, conversation: Conversation, member: MemberId
) -> Step | None:
    """Return the first step of a phase that somebody in its audience has not answered.

    Of a phase that is filled in together nobody owes a step.
    """
    if phase.audience is Audience.TOGETHER:
        return None
    place = conversation.people.get(member)
    path = place.path if place else ()
    for step in workflow.steps_in(phase.id):
        if step.id in path:
            continue
        if step.when is None or meets(step.when, answers_of(conversation, member)):
            return step
    return None


def _named(phase: Phase, conversation: Conversation) -> Answer | None:
    return conversation.sheet.get(phase.named) if phase.named else None
