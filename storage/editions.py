"""The repository of the sources that conversations began with."""

from typing import Final

from sqlalchemy import Connection, bindparam, select
from sqlmodel import col

from storage.statements import keep_rows
from storage.tables.conversations import EditionRow
from workflows.identifiers import Edition, WorkflowId

_SOURCE: Final = select(col(EditionRow.source)).where(col(EditionRow.hash) == bindparam("hash"))


class Editions:
    """Keeps each wording that was ever used, so that a conversation can end with its own."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, edition: Edition, workflow: WorkflowId, source: str) -> None:
        """Keep the source of an edition, unless it is kept already."""
        row = {"hash": edition, "workflow": workflow, "source": source}
        keep_rows(self._connection, EditionRow, [row], key=("hash",))

    def source(self, edition: Edition) -> str | None:
        """Return the source of an edition, or None."""
        return self._connection.execute(_SOURCE, {"hash": edition}).scalar_one_or_none()
