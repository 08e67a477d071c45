"""Tells a form that was sent twice from one that was sent too late."""

from workflows.conversations import Answers, Conversation, Status
from workflows.definitions import Step, Workflow
from workflows.events import Submitted
from workflows.room import Room
from workflows.rows import rows_in, table_in
from workflows.submissions import read_sent
from workflows.wording import Wording


def was_taken(workflow: Workflow, conversation: Conversation, event: Submitted, room: Room) -> bool:
    """Say whether a form was taken in just before the conversation moved on.

    Whoever presses twice, and whose first press ended the phase, has lost nothing and need not be
    told that the second came too late.
    """
    last_round = conversation.round - (conversation.status is Status.OPEN)
    step = next((step for step in workflow.step if step.id == event.target.step), None)
    place = conversation.people.get(event.member)
    if event.target.round != last_round or step is None or place is None:
        return False
    table = table_in(step)
    wording = Wording(workflow, conversation, room)
    sent, problems = read_sent(wording, table.columns if table else step.ask, event)
    kept = (conversation.sheet, place.answers, *place.earlier[-1:])
    return bool(sent) and not problems and any(_stands(step, sent, answers) for answers in kept)


def _stands(step: Step, sent: Answers, kept: Answers) -> bool:
    table = table_in(step)
    if table:
        return sent in rows_in(kept, table)
    return sent.items() <= kept.items()
