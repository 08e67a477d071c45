"""Puts messages into the outbox: what they are about and where they go, never their text."""

from commands.context import Office
from workflows.circles import admits, is_closed
from workflows.closed_calls import SeatedCall, SharedCall
from workflows.conversations import Conversation
from workflows.course import open_phase
from workflows.definitions import Workflow
from workflows.identifiers import MemberId, PersonId, RecordId
from workflows.notices import (
    AccountCall,
    ConversationCard,
    HomeCall,
    JoinCall,
    JoinCard,
    Notice,
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
from workflows.people import Account, Home, Member, Team
from workflows.phases import times_asked
from workflows.record_calls import SignAgain
from workflows.records import Record
from workflows.reveals import WRITTEN


def announce_card(office: Office, team: Team, conversation: Conversation) -> None:
    """Show a conversation's card in each home of its team, or bring it up to date.

    Of what only some may see a home hears nothing.
    """
    if not is_closed(conversation):
        _to_homes(office, team, ConversationCard(conversation.id))


def announce_reveals(
    office: Office, team: Team, workflow: Workflow, conversation: Conversation
) -> None:
    """Post what the open phase reveals, a message for each question, under the card.

    What was posted already, and not asked again since, is the same message.
    """
    if is_closed(conversation):
        return
    card = subject(ConversationCard(conversation.id))
    for field in open_phase(workflow, conversation).reveal:
        if workflow.find_field(field).kind in WRITTEN:
            key = f"{field}/{times_asked(workflow, conversation, field)}"
            reveal = Reveal(conversation.id, (field,), key)
            _to_homes(office, team, reveal, thread=card)


def announce_pre_read_to(office: Office, team: Team, conversation: Conversation) -> None:
    """Post what to look through before looking back, under the card."""
    card = subject(ConversationCard(conversation.id))
    _to_homes(office, team, PreRead(conversation.id), thread=card)


def announce_prompt(
    office: Office,
    team: Team,
    conversation: Conversation,
    member: MemberId,
    *,
    reminder: bool = False,
) -> None:
    """Tell one member in private that a conversation waits for them."""
    notice = Prompt(conversation.id, member, conversation.round, reminder=reminder)
    for seat in team.members:
        if seat.id == member:
            announce_to(office, seat.person, notice)


def announce_record(office: Office, team: Team, record: RecordId) -> None:
    """Show a record's card in each home of its team, or bring it up to date."""
    _to_homes(office, team, RecordCard(record))


def announce_voided(office: Office, team: Team, before: Record) -> None:
    """Tell everybody in private who signed what has changed now that they may sign again."""
    number = before.current.number + 1
    for seat in team.present:
        if seat.id in before.current.signers:
            announce_to(office, seat.person, SignAgain(before.id, number, seat.id))


def announce_shared(
    office: Office, team: Team, record: RecordId, conversation: Conversation, number: int
) -> None:
    """Tell those who may see what was written down for one party that it was; not its writer."""
    for member in team.present:
        if admits(conversation, member) and member.id != conversation.facilitator:
            announce_to(office, member.person, SharedCall(record, member.id, number))


def announce_seated(office: Office, team: Team, newcomer: Member) -> None:
    """Tell those who are there for a party that somebody new can read what it keeps."""
    for member in team.present:
        if member.party == newcomer.party and member.id != newcomer.id:
            announce_to(office, member.person, SeatedCall(team.id, newcomer.id, member.id))


def announce_join_card(office: Office, team: Team) -> None:
    """Post in each home of a team how to join it; at most one such card a day."""
    _to_homes(office, team, JoinCard(team.id, f"{office.now:%Y-%m-%d}"))


def announce_team(office: Office, team: Team) -> None:
    """Show the team's card in each of its homes, or bring it up to date."""
    _to_homes(office, team, TeamCard(team.id))


def announce_joining(office: Office, team: Team, person: PersonId) -> None:
    """Tell the leads in private that somebody asks to join."""
    for lead in team.leads:
        announce_to(office, lead.person, JoinCall(team.id, person, lead.id))


def announce_welcome(office: Office, team: Team, member: Member) -> None:
    """Tell somebody in private that they are on the team now."""
    announce_to(office, member.person, Welcome(team.id, member.id))


def announce_home(office: Office, team: Team, home: Home, by: Account, *, is_gone: bool) -> None:
    """Tell the leads in private that somebody has linked a channel, or has let one go.

    Whoever did it is told on their screen.
    """
    for lead in team.leads:
        if lead.person != by.person:
            call = HomeCall(team.id, lead.id, home.id, home.workspace, by.id, is_gone)
            announce_to(office, lead.person, call)


def announce_account(office: Office, person: PersonId, account: Account) -> None:
    """Tell somebody in private, where they were last seen, that one more account is theirs."""
    announce_to(office, person, AccountCall(account.id))


def announce_to(office: Office, person: PersonId, notice: Notice) -> None:
    """Send something to a person in private, where they were last seen."""
    for account in office.work.people.accounts_of(person)[:1]:
        office.work.outbox.put(ToAccount(account.id), notice, workspace_id=account.workspace)


def _to_homes(office: Office, team: Team, notice: Notice, thread: str = "") -> None:
    for home in team.homes:
        office.work.outbox.put(ToHome(home.id, thread), notice, workspace_id=home.workspace)
