"""Moves the clock of the open phase: more time, a pause, and on again."""

from datetime import timedelta
from typing import assert_never

from workflows.conversations import Conversation
from workflows.definitions import Workflow
from workflows.effects import DeadlineMoved
from workflows.events import MoreTime, Paused, Resumed
from workflows.phases import is_clocked
from workflows.transitions import Transition


def move_clock(
    workflow: Workflow, conversation: Conversation, event: MoreTime | Paused | Resumed
) -> Transition:
    """Return what a change of the clock makes of a conversation."""
    match event:
        case MoreTime():
            return _more_time(workflow, conversation, event)
        case Paused():
            return _pause(conversation, event)
        case Resumed():
            return _resume(conversation, event)
        case _:
            assert_never(event)


def _more_time(workflow: Workflow, conversation: Conversation, event: MoreTime) -> Transition:
    """Give the open phase more time, counted from its end or from now, whichever is later."""
    if event.round != conversation.round or not is_clocked(workflow, conversation):
        return Transition(conversation, stale=True)
    if conversation.time_left is not None:
        longer = conversation.model_copy(update={"time_left": conversation.time_left + event.extra})
        return Transition(longer, (DeadlineMoved(),))
    start_from = max(conversation.deadline or event.at, event.at)
    later = conversation.model_copy(update={"deadline": start_from + event.extra})
    return Transition(later, (DeadlineMoved(),))


def _pause(conversation: Conversation, event: Paused) -> Transition:
    """Stop the clock; what is left of the time is kept."""
    if event.round != conversation.round or conversation.deadline is None:
        return Transition(conversation, stale=True)
    left = max(conversation.deadline - event.at, timedelta())
    paused = conversation.model_copy(update={"deadline": None, "time_left": left})
    return Transition(paused, (DeadlineMoved(),))


def _resume(conversation: Conversation, event: Resumed) -> Transition:
    """Let the clock run again with the time that was left."""
    if event.round != conversation.round or conversation.time_left is None:
        return Transition(conversation, stale=True)
    deadline = event.at + conversation.time_left
    running = conversation.model_copy(update={"deadline": deadline, "time_left": None})
    return Transition(running, (DeadlineMoved(),))
