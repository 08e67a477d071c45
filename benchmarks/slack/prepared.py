"""Fills a database as Concord's own code does: installations, and a team that writes its norms."""

import asyncio
from datetime import timedelta
from functools import partial

from benchmarks.slack.letters import APP, Json
from benchmarks.slack.workspaces import HOME, KEYS, team_id
from benchmarks.table import LIBRARY, WORKSPACE_ID, Table, open_here, sit_down
from bot.clock import SystemClock
from bot.installations import StoredInstallations
from bot.platforms.slack.drawing.modals import modal
from bot.platforms.slack.ports import Installation, OrgId
from bot.platforms.slack.ports import TeamId as SlackTeamId
from bot.platforms.slack.sending.refs import Ref
from commands.dispatcher import Dispatcher
from commands.request import Caller, Request
from storage.secrets import Keyring
from storage.work import Work
from workflows import asks
from workflows.identifiers import TeamId
from workflows.people import Platform, Workspace

_NOW = SystemClock().now
_SCHOOL = Workspace(WORKSPACE_ID, Platform.SLACK, HOME, "Lincoln Schools")
_ME = "bench"
_MOST_MESSAGES = 1000


def install(url: str, workspaces: int) -> None:
    """Let Concord into so many workspaces."""
    asyncio.run(_install(url, workspaces))


def sit_down_in_slack(url: str, people: int, team: str) -> tuple[Table, tuple[Json, ...]]:
    """Let a team in Slack begin to write; return it with the modal in front of each person."""
    return asyncio.run(_sit_down(url, people, TeamId(team)))


async def _install(url: str, workspaces: int) -> None:
    database = open_here(url, _NOW)
    installations = StoredInstallations(database, Keyring(KEYS), now=_NOW)
    for number in range(workspaces):
        await installations.save(_installation(number))
    await database.close()


async def _sit_down(url: str, people: int, team: TeamId) -> tuple[Table, tuple[Json, ...]]:
    table = await sit_down(url, people, team=team, workspace=_SCHOOL, clock=_NOW)
    database = open_here(url, _NOW)
    await database.run(partial(_deliver, channel=table.channel))
    dispatcher = Dispatcher(database, LIBRARY)
    ask = asks.take_part(table.conversation)
    requests = (Request(Caller(_SCHOOL.id, one, one), table.channel, ask) for one in table.people)
    views = [await dispatcher.ask(request) for request in requests]
    await database.close()
    return table, tuple(modal(view, table.channel) for view in views)


def _deliver(work: Work, *, channel: str) -> None:
    """Note that what the beginning has led to was sent: it is long over when people answer."""
    for delivery in work.outbox.claim(_ME, _MOST_MESSAGES, timedelta(minutes=1)):
        work.outbox.sent(delivery.id, _ME, str(Ref(channel, "1767600000.000100")))


def _installation(number: int) -> Installation:
    return Installation(
        team=SlackTeamId(team_id(number)),
        org=OrgId(""),
        name=f"School {number}",
        app=APP,
        bot_user="U0BOT",
        bot="B0BENCH",
        installer="U0ADMIN",
        scopes=("commands", "chat:write", "users:read"),
        bot_token=f"xoxb-{number}",
    )
