"""The shape of what an archive holds, as its JSON files say it: here the partnership itself.

Accounts, channels, codes, conversations and whatever is one member's or one party's alone have no
place in it. Ids stay as they are, so that what is read back and archived again is the same.
"""

from collections.abc import Sequence
from typing import Annotated, Final

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, StringConstraints

from workflows.archives.checks import in_our_days, known_language, known_zone
from workflows.identifiers import MemberId, PartnershipId, PartyId, PersonId, TeamId
from workflows.people import (
    Member,
    Partnership,
    Party,
    PartyKind,
    Person,
    Role,
    Team,
    TeamKind,
)

FORMAT: Final = 1
"""Grows when an older Concord could not read an archive any more."""

ID: Final = StringConstraints(pattern="^[a-z0-9][a-z0-9-]{0,63}$")
"""Ids become names of files."""

Instant = Annotated[AwareDatetime, AfterValidator(in_our_days)]
Language = Annotated[str, AfterValidator(known_language)]
Zone = Annotated[str, AfterValidator(known_zone)]


class Kept(BaseModel):
    """Base of what archives hold."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    def as_json(self) -> bytes:
        """Return it as a JSON file, the same bytes for the same content."""
        return f"{self.model_dump_json(indent=1)}\n".encode()


class KeptParty(Kept):
    """A party."""

    id: Annotated[PartyId, ID]
    name: str
    kind: PartyKind


class KeptPerson(Kept):
    """A person, without a name if they asked to be forgotten."""

    id: Annotated[PersonId, ID]
    name: str


class KeptMember(Kept):
    """A seat on a team, present or past."""

    id: Annotated[MemberId, ID]
    person: PersonId
    party: PartyId | None
    roles: tuple[Role, ...]
    joined_at: Instant | None
    left_at: Instant | None


class KeptTeam(Kept):
    """A team with its members in the order they joined."""

    id: Annotated[TeamId, ID]
    name: str
    kind: TeamKind
    language: Language
    zone: Zone
    members: tuple[KeptMember, ...]


class KeptPartnership(Kept):
    """A partnership, its parties, the people in it, and its teams."""

    id: Annotated[PartnershipId, ID]
    name: str
    language: Language
    practice: bool
    parties: tuple[KeptParty, ...]
    people: tuple[KeptPerson, ...]
    teams: tuple[KeptTeam, ...]

    def partnership(self) -> Partnership:
        """Return the partnership as the rest of Concord knows it."""
        parties = tuple(Party(party.id, party.name, party.kind) for party in self.parties)
        return Partnership(self.id, self.name, self.language, parties, self.practice)

    def persons(self) -> tuple[Person, ...]:
        """Return the people, who have no accounts."""
        return tuple(Person(person.id, person.name) for person in self.people)

    def bodies(self) -> tuple[Team, ...]:
        """Return the teams with their members, without homes."""
        names = {person.id: person.name for person in self.people}
        return tuple(
            Team(
                id=team.id,
                partnership=self.id,
                name=team.name,
                kind=team.kind,
                language=team.language,
                zone=team.zone,
                members=tuple(_member(seat, team.id, names[seat.person]) for seat in team.members),
            )
            for team in self.teams
        )


def kept_partnership(partnership: Partnership, teams: Sequence[Team]) -> KeptPartnership:
    """Return a partnership as an archive holds it."""
    names = {seat.person: seat.name for team in teams for seat in team.members}
    return KeptPartnership(
        id=partnership.id,
        name=partnership.name,
        language=partnership.language,
        practice=partnership.practice,
        parties=tuple(
            KeptParty(id=party.id, name=party.name, kind=party.kind)
            for party in partnership.parties
        ),
        people=tuple(KeptPerson(id=id_, name=names[id_]) for id_ in sorted(names)),
        teams=tuple(map(_kept_team, teams)),
    )


def _kept_team(team: Team) -> KeptTeam:
    return KeptTeam(
        id=team.id,
        name=team.name,
        kind=team.kind,
        language=team.language,
        zone=team.zone,
        members=tuple(map(_kept_member, team.members)),
    )


def _kept_member(member: Member) -> KeptMember:
    return KeptMember(
        id=member.id,
        person=member.person,
        party=member.party,
        roles=tuple(sorted(member.roles)),
        joined_at=member.joined_at,
        left_at=member.left_at,
    )


def _member(seat: KeptMember, team: TeamId, name: str) -> Member:
    return Member(
        id=seat.id,
        team=team,
        person=seat.person,
        name=name,
        party=seat.party,
        roles=frozenset(seat.roles),
        joined_at=seat.joined_at,
        left_at=seat.left_at,
    )
