"""Starts a conversation of a team, and shows whoever started it what comes first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import assert_never

from commands.access import Seat
from commands.access_open import open_to
from commands.carrying import carry_out
from commands.context import Context
from workflows.conversations import Answers, Conversation
from workflows.definitions import Workflow
from workflows.engine import start
from workflows.identifiers import ConversationId, FieldId, MemberId, RecordId, WorkflowId
from workflows.presenter import current_view
from workflows.transitions import Opening
from workflows.views import Privacy, View


@dataclass(frozen=True, slots=True)
class Beginning:
    """What to start: a workflow, the record it goes back to, and what is known beforehand.

    Whom it is open to is what the workflow says, unless its starter has picked something closer.
    """

    workflow: WorkflowId
    about: RecordId | None = None
    privacy: Privacy | None = None
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
    workflow = context.office.library.find(beginning.workflow)
    for running in open_to(context, seat):
        is_mine = running.facilitator == seat.member.id and running.round == 1
        is_any = workflow.subject is None or beginning.about is not None
        if _is_like(running, workflow, beginning) and (is_mine or is_any):
            return running
    return None


def _is_like(running: Conversation, workflow: Workflow, beginning: Beginning) -> bool:
    return (
        running.workflow == workflow.id
        and running.about == (beginning.about or "")
        and running.privacy is _privacy(workflow, beginning)
    )


def _start(context: Context, seat: Seat, beginning: Beginning) -> View:
    library = context.office.library
    workflow = library.find(beginning.workflow)
    privacy = _privacy(workflow, beginning)
    context.work.editions.keep(workflow.edition, workflow.id, library.source(workflow.id))
    opening = Opening(
        id=ConversationId(context.work.new_id()),
        team=seat.team.id,
        facilitator=seat.member.id,
        members=_members(seat, privacy),
        at=context.office.now,
        privacy=privacy,
        party=seat.member.party if privacy is Privacy.CAUCUS else None,
        about=beginning.about,
        sheet=beginning.sheet,
        facts=beginning.facts,
    )
    room = seat.room(context.words)
    transition = start(workflow, opening, room)
    context.work.conversations.add(transition.conversation)
    carry_out(context.office, seat.team, workflow, transition, actor=seat.member.id)
    return current_view(workflow, transition.conversation, seat.member.id, room)


def _privacy(workflow: Workflow, beginning: Beginning) -> Privacy:
    return beginning.privacy or Privacy(workflow.privacy)


def _members(seat: Seat, privacy: Privacy) -> tuple[MemberId, ...]:
    """Return who takes part from the beginning."""
    match privacy:
        case Privacy.PRIVATE:
            return (seat.member.id,)
        case Privacy.CAUCUS:
            party = seat.member.party
            return tuple(member.id for member in seat.team.present if member.party == party)
        case Privacy.TEAM | Privacy.PARTNERS:
            return tuple(member.id for member in seat.team.present)
        case _:
            assert_never(privacy)
