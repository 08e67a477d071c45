"""The doors to somebody's things. Each takes the asker and hands out what is theirs to see.

Those to action items are in access_actions. Nothing else may fetch by a bare id. What belongs to
another team or partnership looks exactly like what does not exist.
"""

from dataclasses import dataclass, replace

from commands.context import Context, Office
from commands.errors import (
    CommandError,
    MissingError,
    NotAllowedError,
    OutsiderError,
    WhichTeamError,
)
from storage.errors import NotFoundError
from workflows import asks
from workflows.circles import admits
from workflows.conversations import Conversation
from workflows.definitions import Workflow
from workflows.finding import Circle
from workflows.identifiers import ConversationId, MemberId, RecordId, TeamId
from workflows.limits import LONGEST, Place
from workflows.people import Member, Partnership, Person, Team
from workflows.records import Record
from workflows.room import Room, room_of
from workflows.typed import shorten
from workflows.views import Ask, Button, Style
from workflows.words import Words, mark


@dataclass(frozen=True, slots=True)
class Seat:
    """The asker's place on a team, with the team and its partnership."""

    member: Member
    team: Team
    partnership: Partnership

    def room(self, words: Words) -> Room:
        """Return who and what surrounds the team's conversations, for one reader."""
        return room_of(self.team, self.partnership, words.in_zone(self.team.zone))


@dataclass(frozen=True, slots=True)
class Part:
    """The asker's part in a conversation."""

    seat: Seat
    conversation: Conversation
    workflow: Workflow


def missing(context: Context) -> CommandError:
    """Return the error for what is not here, or not the asker's.

    In the channel of a team that the asker is not on, it says how to join. That depends on the
    channel alone, so nothing can be found out by asking.
    """
    team = team_at_home(context)
    if team is None or team.seat_of(context.person.id):
        return MissingError()
    join = Button(context.words.say("Ask to join"), Ask("team join"), Style.PRIMARY)
    return OutsiderError("", join, team=team.name)


def access_team(context: Context, team: TeamId) -> Seat:
    """Return the asker's seat on a team, or raise what `missing` returns."""
    try:
        found, partnership = surroundings(context.office, team)
    except NotFoundError:
        raise missing(context) from None
    return Seat(_member(context, found), found, partnership)


def access_team_here(context: Context) -> Seat:
    """Return the asker's seat on the team a request is about.

    That is the team it names, the team at home in the channel, or the only team the asker is on.
    """
    if named := context.option("team"):
        return access_team(context, TeamId(named))
    at_home = team_at_home(context)
    if at_home is not None:
        return _seat(context, at_home)
    own = context.work.teams.of_person(context.person.id)
    if len(own) == 1:
        return _seat(context, own[0])
    raise _which(context, own) if own else _none_yet(context)


def team_at_home(context: Context) -> Team | None:
    """Return the team at home in the channel; its name is no secret to whoever is in there."""
    channel = context.request.channel
    if not channel:
        return None
    return context.work.teams.at_home(context.request.caller.workspace, channel)


def team_of_code(context: Context, code: str) -> Team | None:
    """Return the team whose code this is, and use the code up; None if it fits none.

    A lead has made the code, so that whoever is given it can link a channel to the team.
    """
    work = context.work
    found = work.link_codes.team_of(code)
    if found is None:
        return None
    team = work.teams.hold(found)
    return team if work.link_codes.drop_of_team(found) and team.present else None


def person_of_code(context: Context, code: str) -> Person | None:
    """Return the person whose code this is, to link an account with it; None if it fits none.

    They have made it themselves, or were given it after an import. Whoever else they tell it to is
    as good as they are.
    """
    found = context.work.link_codes.person_of(code)
    return context.work.people.find(found) if found else None


def access_lead(context: Context, team: TeamId) -> Seat:
    """Return the asker's seat on a team they lead; raise NotAllowedError if they do not lead it."""
    return leading(context, access_team(context, team))


def access_lead_here(context: Context) -> Seat:
    """Return the asker's seat on the team a request is about, if they lead it."""
    return leading(context, access_team_here(context))


def leading(context: Context, seat: Seat) -> Seat:
    """Return a lead's seat; raise NotAllowedError for everybody else's."""
    if not seat.member.is_lead:
        names = context.words.listed([lead.name for lead in seat.team.leads])
        raise NotAllowedError(names=names)
    return seat


def access_member(context: Context, member: MemberId) -> tuple[Seat, Member]:
    """Return a member of a team that the asker leads, with the asker's seat."""
    team = context.work.teams.member_team(member)
    if team is None:
        raise missing(context)
    seat = access_team(context, team)
    found = seat.team.member(member)
    if found is None or not found.is_here:
        raise missing(context)
    return leading(context, seat), found


def people_around(context: Context, team: Team) -> tuple[Person, ...]:
    """Return everybody known in a workspace that a team is at home in, those who came first first.

    Only they can be added to the team.
    """
    workspaces = dict.fromkeys(home.workspace for home in team.homes)
    known = {
        person.id: person
        for workspace in workspaces
        for _, person in context.work.people.in_workspace(workspace)
        if person.name
    }
    return tuple(known.values())


