"""Draws a message at the moment it is sent: what it is about, for whom, and what it replaces."""

from dataclasses import dataclass
from typing import assert_never

from commands.access import surroundings
from commands.context import Office, member_words, team_words
from commands.errors import TooEarlyError
from commands.home import card
from commands.record_views import record_card
from storage.errors import NotFoundError
from storage.work import Work
from workflows.cards import card_view, reveal_view
from workflows.conversations import Status
from workflows.deliveries import Delivery
from workflows.identifiers import ConversationId, MemberId
from workflows.library import Library
from workflows.notices import (
    ConversationCard,
    DecideByCall,
    JoinCall,
    MishapCall,
    Notice,
    Prompt,
    RecordCard,
    Reveal,
    ReviewCall,
    TeamCard,
    ToAccount,
    ToHome,
    Welcome,
)
from workflows.people import Home, Member, Team, Workspace
from workflows.private_words import (
    decide_by_call,
    join_call,
    made_lead,
    mishap,
    prompt,
    review_call,
    welcome,
)
from workflows.records import Decision, Norms
from workflows.room import room_of
from workflows.views import View
from workflows.wording import Wording


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A view and where it goes: a `channel`, or one person by their `external_id`.

    `thread` and `replaces` are the platform's own references of earlier messages, or empty.
    """

    workspace: Workspace
    view: View
    channel: str = ""
    external_id: str = ""
    thread: str = ""
    replaces: str = ""
    pin: bool = False


def draw(work: Work, library: Library, delivery: Delivery) -> Outgoing | None:
    """Return a message as it should read now; None when it is no longer wanted."""
    office = Office(work, library)
    try:
        drawn = _drawn(office, delivery.notice)
    except NotFoundError:
        return None
    if drawn is None:
        return None
    workspace = work.workspaces.get(delivery.workspace)
    replaces = work.receipts.ref_of(delivery.subject, delivery.address) or ""
    match delivery.address:
        case ToAccount():
            account = work.people.account_by_id(delivery.address.account)
            person = work.people.get(account.person)
            words = member_words(drawn.team, person.language)
            view = drawn.view.in_language(words.language)
            return Outgoing(workspace, view, external_id=account.external_id, replaces=replaces)
        case ToHome():
            home = _home(drawn.team, delivery.address)
            if home is None:
                return None
            return Outgoing(
                workspace,
                drawn.view.in_language(team_words(drawn.team).language),
                channel=home.channel,
                thread=_thread(office, delivery.address),
                replaces=replaces,
                pin=drawn.pin,
            )
        case _:
            assert_never(delivery.address)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A view and the team it belongs to; `pin` keeps it at hand in the channel."""

    view: View
    team: Team
    pin: bool = False


def _home(team: Team, address: ToHome) -> Home | None:
    return next((home for home in team.homes if home.id == address.home), None)


def _thread(office: Office, address: ToHome) -> str:
    """Return the reference of the message that starts the thread; empty for none."""
    if not address.thread:
        return ""
    root = office.work.receipts.ref_of(address.thread, ToHome(address.home))
    if root is None:
        raise TooEarlyError
    return root


def _drawn(office: Office, notice: Notice) -> _Drawn | None:
    match notice:
        case ConversationCard():
            return _conversation_card(office, notice)
        case Reveal():
            return _reveal(office, notice)
        case Prompt():
            return _prompt(office, notice)
        case RecordCard():
            return _record_card(office, notice)
        case TeamCard():
            return _team_card(office, notice)
        case ReviewCall():
            return _review_call(office, notice)
        case DecideByCall():
            return _decide_by_call(office, notice)
        case JoinCall():
            return _join_call(office, notice)
        case Welcome():
            return _welcome(office, notice)
        case MishapCall():
            return _mishap_call(office, notice)
        case _:
            assert_never(notice)


