"""Says whether the open phase may end: by its own rule, when its time is up, or by hand."""

from typing import assert_never

from workflows.conversations import Conversation
from workflows.course import ALONE, audience, open_phase, steps_for, waited_for
from workflows.definitions import Audience, Closing, Phase, Workflow
from workflows.room import Room


def is_answered(workflow: Workflow, conversation: Conversation, room: Room) -> bool:
    """Say whether enough people have answered for the open phase to end by itself.

    A phase that asks nothing, or asks nobody who is here, never does.
    """
    phase = open_phase(workflow, conversation)
    asked = audience(phase, conversation, room)
    if phase.audience is Audience.TOGETHER or not asked or not workflow.steps_in(phase.id):
        return False
    match phase.closes:
        case Closing.ALL_DONE:
            return not waited_for(workflow, conversation, room)
        case Closing.QUORUM:
            return _has_quorum(workflow, conversation, room)
        case Closing.FACILITATOR | Closing.DEADLINE:
            return False
        case _:
            assert_never(phase.closes)


def is_over(workflow: Workflow, conversation: Conversation, room: Room) -> bool:
    """Say whether the open phase ends when its time is up; if not, its facilitator is asked."""
    if open_phase(workflow, conversation).closes is Closing.FACILITATOR:
        return False
    is_complete = not unfinished(workflow, conversation, room)
    return is_complete and _has_quorum(workflow, conversation, room)


def unfinished(workflow: Workflow, conversation: Conversation, room: Room) -> str:
    """Say why the open phase cannot be ended by hand yet; empty when it can.

    What one person alone has to say, or what the group must have on its sheet, is never skipped.
    """
    phase = open_phase(workflow, conversation)
    if phase.audience in ALONE:
        waiting = [room.name(m) for m in waited_for(workflow, conversation, room)]
        return room.words.say("This part waits for {name}.", name=waiting[0]) if waiting else ""
    if phase.audience is Audience.TOGETHER:
        return _empty_on_sheet(workflow, conversation, phase, room)
    return ""


def _has_quorum(workflow: Workflow, conversation: Conversation, room: Room) -> bool:
    phase = open_phase(workflow, conversation)
    asked = len(audience(phase, conversation, room))
    answered = asked - len(waited_for(workflow, conversation, room))
    return answered >= round(phase.quorum * asked, 6)  # 0.7 of 10 is 7, and not a hair more


def _empty_on_sheet(
    workflow: Workflow, conversation: Conversation, phase: Phase, room: Room
) -> str:
    empty = [
        room.words.content(f"{workflow.id}.step.{step.id}.title", step.title)
        for step in steps_for(workflow, phase.id, conversation.sheet)
        if any(asked.required and asked.id not in conversation.sheet for asked in step.ask)
    ]
    if not empty:
        return ""
    return room.words.say(
        "Before you go on, please write something for: {parts}.", parts=room.words.listed(empty)
    )
