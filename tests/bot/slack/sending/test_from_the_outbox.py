"""From the outbox to Slack: what a team has read in the end, whatever happened on the way."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from bot.delivery import Sender
from bot.platforms.slack.sending.platform import SlackPlatform
from commands.outgoing import Outgoing
from storage.database import Database
from storage.work import Work
from tests.bot.mail import keep_workspaces, put, states
from tests.bot.slack.sending.installed import SITE, FakeInstallations
from tests.bot.slack.sending.showing import view
from tests.bot.slack.sending.web_api import DOWN, HALF, HTML, Trouble, WebApi, busy, refused
from tests.databases import START, StoppedClock
from workflows.deliveries import Delivery
from workflows.identifiers import WorkspaceId
from workflows.notices import Mishap
from workflows.people import Platform, Workspace

SLACK = Workspace(WorkspaceId("slack"), Platform.SLACK, "T1", "Riverside")
OTHER = Workspace(WorkspaceId("other"), Platform.SLACK, "T2", "Lakeside")
NEVER = datetime.max.replace(tzinfo=UTC)
CHANNELS = {SLACK.id: "C1", OTHER.id: "C2"}

Drain = Callable[..., Awaitable[None]]


def draw(work: Work, delivery: Delivery) -> Outgoing:
    """Draw a message that says its number."""
    workspace = work.workspaces.get(delivery.workspace)
    replaces = work.receipts.ref_of(delivery.subject, delivery.address) or ""
    shown = view(delivery.subject.rpartition("/")[2])
    return Outgoing(workspace, shown, channel=CHANNELS[workspace.id], replaces=replaces)


@pytest.fixture
def told() -> list[Mishap]:
    """What the leads are told of."""
    return []


@pytest.fixture
async def drain(
    sqlite_database: Database,
    platform: SlackPlatform,
    installations: FakeInstallations,
    clock: StoppedClock,
    told: list[Mishap],
) -> Drain:
    """Sends what is due whenever it is, until a time or until nothing waits any more."""
    await sqlite_database.run(keep_workspaces)
    for workspace in (SLACK, OTHER):
        await sqlite_database.run(partial(_add, workspace))
    installations.sites |= {SLACK.id: SITE, OTHER.id: list(installations.kept)[1]}
    sender = Sender(
        sqlite_database,
        {Platform.SLACK: platform},
        draw,
        owner="first",
        tell=lambda _work, _delivery, mishap: told.append(mishap),
        chance=lambda: 0.5,
    )

    async def send_until(end: datetime = NEVER) -> None:
        while (due := await sqlite_database.run(lambda work: work.outbox.next_at())) and due < end:
            clock.time = max(clock.time, due)
            for delivery in await sender.claim(20):
                await sender.send(delivery)

    return send_until


def _add(workspace: Workspace, work: Work) -> None:
    work.workspaces.add(workspace)


async def put_in(database: Database, numbers: range, workspace: Workspace = SLACK) -> None:
    """Put messages into the outbox."""
    for number in numbers:
        await database.run(partial(put, number=number, workspace=workspace))


def numbers(first: int, last: int) -> list[str]:
    """Return numbers as a channel reads them."""
    return [str(number) for number in range(first, last)]


@pytest.mark.parametrize("trouble", [DOWN, HTML, HALF])
async def test_a_team_reads_everything_in_order_after_slack_was_away_for_an_hour(
    trouble: Trouble,
    sqlite_database: Database,
    drain: Drain,
    slack: WebApi,
    clock: StoppedClock,
    told: list[Mishap],
) -> None:
    slack.trouble_for_all = trouble
    await put_in(sqlite_database, range(20))
    await drain(START + timedelta(hours=1))
    asked = len(slack.calls)
    slack.trouble_for_all = None

    await drain()

    assert slack.texts("C1") == numbers(1, 20)
    assert asked < 30
    assert told == [Mishap.UNSURE]
    assert clock.time < START + timedelta(hours=1, minutes=10)


async def test_a_team_reads_everything_in_order_after_slack_refused_all_for_an_hour(
    sqlite_database: Database, drain: Drain, slack: WebApi, told: list[Mishap]
) -> None:
    slack.trouble_for_all = refused("a_code_of_tomorrow")
    await put_in(sqlite_database, range(20))
    await drain(START + timedelta(hours=1))
    asked = len(slack.calls)
    slack.trouble_for_all = None

    await drain()

    assert sorted(slack.texts("C1"), key=int) == numbers(0, 20)
    assert asked < 60
    assert told == []


@pytest.mark.parametrize("seconds", [1, 30, 3600])
async def test_nothing_is_dropped_and_nobody_else_waits_when_one_workspace_is_told_to_wait(
    seconds: int,
    sqlite_database: Database,
    drain: Drain,
    slack: WebApi,
    clock: StoppedClock,
) -> None:
    slack.troubles["chat.postMessage"].append(busy(Retry_After=str(seconds)))
    await put_in(sqlite_database, range(20))
    await put_in(sqlite_database, range(20, 25), OTHER)
    await drain(START + timedelta(seconds=20))
    there_meanwhile = slack.texts("C2")

    await drain()

    assert there_meanwhile == numbers(20, 25)
    assert slack.texts("C1") == numbers(0, 20)
    assert clock.time >= START + timedelta(seconds=seconds + 19)
    assert {state.status for state in await states(sqlite_database)} == {"sent"}


async def test_a_hundred_messages_to_one_channel_go_out_one_a_second_in_order(
    sqlite_database: Database, drain: Drain, slack: WebApi, clock: StoppedClock
) -> None:
    await put_in(sqlite_database, range(100))

    await drain()

    assert slack.texts("C1") == numbers(0, 100)
    assert timedelta(seconds=99) <= clock.time - START < timedelta(seconds=130)
