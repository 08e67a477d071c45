"""The repository of links between records: which one feeds which."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, delete, or_, select
from sqlmodel import col

from storage.statements import Among, keep_rows
from storage.tables.records import RecordLinkRow
from workflows.identifiers import RecordId

FEEDS: Final = "feeds"
"""The one kind of link there is."""

_FROM: Final = Among(select(RecordLinkRow), col(RecordLinkRow.from_id))
_UNLINK: Final = delete(RecordLinkRow).where(
    or_(
        (col(RecordLinkRow.from_id) == bindparam("one"))
        & (col(RecordLinkRow.to_id) == bindparam("other")),
        (col(RecordLinkRow.from_id) == bindparam("other"))
        & (col(RecordLinkRow.to_id) == bindparam("one")),
    )
)


class RecordLinks:
    """Keeps links; storage.shelf shows them to whoever can see both ends."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def link(self, feeder: RecordId, fed: RecordId) -> None:
        """Note that one record feeds another; twice notes it once."""
        row = {"from_id": feeder, "to_id": fed, "kind": FEEDS}
        keep_rows(self._connection, RecordLinkRow, [row], key=("from_id", "to_id", "kind"))

    def fed_by(self, records: Sequence[RecordId]) -> tuple[tuple[RecordId, RecordId], ...]:
        """Return what some records feed, each with its feeder; what may be seen is not asked."""
        return tuple((row.from_id, row.to_id) for row in _FROM.rows(self._connection, records))

    def unlink(self, one: RecordId, other: RecordId) -> None:
        """Drop the links between two records, in both directions."""
        self._connection.execute(_UNLINK, {"one": one, "other": other})
