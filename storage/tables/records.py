"""Tables around records: by which words they are found, what members noted, and what feeds what."""

from typing import ClassVar

from sqlalchemy import ForeignKeyConstraint
from sqlmodel import Field

from storage.tables.schema import Table


class RecordTextRow(Table, table=True):
    """The folded words of a record's edition in force, with blanks between.

    Each database has its own kind of index over them, which storage.record_index tells about. An id
    is never used again: what is left of it in the index leads nowhere.
    """

    __tablename__ = "record_text"
    __table_args__: ClassVar[dict[str, bool]] = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    record_id: str = Field(foreign_key="record.id", ondelete="CASCADE", unique=True)
    title: str
    words: str


class RecordNoteRow(Table, table=True):
    """What a member put beside an edition, whether they have signed it or not."""

    __tablename__ = "record_note"
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
    text: str


class RecordLinkRow(Table, table=True):
    """That one record feeds another."""

    __tablename__ = "record_link"

    from_id: str = Field(primary_key=True, foreign_key="record.id", ondelete="CASCADE")
    to_id: str = Field(primary_key=True, foreign_key="record.id", ondelete="CASCADE", index=True)
    kind: str = Field(primary_key=True)
