"""Tables of the local web workspace's own channels and messages, and of small settings."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from storage.tables.schema import Table
from storage.types import JSONText, UTCDateTime


class ChannelRow(Table, table=True):
    """A channel of the local web workspace; `position` keeps the order in which they were made."""

    __tablename__ = "channel"

    id: str = Field(primary_key=True)
    name: str
    topic: str
    position: int
    created_at: datetime = Field(sa_type=UTCDateTime)


class MessageRow(Table, table=True):
    """A message of the local web workspace.

    `number` is its place in the order of posting, `seq` that of its last change.
    """

    __tablename__ = "message"
    __table_args__ = (Index(None, "channel", "thread", "number"),)

    id: str = Field(primary_key=True)
    channel: str
    thread: str | None = None
    author: str
    text: str
    view: str | None = Field(default=None, sa_type=JSONText)
    only: str | None = None
    at: datetime = Field(sa_type=UTCDateTime)
    nonce: str | None = Field(default=None, unique=True)
    number: int = Field(sa_type=BigInteger)
    seq: int = Field(sa_type=BigInteger, index=True)
    pinned: bool


class CounterRow(Table, table=True):
    """The last number given out. Taking the next one holds the row until the commit.

    So numbers become visible in their order, and a reader who asks for what came after one never
    misses another.
    """

    __tablename__ = "counter"

    name: str = Field(primary_key=True)
    value: int = Field(sa_type=BigInteger)


class SettingRow(Table, table=True):
    """A small fact about this installation."""

    __tablename__ = "setting"

    key: str = Field(primary_key=True)
    value: str
