"""One delivery at a time: what comes of it when the platform, or we, make a mistake."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot import delivery as delivery_module
from bot.delivery import LEASE, MOST_ATTEMPTS, NONCE_LENGTH, Draw, Sender
from bot.platforms.port import DeliveryError, InChannel, InPrivate, TryLaterError
from commands.errors import TooEarlyError
from commands.outgoing import Outgoing
from storage.database import Database
from storage.errors import ConflictError, NotFoundError, UnavailableError
from storage.work import Work
from tests.bot.mail import draw, keep_workspaces, put, states
from tests.databases import START, StoppedClock
from tests.fakes.platform import FakePlatform, Shown
from tests.fakes.shaky_database import ShakyDatabase
from tests.storage.samples import WORKSPACE
from workflows.deliveries import Delivery
from workflows.people import Platform
from workflows.views import View

VIEW = View("Hello", "Hello to all.")

Attempt = Callable[..., Awaitable[None]]


@pytest.fixture
def platform() -> FakePlatform:
    """The platform that all messages go to."""
    return FakePlatform()


@pytest.fixture
async def attempt(sqlite_database: Database, platform: FakePlatform) -> Attempt:
    """Claims the one message that waits, and tries to send it."""
    await sqlite_database.run(keep_workspaces)
    await sqlite_database.run(lambda work: put(work, 1))

    async def send(draw: Draw = draw, *, database: Database = sqlite_database) -> None:
        sender = Sender(database, {Platform.WEB: platform}, draw, owner="first", chance=lambda: 0.5)
        (delivery,) = await sender.claim(1)
        await sender.send(delivery)

    return send


async def test_a_channel_gets_a_message_with_all_that_belongs_to_it(
    attempt: Attempt, platform: FakePlatform
) -> None:
    await attempt(
        lambda _work, _delivery: Outgoing(
            WORKSPACE, VIEW, channel="general", thread="root", replaces="older", pin=True
        )
    )

    place = InChannel(WORKSPACE.id, "general", "root")
    assert platform.messages == {"older": Shown(place, VIEW, pinned=True)}


async def test_a_person_gets_a_message_in_private(attempt: Attempt, platform: FakePlatform) -> None:
    await attempt(lambda _work, _delivery: Outgoing(WORKSPACE, VIEW, external_id="ana"))

    assert list(platform.messages.values()) == [Shown(InPrivate(WORKSPACE.id, "ana"), VIEW)]


async def test_a_platform_shows_a_message_once_when_its_answer_was_lost(
    sqlite_database: Database, attempt: Attempt, platform: FakePlatform, clock: StoppedClock
) -> None:
    await attempt(database=_losing_answers(sqlite_database))
    (nonce,) = platform.messages

    clock.time += LEASE
    await attempt()

    assert (list(platform.messages), platform.calls) == ([nonce], 2)
    assert len(nonce) == NONCE_LENGTH


@pytest.mark.parametrize(("troubles", "is_told"), [([TryLaterError(1)], True), ([], False)])
async def test_whoever_keeps_the_time_is_told_of_a_message_that_has_to_wait(
    sqlite_database: Database,
    platform: FakePlatform,
    troubles: list[DeliveryError],
    *,
    is_told: bool,
) -> None:
    told = asyncio.Event()
    platform.troubles.extend(troubles)
    await sqlite_database.run(keep_workspaces)
    await sqlite_database.run(lambda work: put(work, 1))
    platforms = {Platform.WEB: platform}
    sender = Sender(sqlite_database, platforms, draw, owner="first", put_off=told.set)

    (delivery,) = await sender.claim(1)
    await sender.send(delivery)

    assert told.is_set() == is_told


async def test_nobody_gets_a_message_that_is_no_longer_wanted(
    sqlite_database: Database, attempt: Attempt, platform: FakePlatform
) -> None:
    await attempt(lambda _work, _delivery: None)

    assert platform.calls == 0
    assert await states(sqlite_database) == [("skipped", 1, None)]


async def test_nobody_gets_a_message_about_what_is_gone(
    sqlite_database: Database, attempt: Attempt, platform: FakePlatform
) -> None:
    def draw_nothing(_work: Work, _delivery: Delivery) -> Outgoing:
        raise NotFoundError

    await attempt(draw_nothing)

    assert platform.calls == 0
    assert await states(sqlite_database) == [("skipped", 1, None)]


async def test_a_refused_message_is_tried_again_after_longer_and_longer_pauses(
    sqlite_database: Database, attempt: Attempt, platform: FakePlatform, clock: StoppedClock
) -> None:
    platform.troubles.extend(DeliveryError() for _ in range(12))
    pauses = list[float]()

    for _ in range(12):
        await attempt()
        free_at = await sqlite_database.run(lambda work: work.outbox.next_at())
        assert free_at
        pauses.append((free_at - clock.time).total_seconds())
        clock.time = free_at

    assert pauses == [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1800, 1800]


async def test_a_message_that_is_always_refused_is_given_up(
    sqlite_database: Database, attempt: Attempt, platform: FakePlatform, clock: StoppedClock
) -> None:
    platform.troubles.extend(DeliveryError() for _ in range(MOST_ATTEMPTS))

    for _ in range(MOST_ATTEMPTS):
        await attempt()
        clock.time += timedelta(hours=1)

    assert await states(sqlite_database) == [("dead", MOST_ATTEMPTS, "refused")]


async def test_a_reply_waits_until_the_message_it_belongs_to_is_out(
    attempt: Attempt, platform: FakePlatform, sqlite_database: Database
) -> None:
    def too_early(_work: Work, _delivery: Delivery) -> Outgoing:
        raise TooEarlyError

    await attempt(too_early)

    assert platform.calls == 0
    assert await states(sqlite_database) == [("pending", 1, "thread-not-there-yet")]


@pytest.mark.parametrize("seconds", [-5, 0, 0.25])
async def test_a_platform_that_names_no_sensible_pause_gets_a_second(
    seconds: float, sqlite_database: Database, attempt: Attempt, platform: FakePlatform
) -> None:
    platform.troubles.append(TryLaterError(seconds))

    await attempt()

    free_at = await sqlite_database.run(lambda work: work.outbox.next_at())
    assert free_at == START + timedelta(seconds=1)


async def test_a_message_is_put_off_while_its_workspace_wants_a_pause(
    sqlite_database: Database, attempt: Attempt, platform: FakePlatform
) -> None:
    until = START + timedelta(minutes=5)
    key = f"workspace/{WORKSPACE.id}"
    await sqlite_database.run(lambda work: work.buckets.push(key, until))

    await attempt()

    assert platform.calls == 0
    assert await states(sqlite_database) == [("pending", 1, "place-is-busy")]
    assert await sqlite_database.run(lambda work: work.outbox.next_at()) == until


async def test_a_platform_that_does_not_answer_is_tried_again(
    sqlite_database: Database,
    attempt: Attempt,
    platform: FakePlatform,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(delivery_module, "ATTEMPT_SECONDS", 0.01)
    platform.troubles.append(asyncio.Event())

    await attempt()

    assert await states(sqlite_database) == [("pending", 1, "timed-out")]


async def test_an_operator_reads_which_delivery_met_a_mistake_of_ours_but_not_what_it_said(
    sqlite_database: Database, attempt: Attempt
) -> None:
    def draw_wrongly(_work: Work, _delivery: Delivery) -> Outgoing:
        raise KeyError("what a person typed")

    with capture_logs() as logs:
        await attempt(draw_wrongly)

    assert [(line["event"], len(line["delivery"])) for line in logs] == [("delivery_failed", 32)]
    assert await states(sqlite_database) == [("pending", 1, "bug")]


async def test_a_message_is_sent_and_noted_when_the_database_was_away_meanwhile(
    sqlite_database: Database,
    attempt: Attempt,
    platform: FakePlatform,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(delivery_module, "RECONNECT_SECONDS", 0)
    shaky = ShakyDatabase(sqlite_database)

    def draw_and_go_away(work: Work, delivery: Delivery) -> Outgoing:
        shaky.faults.extend([UnavailableError(), UnavailableError()])
        return draw(work, delivery)

    await attempt(draw_and_go_away, database=shaky)

    assert platform.calls == 1
    assert await states(sqlite_database) == [("sent", 1, None)]


async def test_a_message_is_noted_when_somebody_else_was_first_meanwhile(
    sqlite_database: Database, attempt: Attempt, platform: FakePlatform
) -> None:
    shaky = ShakyDatabase(sqlite_database)

    def draw_and_give_way(work: Work, delivery: Delivery) -> Outgoing:
        shaky.faults.extend([ConflictError(), ConflictError()])
        return draw(work, delivery)

    await attempt(draw_and_give_way, database=shaky)

    assert platform.calls == 1
    assert await states(sqlite_database) == [("sent", 1, None)]


async def test_an_operator_reads_of_a_result_that_never_comes_through(
    sqlite_database: Database, attempt: Attempt
) -> None:
    shaky = ShakyDatabase(sqlite_database)

    def draw_and_give_way(work: Work, delivery: Delivery) -> Outgoing:
        shaky.faults.extend([ConflictError()] * delivery_module.MOST_CONFLICTS)
        return draw(work, delivery)

    with capture_logs() as logs:
        await attempt(draw_and_give_way, database=shaky)

    assert [line["event"] for line in logs] == ["delivery_not_noted"]


async def test_an_operator_reads_that_a_result_could_not_be_noted(
    sqlite_database: Database, attempt: Attempt
) -> None:
    with capture_logs() as logs:
        await attempt(database=_losing_answers(sqlite_database))

    assert [line["event"] for line in logs] == ["delivery_not_noted"]
    assert await states(sqlite_database) == [("sending", 1, None)]


def _losing_answers(database: Database) -> Database:
    """Return the database, broken after a message has been claimed and drawn."""
    shaky = ShakyDatabase(database)
    shaky.faults.extend([None, None, KeyError("what a person typed")])
    return shaky
