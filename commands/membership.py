"""Coming and going: what changes for a team and its conversations when somebody does."""

from dataclasses import replace

from commands.access import Part, Seat
from commands.announcing import announce_team
from commands.context import Context
from commands.conversations import move_member
from workflows.events import MemberJoined, MemberLeft
from workflows.identifiers import MemberId, PartyId, PersonId
from workflows.people import Member, Role, Team


def add_member(
    context: Context,
    team: Team,
    person: PersonId,
    party: PartyId | None,
    roles: frozenset[Role] = frozenset(),
) -> Member:
    """Give a person a seat on a team, and a place in what it has open. Twice gives one seat."""
    there = team.seat_of(person)
    if there is not None:
        return there
    known = context.work.people.get(person)
    member = Member(
        id=MemberId(context.work.new_id()),
        team=team.id,
        person=person,
        name=known.name,
        party=party,
        roles=roles,
        joined_at=context.office.now,
        language=known.language,
    )
    context.work.teams.add_member(member)
    with_them = replace(team, members=(*team.members, member))
    partnership = context.work.partnerships.get(team.partnership)
    for part in _open_parts(context, Seat(member, with_them, partnership)):
        move_member(context, part, MemberJoined(member.id, context.office.now))
    announce_team(context.office, with_them)
    return member


def leave_team(context: Context, seat: Seat) -> None:
    """End a member's seat: conversations go on without them, and a team keeps a lead."""
    for part in _open_parts(context, seat):
        move_member(context, part, MemberLeft(seat.member.id, context.office.now))
    context.work.teams.save_member(replace(seat.member, left_at=context.office.now))
    _name_a_lead(context, seat)
    announce_team(context.office, seat.team)


def _open_parts(context: Context, seat: Seat) -> tuple[Part, ...]:
    return tuple(
        Part(seat, running, context.office.workflow_of(running.workflow, running.edition))
        for running in context.work.conversations.open_in(seat.team.id)
    )


def _name_a_lead(context: Context, seat: Seat) -> None:
    """Make somebody lead when the last lead leaves: of the same party first, longest there."""
    rest = [member for member in seat.team.present if member.id != seat.member.id]
    if not rest or any(member.is_lead for member in rest):
        return
    heir = _heir(rest, seat.member, seat.team)
    context.work.teams.save_member(replace(heir, roles=heir.roles | {Role.LEAD}))


def _heir(rest: list[Member], leaver: Member, team: Team) -> Member:
    order = [member.id for member in team.members]
    return min(rest, key=lambda member: (member.party != leaver.party, order.index(member.id)))
