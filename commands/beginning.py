"""Starts a conversation of a team, and shows whoever started it what comes first."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from commands.access import Seat
from commands.carrying import carry_out
from commands.context import Context
from workflows.conversations import Answers, Conversation
from workflows.engine import Opening, start
from workflows.identifiers import ConversationId, FieldId, RecordId, WorkflowId
from workflows.presenter import current_view
from workflows.views import View


@dataclass(frozen=True, slots=True)
class Beginning:
    """What to start: a workflow, the record it goes back to, and what is known beforehand."""

    workflow: WorkflowId
    about: RecordId | None = None
    sheet: Answers = field(default_factory=dict[FieldId, str])
    facts: Mapping[str, str] = field(default_factory=dict[str, str])


def begin(context: Context, seat: Seat, beginning: Beginning) -> View:
    """Start a conversation, or show the one about the same thing that is open already.

    That way a command sent twice starts one conversation. Conversations that name their own
    subject (a decision) may run side by side, once the first has been named.
    """
    running = _already_open(context, seat, beginning)
    if running is not None:
        workflow = context.office.workflow_of(running.workflow, running.edition)
        return current_view(workflow, running, seat.member.id, seat.room(context.words))
    return _start(context, seat, beginning)


def _already_open(context: Context, seat: Seat, beginning: Beginning) -> Conversation | None:
    context.work.teams.hold(seat.team.id)  # or two people at once would start two
    names_itself = context.office.library.find(beginning.workflow).subject is not None
    for running in context.work.conversations.open_in(seat.team.id):
        same = running.workflow == beginning.workflow and running.about == (beginning.about or "")
        is_mine = running.facilitator == seat.member.id and running.round == 1
        if same and (is_mine or not names_itself or beginning.about):
            return running
    return None


def _start(context: Context, seat: Seat, beginning: Beginning) -> View:
    library = context.office.library
    workflow = library.find(beginning.workflow)
    context.work.editions.keep(workflow.edition, workflow.id, library.source(workflow.id))
    opening = Opening(
        id=ConversationId(context.work.new_id()),
        team=seat.team.id,
        facilitator=seat.member.id,
        members=tuple(member.id for member in seat.team.present),
        at=context.office.now,
        about=beginning.about,
        sheet=beginning.sheet,
        facts=beginning.facts,
    )
    room = seat.room(context.words)
    transition = start(workflow, opening, room)
    context.work.conversations.add(transition.conversation)
    carry_out(context.office, seat.team, workflow, transition, actor=seat.member.id)
    return current_view(workflow, transition.conversation, seat.member.id, room)
