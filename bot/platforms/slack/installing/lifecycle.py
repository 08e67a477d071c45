"""How Concord comes and goes: uninstalled, let in again, let into more of an organisation.

Slack's word that Concord was uninstalled may come late, after it was let in again. So before an
installation ends, its token is tried once.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Final

from bot.platforms.slack.errors import SlackError
from bot.platforms.slack.installing.exchange import Exchange
from bot.platforms.slack.installing.ports import LivingInstallations
from bot.platforms.slack.ports import Installation, OrgId, Site, TeamId
from workflows.identifiers import WorkspaceId

PATIENCE_SECONDS: Final = 1.5
"""How long the trial of a token may take: Slack waits three seconds for an answer to its event."""


class Lifecycle:
    """Installations (a bot.platforms.slack.ports.Installations) that do not end by mistake."""

    def __init__(
        self,
        kept: LivingInstallations,
        exchange: Exchange,
        *,
        now: Callable[[], datetime],
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._kept = kept
        self._exchange = exchange
        self._now = now
        self._patience = patience

    async def find(self, site: Site) -> Installation | None:
        """Return the living installation that covers a site, or None."""
        return await self._kept.find(site)

    async def save(self, installation: Installation) -> None:
        """Keep an installation in place of an earlier one."""
        await self._kept.save(installation)

    async def end(self, team: TeamId, org: OrgId) -> None:
        """End an installation, unless its token still works."""
        heard_at = self._now()
        installation = await self._kept.find(Site(team, org, is_org_wide=not team))
        if installation is not None and not await self._works(installation):
            await self._kept.end_by(team, org, heard_at)

    async def workspace(self, site: Site) -> WorkspaceId:
        """Return Concord's id of a workspace."""
        return await self._kept.workspace(site)

    async def site(self, workspace: WorkspaceId) -> Site:
        """Return the site of a workspace of Concord's; raise NotInstalledError if there is none."""
        return await self._kept.site(workspace)

    async def granted(self, site: Site, team: str) -> None:
        """Note that an organisation has let Concord into one more of its workspaces."""
        await self._kept.let_in([TeamId(team)], site.org)

    async def revoked(self, site: Site, team: str) -> None:
        """Note that an organisation has taken Concord out of one of its workspaces."""
        await self._kept.put_out([TeamId(team)], site.org)

    async def _works(self, installation: Installation) -> bool:
        """Return whether Slack still takes a token; where it cannot be asked, its word counts."""
        try:
            async with asyncio.timeout(self._patience):
                await self._exchange.test(installation.bot_token)
        except (SlackError, TimeoutError):
            return False
        return True
