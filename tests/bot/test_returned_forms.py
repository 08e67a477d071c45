"""What was typed into a form that came back is opened again as it was, for a day."""

from datetime import timedelta

from bot.returned_forms import KEEP, StoredForms
from commands.request import Caller
from storage.database import Database
from tests.databases import StoppedClock
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
