"""Tells whom it concerns that a message met with a mishap: the leads, or whom it was for."""

from datetime import timedelta
from typing import Final, assert_never

from commands.context import Office
from storage.errors import NotFoundError
from storage.work import Work
from workflows.action_calls import ActionCall, HandoverCall
from workflows.chair_calls import DeputyCall, DrawnCall
from workflows.circles import is_closed
from workflows.closed_calls import ClosedCall, InvitationCall, SeatedCall, SharedCall
from workflows.deliveries import Delivery
from workflows.identifiers import TeamId
from workflows.library import Library
from workflows.notices import (
    AccountCall,
    ConversationCard,
    DecideByCall,
    HomeCall,
    JoinCall,
    JoinCard,
    Mishap,
    MishapCall,
    Notice,
    OpenPrivately,
    PreRead,
    Prompt,
    RecordCard,
    Reveal,
    TeamCard,
    ToAccount,
    ToHome,
    Welcome,
    subject,
)
from workflows.people import Account, Home, Member
from workflows.record_calls import ReviewCall, SignAgain

OFFER_EVERY: Final = timedelta(days=1)
"""How often a home reads at most that there is something for somebody."""


def tell(work: Work, library: Library, delivery: Delivery, mishap: Mishap) -> None:
    """Put into the outbox what has to be said of a mishap."""
    if mishap is Mishap.PRIVATE_SHUT:
        offer_in_a_home(work, library, delivery)
    else:
        tell_leads(work, library, delivery, mishap)


def offer_in_a_home(work: Work, library: Library, delivery: Delivery) -> None:
    """Put a button for what is unsaid into a home where its person is; at most one a day.

    Everybody there reads it. So there is none for a reminder, which goes only to those who have
    not answered yet: the card is there for them. Nor is there one for what others may not know of.
    """
    notice = delivery.notice
    is_reminder = isinstance(notice, Prompt) and notice.reminder
    if is_reminder or not isinstance(delivery.address, ToAccount):
        return
    office = Office(work, library)
    try:
        if _is_hushed(office, notice):
            return
        found = _home_of(office, delivery.address, notice)
    except NotFoundError:
        return
    if found is None:
        return
    seat, home = found
    if work.buckets.free_at(offers := f"offer/{seat.id}") > work.now:
        return
    work.buckets.push(offers, work.now + OFFER_EVERY)
    offer, address = OpenPrivately(seat.team, seat.id), ToHome(home.id)
    work.receipts.forget(subject(offer), address)  # nobody is notified of an edit
    work.outbox.put(address, offer, workspace_id=home.workspace)


def tell_leads(work: Work, library: Library, delivery: Delivery, mishap: Mishap) -> None:
    """Put a word to the leads into the outbox, unless there is nobody to tell or no need to.

    That somebody is gone is not for the leads to know. Nor is a mishap told of that the word of
    another mishap met with.
    """
    is_private = isinstance(delivery.address, ToAccount)
    is_of_a_mishap = isinstance(delivery.notice, MishapCall)
    if is_of_a_mishap or (is_private and mishap is Mishap.PLACE_GONE):
        return
    office = Office(work, library)
    try:
        team = _team_of(office, delivery.notice)
        is_hushed = _is_hushed(office, delivery.notice)
    except NotFoundError:
        return
    if team is None or is_hushed:
        return
    for lead in work.teams.get(team).leads:
        notice = MishapCall(
            team, lead.id, mishap, delivery.workspace, is_private, f"{work.now:%Y-%m-%d}"
        )
        for account in _reachable(office, lead, delivery, mishap)[:1]:
            work.outbox.put(ToAccount(account.id), notice, workspace_id=account.workspace)


def _reachable(
    office: Office, lead: Member, delivery: Delivery, mishap: Mishap
) -> tuple[Account, ...]:
    """Return the accounts of a lead that can be written to, the most recently seen first."""
    accounts = office.work.people.accounts_of(lead.person)
    if mishap is not Mishap.WORKSPACE_GONE:
        return accounts
    return tuple(account for account in accounts if account.workspace != delivery.workspace)


def _home_of(office: Office, address: ToAccount, notice: Notice) -> tuple[Member, Home] | None:
    """Return a home of the team that a word is about where its person is, and their seat there.

    That is in the workspace the word was for, or else in another one that they have an account in.
    What is about no team is offered by any of theirs.
    """
    people, teams = office.work.people, office.work.teams
    account = people.account_by_id(address.account)
    about = _team_of(office, notice)
    around = teams.of_person(account.person) if about is None else (teams.get(about),)
    accounts = people.accounts_of(account.person)
    for workspace in dict.fromkeys((account.workspace, *(a.workspace for a in accounts))):
        for team in around:
            seat = team.seat_of(account.person)
            homes = [home for home in team.homes if home.workspace == workspace]
            if seat and homes:
                return seat, homes[0]
    return None


def _is_hushed(office: Office, notice: Notice) -> bool:
    """Say whether nobody else may learn of a word: it is about what only some may see."""
    if isinstance(notice, Prompt | DrawnCall | DeputyCall):
        return is_closed(office.work.conversations.get(notice.conversation))
    return isinstance(notice, ClosedCall)


def _team_of(office: Office, notice: Notice) -> TeamId | None:
    """Return the team that a message is about; None for what is one person's own."""
    match notice:
        case (
            ConversationCard()
            | Reveal()
            | PreRead()
            | Prompt()
            | DecideByCall()
            | DrawnCall()
            | DeputyCall()
        ):
            return office.work.conversations.get(notice.conversation).team
        case RecordCard() | ReviewCall() | SignAgain() | InvitationCall() | SharedCall():
            return office.work.records.get(notice.record).team
        case ActionCall():
            return office.work.actions.get(notice.action).team
        case (
            TeamCard()
            | JoinCard()
            | OpenPrivately()
            | SeatedCall()
            | JoinCall()
            | Welcome()
            | HomeCall()
            | MishapCall()
            | HandoverCall()
        ):
            return notice.team
        case AccountCall():
            return None
        case _:
            assert_never(notice)
