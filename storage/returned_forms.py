"""The repository of forms that came back for another look."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, delete, select
from sqlmodel import col

from storage.statements import keep_rows
from storage.tables.returned import ReturnedFormRow
from workflows.identifiers import WorkspaceId


@dataclass(frozen=True, slots=True)
class FormKey:
    """Whose form it is, by their account, and where it is sent."""

    workspace: WorkspaceId
    external_id: str
    ask: str


_IS_OF: Final = (
    col(ReturnedFormRow.workspace_id) == bindparam("of_workspace"),
    col(ReturnedFormRow.external_id) == bindparam("of_account"),
)
_IS_IT: Final = (*_IS_OF, col(ReturnedFormRow.ask) == bindparam("of_ask"))
_FIND: Final = select(col(ReturnedFormRow.typed)).where(
    *_IS_IT, col(ReturnedFormRow.at) > bindparam("since")
)
_DROP: Final = delete(ReturnedFormRow).where(*_IS_IT)
_FORGET: Final = delete(ReturnedFormRow).where(*_IS_OF)
_PRUNE: Final = delete(ReturnedFormRow).where(col(ReturnedFormRow.at) <= bindparam("long_ago"))


class ReturnedForms:
    """Keeps what people typed until they have put it right."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, key: FormKey, typed: str, *, at: datetime, long_ago: datetime) -> None:
        """Keep a form in place of an earlier one, and forget those from before `long_ago`."""
        self._connection.execute(_PRUNE, {"long_ago": long_ago})
        self.drop(key)
        row = {
            "workspace_id": key.workspace,
            "external_id": key.external_id,
            "ask": key.ask,
            "typed": typed,
            "at": at,
        }
        names = ("workspace_id", "external_id", "ask")
        keep_rows(self._connection, ReturnedFormRow, [row], key=names)

    def find(self, key: FormKey, *, since: datetime) -> str | None:
        """Return a form that came back after `since`, or None."""
        return self._connection.execute(_FIND, {**_bound(key), "since": since}).scalar_one_or_none()

    def drop(self, key: FormKey) -> None:
        """Let go of a form, if there is one."""
        self._connection.execute(_DROP, _bound(key))

    def forget(self, workspace: WorkspaceId, external_id: str) -> None:
        """Let go of all forms of an account."""
        whose = {"of_workspace": workspace, "of_account": external_id}
        self._connection.execute(_FORGET, whose)


def _bound(key: FormKey) -> dict[str, str]:
    return {
        "of_workspace": key.workspace,
        "of_account": key.external_id,
        "of_ask": key.ask,
    }
