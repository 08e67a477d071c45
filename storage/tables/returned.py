"""The table of forms that came back for another look, as they were typed."""

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field

from storage.tables.schema import Table
from storage.types import UTCDateTime


class ReturnedFormRow(Table, table=True):
    """What somebody typed into one form; it goes when it is put right, or after a day."""

    __tablename__ = "returned_form"

    workspace_id: str = Field(primary_key=True, foreign_key="workspace.id", ondelete="CASCADE")
    external_id: str = Field(primary_key=True)
    ask: str = Field(primary_key=True)
    typed: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=UTCDateTime, index=True)
