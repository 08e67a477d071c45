"""Carries out what is due: ends a phase whose time is up, reminds once, calls for a date."""

from typing import assert_never

from commands.access import surroundings
from commands.announcing import announce_prompt, announce_to
from commands.carrying import call_next_deputy
from commands.context import Office, team_words
from commands.drawing_lots import drawn
from commands.moving import Running, move
from commands.pre_reads import announce_pre_read
from storage.errors import NotFoundError
from storage.work import Work
from workflows.action_calls import ActionCall
from workflows.chair_calls import DeputyCall
from workflows.closed_calls import InvitationCall
from workflows.conversations import Status
from workflows.course import waited_for
from workflows.events import Deadline
from workflows.identifiers import FieldId, MemberId
from workflows.invitations import Invitation
from workflows.library import Library
from workflows.notices import DecideByCall
from workflows.people import Member, Team
from workflows.record_calls import ReviewCall
from workflows.records import Decision
from workflows.room import room_of
from workflows.schedules import (
    CallAction,
    CallDecision,
    CallDeputy,
    CallInvitation,
    CallReview,
    ClosePhase,
    Duty,
    RemindPhase,
    SendPreRead,
)


def perform(work: Work, library: Library, duty: Duty) -> None:
    """Carry a duty out. One whose matter has moved on, or is gone, does nothing."""
    office = Office(work, library)
    try:
        match duty:
            case ClosePhase():
                _close_phase(office, duty)
            case RemindPhase():
                _remind_phase(office, duty)
            case CallDecision():
                _call_decision(office, duty)
            case CallReview():
                _call_review(office, duty)
            case CallAction():
                _call_action(office, duty)
            case CallInvitation():
                _call_invitation(office, duty)
            case CallDeputy():
                _call_deputy(office, duty)
            case SendPreRead():
                announce_pre_read(office, duty.conversation)
            case _:
                assert_never(duty)
    except NotFoundError:
        return


def _close_phase(office: Office, duty: ClosePhase) -> None:
    conversation = office.work.conversations.get(duty.conversation)
    if conversation.status is not Status.OPEN:
        return
    team, partnership = surroundings(office, conversation.team)
    workflow = office.workflow_of(conversation.workflow, conversation.edition)
    event = Deadline(duty.phase, duty.round, office.now)
    room = room_of(team, partnership, team_words(team))
    move(office, Running(team, workflow, conversation, room), event)


def _remind_phase(office: Office, duty: RemindPhase) -> None:
    """Remind each member the phase waits for, in private; nobody learns who they are."""
    conversation = office.work.conversations.get(duty.conversation)
    if conversation.status is not Status.OPEN or conversation.round != duty.round:
        return
    team, partnership = surroundings(office, conversation.team)
    workflow = office.workflow_of(conversation.workflow, conversation.edition)
    room = room_of(team, partnership, team_words(team))
    for member in waited_for(workflow, conversation, room):
        announce_prompt(office, team, conversation, member, reminder=True)


def _call_deputy(office: Office, duty: CallDeputy) -> None:
    """Ask somebody else, of another party first, when the facilitator does not go on."""
    conversation = office.work.conversations.get(duty.conversation)
    waits = conversation.deadline is None and conversation.time_left is None
    if conversation.status is not Status.OPEN or conversation.round != duty.round or not waits:
        return
    team, _ = surroundings(office, conversation.team)
    absent = team.member(conversation.facilitator)
    party = absent.party if absent else None
    chosen = drawn(
        office, team, conversation, away=(conversation.facilitator, *duty.asked), spare=party
    )
    deputy = team.member(chosen) if chosen else None
    if chosen and deputy:
        announce_to(office, deputy.person, DeputyCall(conversation.id, deputy.id, duty.round))
        call_next_deputy(office, conversation, (*duty.asked, chosen))


def _call_decision(office: Office, duty: CallDecision) -> None:
    """Call whoever is accountable; when they have left, whoever facilitates."""
    conversation = office.work.conversations.get(duty.conversation)
    if conversation.status is not Status.OPEN:
        return
    team, _ = surroundings(office, conversation.team)
    accountable = MemberId(str(conversation.sheet.get(FieldId("accountable"))))
    for seat in _first_here(team, accountable, conversation.facilitator):
        announce_to(office, seat.person, DecideByCall(conversation.id, seat.id))


def _call_review(office: Office, duty: CallReview) -> None:
    """Call whoever is accountable; when they have left, the leads."""
    record = office.work.records.get(duty.record)
    content = record.current.content
    if not isinstance(content, Decision):
        return
    team, _ = surroundings(office, record.team)
    for seat in _first_here(team, content.accountable) or team.leads:
        announce_to(office, seat.person, ReviewCall(record.id, seat.id))


def _call_action(office: Office, duty: CallAction) -> None:
    """Write to whoever has it now; how it stands is looked at again when the word is drawn."""
    item = office.work.actions.get(duty.action)
    team, _ = surroundings(office, item.team)
    for seat in team.present:
        if seat.id == item.owner:
            call = ActionCall(item.id, seat.id, duty.occasion, duty.due.isoformat())
            announce_to(office, seat.person, call)


def _call_invitation(office: Office, duty: CallInvitation) -> None:
    """Call the author, if they are still on the team."""
    record = office.work.records.get(duty.record)
    team, _ = surroundings(office, record.team)
    content, author = record.current.content, team.member(record.owner) if record.owner else None
    day = content.next_day if isinstance(content, Invitation) else None
    if day and author and author.is_here:
        announce_to(office, author.person, InvitationCall(record.id, author.id, day.isoformat()))


def _first_here(team: Team, *members: MemberId) -> tuple[Member, ...]:
    """Return the first of these members who is on the team now, from any seat, or nobody."""
    past = {seat.id: seat.person for seat in team.members}
    seats = (team.seat_of(past[member]) for member in members if member in past)
    return tuple(seat for seat in seats if seat)[:1]
