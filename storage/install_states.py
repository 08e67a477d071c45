"""The repository of installations that were begun in a browser and are not finished yet."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, delete, func, insert, select
from sqlmodel import col

from storage.tables.slack import InstallStateRow


@dataclass(frozen=True, slots=True)
class InstallState:
    """A beginning: hashes of its state and of the browser's cookie, and when it is too late.

    `team` is the workspace that it was announced for, or empty.
    """

    state: str
    browser: str
    team: str
    ends_at: datetime


_TAKE: Final = (
    delete(InstallStateRow)
    .where(col(InstallStateRow.state) == bindparam("state"))
    .returning(InstallStateRow)
)
_PRUNE: Final = delete(InstallStateRow).where(col(InstallStateRow.ends_at) <= bindparam("now"))
_COUNT: Final = select(func.count()).select_from(InstallStateRow)


class InstallStates:
    """Keeps each beginning until it is used or too old."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, state: InstallState, *, now: datetime, most: int) -> bool:
        """Keep a beginning; say whether there was room, for anybody may begin without end."""
        self._connection.execute(_PRUNE, {"now": now})
        if self._connection.execute(_COUNT).scalar_one() >= most:
            return False
        self._connection.execute(insert(InstallStateRow), asdict(state))
        return True

    def take(self, state: str) -> InstallState | None:
        """Return a beginning and forget it, so that nobody gets it twice; None if there is none."""
        row = self._connection.execute(_TAKE, {"state": state}).one_or_none()
        if row is None:
            return None
        return InstallState(row.state, row.browser, row.team, row.ends_at)
