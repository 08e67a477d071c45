"""Finds the installation that a request belongs to: without Slack, mostly without the database."""

from datetime import timedelta
from functools import lru_cache
from typing import Final

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.async_context import AsyncBoltContext

from bot.platforms.slack.edge.memory import Memory, Now
from bot.platforms.slack.ports import (
    Installation,
    Installations,
    OrgId,
    Site,
    TeamId,
)

TTL: Final = timedelta(seconds=60)
"""How long another process may go on believing in an installation that has ended."""

MOST: Final = 10_000

SITE: Final = "concord_site"
"""Where a request's context has the site, once somebody has asked for it."""

_Key = tuple[str, str | None]
"""The organisation, and the workspace unless the whole organisation has installed Concord."""


class Authorize:
    """The installations of the last minute. One that is missing is looked for anew each time."""

    def __init__(self, installations: Installations, *, now: Now) -> None:
        self._installations = installations
        self._known: Memory[_Key, Installation] = Memory(keep=TTL, most=MOST, now=now)

    async def find(self, site: Site) -> Installation | None:
        """Return the living installation that covers a site, or None."""
        key = _key(site)
        known = self._known.get(key)
        if known:
            return known
        found = await self._installations.find(site)
        if found:
            self._known.put(key, found)
        return found

    def forget(self, site: Site) -> None:
        """Look anew next time, because something has changed there."""
        self._known.drop(_key(site))


def site_of(context: AsyncBoltContext) -> Site:
    """Return where a request comes from."""
    site = context.get(SITE)
    if not isinstance(site, Site):
        is_org_wide = bool(context.is_enterprise_install)
        site = context[SITE] = _site(context.team_id, context.enterprise_id, is_org_wide)
    return site


@lru_cache(MOST)
def _site(team: str | None, org: str | None, is_org_wide: bool) -> Site:  # noqa: FBT001 - one call
    """Return the same site for the same ids: much is remembered by site, and so found at once."""
    return Site(TeamId(team or ""), OrgId(org or ""), is_org_wide)


def _key(site: Site) -> _Key:
    return site.org, None if site.is_org_wide else site.team


def result_of(installation: Installation) -> AuthorizeResult:
    """Return who Concord is somewhere, in Bolt's words."""
    return AuthorizeResult(
        enterprise_id=installation.org or None,
        team_id=installation.team or None,
        bot_user_id=installation.bot_user,
        bot_id=installation.bot,
        bot_token=installation.bot_token,
        bot_scopes=installation.scopes,
    )
