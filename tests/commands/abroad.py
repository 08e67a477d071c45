"""Other workspaces than the local one: people there, and codes that lead from one to the other."""

from commands.practice import CHANNEL, WORKSPACE
from commands.request import Caller
from storage.work import Work
from tests.table import PRIVATE, Table
from workflows.identifiers import AccountId, HomeId, WorkspaceId
from workflows.people import Account, Home, Platform, Workspace
from workflows.text import Code
from workflows.views import Paragraph, View

SLACK = Workspace(WorkspaceId("slack"), Platform.SLACK, "T1", "Lincoln Schools")
DISCORD = Workspace(WorkspaceId("discord"), Platform.DISCORD, "G1", "Lincoln Schools")

ELSEWHERE = Workspace(WorkspaceId("elsewhere"), Platform.SLACK, "T2", "Elsewhere")

IN_SLACK = "C0SLACK"
IN_DISCORD = "112233"
"""Channels there, in the words of their platforms."""


async def opens_abroad(table: Table) -> None:
    """Open a workspace in Slack and one in Discord, with somebody in each."""

    def keep(work: Work) -> None:
        work.workspaces.add(SLACK)
        work.workspaces.add(DISCORD)

    await table.database.run(keep)
    arrives_in(table, SLACK, "kim", "Kim Sato")
    arrives_in(table, DISCORD, "lou", "Lou Marin")


def arrives_in(table: Table, workspace: Workspace, who: str, name: str) -> None:
    """Let somebody into a workspace whom Concord has not met there."""
    table.callers[who] = Caller(workspace.id, who, name, "en")


def code_on(view: View) -> str:
    """Return the code that stands on a screen."""
    paragraphs = (block for block in view.blocks if isinstance(block, Paragraph))
    (line,) = (p.text[0].text for p in paragraphs if isinstance(p.text[0], Code))
    return line.split()[-1]


async def team_code(table: Table, who: str = "maria") -> str:
    """Let a lead make a code for the leadership team."""
    return code_on(await table.asks(who, "team link", at=CHANNEL))


async def links_channel(table: Table, who: str, at: str) -> View:
    """Let somebody elsewhere link their channel with a code from María."""
    return await table.asks(who, f"team join {await team_code(table)}", at=at)


async def links_account(table: Table, maker: str, typer: str) -> View:
    """Let one account make a code, and another one type it and be sure."""
    code = code_on(await table.asks(maker, "me link", at=PRIVATE))
    await table.asks(typer, f"me link {code}", at=PRIVATE)
    return await table.presses(typer, "Yes, this is me", at=PRIVATE)


async def sits_down(table: Table, who: str, at: str, party: str = "Educators' association") -> None:
    """Let somebody ask to join where the team has a home, and Joan let them in."""
    name = table.callers[who].name
    await table.asks(who, "team join", at=at)
    await table.asks("joan", "team add", at=CHANNEL)
    await table.fills("joan", people=(name,), party=party)


async def meets_elsewhere(table: Table, who: str, *, account: str = "", home: str = "far") -> None:
    """Give the team a home in another workspace, or somebody an account there, or both."""
    team = await table.team()

    def settle(work: Work) -> None:
        work.workspaces.add(ELSEWHERE)
        if home:
            work.teams.add_home(Home(HomeId(home), team.id, ELSEWHERE.id, "far-channel"))
        if account:
            here = work.people.known(WORKSPACE, who)
            assert here
            work.people.add_account(Account(AccountId(account), ELSEWHERE.id, here[1].id, who))

    await table.database.run(settle)
