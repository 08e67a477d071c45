"""Draws what is said to one person in private, if it is still true and still theirs to hear."""

from typing import assert_never

from commands.access import surroundings
from commands.action_calls import draw_action_call
from commands.calls_wording import wording_of
from commands.chair_calls import draw_chair_call
from commands.closed_calls import draw_closed_call
from commands.context import Office, member_words
from commands.drawn import Drawn, present
from commands.places import workspace_name
from commands.record_calls import draw_record_call
from workflows.action_calls import ActionCall, HandoverCall
from workflows.catalogue import words_for
from workflows.chair_calls import DeputyCall, DrawnCall
from workflows.circles import admits, is_closed
from workflows.closed_calls import InvitationCall, SeatedCall, SharedCall
from workflows.conversations import Status
from workflows.identifiers import AccountId
from workflows.notices import (
    AccountCall,
    Call,
    DecideByCall,
    HomeCall,
    JoinCall,
    MishapCall,
    Prompt,
    Welcome,
)
from workflows.people import Person
from workflows.private_words import (
    account_call,
    decide_by_call,
    home_call,
    join_call,
    made_lead,
    mishap,
    prompt,
    welcome,
)
from workflows.record_calls import ReviewCall, SignAgain


def draw_call(office: Office, call: Call) -> Drawn | None:
    """Return what is said to one person as it should read now; None when it is not wanted."""
    match call:
        case Prompt():
            return _prompt(office, call)
        case ReviewCall() | SignAgain():
            return draw_record_call(office, call)
        case DecideByCall():
            return _decide_by_call(office, call)
        case InvitationCall() | SharedCall() | SeatedCall():
            return draw_closed_call(office, call)
        case DrawnCall() | DeputyCall():
            return draw_chair_call(office, call)
        case JoinCall():
            return _join_call(office, call)
        case Welcome():
            return _welcome(office, call)
        case MishapCall():
            return _mishap_call(office, call)
        case HomeCall():
            return _home_call(office, call)
        case AccountCall():
            return _account_call(office, call)
        case ActionCall() | HandoverCall():
            return draw_action_call(office, call)
        case _:
            assert_never(call)


def _prompt(office: Office, notice: Prompt) -> Drawn | None:
    wording, team = wording_of(office, notice.conversation, notice.member)
    conversation = wording.conversation
    if conversation.status is not Status.OPEN or conversation.round != notice.round:
        return None
    seat = team.member(notice.member)
    if is_closed(conversation) and not (seat and admits(conversation, seat)):
        return None
    view = prompt(wording, notice.member, reminder=notice.reminder)
    return Drawn(view, team) if view else None


def _decide_by_call(office: Office, notice: DecideByCall) -> Drawn | None:
    wording, team = wording_of(office, notice.conversation, notice.member)
    is_over = wording.conversation.status is not Status.OPEN
    if is_over or present(team, notice.member) is None:
        return None
    return Drawn(decide_by_call(wording), team)


def _join_call(office: Office, notice: JoinCall) -> Drawn | None:
    team, _ = surroundings(office, notice.team)
    person = office.work.people.get(notice.person)
    lead = present(team, notice.lead)
    is_settled = not person.name or team.seat_of(notice.person)
    if lead is None or not lead.is_lead or is_settled:
        return None
    words = member_words(team, lead.language)
    return Drawn(join_call(team.id, team.name, person.id, person.name, words), team)


def _welcome(office: Office, notice: Welcome) -> Drawn | None:
    team, partnership = surroundings(office, notice.team)
    seat = present(team, notice.member)
    if seat is None or (notice.leads and not seat.is_lead):
        return None
    words = member_words(team, seat.language)
    if notice.leads:
        return Drawn(made_lead(team, words), team)
    party = partnership.party(seat.party) if seat.party else None
    return Drawn(welcome(team, party, words), team)


def _mishap_call(office: Office, notice: MishapCall) -> Drawn | None:
    team, _ = surroundings(office, notice.team)
    lead = present(team, notice.lead)
    if lead is None or not lead.is_lead:
        return None
    workspace = office.work.workspaces.get(notice.workspace).name
    words = member_words(team, lead.language)
    view = mishap(notice.mishap, team, workspace, words, is_private=notice.is_private)
    return Drawn(view, team)


def _home_call(office: Office, notice: HomeCall) -> Drawn | None:
    team, _ = surroundings(office, notice.team)
    lead = present(team, notice.lead)
    is_there = any(home.id == notice.home for home in team.homes)
    if lead is None or not lead.is_lead or is_there is notice.is_gone:
        return None
    words = member_words(team, lead.language)
    workspace = workspace_name(office.work.workspaces.get(notice.workspace), words)
    name = _holder(office, notice.account).name or words.say("Somebody")
    return Drawn(home_call(team, workspace, name, words, is_gone=notice.is_gone), team)


def _account_call(office: Office, notice: AccountCall) -> Drawn | None:
    person = _holder(office, notice.account)
    accounts = office.work.people.accounts_of(person.id)
    if len(accounts) == 1:
        return None
    words = words_for(person.language)
    account = office.work.people.account_by_id(notice.account)
    workspace = workspace_name(office.work.workspaces.get(account.workspace), words)
    return Drawn(account_call(workspace, words), None)


def _holder(office: Office, account: AccountId) -> Person:
    return office.work.people.get(office.work.people.account_by_id(account).person)
