"""Tells a team's leads, in private and once, that one of its messages met with a mishap."""

from typing import assert_never

from commands.context import Office
from storage.errors import NotFoundError
from storage.work import Work
from workflows.deliveries import Delivery
from workflows.identifiers import TeamId
from workflows.library import Library
from workflows.notices import (
    ConversationCard,
    DecideByCall,
    JoinCall,
    Mishap,
    MishapCall,
    Notice,
    Prompt,
    RecordCard,
    Reveal,
    ReviewCall,
    TeamCard,
    ToAccount,
    Welcome,
)
from workflows.people import Account, Member


def tell_leads(work: Work, library: Library, delivery: Delivery, mishap: Mishap) -> None:
    """Put a word to the leads into the outbox, unless there is nobody to tell or no need to.

    That somebody cannot be reached in private is not for the leads to know. Nor is a mishap told
    of that the word of another mishap met with.
    """
    is_private = isinstance(delivery.address, ToAccount)
    if is_private and mishap is Mishap.PLACE_GONE:
        return
    office = Office(work, library)
    try:
        team = _team_of(office, delivery.notice)
    except NotFoundError:
        return
    if team is None:
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


def _team_of(office: Office, notice: Notice) -> TeamId | None:
    """Return the team that a message is about; None for the word of a mishap."""
    match notice:
        case ConversationCard() | Reveal() | Prompt() | DecideByCall():
            return office.work.conversations.get(notice.conversation).team
        case RecordCard() | ReviewCall():
            return office.work.records.get(notice.record).team
        case TeamCard() | JoinCall() | Welcome():
            return notice.team
        case MishapCall():
            return None
        case _:
            assert_never(notice)
