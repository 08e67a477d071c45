"""Remembers whose home tab was opened lately and what it shows, so that it is kept up to date."""

from collections import OrderedDict
from typing import Final

from bot.platforms.slack.ports import Site

MOST_KEPT: Final = 10_000
"""Home tabs in memory; whose goes first is brought up to date when they open it again."""


class HomeTabs:
    """What each home tab shows, as a fingerprint."""

    def __init__(self, *, most: int = MOST_KEPT) -> None:
        self._most = most
        self._shown = OrderedDict[tuple[Site, str], str]()

    def shown(self, site: Site, user: str) -> str | None:
        """Return what somebody's home tab shows; None where it was not opened lately."""
        return self._shown.get((site, user))

    def note(self, site: Site, user: str, fingerprint: str) -> None:
        """Remember what somebody's home tab shows now."""
        self._shown[site, user] = fingerprint
        self._shown.move_to_end((site, user))
        if len(self._shown) > self._most:
            self._shown.popitem(last=False)
