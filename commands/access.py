"""The only doors to somebody's things. Each takes the asker and hands out what is theirs to see.

Nothing else may fetch by a bare id. What belongs to another team or partnership looks exactly
like what does not exist.
"""

from dataclasses import dataclass

from commands.context import Context, Office
from commands.errors import BadRequestError, MissingError, NotAllowedError
from storage.errors import NotFoundError
from workflows.conversations import Conversation
from workflows.definitions import Workflow
from workflows.identifiers import ConversationId, MemberId, PersonId, RecordId, TeamId
from workflows.people import Member, Partnership, Team
from workflows.records import Record
from workflows.room import Room, room_of
from workflows.views import Privacy
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


def access_team(context: Context, team: TeamId) -> Seat:
    """Return the asker's seat on a team, or raise MissingError."""
    try:
        found = context.work.teams.get(team)
    except NotFoundError:
        raise MissingError from None
    return _seat(context, found)


def access_team_here(context: Context) -> Seat:
    """Return the asker's seat on the team a request is about.

    That is the team it names, the team at home in the channel, or the only team the asker is on.
    """
    if named := context.option("team"):
        return access_team(context, TeamId(named))
    at_home = team_at_home(context)
    if at_home is not None:
        return _seat(context, at_home, otherwise=_NOT_ON_TEAM)
    own = context.work.teams.of_person(context.person.id)
    if len(own) == 1:
        return _seat(context, own[0])
    raise BadRequestError(_WHICH_TEAM if own else _NO_TEAM)


def team_at_home(context: Context) -> Team | None:
    """Return the team at home in the channel; its name is no secret to whoever is in there."""
    channel = context.request.channel
    if not channel:
        return None
    return context.work.teams.at_home(context.request.caller.workspace, channel)


def access_lead(context: Context, team: TeamId) -> Seat:
    """Return the asker's seat on a team they lead; raise NotAllowedError if they do not lead it."""
    return leading(access_team(context, team))


def leading(seat: Seat) -> Seat:
    """Return a lead's seat; raise NotAllowedError for everybody else's."""
    if not seat.member.is_lead:
        raise NotAllowedError
    return seat


def access_member(context: Context, member: MemberId) -> tuple[Seat, Member]:
    """Return a member of a team that the asker leads, with the asker's seat."""
    team = context.work.teams.member_team(member)
    if team is None:
        raise MissingError
    seat = access_team(context, team)
    found = seat.team.member(member)
    if found is None or not found.is_here:
        raise MissingError
    return leading(seat), found


def access_conversation(context: Context, conversation: ConversationId) -> Part:
    """Return the asker's part in a conversation of one of their teams."""
    try:
        found = context.work.conversations.get(conversation)
    except NotFoundError:
        raise MissingError from None
    seat = access_team(context, found.team)
    return Part(seat, found, context.office.workflow_of(found.workflow, found.edition))


def access_facilitated(context: Context, conversation: ConversationId) -> Part:
    """Return a conversation that the asker facilitates; raise NotAllowedError for all others."""
    part = access_conversation(context, conversation)
    if part.conversation.facilitator != part.seat.member.id:
        name = part.seat.room(context.words).name(part.conversation.facilitator)
        raise NotAllowedError(_FACILITATOR_ONLY, name=name)
    return part


def access_record(context: Context, record: RecordId) -> tuple[Seat, Record]:
    """Return a record that the asker may see, with the seat that lets them.

    A team's record is for its members; a partnership's is for everyone on one of its teams.
    """
    try:
        found = context.work.records.get(record)
    except NotFoundError:
        raise MissingError from None
    if found.privacy is Privacy.PARTNERS:
        teams = context.work.teams.of_partnership(found.partnership)
        sitting = (team for team in teams if team.seat_of(context.person.id))
        team = next(sitting, None)
        if team is None:
            raise MissingError
        return _seat(context, team), found
    return access_team(context, found.team), found


def access_own_seats(context: Context, person: PersonId) -> tuple[Seat, ...]:
    """Return all seats of the asker; nobody can ask for another person's."""
    if person != context.person.id:
        raise MissingError
    return tuple(_seat(context, team) for team in context.work.teams.of_person(person))


def surroundings(office: Office, team: TeamId) -> tuple[Team, Partnership]:
    """Return a team and its partnership for what happens without an asker: messages and clocks."""
    found = office.work.teams.get(team)
    return found, office.work.partnerships.get(found.partnership)


def _seat(context: Context, team: Team, otherwise: str = "") -> Seat:
    member = team.seat_of(context.person.id)
    if member is None:
        raise MissingError(otherwise, team=team.name) if otherwise else MissingError
    return Seat(member, team, context.work.partnerships.get(team.partnership))


_NOT_ON_TEAM = mark(
    "You are not on the team “{team}” yet. Type /concord team join to ask its leads."
)
_WHICH_TEAM = mark("You are on more than one team. Please ask in the channel of the team you mean.")
_NO_TEAM = mark(
    "You are not on a team yet. Type /concord start in your team's channel to set one up."
)
_FACILITATOR_ONLY = mark(
    "{name} facilitates this conversation. Press Facilitate if you want to take over."
)
