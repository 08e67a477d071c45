"""Draws what is said in private about a record, if it is still true."""

from typing import assert_never

from commands.access import surroundings
from commands.context import Office, member_words
from commands.drawn import Drawn, present
from workflows.people import Member, Team
from workflows.private_words import review_call, sign_again
from workflows.record_calls import RecordCall, ReviewCall, SignAgain
from workflows.records import Decision, Record


def draw_record_call(office: Office, call: RecordCall) -> Drawn | None:
    """Return what is said to one person as it should read now; None when it is not wanted."""
    record = office.work.records.get(call.record)
    team, _ = surroundings(office, record.team)
    seat = present(team, call.member)
    if seat is None:
        return None
    match call:
        case ReviewCall():
            return _review_call(record, team, seat)
        case SignAgain():
            return _sign_again(record, team, seat, call.number)
        case _:
            assert_never(call)


def _review_call(record: Record, team: Team, seat: Member) -> Drawn | None:
    content = record.current.content
    if not isinstance(content, Decision) or content.felt:
        return None
    return Drawn(review_call(record, content, member_words(team, seat.language)), team)


def _sign_again(record: Record, team: Team, seat: Member, number: int) -> Drawn | None:
    current = record.current
    if current.number != number or seat.id in current.signers:
        return None
    return Drawn(sign_again(record, member_words(team, seat.language)), team)
