"""The repository of teams, with their members and homes."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from sqlalchemy import (
    Connection,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import aliased
from sqlmodel import col

from storage.errors import NotFoundError
from storage.partnerships import partnership_of, with_parties
from storage.statements import Among, AnyRow, AnySelect, Values, by_thing
from storage.tables.people import HomeRow, MemberRow, PartnershipRow, PersonRow, TeamRow
from workflows.identifiers import HomeId, MemberId, PartnershipId, PersonId, TeamId, WorkspaceId
from workflows.people import Home, Member, Partnership, Role, Team, TeamKind

_WITH_HOMES: Final[AnySelect] = (
    select(
        TeamRow,
        col(HomeRow.id).label("home"),
        col(HomeRow.workspace_id).label("home_workspace"),
        col(HomeRow.channel).label("home_channel"),
    )
    .outerjoin(HomeRow, col(HomeRow.team_id) == col(TeamRow.id))
    .order_by(col(HomeRow.position), col(HomeRow.id))
)
_BY_ID: Final = _WITH_HOMES.where(col(TeamRow.id) == bindparam("id"))
_HELD: Final = _BY_ID.with_for_update(key_share=True, of=TeamRow)
_BY_ID_WITH_PARTNERSHIP: Final = with_parties(
    _BY_ID.join(PartnershipRow, col(PartnershipRow.id) == col(TeamRow.partnership_id))
)
_HERE: Final = aliased(HomeRow)
_AT_HOME: Final = _WITH_HOMES.where(
    exists()
    .where(col(_HERE.team_id) == col(TeamRow.id))
    .where(col(_HERE.workspace_id) == bindparam("workspace"))
    .where(col(_HERE.channel) == bindparam("channel"))
)
_EVER_OF_PERSON: Final = _WITH_HOMES.where(
    exists()
    .where(col(MemberRow.team_id) == col(TeamRow.id))
    .where(col(MemberRow.person_id) == bindparam("person"))
)
_OF_PERSON: Final = _WITH_HOMES.where(
    exists()
    .where(col(MemberRow.team_id) == col(TeamRow.id))
    .where(col(MemberRow.person_id) == bindparam("person"), col(MemberRow.left_at).is_(None))
)
_OF_PARTNERSHIP: Final = _WITH_HOMES.where(col(TeamRow.partnership_id) == bindparam("partnership"))
_MEMBERS: Final = Among(
    select(MemberRow, col(PersonRow.name), col(PersonRow.language))
    .join(PersonRow, col(PersonRow.id) == col(MemberRow.person_id))
    .order_by(col(MemberRow.position), col(MemberRow.id)),
    col(MemberRow.team_id),
)
_MEMBER_TEAM: Final = select(col(MemberRow.team_id)).where(col(MemberRow.id) == bindparam("id"))
_SAVE: Final = update(TeamRow).where(col(TeamRow.id) == bindparam("team"))
_SAVE_MEMBER: Final = update(MemberRow).where(col(MemberRow.id) == bindparam("member"))
_ADD_MEMBER: Final = insert(MemberRow).values(
    position=select(func.count())
    .where(col(MemberRow.team_id) == bindparam("team"))
    .scalar_subquery()
)
_ADD_HOME: Final = insert(HomeRow).values(
    position=select(func.count()).where(col(HomeRow.team_id) == bindparam("team")).scalar_subquery()
)
_REMOVE_HOME: Final = delete(HomeRow).where(col(HomeRow.id) == bindparam("home"))
_MOVE_SEATS: Final = update(MemberRow).where(col(MemberRow.person_id) == bindparam("former"))
_REMOVE_HOMES: Final = delete(HomeRow).where(col(HomeRow.team_id) == bindparam("team"))


class Teams:
    """Keeps teams: two statements load any number of them, whole."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id_: TeamId) -> Team:
        """Return a team, or raise NotFoundError."""
        return self._one(_BY_ID, id_)

    def with_partnership(self, id_: TeamId) -> tuple[Team, Partnership]:
        """Return a team and its partnership, or raise NotFoundError."""
        rows = self._connection.execute(_BY_ID_WITH_PARTNERSHIP, {"id": id_}).all()
        if not rows:
            raise NotFoundError("team")
        return _team(rows, self._members({id_})), partnership_of(rows)

    def hold(self, id_: TeamId) -> Team:
        """Return a team that nobody else may hold until this work ends, or raise NotFoundError."""
        return self._one(_HELD, id_)

    def at_home(self, workspace: WorkspaceId, channel: str) -> Team | None:
        """Return the team that works in a channel, or None."""
        teams = self._load(_AT_HOME, {"workspace": workspace, "channel": channel})
        return teams[0] if teams else None

    def of_person(self, person: PersonId) -> tuple[Team, ...]:
        """Return the teams that a person is on now, by name."""
        return self._load(_OF_PERSON, {"person": person})

    def ever_of_person(self, person: PersonId) -> tuple[Team, ...]:
        """Return the teams that a person is on or was on, by name."""
        return self._load(_EVER_OF_PERSON, {"person": person})

    def of_partnership(self, partnership: PartnershipId) -> tuple[Team, ...]:
        """Return the teams of a partnership, by name."""
        return self._load(_OF_PARTNERSHIP, {"partnership": partnership})

    def member_team(self, member: MemberId) -> TeamId | None:
        """Return the team that a member has or had a seat on, or None."""
        row = self._connection.execute(_MEMBER_TEAM, {"id": member}).one_or_none()
        return TeamId(row.team_id) if row else None

    def add(self, team: Team) -> None:
        """Keep a new team with its members and homes."""
        self._connection.execute(
            insert(TeamRow),
            {"id": team.id, "partnership_id": team.partnership, **_team_values(team)},
        )
        for member in team.members:
            self.add_member(member)
        for home in team.homes:
            self.add_home(home)

    def save(self, team: Team) -> None:
        """Keep a team's name, kind, language and zone as they are now."""
        self._connection.execute(_SAVE, {"team": team.id, **_team_values(team)})

    def add_member(self, member: Member) -> None:
        """Keep a new seat, last in the order of joining."""
        self._connection.execute(
            _ADD_MEMBER,
            {
                "id": member.id,
                "team_id": member.team,
                "team": member.team,
                "person_id": member.person,
                "joined_at": member.joined_at,
                **_seat_values(member),
            },
        )

    def save_member(self, member: Member) -> None:
        """Keep a member's party, roles and whether they left."""
        self._connection.execute(_SAVE_MEMBER, {"member": member.id, **_seat_values(member)})

    def add_home(self, home: Home) -> None:
        """Keep a new home, last in the order they were found."""
        self._connection.execute(
            _ADD_HOME,
            {
                "id": home.id,
                "team_id": home.team,
                "team": home.team,
                "workspace_id": home.workspace,
                "channel": home.channel,
            },
        )

    def remove_home(self, home: HomeId) -> None:
        """Let go of one channel that a team works in."""
        self._connection.execute(_REMOVE_HOME, {"home": home})

    def move_seats(self, former: PersonId, person: PersonId) -> None:
        """Let all seats that a person has or had be those of another."""
        self._connection.execute(_MOVE_SEATS, {"former": former, "person_id": person})

    def remove_homes(self, team: TeamId) -> None:
        """Let go of all channels that a team works in."""
        self._connection.execute(_REMOVE_HOMES, {"team": team})

    def _one(self, statement: AnySelect, id_: TeamId) -> Team:
        teams = self._load(statement, {"id": id_})
        if not teams:
            raise NotFoundError("team")
        return teams[0]

    def _load(self, statement: AnySelect, values: Values) -> tuple[Team, ...]:
        rows = self._connection.execute(statement, values).all()
        members = self._members({row.id for row in rows})
        return tuple(_team(each, members) for each in by_thing(rows))

    def _members(self, teams: Collection[TeamId]) -> dict[TeamId, list[Member]]:
        members = defaultdict[TeamId, list[Member]](list)
        for row in _MEMBERS.rows(self._connection, teams):
            members[row.team_id].append(_member(row))
        return members