def access_conversation(context: Context, conversation: ConversationId) -> Part:
    """Return the asker's part in a conversation of one of their teams."""
    try:
        found = context.work.conversations.get(conversation)
    except NotFoundError:
        raise missing(context) from None
    seat = access_team(context, found.team)
    if not admits(found, seat.member):
        raise missing(context)
    return Part(seat, found, context.office.workflow_of(found.workflow, found.edition))


def access_facilitated(context: Context, conversation: ConversationId) -> Part:
    """Return a conversation that the asker facilitates; raise NotAllowedError for all others."""
    part = access_conversation(context, conversation)
    if part.conversation.facilitator != part.seat.member.id:
        words = context.words
        name = part.seat.room(words).name(part.conversation.facilitator)
        chair = Button(words.say("Facilitate"), asks.facilitate(conversation))
        raise NotAllowedError(_FACILITATOR_ONLY, chair, name=name)
    return part


def access_record(context: Context, record: RecordId) -> tuple[Seat, Record]:
    """Return a record that the asker may see, with the seat that lets them.

    A team's record is for its members; a partnership's is for everyone on one of its teams; a
    private one, or a caucus's, for those it admits.
    """
    found = context.work.shelf.record(access_circle(context), record)
    if found is None:
        raise missing(context)
    own = context.work.teams.get(found.team)
    if own.seat_of(context.person.id):
        return _seat(context, own), found
    teams = context.work.teams.of_partnership(found.partnership)
    sitting = (team for team in teams if team.seat_of(context.person.id))
    return _seat(context, next(sitting, own)), found


def access_circle(context: Context) -> Circle:
    """Return how far the asker can see of all records; where they have no seat, nowhere."""
    teams = context.work.teams.of_person(context.person.id)
    seats = [seat for team in teams if (seat := team.seat_of(context.person.id))]
    return Circle(
        teams=frozenset(team.id for team in teams),
        partnerships=frozenset(team.partnership for team in teams),
        members=frozenset(seat.id for seat in seats),
        caucuses=frozenset((seat.team, seat.party) for seat in seats if seat.party),
    )


def access_own_teams(context: Context) -> tuple[Team, ...]:
    """Return the teams that the asker is on now, at least one; else raise WhichTeamError."""
    teams = context.work.teams.of_person(context.person.id)
    if not teams:
        raise _none_yet(context)
    return teams


def access_own_record(context: Context, record: RecordId) -> tuple[Seat, Record]:
    """Return a record of the asker's own team; raise NotAllowedError if they may only read it."""
    seat, found = access_record(context, record)
    if found.team != seat.team.id:
        raise NotAllowedError(_OWN_TEAM_ONLY)
    return seat, found


def access_own_seats(context: Context) -> tuple[Seat, ...]:
    """Return all seats that the asker has, and those they had."""
    person = context.person.id
    return tuple(
        Seat(member, team, context.work.partnerships.get(team.partnership))
        for team in context.work.teams.ever_of_person(person)
        for member in team.members
        if member.person == person
    )


def surroundings(office: Office, team: TeamId) -> tuple[Team, Partnership]:
    """Return a team and its partnership, for the doors and for what happens without an asker."""
    known = {} if office.surroundings is None else office.surroundings
    if team not in known:
        known[team] = office.work.teams.with_partnership(team)
    return known[team]


def _seat(context: Context, team: Team) -> Seat:
    member = _member(context, team)
    return Seat(member, team, context.work.partnerships.get(team.partnership))


def _member(context: Context, team: Team) -> Member:
    member = team.seat_of(context.person.id)
    if member is None:
        raise missing(context)
    return member


def _which(context: Context, teams: tuple[Team, ...]) -> WhichTeamError:
    """Return the error that lets the asker pick one of their teams, and go on from there."""
    return WhichTeamError("", *(_the_same_for(context, team) for team in teams))


def _the_same_for(context: Context, team: Team) -> Button:
    ask = context.request.ask
    name = f"{team.name} · {context.work.partnerships.get(team.partnership).name}"
    options = {**ask.options, "team": team.id}
    return Button(shorten(name, LONGEST[Place.BUTTON]), replace(ask, options=options))


def _none_yet(context: Context) -> WhichTeamError:
    if not context.request.channel:
        return WhichTeamError(_NO_TEAM)
    start = Button(context.words.say("Set up Concord"), Ask("start"), Style.PRIMARY)
    return WhichTeamError(_NO_TEAM_HERE, start, with_code(context.words))


def with_code(words: Words) -> Button:
    """Return the button to link the channel one is in to a team that meets elsewhere."""
    return Button(words.say("Join with a code"), Ask("team join"))


_NO_TEAM = mark(
    "You are not on a team yet. Type /concord start in your team's channel to set one up."
)
_NO_TEAM_HERE = mark("You are not on a team yet, and no team is at home in this channel.")
_FACILITATOR_ONLY = mark(
    "{name} facilitates this conversation. Press Facilitate if you want to take over."
)
_OWN_TEAM_ONLY = mark("Only members of the team that agreed this can do that.")
