"""The index by which records are found: kept with each record, and asked in each database's words.

SQLite has a full-text table over `record_text`, PostgreSQL a GIN index. Both are called
`record_index`, are made by a migration, and are no part of METADATA: neither can be said in terms
of the other. What is compared is folded before it comes here, so that both find the same.

SQLite's is kept up to date here. Triggers would do it, too, but a schema that is not trusted (see
storage.engines) may not reach a full-text table.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    SQLColumnExpression,
    Text,
    bindparam,
    case,
    cast,
    column,
    func,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlmodel import col

from storage.statements import Values, keep_rows
from storage.tables.conversations import RecordRow
from storage.tables.records import RecordTextRow
from workflows.identifiers import RecordId
from workflows.record_words import RecordText

INDEX: Final = "record_index"
"""How the index and all of its parts are called, or how their names begin."""

_KEPT: Final = select(
    col(RecordTextRow.id), col(RecordTextRow.title), col(RecordTextRow.words)
).where(col(RecordTextRow.record_id) == bindparam("record"))
_LEARN: Final = text("INSERT INTO record_index (rowid, title, words) VALUES (:id, :title, :words)")
_FORGET: Final = text(
    "INSERT INTO record_index (record_index, rowid, title, words)"
    " VALUES ('delete', :id, :title, :words)"
)
_ANEW: Final = text("INSERT INTO record_index (record_index) VALUES ('rebuild')")


def keep_text(connection: Connection, record: RecordId, found_by: RecordText) -> None:
    """Let a record be found by these words from now on, and by no others."""
    row = {
        "record_id": record,
        "title": " ".join(found_by.title),
        "words": " ".join(found_by.words),
    }
    if connection.dialect.name == "sqlite":
        _keep_in_sqlite(connection, row)
    else:
        _keep_row(connection, row)


def drop_text(connection: Connection, record: RecordId) -> None:
    """Let a record that is about to be deleted not be found any more."""
    before = connection.execute(_KEPT, {"record": record}).one_or_none()
    if before and connection.dialect.name == "sqlite":
        connection.execute(_FORGET, before._asdict())


def index_anew(connection: Connection) -> None:
    """Drop from the index what hung on records that were deleted with their partnership."""
    if connection.dialect.name == "sqlite":
        connection.execute(_ANEW)


def question(dialect: str, words: Sequence[str]) -> Values:
    """Return how all of these words are asked for, each as the beginning of one."""
    return _QUESTIONS[dialect](words)


def holding_words(records: Select[Any], dialect: str) -> Select[Any]:
    """Return records narrowed to those with all words of a question, in their names first."""
    of_record = col(RecordTextRow.record_id) == col(RecordRow.id)
    return _HOLDING[dialect](records.join(RecordTextRow, of_record))


def _keep_in_sqlite(connection: Connection, row: Values) -> None:
    before = connection.execute(_KEPT, {"record": row["record_id"]}).one_or_none()
    if before:
        connection.execute(_FORGET, before._asdict())
    _keep_row(connection, row)
    kept = connection.execute(_KEPT, {"record": row["record_id"]}).one()
    connection.execute(_LEARN, kept._asdict())


def _keep_row(connection: Connection, row: Values) -> None:
    keep_rows(connection, RecordTextRow, [row], key=("record_id",), changing=("title", "words"))


def _sqlite_question(words: Sequence[str]) -> Values:
    every = " AND ".join(f'"{word}"*' for word in words)
    return {"in_words": f"words : ({every})", "in_title": f"title : ({every})"}


def _sqlite_holding(records: Select[Any]) -> Select[Any]:
    """Join the full-text table so that SQLite begins there: the sum is nothing it could look up.

    Otherwise it may try each hit with each record, which takes seconds.
    """
    index = table(INDEX, column("rowid"), column(INDEX))
    in_name = select(index.c.rowid).where(index.c[INDEX].op("MATCH")(bindparam("in_title")))
    return (
        records.join(index, col(RecordTextRow.id) == index.c.rowid + literal_column("0"))
        .where(index.c[INDEX].op("MATCH")(bindparam("in_words")))
        .order_by(_first(col(RecordTextRow.id).in_(in_name)))
    )


def _postgres_question(words: Sequence[str]) -> Values:
    every = " & ".join(f"'{word}':*" for word in words)
    return {"in_words": every, "in_title": every}


def _postgres_holding(records: Select[Any]) -> Select[Any]:
    in_name = _lexemes(col(RecordTextRow.title), "in_title")
    return records.where(_lexemes(col(RecordTextRow.words), "in_words")).order_by(_first(in_name))


def _lexemes(kept: SQLColumnExpression[str], asked: str) -> ColumnElement[bool]:
    lexemes = func.array_to_tsvector(func.string_to_array(kept, literal_column("' '")))
    return lexemes.op("@@")(cast(bindparam(asked, type_=Text), TSQUERY))


def _first(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 0), else_=1)


_QUESTIONS: Final[Mapping[str, Callable[[Sequence[str]], Values]]] = {
    "sqlite": _sqlite_question,
    "postgresql": _postgres_question,
}
_HOLDING: Final[Mapping[str, Callable[[Select[Any]], Select[Any]]]] = {
    "sqlite": _sqlite_holding,
    "postgresql": _postgres_holding,
}