def _team(rows: Sequence[AnyRow], members: Mapping[TeamId, Sequence[Member]]) -> Team:
    """Return a team, of which there is a row for each home at least, or one without any."""
    row = rows[0]
    homes = {
        each.home: Home(each.home, each.id, each.home_workspace, each.home_channel)
        for each in rows
        if each.home
    }
    return Team(
        id=row.id,
        partnership=row.partnership_id,
        name=row.name,
        kind=TeamKind(row.kind),
        language=row.language,
        zone=row.zone,
        members=tuple(members.get(row.id, ())),
        homes=tuple(homes.values()),
    )


def _team_values(team: Team) -> dict[str, str]:
    return {
        "name": team.name,
        "kind": team.kind,
        "language": team.language,
        "zone": team.zone,
    }


def _seat_values(member: Member) -> dict[str, object]:
    return {
        "party_id": member.party,
        "roles": " ".join(sorted(member.roles)),
        "left_at": member.left_at,
    }


def _member(row: AnyRow) -> Member:
    return Member(
        id=row.id,
        team=row.team_id,
        person=row.person_id,
        name=row.name,
        party=row.party_id,
        roles=frozenset(Role(role) for role in row.roles.split()),
        joined_at=row.joined_at,
        left_at=row.left_at,
        language=row.language,
    )
