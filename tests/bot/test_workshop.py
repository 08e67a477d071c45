"""The local workspace can move its clock and start over, and remembers both."""

from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta

import pytest

from bot.clock import MovableClock
from bot.workshop import Workshop
from storage.database import open_database
from storage.errors import UnavailableError
from storage.work import Work
from tests.databases import START
from tests.fakes.shaky_database import ShakyDatabase

DAY = timedelta(days=1)


class Eight:
    """A clock that always says eight in the morning."""

    def now(self) -> datetime:
        """Return the time."""
        return START


class Place:
    """A local workspace: its database, its clock and its workshop."""

    def __init__(self, url: str) -> None:
        self.changes = 0
        self.clock = MovableClock(Eight())
        self.database = ShakyDatabase(open_database(url, clock=self.clock.now, new_id=str))
        self.workshop = Workshop(self.database, self.clock, _seed, changed=self._count)

    def _count(self) -> None:
        self.changes += 1

    async def kept(self, key: str) -> str | None:
        """Return what is kept under a name."""
        return await self.database.run(lambda work: work.settings.get(key))


def _seed(work: Work) -> None:
    """Note when the practice partnership was set up, unless there is one."""
    if work.settings.get("set-up") is None:
        work.settings.put("set-up", work.now.isoformat())


@pytest.fixture
async def new_place(sqlite_url: str) -> AsyncIterator[Callable[[], Place]]:
    """Makes places over one database, as restarts do."""
    places = list[Place]()

    def make() -> Place:
        places.append(Place(sqlite_url))
        return places[-1]

    yield make
    for place in places:
        await place.database.close()


async def test_a_tester_sees_the_next_day_after_moving_the_clock(
    new_place: Callable[[], Place],
) -> None:
    place = new_place()

    await place.workshop.move(DAY)
    await place.workshop.move(DAY)

    assert place.workshop.now() == START + 2 * DAY
    assert place.changes == 2


async def test_a_tester_still_sees_the_next_day_after_a_restart(
    new_place: Callable[[], Place],
) -> None:
    await new_place().workshop.move(DAY)
    place = new_place()

    await place.workshop.open()

    assert place.workshop.now() == START + DAY


async def test_a_newcomer_finds_the_practice_partnership_set_up_once(
    new_place: Callable[[], Place],
) -> None:
    place = new_place()
    await place.workshop.open()
    await place.workshop.move(DAY)

    await new_place().workshop.open()

    assert await place.kept("set-up") == START.isoformat()


async def test_a_tester_who_starts_over_finds_everything_new_and_the_present_time(
    new_place: Callable[[], Place],
) -> None:
    place = new_place()
    await place.workshop.move(DAY)
    await place.database.run(lambda work: work.settings.put("trace", "of before"))

    await place.workshop.reset()

    assert place.workshop.now() == START
    assert await place.kept("trace") is None
    assert await place.kept("set-up") == START.isoformat()
    assert place.changes == 2


async def test_nothing_changes_when_starting_over_fails(new_place: Callable[[], Place]) -> None:
    place = new_place()
    await place.workshop.move(DAY)
    place.database.faults.append(UnavailableError())

    with pytest.raises(UnavailableError):
        await place.workshop.reset()

    assert place.workshop.now() == START + DAY
    assert place.changes == 1
