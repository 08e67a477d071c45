"""Tables of workspaces and people, and of the partnerships and teams they form."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from storage.tables.schema import Table
from storage.types import UTCDateTime


class WorkspaceRow(Table, table=True):
    """A place with channels and accounts."""

    __tablename__ = "workspace"
    __table_args__ = (UniqueConstraint("platform", "external_id"),)

    id: str = Field(primary_key=True)
    platform: str
    external_id: str
    name: str


class PersonRow(Table, table=True):
    """A human being; the name is empty once they asked to be forgotten."""

    __tablename__ = "person"

    id: str = Field(primary_key=True)
    name: str
    language: str | None = None


class AccountRow(Table, table=True):
    """One identity of a person on one platform; `position` keeps the order in which they came."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("workspace_id", "external_id"),)

    id: str = Field(primary_key=True)
    workspace_id: str = Field(foreign_key="workspace.id", ondelete="CASCADE")
    person_id: str = Field(foreign_key="person.id", ondelete="CASCADE", index=True)
    external_id: str
    position: int
    last_seen_at: datetime = Field(sa_type=UTCDateTime)


class PartnershipRow(Table, table=True):
    """Parties that have agreed to work together."""

    __tablename__ = "partnership"

    id: str = Field(primary_key=True)
    name: str
    language: str
    practice: bool


class PartyRow(Table, table=True):
    """A side of a partnership; `position` keeps the order in which they were named."""

    __tablename__ = "party"

    id: str = Field(primary_key=True)
    partnership_id: str = Field(foreign_key="partnership.id", ondelete="CASCADE", index=True)
    name: str
    kind: str
    position: int


class TeamRow(Table, table=True):
    """A group that works together."""

    __tablename__ = "team"

    id: str = Field(primary_key=True)
    partnership_id: str = Field(foreign_key="partnership.id", ondelete="CASCADE", index=True)
    name: str
    kind: str
    language: str
    zone: str


class MemberRow(Table, table=True):
    """A person's seat on a team; at most one at a time. `roles` are words with spaces between."""

    __tablename__ = "member"
    __table_args__ = (
        Index(
            "uq_member_seat",
            "team_id",
            "person_id",
            unique=True,
            postgresql_where=text("left_at IS NULL"),
            sqlite_where=text("left_at IS NULL"),
        ),
    )

    id: str = Field(primary_key=True)
    team_id: str = Field(foreign_key="team.id", ondelete="CASCADE", index=True)
    person_id: str = Field(foreign_key="person.id", ondelete="CASCADE", index=True)
    party_id: str | None = Field(default=None, foreign_key="party.id", ondelete="SET NULL")
    roles: str
    position: int
    joined_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    left_at: datetime | None = Field(default=None, sa_type=UTCDateTime)


class HomeRow(Table, table=True):
    """A channel that one team works in."""

    __tablename__ = "home"
    __table_args__ = (UniqueConstraint("workspace_id", "channel"),)

    id: str = Field(primary_key=True)
    team_id: str = Field(foreign_key="team.id", ondelete="CASCADE", index=True)
    workspace_id: str = Field(foreign_key="workspace.id", ondelete="CASCADE")
    channel: str
    position: int


class TeamCodeRow(Table, table=True):
    """The code by which a channel becomes a home of a team: its hash only, and gone once used."""

    __tablename__ = "team_code"

    team_id: str = Field(primary_key=True, foreign_key="team.id", ondelete="CASCADE")
    hash: str = Field(unique=True)
    ends_at: datetime = Field(sa_type=UTCDateTime)


class PersonCodeRow(Table, table=True):
    """The code by which an account comes to belong to a person: its hash only, gone once used."""

    __tablename__ = "person_code"

    person_id: str = Field(primary_key=True, foreign_key="person.id", ondelete="CASCADE")
    hash: str = Field(unique=True)
    ends_at: datetime = Field(sa_type=UTCDateTime)
