"""The way in: who is asking, what happens when two ask at once, and when the database is away."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import chain, repeat

import pytest

from commands.dispatcher import TRY_AGAIN, Dispatcher
from commands.practice import CHANNEL, WORKSPACE
from storage.database import Database, open_database
from storage.errors import UnavailableError
from storage.fresh_ids import new_id
from tests.commands.scenes import write_norms
from tests.databases import StoppedClock
from tests.fakes.shaky_database import ShakyDatabase
from tests.table import PRIVATE, Table
from workflows.people import Account, Person
from workflows.views import Ask

IDEA = "Start on time, end early."


async def found(table: Table, who: str) -> tuple[Account, Person] | None:
    """Return the account and the person that somebody is to Concord."""
    return await table.database.run(lambda work: work.people.known(WORKSPACE, who))


async def test_somebody_new_is_kept_under_the_name_their_platform_gives(table: Table) -> None:
    table.arrives("eve", "Eve Stone", "es-MX")

    await table.asks("eve", "help")

    known = await found(table, "eve")
    assert known
    assert (known[1].name, known[1].language) == ("Eve Stone", "es-MX")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Eve\x00 \ud800Stone\n", "Eve Stone"),
        ("E" * 100, "E" * 59 + "…"),
        ("\u202e ", "eve"),
    ],
)
async def test_a_name_that_cannot_be_kept_is_made_to_fit(
    table: Table, given: str, kept: str
) -> None:
    table.arrives("eve", given)

    await table.asks("eve", "help")

    known = await found(table, "eve")
    assert known
    assert known[1].name == kept


async def test_somebody_whose_first_request_was_refused_is_not_kept(table: Table) -> None:
    table.arrives("eve", "Eve Stone")

    await table.asks("eve", "home")

    assert await found(table, "eve") is None


async def test_an_account_is_seen_anew_after_an_hour(table: Table) -> None:
    start = table.clock.time
    await table.later(minutes=59)
    await table.asks("dev", "me")
    before = await found(table, "dev")
    await table.later(minutes=1)

    await table.asks("dev", "me")

    after = await found(table, "dev")
    assert before
    assert after
    assert (before[0].seen_at, after[0].seen_at) == (start, start + timedelta(hours=1))


async def test_nobody_is_woken_when_there_is_nothing_to_send_and_no_date(table: Table) -> None:
    dispatcher, woken = _waking(table)

    await dispatcher.typed(table.callers["dev"], CHANNEL, "help")

    assert woken == []


async def test_whoever_sends_messages_and_keeps_the_time_is_woken_when_there_is_need(
    table: Table,
) -> None:
    table.dispatcher, woken = _waking(table)

    await table.asks("maria", "norms start")
    assert woken == []

    await table.fills("maria", pace="now")
    assert woken == ["mail", "dates"]


def _waking(table: Table) -> tuple[Dispatcher, list[str]]:
    woken = list[str]()
    return (
        Dispatcher(
            table.database,
            table.library,
            on_mail=lambda: woken.append("mail"),
            on_dates=lambda: woken.append("dates"),
        ),
        woken,
    )


async def test_a_text_that_no_id_holds_is_not_found(any_table: Table) -> None:
    for options in ({"team": "a\x00b"}, {"id": "\ud800"}, {"pick": "\x00"}, {"member": "\udfff"}):
        for command in ("record show", "decide review", "team role"):
            view = await any_table.sends("maria", Ask(command, options), at=PRIVATE)

            assert view.title in {"Not found", "Decisions", "Records", "Change a role"}


async def test_a_channel_that_cannot_be_is_nobodys_home(any_table: Table) -> None:
    view = await any_table.asks("maria", "home", at="a\x00b")

    assert view.title == "Not found"


@pytest.fixture
def shaky(table: Table) -> ShakyDatabase:
    """The table's database, which can be away; the table works with it from now on."""
    shaky = ShakyDatabase(table.database)
    table.dispatcher = Dispatcher(shaky, table.library)
    return shaky


async def test_somebody_is_asked_to_try_again_while_the_database_is_away(
    table: Table, shaky: ShakyDatabase
) -> None:
    await write_norms(table)
    await table.takes_part("amara", "norms")
    page, before = table.views["amara"], await table.kept()
    shaky.faults.append(UnavailableError())

    await table.fills("amara", idea_logistics=IDEA)

    assert table.text("amara") == (
        f"# Nothing was changed\n\n{TRY_AGAIN}\n\n"
        f"This is what you wrote, in case you want to copy it:\n\n> {IDEA}\n"
    )
    assert await table.kept() == before
    table.views["amara"] = page
    await table.fills("amara", idea_logistics=IDEA)
    assert table.views["amara"].summary == "Group norms, Recordkeeping: please answer."


async def test_a_locked_database_is_waited_for_no_longer_than_people_wait(
    table: Table, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = await table.kept()

    with _locked(sqlite_url), monkeypatch.context() as patience:
        patience.setattr("storage.database.PATIENCE_SECONDS", 0.2)
        view = await table.asks("maria", "norms start")

    assert (view.summary, await table.kept()) == (TRY_AGAIN, before)
    assert (await table.asks("maria", "norms start")).form


@contextmanager
def _locked(sqlite_url: str) -> Iterator[None]:
    """Hold the file as another program would that writes for long."""
    file = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    file.execute("BEGIN IMMEDIATE")
    yield
    file.execute("ROLLBACK")
    file.close()


def opened(url: str, clock: StoppedClock, ids: Iterator[str]) -> Database:
    """Open a database in which new things get these ids."""
    return open_database(url, clock=clock, new_id=lambda: next(ids))


async def test_what_somebody_else_was_first_with_is_tried_again(
    table: Table, sqlite_url: str, clock: StoppedClock
) -> None:
    taken = (await table.team()).id
    ids = chain(["ship", "a", "b", taken, "home"], (new_id() for _ in repeat(None)))
    database = opened(sqlite_url, clock, ids)
    table.dispatcher = Dispatcher(database, table.library)

    await table.founds_another("maria")

    assert table.views["maria"].summary == "Saved. Who else is on the team?"
    await database.close()


async def test_what_fails_each_time_is_given_up_politely(
    table: Table, sqlite_url: str, clock: StoppedClock
) -> None:
    database = opened(sqlite_url, clock, repeat((await table.team()).id))
    table.dispatcher = Dispatcher(database, table.library)
    before = await table.kept()
    await table.asks("maria", "start", at="bridge")

    names = {"name": "Riverside", "first_party": "District", "second_party": "Union"}
    await table.fills("maria", at="bridge", **names)

    assert (table.views["maria"].summary, await table.kept()) == (TRY_AGAIN, before)
    await database.close()
