"""From the outbox to Discord: what a team has read in the end, whatever happened on the way."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from bot.delivery import Sender
from bot.platforms.discord.sending.platform import DiscordPlatform
from commands.outgoing import Outgoing
from storage.database import Database
from storage.work import Work
from tests.bot.discord.sending.showing import WORKSPACE, view
from tests.bot.mail import keep_workspaces, put, states
from tests.databases import START, StoppedClock
from tests.fakes.discord.rest import CUT_WHEN_DONE, DOWN, FakeRest, Trouble, busy, refused
from tests.fakes.discord.state import Channel
from workflows.deliveries import Delivery
from workflows.notices import Mishap
from workflows.people import Platform, Workspace

NEVER = datetime.max.replace(tzinfo=UTC)
POSTING = "POST /channels/*/messages"

Drain = Callable[..., Awaitable[None]]


@pytest.fixture
def told() -> list[Mishap]:
    """What the leads are told of."""
    return []


@pytest.fixture
async def drain(
    sqlite_database: Database,
    platform: DiscordPlatform,
    clock: StoppedClock,
    channel: Channel,
    told: list[Mishap],
) -> Drain:
    """Sends what is due whenever it is, until a time or until nothing waits any more."""
    workspace = Workspace(WORKSPACE, Platform.DISCORD, channel.server, "Riverside")
    await sqlite_database.run(keep_workspaces)
    await sqlite_database.run(lambda work: work.workspaces.add(workspace))
    for number in range(8):
        await sqlite_database.run(partial(put, number=number, workspace=workspace))

    def draw(work: Work, delivery: Delivery) -> Outgoing:
        replaces = work.receipts.ref_of(delivery.subject, delivery.address) or ""
        shown = view(delivery.subject.rpartition("/")[2])
        return Outgoing(workspace, shown, channel=channel.id, replaces=replaces)

    sender = Sender(
        sqlite_database,
        {Platform.DISCORD: platform},
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


async def test_a_team_reads_everything_in_order_after_discord_was_away_for_an_hour(
    drain: Drain, rest: FakeRest, channel: Channel, told: list[Mishap]
) -> None:
    rest.meet_always("*", DOWN)
    await drain(START + timedelta(hours=1))
    asked = len(rest.calls)
    rest.heal()

    await drain()

    assert rest.state.said_in(channel.id) == [str(number) for number in range(8)]
    assert asked < 100
    assert told == []


@pytest.mark.parametrize(
    "troubles",
    [
        [CUT_WHEN_DONE] * 7,
        [busy(40), busy(3)],
        [busy(40, is_global=True), busy(None)],
        [refused(400, 50035)],
    ],
)
async def test_a_team_reads_everything_once_whatever_happens_for_some_seconds(
    drain: Drain, rest: FakeRest, channel: Channel, told: list[Mishap], troubles: list[Trouble]
) -> None:
    rest.meet(POSTING, *troubles)

    await drain()

    assert sorted(rest.state.said_in(channel.id)) == [str(number) for number in range(8)]
    assert told == []


async def test_the_leads_are_told_once_that_a_channel_is_shut(
    drain: Drain,
    sqlite_database: Database,
    rest: FakeRest,
    channel: Channel,
    told: list[Mishap],
) -> None:
    channel.denied.add("send")

    await drain(START + timedelta(minutes=30))

    assert told == [Mishap.PLACE_GONE]
    assert rest.count("POST /channels/#/messages") == 1
    assert "sent" not in {state.status for state in await states(sqlite_database)}


async def test_messages_wait_for_the_day_on_which_concord_is_let_in_again(
    drain: Drain, rest: FakeRest, channel: Channel, told: list[Mishap]
) -> None:
    rest.state.put_out(channel.server)
    await drain(START + timedelta(days=1))
    assert told == [Mishap.WORKSPACE_GONE]

    rest.state.servers[channel.server] = "Riverside"
    await drain()

    assert sorted(rest.state.said_in(channel.id)) == [str(number) for number in range(8)]
