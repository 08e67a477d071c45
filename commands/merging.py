"""Makes one person of two who turn out to be the same: accounts, seats, answers and signatures."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from commands.access import Seat, access_own_seats
from commands.announcing import announce_account, announce_record
from commands.codes import tries_of
from commands.context import Context
from commands.membership import leave_team
from workflows.circles import admits
from workflows.conversations import Status
from workflows.identifiers import PersonId
from workflows.people import Member, Person, Team
from workflows.uniting import united

_EVER: Final = datetime.min.replace(tzinfo=UTC)
"""When somebody joined of whom that is not known."""


def merge_into(context: Context, person: Person) -> Person:
    """Let all that is the asker's be another person's, who is the same human being.

    Where both have a seat on a team, the one they have had for longer stays. Its answers count;
    what only the other one has answered or signed goes along. Nothing is left of the asker.
    """
    former, work = context.person, context.work
    work.people.hold(former.id, person.id)
    announce_account(context.office, person.id, context.account)
    seats = access_own_seats(context)
    for seat in seats:
        other = seat.team.seat_of(person.id)
        if seat.member.is_here and other:
            _unite(context, seat, other)
    work.teams.move_seats(former.id, person.id)
    work.people.move_accounts(former.id, person.id)
    work.people.touch(context.account.id)
    work.people.remove(former.id)
    work.buckets.clear(tries_of(former.id))
    merged = replace(person, language=person.language or former.language)
    work.people.save(merged)
    for seat in seats:
        _show_name(context, seat.team, {former.id, person.id})
    return merged


def _stays(seat: Member, other: Member) -> bool:
    """Say whether the first of two seats of one person is the one that stays: the older one."""
    return (seat.joined_at or _EVER) < (other.joined_at or _EVER)


def _unite(context: Context, seat: Seat, other: Member) -> None:
    """End the newer of two seats, after all that was done from it is the older one's."""
    work = context.work
    team = work.teams.hold(seat.team.id)
    is_mine = _stays(seat.member, other)
    kept, given_up = (seat.member, other) if is_mine else (other, seat.member)
    roles, party = kept.roles | given_up.roles, kept.party or given_up.party
    kept = replace(kept, roles=roles, party=party)
    for conversation in work.conversations.of_member(given_up.id):
        joined = united(conversation, given_up.id, kept.id)
        is_to_move = conversation.status is Status.OPEN or conversation.owner
        if is_to_move and admits(joined, kept):
            work.conversations.save(joined)
    work.records.move(given_up.id, kept.id)
    work.actions.move(given_up.id, kept.id)
    work.record_notes.move(given_up.id, kept.id)
    work.teams.save_member(kept)
    leave_team(context, Seat(given_up, team, seat.partnership))


def _show_name(context: Context, team: Team, people: set[PersonId]) -> None:
    """Bring the cards up to date that show one of two people by their name."""
    theirs = {member.id for member in team.members if member.person in people}
    for record in context.work.records.of_team(team.id):
        if theirs & record.current.named:
            announce_record(context.office, team, record.id)
