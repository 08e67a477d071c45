"""Keeps Slack's installations in the database, with their tokens sealed.

`StoredInstallations` is a bot.platforms.slack.installing.ports.LivingInstallations.
"""

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Final, TypeVar

from bot.platforms.slack.edge.memory import Memory
from bot.platforms.slack.installing.ports import KeptAwayError
from bot.platforms.slack.ports import Installation, NotInstalledError, OrgId, Site, TeamId
from storage.database import Database
from storage.errors import ConflictError, UnavailableError
from storage.installations import SealedInstallation
from storage.secrets import Keyring
from storage.work import Work
from workflows.identifiers import WorkspaceId
from workflows.people import Platform, Workspace

SLACK_ROUNDS: Final = timedelta(seconds=1)
"""Slack tells the time of an event in whole seconds."""

FRESH: Final = timedelta(minutes=1)
MOST_SITES: Final = 10_000
"""For how many workspaces, and how long, it is remembered that they are known."""

_FIELDS: Final = tuple(field.name for field in fields(SealedInstallation))

Result = TypeVar("Result")
Now = Callable[[], datetime]


class StoredInstallations:
    """Who has let Concord in.

    `now` is the true time: in the local workspace the database's clock can be moved, and a token
    does not expire any sooner for that.
    """

    def __init__(self, database: Database, keyring: Keyring, *, now: Now) -> None:
        self._database = database
        self._keyring = keyring
        self._now = now
        self._workspaces: Memory[Site, WorkspaceId] = Memory(keep=FRESH, most=MOST_SITES, now=now)

    async def find(self, site: Site) -> Installation | None:
        """Return the living installation that covers a site, or None.

        That is the workspace's own or its organisation's; the one that Slack speaks of comes first.
        """
        found = await kept(self._database, partial(_covering, site))
        return self._unsealed(found) if found else None

    async def save(self, installation: Installation) -> None:
        """Keep an installation in place of an earlier one of the same workspace, also an ended one.

        A new workspace of Concord's is made for a workspace that is met for the first time.
        """
        sealed, at = self._sealed(installation), self._now()

        def save(work: Work) -> None:
            work.installations.save(sealed, at=at, generation=work.new_id())
            if sealed.team:
                workspace = _met(work, sealed.team, sealed.org, sealed.name)
                work.workspaces.rename(workspace, sealed.name)

        await kept(self._database, save)

    async def end(self, team: TeamId, org: OrgId) -> None:
        """Note that Slack has taken the tokens back: nothing is sent there any more; data stays."""
        await self.end_by(team, org, self._now())

    async def end_by(self, team: TeamId, org: OrgId, at: datetime) -> None:
        """End an installation, unless it was made after this instant."""
        now, youngest = self._now(), at + SLACK_ROUNDS
        await kept(
            self._database,
            lambda work: work.installations.end(team or org, at=now, youngest=youngest),
        )

    async def workspace(self, site: Site) -> WorkspaceId:
        """Return Concord's id of a workspace, which is kept when it is met for the first time.

        The id never changes; what else is noted of a site is looked after once a minute.
        """
        known = self._workspaces.get(site)
        if known is None:
            known = await kept(self._database, partial(_workspace, site))
            self._workspaces.put(site, known)
        return known

    async def site(self, workspace: WorkspaceId) -> Site:
        """Return the site of a workspace of Concord's; raise NotInstalledError if there is none."""
        found = await kept(self._database, partial(_site, workspace))
        if found is None:
            raise NotInstalledError
        return found

    async def let_in(self, teams: Iterable[TeamId], org: OrgId) -> None:
        """Note that an organisation has let Concord into some of its workspaces."""
        named = tuple(teams)

        def let_in(work: Work) -> None:
            for team in named:
                _met(work, team, org, "")

        await kept(self._database, let_in)

    async def put_out(self, teams: Iterable[TeamId], org: OrgId) -> None:
        """Note that an organisation has taken Concord out of some of its workspaces."""
        named, at = tuple(teams), self._now()
        await kept(self._database, lambda work: work.slack_teams.leave(named, org, at=at))

    def _sealed(self, installation: Installation) -> SealedInstallation:
        values = {name: getattr(installation, name) for name in _FIELDS}
        return replace(
            SealedInstallation(**values),
            bot_token=self._keyring.seal(installation.bot_token),
            refresh_token=self._keyring.seal(installation.refresh_token),
        )

    def _unsealed(self, sealed: SealedInstallation) -> Installation:
        values = {name: getattr(sealed, name) for name in _FIELDS}
        return replace(
            Installation(**values),
            bot_token=self._keyring.unseal(sealed.bot_token),
            refresh_token=self._keyring.unseal(sealed.refresh_token),
        )


async def kept(database: Database, function: Callable[[Work], Result]) -> Result:
    """Run a piece of work; raise KeptAwayError where the database cannot do it just now."""
    try:
        return await database.run(function)
    except (ConflictError, UnavailableError) as error:
        raise KeptAwayError from error


def _covering(site: Site, work: Work) -> SealedInstallation | None:
    ids = (site.org, site.team) if site.is_org_wide else (site.team, site.org)
    found = (work.installations.find(each) for each in ids if each)
    return next((each for each in found if each), None)


def _workspace(site: Site, work: Work) -> WorkspaceId:
    known = work.slack_teams.find(site.team)
    if known is None:
        return _met(work, site.team, site.org, "")
    org = site.org or known.org  # not every payload names the organisation
    if known.has_left or known.org != org:
        work.slack_teams.keep(site.team, org, known.workspace)
    return known.workspace


def _met(work: Work, team: str, org: str, name: str) -> WorkspaceId:
    """Return our workspace for one of Slack's; its id stands for a name that is not known yet."""
    new = Workspace(WorkspaceId(work.new_id()), Platform.SLACK, team, name or team)
    workspace = work.workspaces.find_or_make(new)
    work.slack_teams.keep(team, org, workspace.id)
    return workspace.id


def _site(workspace: WorkspaceId, work: Work) -> Site | None:
    """Return where a workspace is, if there is a living installation to reach it through."""
    found = work.slack_teams.of_workspace(workspace)
    if found is None:
        return None
    if work.installations.find(found.team):
        return Site(TeamId(found.team), OrgId(found.org))
    if found.org and not found.has_left and work.installations.find(found.org):
        return Site(TeamId(found.team), OrgId(found.org), is_org_wide=True)
    return None
