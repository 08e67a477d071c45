"""What every engine keeps to: nothing is lost, nothing is doubled, nothing stands in the way."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.delivery import LEASE, Sender
from bot.engines import embedded
from bot.engines.embedded import EmbeddedEngine
from bot.engines.port import Engine
from bot.platforms.port import PlaceGoneError, TryLaterError
from storage.database import Database
from storage.errors import UnavailableError
from tests.bot.mail import ELSEWHERE, draw, keep_workspaces, put, put_many, running, states, until
from tests.databases import StoppedClock
from tests.fakes.platform import FakePlatform
from tests.fakes.shaky_database import ShakyDatabase
from workflows.people import Platform

NewEngine = Callable[..., Engine]


@pytest.fixture
def platform() -> FakePlatform:
    """The platform that all messages go to."""
    return FakePlatform()


@pytest.fixture
async def new_engine(database: Database, platform: FakePlatform) -> NewEngine:
    """Makes an engine of each kind, with an owner of its own; two workspaces are there."""
    await database.run(keep_workspaces)

    def make(owner: str = "first", at_once: int = 20) -> Engine:
        sender = Sender(database, {Platform.WEB: platform}, draw, owner=owner)
        return EmbeddedEngine(sender, at_once=at_once)

    return make


async def test_a_team_gets_every_message_that_waits(
    database: Database, platform: FakePlatform, new_engine: NewEngine
) -> None:
    await database.run(lambda work: put_many(work, 30))

    async with running(new_engine()):
        await until(lambda: len(platform.messages) == 30)

    assert platform.calls == 30
    assert {state.status for state in await states(database)} == {"sent"}


async def test_a_platform_is_not_asked_for_more_at_once_than_agreed(
    database: Database, platform: FakePlatform, new_engine: NewEngine
) -> None:
    gate = asyncio.Event()
    platform.troubles.extend([gate] * 30)
    await database.run(lambda work: put_many(work, 30))

    engine = new_engine(at_once=7)
    async with running(engine):
        await until(lambda: platform.at_once == 7)
        engine.wake()
        await asyncio.sleep(0.01)
        gate.set()
        await until(lambda: len(platform.messages) == 30)

    assert platform.most_at_once == 7


async def test_a_team_gets_a_message_when_the_engine_is_woken(
    database: Database, platform: FakePlatform, new_engine: NewEngine
) -> None:
    engine = new_engine()
    async with running(engine):
        await asyncio.sleep(0.01)
        await database.run(lambda work: put(work, 1))
        engine.wake()
        await until(lambda: len(platform.messages) == 1)

    assert await states(database) == [("sent", 1, None)]


async def test_a_team_gets_each_message_once_when_two_engines_run(
    database: Database, platform: FakePlatform, new_engine: NewEngine
) -> None:
    await database.run(lambda work: put_many(work, 30))

    async with running(new_engine("first", 5), new_engine("second", 5)):
        await until(lambda: len(platform.messages) == 30)

    assert platform.calls == 30


async def test_a_team_gets_a_message_once_when_its_engine_stalls_longer_than_the_lease(
    database: Database, platform: FakePlatform, new_engine: NewEngine, clock: StoppedClock
) -> None:
    platform.troubles.append(stall := asyncio.Event())
    await database.run(lambda work: put(work, 1))

    async with running(new_engine("first")):
        await until(lambda: platform.at_once == 1)
        clock.time += LEASE
        async with running(new_engine("second")):
            await until(lambda: len(platform.messages) == 1)
        stall.set()

    assert (platform.calls, len(platform.messages)) == (2, 1)
    assert await states(database) == [("sent", 2, None)]


async def test_a_workspace_that_asks_for_a_pause_gets_it(
    database: Database, platform: FakePlatform, new_engine: NewEngine, clock: StoppedClock
) -> None:
    platform.troubles.append(TryLaterError(3600))
    await database.run(lambda work: put_many(work, 3))
    engine = new_engine(at_once=1)

    async with running(engine):
        await until(lambda: platform.calls == 1)
        await asyncio.sleep(0.1)
        assert platform.calls == 1
        clock.time += timedelta(hours=1)
        engine.wake()
        await until(lambda: len(platform.messages) == 3)

    assert {state.status for state in await states(database)} == {"sent"}


async def test_another_workspace_does_not_wait_for_one_that_asked_for_a_pause(
    database: Database, platform: FakePlatform, new_engine: NewEngine
) -> None:
    platform.troubles.append(TryLaterError(3600))
    await database.run(lambda work: put(work, 1))
    await database.run(lambda work: put(work, 2, workspace=ELSEWHERE))

    async with running(new_engine(at_once=1)):
        await until(lambda: len(platform.messages) == 1)

    assert await states(database) == [("pending", 1, "asked-to-wait"), ("sent", 1, None)]


async def test_other_messages_go_on_when_a_place_is_gone(
    database: Database, platform: FakePlatform, new_engine: NewEngine
) -> None:
    platform.troubles.append(PlaceGoneError())
    await database.run(lambda work: put_many(work, 2))

    async with running(new_engine(at_once=1)):
        await until(lambda: len(platform.messages) == 1)

    assert await states(database) == [("dead", 1, "place-gone"), ("sent", 1, None)]


async def test_edits_of_a_message_stay_in_order(
    database: Database, platform: FakePlatform, new_engine: NewEngine
) -> None:
    platform.troubles.append(stall := asyncio.Event())
    await database.run(lambda work: put(work, 1))
    engine = new_engine()

    async with running(engine):
        await until(lambda: platform.at_once == 1)
        await database.run(lambda work: put(work, 1))
        engine.wake()
        await asyncio.sleep(0.05)
        assert platform.calls == 1
        stall.set()
        await until(lambda: platform.calls == 2)

    assert len(platform.messages) == 1


@pytest.mark.parametrize("fault", [UnavailableError(), KeyError("a mistake of ours")])
async def test_an_engine_goes_on_when_the_outbox_was_away(
    fault: Exception,
    sqlite_database: Database,
    platform: FakePlatform,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(embedded, "PAUSE_SECONDS", 0.01)
    await sqlite_database.run(keep_workspaces)
    await sqlite_database.run(lambda work: put(work, 1))
    shaky = ShakyDatabase(sqlite_database)
    shaky.faults.append(fault)
    sender = Sender(shaky, {Platform.WEB: platform}, draw, owner="first")

    async with running(EmbeddedEngine(sender)):
        await until(lambda: len(platform.messages) == 1)

    assert await states(sqlite_database) == [("sent", 1, None)]


async def test_a_message_on_its_way_arrives_when_the_program_is_stopped(
    database: Database, platform: FakePlatform, new_engine: NewEngine
) -> None:
    platform.troubles.append(stall := asyncio.Event())
    await database.run(lambda work: put_many(work, 2))
    engine = new_engine(at_once=1)

    async with running(engine):
        await until(lambda: platform.at_once == 1)
        engine.stop()
        stall.set()

    assert await states(database) == [("sent", 1, None), ("pending", 0, None)]


async def test_a_message_that_hangs_does_not_keep_the_program_from_ending(
    database: Database,
    platform: FakePlatform,
    new_engine: NewEngine,
    clock: StoppedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    platform.troubles.append(asyncio.Event())
    await database.run(lambda work: put(work, 1))
    with monkeypatch.context() as hurry:
        hurry.setattr(embedded, "DRAIN_SECONDS", 0.01)
        async with running(new_engine("first")):
            await until(lambda: platform.at_once == 1)

    clock.time += LEASE
    async with running(new_engine("second")):
        await until(lambda: len(platform.messages) == 1)

    assert await states(database) == [("sent", 2, None)]
