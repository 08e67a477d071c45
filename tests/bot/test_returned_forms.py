"""What was typed into a form that came back is opened again as it was, for a day."""

from datetime import timedelta

from bot.returned_forms import KEEP, MOST_REMEMBERED, REMEMBER, StoredForms
from commands.request import Caller
from storage.database import Database
from tests.databases import StoppedClock
from tests.dumps import dump
from workflows.identifiers import WorkspaceId
from workflows.people import Platform, Workspace
from workflows.views import Ask, Raw

HERE = Workspace(WorkspaceId("w1"), Platform.DISCORD, "42", "Lincoln")
ANA = Caller(HERE.id, "ana", "Ana")
BO = Caller(HERE.id, "bo", "Bo")
START = Ask("start")
TYPED: Raw = {"name": "Lincoln\nSchools", "people": ("p1", "p2")}


async def test_somebody_finds_what_they_typed_and_nobody_else_does(
    database: Database, clock: StoppedClock
) -> None:
    await database.run(lambda work: work.workspaces.add(HERE))

    await StoredForms(database, now=clock).keep(ANA, START, TYPED)

    forms = StoredForms(database, now=clock)  # as after a restart
    assert await forms.typed(ANA, START) == TYPED
    assert await forms.typed(BO, START) is None
    assert await forms.typed(ANA, Ask("start team", {"team": "t1"})) is None


async def test_what_was_taken_in_is_let_go(database: Database, clock: StoppedClock) -> None:
    await database.run(lambda work: work.workspaces.add(HERE))
    forms = StoredForms(database, now=clock)
    await forms.keep(ANA, START, TYPED)

    await forms.drop(ANA, START)

    assert await forms.typed(ANA, START) is None


async def test_what_nobody_came_back_for_is_let_go(database: Database, clock: StoppedClock) -> None:
    await database.run(lambda work: work.workspaces.add(HERE))
    forms = StoredForms(database, now=clock)
    await forms.keep(ANA, START, TYPED)
    clock.time += KEEP - timedelta(seconds=1)
    before = await forms.typed(ANA, START)

    clock.time += timedelta(seconds=1)

    assert (before, await forms.typed(ANA, START)) == (TYPED, None)


async def test_what_may_not_be_written_down_is_remembered_for_an_hour(
    database: Database, clock: StoppedClock
) -> None:
    await database.run(lambda work: work.workspaces.add(HERE))
    forms = StoredForms(database, now=clock)
    await forms.keep(ANA, START, {"name": "An earlier word"})
    await forms.keep(ANA, START, TYPED, is_written_down=False)

    assert (await database.run(dump))["returned_form"] == frozenset()
    assert await forms.typed(ANA, START) == TYPED
    clock.time += REMEMBER
    assert await forms.typed(ANA, START) is None


async def test_what_is_only_remembered_is_let_go_with_what_is_written_down(
    database: Database, clock: StoppedClock
) -> None:
    await database.run(lambda work: work.workspaces.add(HERE))
    forms = StoredForms(database, now=clock)
    await forms.keep(ANA, START, TYPED, is_written_down=False)
    await forms.keep(BO, START, TYPED, is_written_down=False)

    await forms.drop(ANA, START)
    await forms.keep(BO, START, {"name": "Lincoln"})

    assert await forms.typed(ANA, START) is None
    assert await forms.typed(BO, START) == {"name": "Lincoln"}


async def test_the_oldest_gives_way_when_too_much_is_remembered(
    database: Database, clock: StoppedClock
) -> None:
    await database.run(lambda work: work.workspaces.add(HERE))
    forms = StoredForms(database, now=clock)

    for number in range(MOST_REMEMBERED + 1):
        await forms.keep(ANA, Ask(f"ask {number}"), TYPED, is_written_down=False)

    assert await forms.typed(ANA, Ask("ask 0")) is None
    assert await forms.typed(ANA, Ask("ask 1")) == TYPED
