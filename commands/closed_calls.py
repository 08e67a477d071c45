"""Draws the private words about what only some of a team may see."""

from typing import assert_never

from commands.access import surroundings
from commands.context import Office, member_words
from commands.drawn import Drawn, present
from workflows.circles import admits
from workflows.closed_calls import ClosedCall, InvitationCall, SeatedCall, SharedCall
from workflows.invitations import Invitation
from workflows.private_words import invitation_call, seated_call, shared_call
from workflows.room import room_of


def draw_closed_call(office: Office, call: ClosedCall) -> Drawn | None:
    """Return such a word as it should read now; None when it is not its reader's to hear."""
    match call:
        case InvitationCall():
            return _invitation_call(office, call)
        case SharedCall():
            return _shared_call(office, call)
        case SeatedCall():
            return _seated_call(office, call)
        case _:
            assert_never(call)


def _shared_call(office: Office, notice: SharedCall) -> Drawn | None:
    record = office.work.records.get(notice.record)
    team, partnership = surroundings(office, record.team)
    reader, written_in = present(team, notice.member), record.current.conversation
    if reader is None or not admits(record, reader) or record.current.number != notice.number:
        return None
    party = partnership.party(record.party) if record.party else None
    if party is None or written_in is None:
        return None
    words = member_words(team, reader.language)
    writer = office.work.conversations.get(written_in).facilitator
    name = room_of(team, partnership, words).name(writer)
    return Drawn(shared_call(record, name, party, words), team)


def _seated_call(office: Office, notice: SeatedCall) -> Drawn | None:
    team, partnership = surroundings(office, notice.team)
    reader, newcomer = present(team, notice.member), present(team, notice.newcomer)
    if reader is None or newcomer is None or newcomer.party != reader.party:
        return None
    party = partnership.party(reader.party) if reader.party else None
    words = member_words(team, reader.language)
    return Drawn(seated_call(team, newcomer.name, party, words), team) if party else None


def _invitation_call(office: Office, notice: InvitationCall) -> Drawn | None:
    record = office.work.records.get(notice.record)
    team, _ = surroundings(office, record.team)
    content, author = record.current.content, present(team, notice.member)
    if author is None or not admits(record, author) or not isinstance(content, Invitation):
        return None
    if content.next_day is None or content.next_day.isoformat() != notice.day:
        return None
    return Drawn(invitation_call(record, content, member_words(team, author.language)), team)
