"""The repository of Slack's workspaces: which of ours each of them is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, select, update
from sqlmodel import col

from storage.statements import AnyRow, keep_rows
from storage.tables.slack import SlackTeamRow
from workflows.identifiers import WorkspaceId


@dataclass(frozen=True, slots=True)
class SlackTeam:
    """A workspace of Slack's, and the organisation that it belongs to (empty for none).

    `has_left` says that its organisation has taken Concord out of it.
    """

    team: str
    org: str
    workspace: WorkspaceId
    has_left: bool = False


_BY_TEAM: Final = select(SlackTeamRow).where(col(SlackTeamRow.team) == bindparam("team"))
_BY_WORKSPACE: Final = select(SlackTeamRow).where(
    col(SlackTeamRow.workspace_id) == bindparam("workspace")
)
_LEAVE: Final = update(SlackTeamRow).where(
    col(SlackTeamRow.team) == bindparam("leaving"), col(SlackTeamRow.org) == bindparam("from_org")
)


class SlackTeams:
    """Keeps which workspace is which."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, team: str) -> SlackTeam | None:
        """Return what is known of a workspace of Slack's, or None."""
        return self._one(self._connection.execute(_BY_TEAM, {"team": team}).one_or_none())

    def of_workspace(self, workspace: WorkspaceId) -> SlackTeam | None:
        """Return which workspace of Slack's is this one of ours, or None."""
        values = {"workspace": workspace}
        return self._one(self._connection.execute(_BY_WORKSPACE, values).one_or_none())

    def keep(self, team: str, org: str, workspace: WorkspaceId) -> None:
        """Keep which workspace this is; one that had left is back."""
        row = {"team": team, "org": org, "workspace_id": workspace, "left_at": None}
        changing = ("org", "workspace_id", "left_at")
        keep_rows(self._connection, SlackTeamRow, [row], key=("team",), changing=changing)

    def leave(self, teams: Iterable[str], org: str, *, at: datetime) -> None:
        """Note that an organisation has taken Concord out of some of its workspaces."""
        for team in teams:
            values = {"leaving": team, "from_org": org, "left_at": at}
            self._connection.execute(_LEAVE, values)

    @staticmethod
    def _one(row: AnyRow | None) -> SlackTeam | None:
        if row is None:
            return None
        return SlackTeam(row.team, row.org, row.workspace_id, has_left=row.left_at is not None)
