"""Tests of the door to the database: all or nothing, and nobody waits long."""

import asyncio
import json
import sqlite3
import time
import traceback
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from socket import create_server, socket
from typing import cast

import asyncpg
import pytest
from pydantic import ValidationError
from sqlalchemy import text

from storage.database import Database, open_database
from storage.engines import CONNECTIONS, address_of, postgres_engine
from storage.errors import (
    NotFoundError,
    RefusedError,
    StorageError,
    UnavailableError,
)
from storage.work import Work
from tests.databases import START, StoppedClock
from tests.storage.samples import ANA, BO, CONVERSATION, keep_conversation, keep_people
from workflows.people import Person

ANSWER = "what Ana thinks of Bo"
TAKEN = replace(ANA, name=ANSWER)
NAMELESS = replace(BO, name=cast("str", None), language=ANSWER)
BROKEN = replace(BO, name=f"\ud800{ANSWER}")


END_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
COUNT_OTHERS = END_OTHERS.replace("pg_terminate_backend(pid)", "count(*)")


@pytest.fixture
async def postgres(postgres_url: str, clock: StoppedClock) -> AsyncIterator[Database]:
    database = open_database(postgres_url, clock=clock, new_id=str)
    yield database
    await database.close()


class SecondThoughtsError(Exception):
    """Somebody would rather not."""


def add_ana(work: Work) -> None:
    work.people.add(ANA)


def get_ana(work: Work) -> Person:
    return work.people.get(ANA.id)


def rename_ana_at_once(work: Work) -> None:
    work.connection.execute(text("SET LOCAL lock_timeout = 50"))
    work.people.save(replace(ANA, name="Ana M"))


def end_own_connection(work: Work) -> None:
    work.connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))


async def test_work_gives_back_what_its_function_returns(database: Database) -> None:
    assert await database.run(lambda work: (work.now, work.new_id())) == (START, "new000000001")


async def test_work_is_kept_when_its_function_returns(database: Database) -> None:
    await database.run(add_ana)

    assert await database.run(get_ana) == ANA


async def test_work_that_runs_out_of_items_fails_and_makes_nobody_wait(database: Database) -> None:
    async with asyncio.timeout(60):
        with pytest.raises(RuntimeError):
            await database.run(lambda work: next(iter(work.teams.of_person(ANA.id))))


