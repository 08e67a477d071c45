"""Draws a message at the moment it is sent: what it is about, for whom, and what it replaces."""

from dataclasses import dataclass
from typing import assert_never

from commands.access import surroundings
from commands.calls import draw_call
from commands.calls_wording import wording_of
from commands.context import Office, member_words, team_words
from commands.drawn import Drawn
from commands.errors import TooEarlyError
from commands.home import card, join_card
from commands.looking_back import pre_read_view
from commands.record_views import record_card
from commands.unsaid import offer
from storage.errors import NotFoundError
from storage.work import Work
from workflows.cards import card_view, reveal_view
from workflows.catalogue import words_for
from workflows.circles import is_closed
from workflows.conversations import Status
from workflows.deliveries import Delivery
from workflows.library import Library
from workflows.notices import (
    ConversationCard,
    JoinCard,
    Notice,
    OpenPrivately,
    PreRead,
    RecordCard,
    Reveal,
    TeamCard,
    ToAccount,
    ToHome,
)
from workflows.people import Home, Person, Team, Workspace
from workflows.records import Norms
from workflows.views import View


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
            view = drawn.view.in_language(_language(drawn.team, person))
            return Outgoing(workspace, view, external_id=account.external_id, replaces=replaces)
        case ToHome():
            home = _home(drawn.team, delivery.address) if drawn.team else None
            if drawn.team is None or home is None:
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


def _home(team: Team, address: ToHome) -> Home | None:
    return next((home for home in team.homes if home.id == address.home), None)


def _language(team: Team | None, person: Person) -> str:
    """Return the language that a private message is drawn in."""
    words = member_words(team, person.language) if team else words_for(person.language)
    return words.language


def _thread(office: Office, address: ToHome) -> str:
    """Return the reference of the message that starts the thread; empty for none."""
    if not address.thread:
        return ""
    root = office.work.receipts.ref_of(address.thread, ToHome(address.home))
    if root is None:
        raise TooEarlyError
    return root


def _drawn(office: Office, notice: Notice) -> Drawn | None:
    match notice:
        case ConversationCard():
            return _conversation_card(office, notice)
        case Reveal():
            return _reveal(office, notice)
        case PreRead():
            return _pre_read(office, notice)
        case RecordCard():
            return _record_card(office, notice)
        case TeamCard():
            return _team_card(office, notice)
        case JoinCard():
            team, _ = surroundings(office, notice.team)
            return Drawn(join_card(team, team_words(team)), team)
        case OpenPrivately():
            return _open_privately(office, notice)
        case _:
            return draw_call(office, notice)


def _conversation_card(office: Office, notice: ConversationCard) -> Drawn | None:
    wording, team = wording_of(office, notice.conversation)
    if is_closed(wording.conversation):
        return None
    return Drawn(card_view(wording), team)


def _reveal(office: Office, notice: Reveal) -> Drawn | None:
    wording, team = wording_of(office, notice.conversation)
    view = reveal_view(wording, notice.fields)
    is_wanted = view.blocks and not is_closed(wording.conversation)
    return Drawn(view, team) if is_wanted else None


def _pre_read(office: Office, notice: PreRead) -> Drawn | None:
    wording, team = wording_of(office, notice.conversation)
    if wording.conversation.status is not Status.OPEN:
        return None
    return Drawn(pre_read_view(office, wording, team), team)


def _record_card(office: Office, notice: RecordCard) -> Drawn | None:
    record = office.work.records.get(notice.record)
    if is_closed(record):
        return None
    team, partnership = surroundings(office, record.team)
    is_norms = isinstance(record.current.content, Norms)
    return Drawn(record_card(team, partnership, record), team, pin=is_norms)


def _team_card(office: Office, notice: TeamCard) -> Drawn:
    team, partnership = surroundings(office, notice.team)
    has_norms = bool(office.work.records.of_team(team.id, "norms"))
    actions = len(office.work.actions.open_of_team(team.id))
    words = team_words(team)
    view = card(team, partnership, words, has_norms=has_norms, actions=actions)
    return Drawn(view, team, pin=True)


def _open_privately(office: Office, notice: OpenPrivately) -> Drawn | None:
    """Return the button for a member, also if nothing is unsaid any more.

    Else it would show to everybody that something still waited when the button was posted.
    """
    team, _ = surroundings(office, notice.team)
    seat = team.member(notice.member)
    if seat is None or not seat.is_here:
        return None
    return Drawn(offer(seat.person, seat.name, team_words(team)), team)
