"""The table of action items."""

from datetime import date, datetime

from sqlalchemy import Date, Index
from sqlmodel import Field

from storage.tables.schema import Table
from storage.types import UTCDateTime


class ActionItemRow(Table, table=True):
    """Something to be done by a team, with whoever has taken it on and the record it came from."""

    __tablename__ = "action_item"
    __table_args__ = (Index(None, "team_id", "status"),)

    id: str = Field(primary_key=True)
    partnership_id: str = Field(foreign_key="partnership.id", ondelete="CASCADE", index=True)
    team_id: str = Field(foreign_key="team.id", ondelete="CASCADE")
    what: str
    owner_id: str | None = Field(
        default=None, foreign_key="member.id", ondelete="SET NULL", index=True
    )
    due: date | None = Field(default=None, sa_type=Date)
    plan: str
    status: str
    source_id: str | None = Field(
        default=None, foreign_key="record.id", ondelete="SET NULL", index=True
    )
    made_at: datetime = Field(sa_type=UTCDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
