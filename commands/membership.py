"""Coming and going: what changes for a team and its conversations when somebody does."""

from dataclasses import replace

from commands.access import Part, Seat
from commands.access_open import open_to, records_open_to
from commands.action_keeping import hand_on
from commands.announcing import announce_seated, announce_team, announce_to, announce_welcome
from commands.context import Context
from commands.drawing_lots import tell_drawn
from commands.moving import moved
from workflows.circles import admits
from workflows.effects import Prompt
from workflows.events import MemberJoined, MemberLeft
from workflows.identifiers import MemberId, PartyId
from workflows.notices import Welcome
from workflows.people import Member, Partnership, Person, Role, Team
from workflows.views import Privacy


def add_member(
    context: Context,
    team: Team,
    partnership: Partnership,
    person: Person,
    *,
    party: PartyId | None = None,
    roles: frozenset[Role] = frozenset(),
) -> Team:
    """Give a person a seat on a team, and a place in what it has open; return the team with them.

    Twice gives one seat; whoever comes back takes their old one.
    """
    if team.seat_of(person.id):
        return team
    member = _seated(context, team, person)
    member = replace(member, party=party, roles=roles, left_at=None)
    others = tuple(other for other in team.members if other.id != member.id)
    if len(others) == len(team.members):
        context.work.teams.add_member(member)
    else:
        context.work.teams.save_member(member)
    with_them = replace(team, members=(*others, member))
    for part in _open_parts(context, Seat(member, with_them, partnership)):
        moved(context, part, MemberJoined(member.id, context.office.now))
    announce_team(context.office, with_them)
    _tell_party(context, Seat(member, with_them, partnership))
    if person.id != context.person.id:
        announce_welcome(context.office, with_them, member)
    return with_them


def change_party(context: Context, seat: Seat, before: Member) -> None:
    """Let a member's change to another party reach what is open to one party's members only."""
    if before.party == seat.member.party:
        return
    for running in context.work.conversations.open_in(seat.team.id):
        workflow = context.office.workflow_of(running.workflow, running.edition)
        part = Part(seat, running, workflow)
        if admits(running, before) and not admits(running, seat.member):
            _take_out(context, part, before.id)
        elif admits(running, seat.member) and not admits(running, before):
            moved(context, part, MemberJoined(before.id, context.office.now))
    _tell_party(context, seat)


def leave_team(context: Context, seat: Seat, heir: MemberId | None = None) -> None:
    """End a member's seat: conversations go on without them, and a team keeps a lead.

    What they had to do is the heir's now, or nobody's. What is theirs alone waits, in case they
    come back. When the last one leaves, the team's channels are free for another team.
    """
    team = context.work.teams.hold(seat.team.id)
    for part in _open_parts(context, replace(seat, team=team)):
        if part.conversation.privacy is not Privacy.PRIVATE:
            _take_out(context, part, seat.member.id)
    context.work.teams.save_member(replace(seat.member, left_at=context.office.now))
    rest = [member for member in team.present if member.id != seat.member.id]
    leads = [member for member in rest if member.is_lead]
    if not rest:
        context.work.teams.remove_homes(team.id)
        context.work.link_codes.drop_of_team(team.id)
    elif not leads:
        leads = [_make_lead(context, _next_lead(rest, seat.member))]
    inheriting = next((member for member in rest if member.id == heir), None)
    hand_on(context.office, team, seat.member, inheriting, leads)
    announce_team(context.office, team)


def _take_out(context: Context, part: Part, member: MemberId) -> None:
    """Let a conversation go on without somebody; whoever facilitates instead is told."""
    transition = moved(context, part, MemberLeft(member, context.office.now))
    after = transition.conversation
    is_told = Prompt(after.facilitator) in transition.effects
    if after.facilitator != part.conversation.facilitator and not is_told:
        tell_drawn(context.office, part.seat.team, after)


def _tell_party(context: Context, seat: Seat) -> None:
    """Tell those who are there for a party that somebody new can read what is for them only."""
    kept = [record.privacy for record in records_open_to(context, seat)]
    begun = [conversation.privacy for conversation in open_to(context, seat)]
    if Privacy.CAUCUS in (*kept, *begun):
        announce_seated(context.office, seat.team, seat.member)


def _seated(context: Context, team: Team, person: Person) -> Member:
    """Return the seat that somebody left last, or a new one."""
    left = [member for member in team.members if member.person == person.id and member.left_at]
    return max(
        left, key=lambda member: member.left_at or context.office.now, default=None
    ) or Member(
        id=MemberId(context.work.new_id()),
        team=team.id,
        person=person.id,
        name=person.name,
        party=None,
        joined_at=context.office.now,
        language=person.language,
    )


def _open_parts(context: Context, seat: Seat) -> tuple[Part, ...]:
    return tuple(
        Part(seat, running, context.office.workflow_of(running.workflow, running.edition))
        for running in open_to(context, seat)
    )


def _next_lead(rest: list[Member], leaver: Member) -> Member:
    """Return who leads when the last lead leaves: of the same party first, longest there."""
    same_party = (member for member in rest if member.party == leaver.party)
    return next(same_party, rest[0])


def _make_lead(context: Context, member: Member) -> Member:
    lead = replace(member, roles=member.roles | {Role.LEAD})
    context.work.teams.save_member(lead)
    announce_to(context.office, lead.person, Welcome(lead.team, lead.id, leads=True))
    return lead
