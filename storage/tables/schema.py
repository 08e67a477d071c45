"""The base of all tables: one catalogue whose constraints have names for migrations to use."""

from sqlalchemy import MetaData
from sqlmodel import SQLModel

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


class Table(SQLModel):
    """A table. Rows are never made or handed out; repositories speak in values of the core."""

    metadata = METADATA
