"""Column types that mean the same on SQLite and on PostgreSQL."""

import re
from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine, UserDefinedType
from typing_extensions import override

from storage.errors import UnstorableTextError

_ESCAPED_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


class UTCDateTime(TypeDecorator[datetime]):
    """An instant: aware going in, aware UTC coming out, and sorted right as text on SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant in UTC; a time without a zone is a mistake and raises ValueError."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        return value.astimezone(UTC)

    @override
    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant as aware UTC (SQLite gives it back without a zone)."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class JSONText(TypeDecorator[str]):
    """A JSON document, taken and given as the text that the models write and read themselves.

    On PostgreSQL it is JSON, not JSONB: JSONB would sort the keys, and the order in which choices
    were listed is worth keeping. Nothing searches inside these documents.
    """

    impl = Text
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[str]:
        """Return the type that the database knows."""
        return dialect.type_descriptor(_JSON() if dialect.name == "postgresql" else Text())

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return the document as it is; a NUL inside it raises UnstorableTextError."""
        if value is not None and "\\u0000" in value and _ESCAPED_NUL.search(value):
            raise UnstorableTextError
        return value


class _JSON(UserDefinedType[str]):
    """PostgreSQL's JSON without a Python side: text goes in, the same text comes out."""

    cache_ok = True

    @override
    def get_col_spec(self, **_kw: object) -> str:
        return "JSON"
