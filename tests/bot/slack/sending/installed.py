"""Where Concord is installed, for tests: in memory, and to be changed by them."""

from dataclasses import replace

from bot.platforms.slack.installing.ports import KeptAwayError
from bot.platforms.slack.ports import Installation, NotInstalledError, OrgId, Site, TeamId
from tests.bot.slack.sending.web_api import TOKEN
from workflows.identifiers import WorkspaceId

WORKSPACE = WorkspaceId("work")
ELSEWHERE = WorkspaceId("else")
SITE = Site(TeamId("T1"))
INSTALLED = Installation(
    team=TeamId("T1"),
    org=OrgId(""),
    name="Riverside",
    app="A1",
    bot_user="UBOT",
    bot="B1",
    installer="U1",
    scopes=("chat:write",),
    bot_token=TOKEN,
)


class FakeInstallations:
    """Keeps one installation for each site (a bot.platforms.slack.ports.Installations)."""

    def __init__(self) -> None:
        self.kept = {SITE: INSTALLED, Site(TeamId("T2")): replace(INSTALLED, team=TeamId("T2"))}
        self.sites = {WORKSPACE: SITE, ELSEWHERE: Site(TeamId("T2"))}
        self.ended = list[tuple[TeamId, OrgId]]()
        self.searches = 0
        self.is_away = False
        self.lost_ends = 0

    async def find(self, site: Site) -> Installation | None:
        self.searches += 1
        self._look()
        return self.kept.get(site)

    async def save(self, installation: Installation) -> None:
        self.kept[Site(installation.team)] = installation

    async def end(self, team: TeamId, org: OrgId) -> None:
        if self.lost_ends:
            self.lost_ends -= 1
            raise KeptAwayError
        self.ended.append((team, org))
        self.kept = {
            site: kept for site, kept in self.kept.items() if (kept.team, kept.org) != (team, org)
        }

    async def workspace(self, site: Site) -> WorkspaceId:
        return next(id_ for id_, known in self.sites.items() if known == site)

    async def site(self, workspace: WorkspaceId) -> Site:
        self._look()
        site = self.sites[workspace]
        if site not in self.kept:
            raise NotInstalledError
        return site

    def _look(self) -> None:
        if self.is_away:
            raise KeptAwayError
