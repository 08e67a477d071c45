"""Tables of what is to happen and what is to be sent: the memory of the clock and of delivery."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, text
from sqlmodel import Field

from storage.tables.schema import Table
from storage.types import JSONText, UTCDateTime


class ScheduleRow(Table, table=True):
    """A duty and when it is next due; never again once it is done."""

    __tablename__ = "schedule"

    id: str = Field(primary_key=True)
    workspace_id: str | None = Field(
        default=None, foreign_key="workspace.id", ondelete="CASCADE", index=True
    )
    subject: str = Field(index=True)
    duty: str = Field(sa_type=JSONText)
    rule: str = Field(sa_type=JSONText)
    zone: str
    next_at: datetime | None = Field(default=None, sa_type=UTCDateTime, index=True)
    paused: bool


class OccurrenceRow(Table, table=True):
    """That a schedule was carried out for one wall-clock time; the key forbids a second run.

    It outlives its schedule on purpose: a duty may call its own schedule off.
    """

    __tablename__ = "occurrence"

    schedule_id: str = Field(primary_key=True)
    occurrence: str = Field(primary_key=True)
    done_at: datetime = Field(sa_type=UTCDateTime)


class DeliveryRow(Table, table=True):
    """A message on its way: what it is about, where it goes, and how far it has come.

    `fire_at` is when it was wanted. `free_at` is when somebody may take it on: when its turn comes
    while it waits, when the lease ends while it is being sent, and never once it is over. Only one
    row of a message waits at a time, for its view is drawn when it is sent.
    """

    __tablename__ = "delivery"
    __table_args__ = (
        Index(
            "uq_delivery_waiting",
            "subject",
            "address_key",
            unique=True,
            postgresql_where=text("status = 'pending'"),
            sqlite_where=text("status = 'pending'"),
        ),
        Index(None, "subject", "address_key", "status"),
    )

    id: str = Field(primary_key=True)
    workspace_id: str = Field(foreign_key="workspace.id", ondelete="CASCADE", index=True)
    subject: str
    address_key: str
    address: str = Field(sa_type=JSONText)
    notice: str = Field(sa_type=JSONText)
    fire_at: datetime = Field(sa_type=UTCDateTime)
    free_at: datetime | None = Field(default=None, sa_type=UTCDateTime, index=True)
    status: str
    attempts: int
    owner: str | None = None
    platform_ref: str | None = None
    problem: str | None = None


class ReceiptRow(Table, table=True):
    """Where a message stands on its platform, so that the next one of its subject edits it."""

    __tablename__ = "receipt"

    subject: str = Field(primary_key=True)
    address_key: str = Field(primary_key=True)
    workspace_id: str = Field(foreign_key="workspace.id", ondelete="CASCADE", index=True)
    platform_ref: str
    delivery_id: str


class BucketRow(Table, table=True):
    """A rate limit's time line; `tat` is the first free instant, in microseconds since 1970."""

    __tablename__ = "bucket"

    key: str = Field(primary_key=True)
    tat: int = Field(sa_type=BigInteger)
