"""Tokens are replaced before they expire: once, by one process, and none is lost."""

import asyncio
import logging
from collections import deque
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.installations import StoredInstallations
from bot.installing import StoredRenewals
from bot.platforms.slack.installing.exchange import Exchange
from bot.platforms.slack.installing.ports import Due, Tokens
from bot.platforms.slack.installing.rotation import Rotation
from bot.platforms.slack.ports import Site, TeamId
from storage.errors import UnavailableError
from tests.bot.slack.installing.conftest import SECRET
from tests.bot.slack.installing.samples import OLD_REFRESH_TOKEN, OLD_TOKEN, RIVERSIDE
from tests.bot.slack.installing.slack import REFRESH_TOKEN, TOKEN, FakeSlack
from tests.databases import START, StoppedClock
from tests.fakes.shaky_database import ShakyDatabase

HERE = Site(TeamId("T1"))
REFUSED = {"ok": False, "error": "invalid_refresh_token"}


class NothingDue:
    """Renewals of which none is due."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()

    async def claim(self) -> Due | None:
        self.asked.set()
        return None

    async def renew(self, due: Due, tokens: Tokens) -> bool:
        raise AssertionError((due, tokens))

    async def put_off(self, due: Due, pause: timedelta) -> None:
        raise AssertionError((due, pause))


@pytest.fixture
async def riverside(installations: StoredInstallations) -> None:
    """Riverside has let Concord in; its token has ninety minutes left."""
    await installations.save(RIVERSIDE)


@pytest.fixture
def rotation(renewals: StoredRenewals, exchange: Exchange, clock: StoppedClock) -> Rotation:
    """The job, without its pauses."""
    return Rotation(renewals, exchange, now=clock, poll_seconds=0, keep_seconds=0)


async def tokens(installations: StoredInstallations) -> tuple[str, str]:
    found = await installations.find(HERE)
    assert found is not None
    return found.bot_token, found.refresh_token


@pytest.mark.usefixtures("riverside")
async def test_a_token_is_replaced_before_it_expires(
    rotation: Rotation, installations: StoredInstallations, slack: FakeSlack
) -> None:
    assert await rotation.renew_next()

    found = await installations.find(HERE)
    assert found is not None
    assert (found.bot_token, found.refresh_token) == (TOKEN, REFRESH_TOKEN)
    assert found.expires_at == START + timedelta(hours=12)
    assert slack.asked == [
        (
            "oauth.v2.access",
            {
                "client_id": "1.2",
                "client_secret": SECRET,
                "grant_type": "refresh_token",
                "refresh_token": OLD_REFRESH_TOKEN,
            },
            "",
        )
    ]


async def test_nothing_is_asked_of_slack_while_no_token_is_due(
    rotation: Rotation, slack: FakeSlack
) -> None:
    assert not await rotation.renew_next()

    assert slack.asked == []


@pytest.mark.usefixtures("riverside")
async def test_one_process_replaces_a_token_that_two_have_seen(
    rotation: Rotation,
    exchange: Exchange,
    renewals: StoredRenewals,
    clock: StoppedClock,
    slack: FakeSlack,
) -> None:
    other = Rotation(renewals, exchange, now=clock)

    await asyncio.gather(rotation.renew_next(), other.renew_next())

    assert len(slack.asked) == 1


@pytest.mark.usefixtures("riverside")
async def test_a_new_token_is_kept_when_the_database_comes_back(
    rotation: Rotation, installations: StoredInstallations, shaky: ShakyDatabase, slack: FakeSlack
) -> None:
    shaky.faults.extend([None, UnavailableError(), UnavailableError()])

    await rotation.renew_next()

    assert await tokens(installations) == (TOKEN, REFRESH_TOKEN)
    assert len(slack.asked) == 1


@pytest.mark.usefixtures("riverside")
async def test_a_token_that_slack_does_not_replace_is_left_alone_for_an_hour(
    rotation: Rotation, installations: StoredInstallations, clock: StoppedClock, slack: FakeSlack
) -> None:
    slack.grants = deque([REFUSED])
    await rotation.renew_next()
    clock.time += timedelta(minutes=59)
    too_early = await rotation.renew_next()
    clock.time += timedelta(minutes=1)

    again = await rotation.renew_next()

    assert (too_early, again) == (False, True)
    assert await tokens(installations) == (OLD_TOKEN, OLD_REFRESH_TOKEN)


@pytest.mark.usefixtures("riverside")
@pytest.mark.parametrize(
    ("status", "raw", "pause"), [(429, "", 7), (500, "<html>", 60), (200, '{"ok": true}', 60)]
)
async def test_a_token_is_tried_again_soon_after_trouble(
    rotation: Rotation, clock: StoppedClock, slack: FakeSlack, status: int, raw: str, pause: int
) -> None:
    slack.status, slack.raw = status, raw
    await rotation.renew_next()
    clock.time += timedelta(seconds=pause - 1)
    too_early = await rotation.renew_next()
    clock.time += timedelta(seconds=1)

    assert (too_early, await rotation.renew_next()) == (False, True)


@pytest.mark.usefixtures("riverside")
async def test_the_job_goes_on_after_trouble_and_ends_when_it_is_told(
    rotation: Rotation,
    shaky: ShakyDatabase,
    installations: StoredInstallations,
    slack: FakeSlack,
) -> None:
    shaky.faults.extend([UnavailableError(), RuntimeError()])

    with capture_logs() as logged:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(rotation.run())
            await slack.answered.wait()
            rotation.stop()

    assert await tokens(installations) == (TOKEN, REFRESH_TOKEN)
    assert [event["event"] for event in logged] == [
        "slack_tokens_unavailable",
        "slack_rotation_failed",
        "slack_token_renewed",
    ]


async def test_the_job_ends_at_once_while_it_waits(exchange: Exchange, clock: StoppedClock) -> None:
    idle = NothingDue()
    rotation = Rotation(idle, exchange, now=clock)

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(rotation.run())
        await idle.asked.wait()
        rotation.stop()


@pytest.mark.usefixtures("riverside")
async def test_no_log_holds_a_token_at_any_level(
    rotation: Rotation, slack: FakeSlack, clock: StoppedClock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    slack.grants = deque([REFUSED, {"ok": True, "access_token": TOKEN}])

    with capture_logs() as ours:
        for _ in range(2):
            await rotation.renew_next()
            clock.time += timedelta(hours=1)

    logged = f"{ours} {[record.__dict__ for record in caplog.records]}"
    assert [event["event"] for event in ours] == ["slack_token_refused", "slack_token_renewed"]
    assert [c for c in (TOKEN, OLD_TOKEN, OLD_REFRESH_TOKEN, SECRET) if c in logged] == []
