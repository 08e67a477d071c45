"""People and the bodies they form: who is on which team, for which party, and where they meet."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from workflows.identifiers import (
    AccountId,
    HomeId,
    MemberId,
    PartnershipId,
    PartyId,
    PersonId,
    TeamId,
    WorkspaceId,
)


class Platform(StrEnum):
    """Where a workspace lives."""

    WEB = "web"
    SLACK = "slack"
    DISCORD = "discord"

    @property
    def lists_everybody(self) -> bool:
        """Whether a form there can offer people who have not met Concord yet."""
        return self is not Platform.WEB


@dataclass(frozen=True, slots=True)
class Workspace:
    """One place with channels and accounts; `external_id` is the platform's own name for it."""

    id: WorkspaceId
    platform: Platform
    external_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Person:
    """One human being. `language` is None until they choose or the platform tells."""

    id: PersonId
    name: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One identity of a person on one platform. `seen_at` is a note, and tells no two apart."""

    id: AccountId
    workspace: WorkspaceId
    person: PersonId
    external_id: str
    seen_at: datetime | None = field(default=None, compare=False)


class PartyKind(StrEnum):
    """What a party stands for; a role in the partnership, never a union membership."""

    ADMINISTRATION = "administration"
    ASSOCIATION = "association"
    FAMILIES = "families"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Party:
    """A side or stakeholder group at the table."""

    id: PartyId
    name: str
    kind: PartyKind = PartyKind.OTHER


@dataclass(frozen=True, slots=True)
class Partnership:
    """Parties that have agreed to work together; `practice` marks the one to try things in."""

    id: PartnershipId
    name: str
    language: str
    parties: tuple[Party, ...]
    practice: bool = False

    def party(self, party: PartyId) -> Party | None:
        """Return one of the parties, or None."""
        return next((p for p in self.parties if p.id == party), None)


class TeamKind(StrEnum):
    """What a team is for."""

    LEADERSHIP = "leadership"
    SCHOOL = "school"
    COMMITTEE = "committee"
    PAIR = "pair"


class Role(StrEnum):
    """What a member does for the team beyond being on it."""

    LEAD = "lead"
    SCRIBE = "scribe"


@dataclass(frozen=True, slots=True)
class Member:
    """One person's seat on a team, for one party. A member who left keeps their history."""

    id: MemberId
    team: TeamId
    person: PersonId
    name: str
    party: PartyId | None
    roles: frozenset[Role] = frozenset()
    joined_at: datetime | None = None
    left_at: datetime | None = None
    language: str | None = None

    @property
    def is_here(self) -> bool:
        """Whether the member is on the team now."""
        return self.left_at is None

    @property
    def is_lead(self) -> bool:
        """Whether the member leads the team together with the other leads."""
        return Role.LEAD in self.roles and self.is_here


@dataclass(frozen=True, slots=True)
class Home:
    """A channel that a team works in. A team may have one in each of several workspaces."""

    id: HomeId
    team: TeamId
    workspace: WorkspaceId
    channel: str


@dataclass(frozen=True, slots=True)
class Team:
    """A group that works together: its members (also those who left) and its homes."""

    id: TeamId
    partnership: PartnershipId
    name: str
    kind: TeamKind
    language: str
    zone: str
    members: tuple[Member, ...] = field(default=())
    homes: tuple[Home, ...] = field(default=())

    @property
    def present(self) -> tuple[Member, ...]:
        """Who is on the team now, in the order they joined."""
        return tuple(member for member in self.members if member.is_here)

    @property
    def leads(self) -> tuple[Member, ...]:
        """Who leads the team now."""
        return tuple(member for member in self.members if member.is_lead)

    def member(self, member: MemberId) -> Member | None:
        """Return a member, present or past, or None."""
        return next((m for m in self.members if m.id == member), None)

    def seat_of(self, person: PersonId) -> Member | None:
        """Return the seat a person has on this team now, or None."""
        return next((m for m in self.present if m.person == person), None)
