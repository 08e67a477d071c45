"""The repository of workspaces."""

from typing import Final

from sqlalchemy import Connection, bindparam, insert, select
from sqlmodel import col

from storage.errors import NotFoundError
from storage.statements import AnyRow
from storage.tables.people import WorkspaceRow
from workflows.identifiers import WorkspaceId
from workflows.people import Platform, Workspace

_BY_ID: Final = select(WorkspaceRow).where(col(WorkspaceRow.id) == bindparam("id"))
_FIND: Final = select(WorkspaceRow).where(
    col(WorkspaceRow.platform) == bindparam("platform"),
    col(WorkspaceRow.external_id) == bindparam("external_id"),
)


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
        self._connection.execute(
            insert(WorkspaceRow),
            {
                "id": workspace.id,
                "platform": workspace.platform,
                "external_id": workspace.external_id,
                "name": workspace.name,
            },
        )


def _workspace(row: AnyRow) -> Workspace:
    return Workspace(
        id=row.id, platform=Platform(row.platform), external_id=row.external_id, name=row.name
    )
