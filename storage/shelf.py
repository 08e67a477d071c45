"""What one person can see of the records: one of them, a page of them, those that hold words."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    exists,
    func,
    select,
)
from sqlmodel import col

from storage.circles import SHARED, WITHIN, reach
from storage.record_index import holding_words, question
from storage.records import Records
from storage.statements import Values
from storage.tables.conversations import RecordEditionRow, RecordRow, SignatureRow
from storage.tables.records import RecordLinkRow
from workflows.finding import Circle, Found, Linked, Wanted
from workflows.identifiers import RecordId
from workflows.record_kinds import SIGNED_KINDS
from workflows.records import Record

MOST_LINKS: Final = 5
"""Linked records that are shown on either side of one: a row of buttons."""

_IDS: Final = select(col(RecordRow.id)).where(WITHIN)
_ONE: Final = _IDS.where(col(RecordRow.id) == bindparam("record"))
_OLDEST: Final = select(func.min(col(RecordRow.changed_at))).where(WITHIN)
_NEWEST_FIRST: Final = (col(RecordRow.changed_at).desc(), col(RecordRow.id))
_LINKED: Final = _IDS.order_by(*_NEWEST_FIRST).limit(MOST_LINKS)
_FED_BY: Final = _LINKED.join(RecordLinkRow, col(RecordLinkRow.from_id) == col(RecordRow.id)).where(
    col(RecordLinkRow.to_id) == bindparam("record")
)
_FEEDS: Final = _LINKED.join(RecordLinkRow, col(RecordLinkRow.to_id) == col(RecordRow.id)).where(
    col(RecordLinkRow.from_id) == bindparam("record")
)
_LAST: Final = (
    select(func.max(col(RecordEditionRow.number)))
    .where(col(RecordEditionRow.record_id) == col(SignatureRow.record_id))
    .scalar_subquery()
)
_HAS_SIGNED: Final = exists().where(
    col(SignatureRow.record_id) == col(RecordRow.id),
    col(SignatureRow.number) == _LAST,
    col(SignatureRow.member_id).in_(bindparam("members", expanding=True)),
)

_CLAUSES: Final[Mapping[str, ColumnElement[bool]]] = {
    "kind": col(RecordRow.kind) == bindparam("kind"),
    "team": col(RecordRow.team_id) == bindparam("team"),
    "privacy": col(RecordRow.privacy) == bindparam("privacy"),
    "since": col(RecordRow.changed_at) >= bindparam("since"),
    "until": col(RecordRow.changed_at) < bindparam("until"),
    "shared": col(RecordRow.privacy).in_(SHARED),
    "unsigned": col(RecordRow.kind).in_(SIGNED_KINDS)
    & col(RecordRow.team_id).in_(bindparam("teams", expanding=True))
    & ~_HAS_SIGNED,
}


class Shelf:
    """Finds records within a circle; nothing outside of it is ever counted, shown or hinted at."""

    def __init__(self, connection: Connection, records: Records) -> None:
        self._connection = connection
        self._records = records

    def record(self, circle: Circle, id_: RecordId) -> Record | None:
        """Return a record, or None where there is none to see."""
        return next(iter(self._load(_ONE, {**reach(circle), "record": id_})), None)

    def find(self, circle: Circle, wanted: Wanted) -> Found:
        """Return a page of what is wanted: what has the words in its name first, then the newest.

        Only what is on the page is loaded.
        """
        dialect = self._connection.dialect.name
        asked = {name: value for name, value in _asked(wanted).items() if value}
        values = {**reach(circle), **asked, "members": sorted(circle.members)}
        if wanted.words:
            values |= question(dialect, wanted.words)
        page = {**values, "start": wanted.start, "most": wanted.most}
        rows = self._connection.execute(_finding(dialect, frozenset(asked)), page).all()
        records = self._records.of_ids([row.id for row in rows])
        return Found(records, rows[0].in_all if rows else 0)

    def oldest(self, circle: Circle) -> datetime | None:
        """Return when the oldest record was made or changed last; None where there is none."""
        oldest: datetime | None = self._connection.execute(_OLDEST, reach(circle)).scalar_one()
        return oldest

    def linked(self, circle: Circle, id_: RecordId) -> Linked:
        """Return what a record is linked with, as far as the circle reaches."""
        values = {**reach(circle), "record": id_}
        return Linked(self._load(_FED_BY, values), self._load(_FEEDS, values))

    def _load(self, statement: Select[Any], values: Values) -> tuple[Record, ...]:
        return self._records.of_ids(self._connection.execute(statement, values).scalars().all())


def _asked(wanted: Wanted) -> dict[str, object]:
    return {
        "words": wanted.words,
        "kind": wanted.kind,
        "team": wanted.team,
        "privacy": wanted.privacy,
        "since": wanted.since,
        "until": wanted.until,
        "unsigned": wanted.unsigned,
        "shared": wanted.shared,
    }


@cache
def _finding(dialect: str, asked: frozenset[str]) -> Select[Any]:
    """Return the statement for a page, with how many there are: one for each set of filters."""
    clauses = [clause for name, clause in _CLAUSES.items() if name in asked]
    page = _IDS.add_columns(func.count().over().label("in_all")).where(*clauses)
    if "words" in asked:
        page = holding_words(page, dialect)
    return page.order_by(*_NEWEST_FIRST).limit(bindparam("most")).offset(bindparam("start"))
