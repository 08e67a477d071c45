"""The repository of what Slack has sent and was done, for as long as it may come again."""

from datetime import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, delete, exists, select
from sqlmodel import col

from storage.statements import keep_rows
from storage.tables.slack import SlackEventRow

_IS_DONE: Final = select(exists().where(col(SlackEventRow.key) == bindparam("key")))
_PRUNE: Final = delete(SlackEventRow).where(col(SlackEventRow.at) <= bindparam("long_ago"))


class SlackEvents:
    """Keeps which events were done, by keys that tell nothing about them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def is_done(self, key: str) -> bool:
        """Return whether an event was done."""
        return self._connection.execute(_IS_DONE, {"key": key}).scalar_one()

    def note(self, key: str, *, at: datetime, long_ago: datetime) -> None:
        """Note that an event was done, and forget those that were done before `long_ago`."""
        self._connection.execute(_PRUNE, {"long_ago": long_ago})
        keep_rows(self._connection, SlackEventRow, [{"key": key, "at": at}], key=("key",))
