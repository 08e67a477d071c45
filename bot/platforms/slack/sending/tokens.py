"""Knows the token for each site, so that the database is not asked before every call."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from bot.platforms.slack.errors import RevokedError, SlackAwayError
from bot.platforms.slack.installing.ports import KeptAwayError
from bot.platforms.slack.ports import Installation, Installations, Site

FRESH_FOR: Final = timedelta(seconds=60)
"""How long a token is used before it is looked up again: it may have been renewed elsewhere."""


class Tokens:
    """Looks installations up, and remembers each for a minute."""

    def __init__(self, installations: Installations, now: Callable[[], datetime]) -> None:
        self._installations = installations
        self._now = now
        self._known = dict[Site, tuple[datetime, Installation]]()

    async def of(self, site: Site) -> Installation:
        """Return the installation that covers a site, or raise RevokedError.

        While it cannot be looked up Slack counts as away: it has not been asked for anything.
        """
        since, known = self._known.get(site, (None, None))
        if known and since and self._now() - since < FRESH_FOR:
            return known
        try:
            found = await self._installations.find(site)
        except KeptAwayError:
            raise SlackAwayError from None
        if found is None:
            self.forget(site)
            raise RevokedError("not_installed")
        self._known[site] = (self._now(), found)
        return found

    def forget(self, site: Site) -> None:
        """Look the installation up when it is needed next."""
        self._known.pop(site, None)

    async def newer(self, site: Site, refused: Installation) -> Installation | None:
        """Return the installation if it has another token than the one that was refused."""
        self.forget(site)
        found = await self.of(site)
        return found if found.bot_token != refused.bot_token else None
