"""Fixtures: the practice team in a Slack workspace, and the people in front of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from bot.platforms.slack.handling.desk import Desk, Hooks
from bot.platforms.slack.handling.handler import SlackHandling
from bot.platforms.slack.handling.people import People as Profiles
from bot.platforms.slack.handling.tabs import HomeTabs
from bot.platforms.slack.ports import Installation, OrgId, Site, TeamId
from commands.practice import PEOPLE, WORKSPACE
from storage.database import Database
from tests.bot.slack.handling.people import SITE, People
from tests.bot.slack.handling.slack import FakeSlack
from tests.databases import StoppedClock
from tests.patience import make
from tests.table import Table
from workflows.identifiers import WorkspaceId
from workflows.library import Library, read_library
from workflows.people import Platform, Workspace
from workflows.pictures.drawings import Drawing
from workflows.views import Picture, View

FAR = Site(TeamId("T2"))
ELSEWHERE = WorkspaceId("elsewhere")


@dataclass
class FakeInstallations:
    """Two workspaces in which Concord is installed."""

    kept: dict[TeamId, Installation] = field(
        default_factory=lambda: {
            TeamId("T1"): _installation("T1", "Lincoln Schools"),
            TeamId("T2"): _installation("T2", "Riverside Schools"),
        }
    )
    ended: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    async def find(self, site: Site) -> Installation | None:
        return self.kept.get(site.team)

    async def save(self, installation: Installation) -> None:
        self.kept[installation.team] = installation

    async def end(self, team: TeamId, org: OrgId) -> None:
        self.ended.append((team, org))

    async def workspace(self, site: Site) -> WorkspaceId:
        return {"T1": WORKSPACE, "T2": ELSEWHERE}[site.team]

    async def site(self, workspace: WorkspaceId) -> Site:
        return {WORKSPACE: SITE, ELSEWHERE: FAR}[workspace]


@dataclass
class Told:
    """What else Concord was told to do."""

    forgotten: list[Site] = field(default_factory=list[Site])
    granted: list[str] = field(default_factory=list[str])
    revoked: list[str] = field(default_factory=list[str])

    @property
    def hooks(self) -> Hooks:
        async def granted(_site: Site, team: str) -> None:
            self.granted.append(team)

        async def revoked(_site: Site, team: str) -> None:
            self.revoked.append(team)

        return Hooks(self.forgotten.append, granted, revoked)


@pytest.fixture(scope="session")
def library() -> Library:
    """All workflows."""
    return read_library()


@pytest.fixture
async def table(sqlite_database: Database, clock: StoppedClock, library: Library) -> Table:
    """A team of eight in a practice partnership, and a second workspace."""
    table = Table(sqlite_database, clock, library)
    await table.practises()
    far = Workspace(ELSEWHERE, Platform.SLACK, "T2", "Riverside")
    await table.database.run(lambda work: work.workspaces.add(far))
    return table


@pytest.fixture
def slack() -> FakeSlack:
    """Slack, in which everybody of the practice team has an account."""
    slack = FakeSlack()
    for who, name, _, language in PEOPLE:
        slack.profiles[who] = profile(name, language)
    return slack


@pytest.fixture
def installations() -> FakeInstallations:
    """The workspaces in which Concord is installed."""
    return FakeInstallations()


@pytest.fixture
def told() -> Told:
    """What else Concord was told to do."""
    return Told()


@pytest.fixture
def desk(
    table: Table,
    slack: FakeSlack,
    installations: FakeInstallations,
    told: Told,
    clock: StoppedClock,
) -> Desk:
    """Everything that the handlers work with."""

    async def pictures(_site: Site, view: View) -> Mapping[Drawing, str]:
        drawings = (block.drawing for block in view.blocks if isinstance(block, Picture))
        return {drawing: f"F{number}" for number, drawing in enumerate(drawings)}

    return Desk(
        dispatcher=table.dispatcher,
        calls=slack,
        installations=installations,
        people=Profiles(slack, installations, clock),
        tabs=HomeTabs(),
        respond=slack.respond,
        pictures=pictures,
        make=make,
        hooks=told.hooks,
    )


@pytest.fixture
def people(slack: FakeSlack, desk: Desk) -> People:
    """The people of the practice team, in front of Slack."""
    return People(slack, SlackHandling(desk))


@pytest.fixture
def strangers(slack: FakeSlack, desk: Desk) -> People:
    """The people of another workspace."""
    return People(slack, SlackHandling(desk), FAR)


def profile(name: str, language: str = "en", **more: object) -> dict[str, object]:
    """Return what Slack tells of a person."""
    return {
        "team_id": SITE.team,
        "locale": f"{language}-US",
        "tz": "America/New_York",
        "profile": {"real_name": name},
        **more,
    }


def _installation(team: str, name: str) -> Installation:
    return Installation(
        team=TeamId(team),
        org=OrgId(""),
        name=name,
        app="A1",
        bot_user="UBOT",
        bot="B1",
        installer="maria",
        scopes=(),
        bot_token="xoxb-test",  # noqa: S106 - opens nothing
    )
