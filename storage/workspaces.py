"""The repository of workspaces."""

from typing import Final

from sqlalchemy import Connection, bindparam, insert, select, update
from sqlmodel import col

from storage.errors import NotFoundError
from storage.statements import AnyRow, Values, keep_rows
from storage.tables.people import WorkspaceRow
from workflows.identifiers import WorkspaceId
from workflows.people import Platform, Workspace

_BY_ID: Final = select(WorkspaceRow).where(col(WorkspaceRow.id) == bindparam("id"))
_FIND: Final = select(WorkspaceRow).where(
    col(WorkspaceRow.platform) == bindparam("platform"),
    col(WorkspaceRow.external_id) == bindparam("external_id"),
)
_RENAME: Final = update(WorkspaceRow).where(col(WorkspaceRow.id) == bindparam("renamed"))


class Workspaces:
    """Keeps the places that Concord lives in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id_: WorkspaceId) -> Workspace:
        """Return a workspace, or raise NotFoundError."""
        row = self._connection.execute(_BY_ID, {"id": id_}).one_or_none()
        if row is None:
            raise NotFoundError("workspace")
        return _workspace(row)

    def find(self, platform: Platform, external_id: str) -> Workspace | None:
        """Return the workspace that a platform knows by this id, or None."""
        row = self._connection.execute(
            _FIND, {"platform": platform, "external_id": external_id}
        ).one_or_none()
        return _workspace(row) if row else None

    def add(self, workspace: Workspace) -> None:
        """Keep a new workspace."""
        self._connection.execute(insert(WorkspaceRow), _row(workspace))

    def find_or_make(self, workspace: Workspace) -> Workspace:
        """Return the workspace that its platform knows by this id; keep this one if there is none.

        Two processes may meet the same one at the same moment: both get what the first has kept.
        """
        row = _row(workspace)
        keep_rows(self._connection, WorkspaceRow, [row], key=("platform", "external_id"))
        return self.find(workspace.platform, workspace.external_id) or workspace

    def rename(self, id_: WorkspaceId, name: str) -> None:
        """Call a workspace what its platform calls it now."""
        self._connection.execute(_RENAME, {"renamed": id_, "name": name})


def _row(workspace: Workspace) -> Values:
    return {
        "id": workspace.id,
        "platform": workspace.platform,
        "external_id": workspace.external_id,
        "name": workspace.name,
    }


def _workspace(row: AnyRow) -> Workspace:
    return Workspace(
        id=row.id, platform=Platform(row.platform), external_id=row.external_id, name=row.name
    )
