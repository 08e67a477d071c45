"""The repository of small facts about this installation."""

from typing import Final

from sqlalchemy import Connection, bindparam, select
from sqlmodel import col

from storage.statements import keep_rows
from storage.tables.board import SettingRow

_VALUE: Final = select(col(SettingRow.value)).where(col(SettingRow.key) == bindparam("key"))


class Settings:
    """Keeps single values by name, such as how far the workspace's clock was moved."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> str | None:
        """Return a value, or None if it was never put."""
        return self._connection.execute(_VALUE, {"key": key}).scalar_one_or_none()

    def put(self, key: str, value: str) -> None:
        """Keep a value in place of the one before."""
        row = {"key": key, "value": value}
        keep_rows(self._connection, SettingRow, [row], key=("key",), changing=("value",))