async def test_whoever_waits_is_served_before_those_who_come_back_for_more(
    database: Database,
) -> None:
    served = list[int]()

    def serve(work: Work, who: int) -> None:
        work.settings.get("any")
        served.append(who)

    async def comes(who: int) -> None:
        for _ in range(20):
            await database.run(partial(serve, who=who))

    await database.get_ready()  # or some would be served while others connect
    async with asyncio.TaskGroup() as group:
        for who in range(CONNECTIONS + 2):
            group.create_task(comes(who))

    half = Counter(served[: len(served) // 2])
    assert len(half) == CONNECTIONS + 2
    assert max(half.values()) < 2 * min(half.values())


async def test_work_is_undone_when_its_function_raises(database: Database) -> None:
    def think_again(work: Work) -> None:
        add_ana(work)
        raise SecondThoughtsError

    with pytest.raises(SecondThoughtsError):
        await database.run(think_again)
    with pytest.raises(NotFoundError):
        await database.run(get_ana)


@pytest.mark.parametrize("person", [TAKEN, NAMELESS, BROKEN], ids=["taken", "nameless", "broken"])
async def test_no_error_says_what_was_being_kept(database: Database, person: Person) -> None:
    await database.run(add_ana)

    with pytest.raises(StorageError) as caught:
        await database.run(lambda work: work.people.add(person))

    assert ANSWER not in "".join(traceback.format_exception(caught.value))


async def test_an_answer_that_cannot_be_read_is_not_shown(database: Database) -> None:
    await database.run(keep_conversation)
    spoil = text("UPDATE participation SET place = :place")
    place = {"place": json.dumps({"answers": ANSWER})}
    await database.run(lambda work: work.connection.execute(spoil, place))

    with pytest.raises(ValidationError) as caught:
        await database.run(lambda work: work.conversations.get(CONVERSATION.id))

    assert ANSWER not in "".join(traceback.format_exception(caught.value))


async def test_a_statement_that_makes_no_sense_is_refused(database: Database) -> None:
    with pytest.raises(RefusedError):
        await database.run(lambda work: work.connection.execute(text("SELECT nonsense")))


async def test_a_locked_sqlite_file_makes_nobody_wait_long_and_works_again_afterwards(
    sqlite_database: Database, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.database.PATIENCE_SECONDS", 0.2)
    other = sqlite3.connect(address_of(sqlite_url).database or "", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    began = time.monotonic()

    attempts = (sqlite_database.run(add_ana) for _ in range(10))
    outcomes = await asyncio.gather(*attempts, return_exceptions=True)
    waited = time.monotonic() - began
    other.close()

    assert [type(outcome) for outcome in outcomes] == [UnavailableError] * 10
    assert waited < 2
    await sqlite_database.run(add_ana)


async def test_a_file_that_cannot_be_opened_is_out_of_reach(
    tmp_path: Path, clock: StoppedClock
) -> None:
    database = open_database(f"sqlite:///{tmp_path}", clock=clock, new_id=str)

    with pytest.raises(UnavailableError):
        await database.run(get_ana)
    await database.close()


async def test_a_file_that_is_no_database_is_refused(tmp_path: Path, clock: StoppedClock) -> None:
    (tmp_path / "letter.txt").write_text("Dear all, " * 100)
    database = open_database(f"sqlite:///{tmp_path}/letter.txt", clock=clock, new_id=str)

    with pytest.raises(RefusedError, match="SQLITE_NOTADB"):
        await database.run(get_ana)
    await database.close()


async def test_a_server_that_is_away_is_out_of_reach(clock: StoppedClock) -> None:
    with socket() as nobody_listens:
        nobody_listens.bind(("127.0.0.1", 0))
        port = nobody_listens.getsockname()[1]
        database = open_database(f"postgres://127.0.0.1:{port}/x", clock=clock, new_id=str)

        with pytest.raises(UnavailableError):
            await database.run(get_ana)
    await database.close()


async def test_a_server_that_does_not_answer_makes_nobody_wait_long(
    clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.database.PATIENCE_SECONDS", 0.2)
    with create_server(("127.0.0.1", 0)) as silent:
        url = f"postgres://127.0.0.1:{silent.getsockname()[1]}/x"
        database = open_database(url, clock=clock, new_id=str)

        with pytest.raises(UnavailableError):
            await database.run(get_ana)
    await database.close()


async def test_a_locked_row_makes_nobody_wait_long(postgres: Database, postgres_url: str) -> None:
    await postgres.run(keep_people)
    engine = postgres_engine(postgres_url)

    async with engine.begin() as other:
        await other.execute(text("SELECT * FROM person FOR UPDATE"))
        with pytest.raises(UnavailableError, match="55P03"):
            await postgres.run(rename_ana_at_once)
    await engine.dispose()

    await postgres.run(rename_ana_at_once)


async def test_a_connection_that_was_cut_is_made_anew(postgres: Database) -> None:
    await postgres.run(add_ana)

    with pytest.raises(UnavailableError):
        await postgres.run(end_own_connection)

    assert await postgres.run(get_ana) == ANA


async def test_connections_cut_while_nobody_used_them_are_not_noticed(
    postgres: Database, postgres_url: str
) -> None:
    await postgres.run(add_ana)
    await _cut_others(postgres_url)

    assert await postgres.run(get_ana) == ANA


async def test_a_connection_that_broke_unseen_is_made_anew_after_a_rest(
    postgres: Database, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.engines._REST_SECONDS", 0)
    await postgres.run(add_ana)
    was_there = await postgres.run(get_ana)
    await _cut_others(postgres_url)

    with monkeypatch.context() as network:
        network.setattr(asyncpg.Connection, "is_closed", lambda _self: False)
        is_there = await postgres.run(get_ana)

    assert is_there == was_there == ANA


async def _cut_others(url: str) -> None:
    """Cut all connections but one of our own, and let this program notice."""
    engine = postgres_engine(url)
    async with engine.begin() as other:
        await other.execute(text(END_OTHERS))
        while (await other.execute(text(COUNT_OTHERS))).scalar_one():  # each ends in its own time
            await other.execute(text("SELECT pg_stat_clear_snapshot()"))
    await engine.dispose()


async def test_a_slow_server_makes_nobody_wait_long_and_works_again_afterwards(
    postgres: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await postgres.run(add_ana)

    with monkeypatch.context() as patience:
        patience.setattr("storage.database.PATIENCE_SECONDS", 0.2)
        with pytest.raises(UnavailableError):
            await postgres.run(lambda work: work.connection.execute(text("SELECT pg_sleep(9)")))

    assert await postgres.run(get_ana) == ANA


async def test_work_that_nobody_waits_for_may_take_longer(
    postgres_url: str, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.database.PATIENCE_SECONDS", 0.01)
    database = open_database(postgres_url, clock=clock, new_id=str, patience=60)

    await database.run(lambda work: work.connection.execute(text("SELECT pg_sleep(0.1)")))

    await database.close()
