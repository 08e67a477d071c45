"""What was typed into a form that came back is there until it is put right, or a day has passed."""

from datetime import timedelta

from storage.database import Database
from storage.returned_forms import FormKey
from storage.work import Work
from tests.databases import StoppedClock
from workflows.identifiers import WorkspaceId
from workflows.people import Platform, Workspace

DAY = timedelta(days=1)
HERE = Workspace(WorkspaceId("w1"), Platform.DISCORD, "42", "Lincoln")
MINE = FormKey(HERE.id, "ana", "1/start")
OTHERS = FormKey(HERE.id, "bo", "1/start")


def keep(work: Work, key: FormKey, typed: str) -> None:
    work.workspaces.find_or_make(HERE)
    work.returned_forms.keep(key, typed, at=work.now, long_ago=work.now - DAY)


def find(work: Work, key: FormKey = MINE) -> str | None:
    return work.returned_forms.find(key, since=work.now - DAY)


async def test_a_form_is_there_as_it_was_typed_last(database: Database) -> None:
    before = await database.run(find)
    await database.run(lambda work: keep(work, MINE, "first"))

    await database.run(lambda work: keep(work, MINE, "second"))

    assert (before, await database.run(find)) == (None, "second")


async def test_a_form_goes_when_it_is_put_right_and_another_persons_stays(
    database: Database,
) -> None:
    await database.run(lambda work: keep(work, MINE, "typed"))
    await database.run(lambda work: keep(work, OTHERS, "typed"))

    await database.run(lambda work: work.returned_forms.drop(MINE))

    assert await database.run(find) is None
    assert await database.run(lambda work: find(work, OTHERS)) == "typed"


async def test_a_form_is_gone_after_a_day(database: Database, clock: StoppedClock) -> None:
    await database.run(lambda work: keep(work, MINE, "typed"))

    clock.time += DAY

    assert await database.run(find) is None


async def test_somebody_who_is_forgotten_leaves_no_form_behind(database: Database) -> None:
    await database.run(lambda work: keep(work, MINE, "typed"))
    await database.run(lambda work: keep(work, OTHERS, "typed"))

    await database.run(lambda work: work.returned_forms.forget(HERE.id, "ana"))

    assert await database.run(find) is None
    assert await database.run(lambda work: find(work, OTHERS)) == "typed"
