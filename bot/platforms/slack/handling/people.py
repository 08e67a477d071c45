"""Knows who somebody in Slack is: name, language and zone, and whether they come from outside."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.platforms.slack.errors import SlackError
from bot.platforms.slack.handling.payloads import Someone, is_set, object_at, text_at
from bot.platforms.slack.ports import Calls, Installations, Payload, Site
from commands.request import Caller
from workflows.identifiers import WorkspaceId

KEEP: Final = timedelta(hours=1)
"""How long a profile is believed; it is used when somebody is met, and for their language."""

MOST_KEPT: Final = 10_000
"""Profiles in memory; the ones not asked for longest go first."""

SLACKBOT: Final = "USLACKBOT"
"""Slack's own app, which says of itself that it is none."""

PATIENCE_SECONDS: Final = 1.0
"""How long to wait for a profile: the person's press has to be answered within three seconds."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks. A visitor is a guest, or somebody whose account belongs to another organisation."""

    caller: Caller
    is_visitor: bool = False

    @property
    def user(self) -> str:
        """Slack's own id of them."""
        return self.caller.external_id


@dataclass(slots=True)
class _Known:
    """What Slack has said about somebody, until when it is believed, and what that makes of them.

    Whoever does many things looks the same each time.
    """

    until: datetime
    profile: Payload
    latest: tuple[Someone, Asker] | None = None


class People:
    """Looks people up in Slack, and remembers them for a while."""

    def __init__(
        self,
        calls: Calls,
        installations: Installations,
        clock: Callable[[], datetime],
        *,
        most: int = MOST_KEPT,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._calls = calls
        self._installations = installations
        self._clock = clock
        self._most = most
        self._patience = patience
        self._kept = OrderedDict[tuple[Site, str], _Known]()

    async def asker(self, site: Site, someone: Someone) -> Asker:
        """Return who somebody is, as well as can be found out in time."""
        workspace = await self._installations.workspace(site)
        known = await self._known(site, someone.id)
        if known.latest is None or known.latest[0] != someone:
            known.latest = someone, _asker(site, workspace, someone, known.profile)
        return known.latest[1]

    async def newcomers(self, site: Site, users: Sequence[str]) -> tuple[Caller, ...]:
        """Return who people are that were picked.

        Left out are apps, those who have left, and those of whom Slack does not say who they are.
        """
        async with asyncio.TaskGroup() as group:
            asked = [group.create_task(self._newcomer(site, user)) for user in users]
        return tuple(found for task in asked if (found := task.result()))

    async def name(self, site: Site, user: str) -> str:
        """Return somebody's name; empty where it cannot be found out."""
        return text_at((await self._known(site, user)).profile, "profile", "real_name")

    def forget(self, site: Site, user: str) -> None:
        """Let go of what was remembered about somebody."""
        self._kept.pop((site, user), None)

    async def _newcomer(self, site: Site, user: str) -> Caller | None:
        asker = await self.asker(site, Someone(user))
        profile = (await self._known(site, user)).profile
        is_nobody = user == SLACKBOT or is_set(profile, "is_bot") or is_set(profile, "deleted")
        return asker.caller if profile and not is_nobody else None

    async def _known(self, site: Site, user: str) -> _Known:
        known = self._kept.get((site, user))
        now = self._clock()
        if known and now < known.until:
            self._kept.move_to_end((site, user))
            return known
        try:
            async with asyncio.timeout(self._patience):
                found = await self._calls.call(site, "users.info", user=user, include_locale=True)
        except (SlackError, TimeoutError) as error:
            _log.info("profile_not_found", team=site.team, reason=type(error).__name__)
            return known or _Known(now, {})
        self._kept[site, user] = known = _Known(self._clock() + KEEP, object_at(found, "user"))
        self._kept.move_to_end((site, user))
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return known


def _asker(site: Site, workspace: WorkspaceId, someone: Someone, user: Payload) -> Asker:
    name = (
        text_at(user, "profile", "real_name")
        or text_at(user, "profile", "display_name")
        or someone.name
    )
    caller = Caller(
        workspace,
        someone.id,
        name or someone.id,
        text_at(user, "locale") or None,
        text_at(user, "tz") or "UTC",
    )
    return Asker(caller, is_visitor=_is_visitor(site, user, someone))


def _is_visitor(site: Site, user: Payload, someone: Someone) -> bool:
    if any(is_set(user, kind) for kind in ("is_restricted", "is_ultra_restricted", "is_stranger")):
        return True
    if site.org and text_at(user, "enterprise_user", "enterprise_id") == site.org:
        return False
    home = text_at(user, "team_id") or someone.team
    return home not in {"", site.team, site.org}
