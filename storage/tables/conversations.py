"""Tables of conversations and of the records they leave behind."""

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, Index
from sqlmodel import Field

from storage.tables.schema import Table
from storage.types import JSONText, UTCDateTime


class EditionRow(Table, table=True):
    """The source of a workflow as it was when a conversation began."""

    __tablename__ = "edition"

    hash: str = Field(primary_key=True)
    workflow: str
    source: str


class ConversationRow(Table, table=True):
    """A conversation without its people; `version` grows with each change to any of it."""

    __tablename__ = "conversation"
    __table_args__ = (Index(None, "team_id", "status"),)

    id: str = Field(primary_key=True)
    team_id: str = Field(foreign_key="team.id", ondelete="CASCADE")
    workflow: str
    status: str
    started_at: datetime = Field(sa_type=UTCDateTime)
    version: int
    state: str = Field(sa_type=JSONText)


class ParticipationRow(Table, table=True):
    """One member's place and answers: a row of its own, so that forgetting is deleting."""

    __tablename__ = "participation"

    conversation_id: str = Field(
        primary_key=True, foreign_key="conversation.id", ondelete="CASCADE"
    )
    member_id: str = Field(
        primary_key=True, foreign_key="member.id", ondelete="CASCADE", index=True
    )
    position: int
    place: str = Field(sa_type=JSONText)


class RecordRow(Table, table=True):
    """What a team keeps; `changed_at` is when its newest edition was made.

    What is one member's alone has an owner; what only one party's members may see has a party.
    """

    __tablename__ = "record"

    id: str = Field(primary_key=True)
    partnership_id: str = Field(foreign_key="partnership.id", ondelete="CASCADE", index=True)
    team_id: str = Field(foreign_key="team.id", ondelete="CASCADE", index=True)
    kind: str
    title: str
    privacy: str
    changed_at: datetime = Field(sa_type=UTCDateTime)
    owner_id: str | None = Field(
        default=None, foreign_key="member.id", ondelete="CASCADE", index=True
    )
    party_id: str | None = Field(default=None, foreign_key="party.id", ondelete="CASCADE")


class RecordEditionRow(Table, table=True):
    """One state of a record."""

    __tablename__ = "record_edition"

    record_id: str = Field(primary_key=True, foreign_key="record.id", ondelete="CASCADE")
    number: int = Field(primary_key=True)
    content: str = Field(sa_type=JSONText)
    made_at: datetime = Field(sa_type=UTCDateTime)
    conversation_id: str | None = Field(
        default=None, foreign_key="conversation.id", ondelete="SET NULL", index=True
    )


class SignatureRow(Table, table=True):
    """A member's name under one edition of a record."""

    __tablename__ = "signature"
    __table_args__ = (
        ForeignKeyConstraint(
            ["record_id", "number"],
            ["record_edition.record_id", "record_edition.number"],
            ondelete="CASCADE",
        ),
    )

    record_id: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    member_id: str = Field(
        primary_key=True, foreign_key="member.id", ondelete="CASCADE", index=True
    )
    signed_at: datetime = Field(sa_type=UTCDateTime)
    hash: str