def _wording(
    office: Office, id_: ConversationId, member: MemberId | None = None
) -> tuple[Wording, Team]:
    """Return the words of a conversation, for one member or for the whole team."""
    conversation = office.work.conversations.get(id_)
    team, partnership = surroundings(office, conversation.team)
    seat = team.member(member) if member else None
    words = member_words(team, seat.language) if seat else team_words(team)
    workflow = office.workflow_of(conversation.workflow, conversation.edition)
    return Wording(workflow, conversation, room_of(team, partnership, words)), team


def _conversation_card(office: Office, notice: ConversationCard) -> _Drawn:
    wording, team = _wording(office, notice.conversation)
    return _Drawn(card_view(wording), team)


def _reveal(office: Office, notice: Reveal) -> _Drawn | None:
    wording, team = _wording(office, notice.conversation)
    view = reveal_view(wording, notice.fields)
    return _Drawn(view, team) if view.blocks else None


def _prompt(office: Office, notice: Prompt) -> _Drawn | None:
    wording, team = _wording(office, notice.conversation, notice.member)
    conversation = wording.conversation
    if conversation.status is not Status.OPEN or conversation.round != notice.round:
        return None
    view = prompt(wording, notice.member, reminder=notice.reminder)
    return _Drawn(view, team) if view else None


def _record_card(office: Office, notice: RecordCard) -> _Drawn:
    record = office.work.records.get(notice.record)
    team, partnership = surroundings(office, record.team)
    is_norms = isinstance(record.current.content, Norms)
    return _Drawn(record_card(team, partnership, record), team, pin=is_norms)


def _team_card(office: Office, notice: TeamCard) -> _Drawn:
    team, partnership = surroundings(office, notice.team)
    has_norms = bool(office.work.records.of_team(team.id, "norms"))
    view = card(team, partnership, team_words(team), has_norms=has_norms)
    return _Drawn(view, team, pin=True)


def _review_call(office: Office, notice: ReviewCall) -> _Drawn | None:
    record = office.work.records.get(notice.record)
    team, _ = surroundings(office, record.team)
    content = record.current.content
    seat = _present(team, notice.member)
    if not isinstance(content, Decision) or content.felt or seat is None:
        return None
    return _Drawn(review_call(record, content, member_words(team, seat.language)), team)


def _decide_by_call(office: Office, notice: DecideByCall) -> _Drawn | None:
    wording, team = _wording(office, notice.conversation, notice.member)
    is_over = wording.conversation.status is not Status.OPEN
    if is_over or _present(team, notice.member) is None:
        return None
    return _Drawn(decide_by_call(wording), team)


def _join_call(office: Office, notice: JoinCall) -> _Drawn | None:
    team, _ = surroundings(office, notice.team)
    person = office.work.people.get(notice.person)
    lead = _present(team, notice.lead)
    is_settled = not person.name or team.seat_of(notice.person)
    if lead is None or not lead.is_lead or is_settled:
        return None
    words = member_words(team, lead.language)
    return _Drawn(join_call(team.id, team.name, person.id, person.name, words), team)


def _welcome(office: Office, notice: Welcome) -> _Drawn | None:
    team, partnership = surroundings(office, notice.team)
    seat = _present(team, notice.member)
    if seat is None or (notice.leads and not seat.is_lead):
        return None
    words = member_words(team, seat.language)
    if notice.leads:
        return _Drawn(made_lead(team, words), team)
    party = partnership.party(seat.party) if seat.party else None
    return _Drawn(welcome(team, party, words), team)


def _mishap_call(office: Office, notice: MishapCall) -> _Drawn | None:
    team, _ = surroundings(office, notice.team)
    lead = _present(team, notice.lead)
    if lead is None or not lead.is_lead:
        return None
    workspace = office.work.workspaces.get(notice.workspace).name
    words = member_words(team, lead.language)
    view = mishap(notice.mishap, team, workspace, words, is_private=notice.is_private)
    return _Drawn(view, team)


def _present(team: Team, member: MemberId) -> Member | None:
    """Return a member who is on the team now; who has left is not written to any more."""
    seat = team.member(member)
    return seat if seat and seat.is_here else None
