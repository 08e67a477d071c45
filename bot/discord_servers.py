"""Knows Discord's servers as workspaces of Concord's (a bot.platforms.discord.ports.Servers)."""

from collections import OrderedDict
from typing import Final

from bot.platforms.discord.ports import UnknownServerError
from storage.database import Database
from storage.errors import NotFoundError
from storage.fresh_ids import new_id
from storage.work import Work
from workflows.identifiers import WorkspaceId
from workflows.people import Platform, Workspace

MOST_KEPT: Final = 10_000
"""Servers in memory; the one not asked for longest goes first."""


class StoredServers:
    """The servers in the database, each looked up once; their ids never change."""

    def __init__(self, database: Database, *, most: int = MOST_KEPT) -> None:
        self._database = database
        self._most = most
        self._known = OrderedDict[str, WorkspaceId]()

    async def workspace(self, server: str, name: str) -> WorkspaceId:
        """Return Concord's id of a server, which is kept when it is met for the first time."""
        if server not in self._known:
            await self.meet(server, name)
        self._known.move_to_end(server)
        return self._known[server]

    async def meet(self, server: str, name: str) -> None:
        """Keep a server under the name that it has now."""
        found = await self._database.run(lambda work: _met(work, server, name))
        self._known[server] = found.id
        if len(self._known) > self._most:
            self._known.popitem(last=False)

    async def server(self, workspace: WorkspaceId) -> str:
        """Return Discord's id of a workspace of Concord's; raise UnknownServerError if none."""
        try:
            found = await self._database.run(lambda work: work.workspaces.get(workspace))
        except NotFoundError:
            raise UnknownServerError from None
        if found.platform is not Platform.DISCORD:
            raise UnknownServerError
        return found.external_id


def _met(work: Work, server: str, name: str) -> Workspace:
    known = work.workspaces.find(Platform.DISCORD, server)
    if known is None:
        fresh = Workspace(WorkspaceId(new_id()), Platform.DISCORD, server, name or server)
        return work.workspaces.find_or_make(fresh)
    if name and known.name != name:
        work.workspaces.rename(known.id, name)
    return known
