"""Tests of the repository of action items."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import delete
from sqlmodel import col

from storage.database import Database
from storage.errors import ConflictError, NotFoundError
from storage.tables.conversations import RecordRow
from storage.tables.people import MemberRow, PartnershipRow
from storage.work import Work
from tests.databases import START
from tests.storage.samples import ANA_HERE, BO_HERE, NORMS, PARTNERSHIP, TEAM, keep_norms
from workflows.action_items import ActionItem, ActionStatus
from workflows.identifiers import ActionId, RecordId, TeamId

LATER = START + timedelta(days=30)
HALL = ActionItem(
    id=ActionId("hall"),
    partnership=PARTNERSHIP.id,
    team=TEAM.id,
    what="Book the hall",
    owner=ANA_HERE.id,
    due=date(2026, 2, 2),
    plan="Monday, in the office",
    status=ActionStatus.OPEN,
    source=NORMS.id,
    made_at=START,
)
TEA = replace(HALL, id=ActionId("tea"), owner=BO_HERE.id, due=date(2026, 1, 9), source=None)
SOMEDAY = replace(HALL, id=ActionId("someday"), owner=None, due=None, plan="", source=None)
DONE = replace(HALL, id=ActionId("done"), status=ActionStatus.DONE, ended_at=LATER)


def keep_items(work: Work) -> None:
    """Keep a team, its norms, and four action items."""
    keep_norms(work)
    for item in (SOMEDAY, HALL, DONE, TEA):
        work.actions.add(item)


def hall(work: Work) -> ActionItem:
    return work.actions.get(HALL.id)


async def test_an_item_comes_back_as_it_was_kept(database: Database) -> None:
    await database.run(keep_items)

    kept = [await database.run(load) for load in (hall, lambda w: w.actions.hold(DONE.id))]

    assert kept == [HALL, DONE]


@pytest.mark.parametrize("method", ["get", "hold"])
async def test_an_unknown_item_is_not_found(database: Database, method: str) -> None:
    with pytest.raises(NotFoundError):
        await database.run(lambda work: getattr(work.actions, method)("nothing"))


async def test_an_id_is_taken_once(database: Database) -> None:
    await database.run(keep_items)

    with pytest.raises(ConflictError):
        await database.run(lambda work: work.actions.add(HALL))


async def test_what_can_be_changed_is_kept(database: Database) -> None:
    changed = replace(
        HALL,
        what="Book the gym",
        owner=None,
        due=None,
        plan="",
        status=ActionStatus.DROPPED,
        ended_at=LATER,
    )
    await database.run(keep_items)

    await database.run(lambda work: work.actions.save(changed))

    assert await database.run(hall) == changed


async def test_a_team_has_its_items_the_soonest_first(database: Database) -> None:
    await database.run(keep_items)

    everything = await database.run(lambda work: work.actions.of_team(TEAM.id))
    unfinished = await database.run(lambda work: work.actions.open_of_team(TEAM.id))
    elsewhere = await database.run(lambda work: work.actions.of_team(TeamId("other")))

    assert everything == (TEA, DONE, HALL, SOMEDAY)
    assert (unfinished, elsewhere) == ((TEA, HALL, SOMEDAY), ())


async def test_a_person_has_what_is_open_at_the_seats_they_have_now(database: Database) -> None:
    await database.run(keep_items)

    before = await database.run(lambda work: work.actions.open_of_person(ANA_HERE.person))
    await database.run(lambda work: work.teams.save_member(replace(ANA_HERE, left_at=LATER)))
    after = await database.run(lambda work: work.actions.open_of_person(ANA_HERE.person))

    assert (before, after) == ((HALL,), ())


async def test_a_member_and_a_record_have_their_items(database: Database) -> None:
    await database.run(keep_items)

    of_ana = await database.run(lambda work: work.actions.of_owner(ANA_HERE.id))
    of_norms = await database.run(lambda work: work.actions.of_source(NORMS.id))
    of_nothing = await database.run(lambda work: work.actions.of_source(RecordId("other")))

    assert (of_ana, of_norms, of_nothing) == ((DONE, HALL), (DONE, HALL), ())


async def test_all_items_of_one_member_move_to_another(database: Database) -> None:
    await database.run(keep_items)

    await database.run(lambda work: work.actions.move(ANA_HERE.id, BO_HERE.id))

    assert {item.owner for item in await database.run(lambda w: w.actions.of_team(TEAM.id))} == {
        BO_HERE.id,
        None,
    }


async def test_an_item_outlives_its_owner_and_its_record(database: Database) -> None:
    await database.run(keep_items)

    def remove(work: Work) -> None:
        work.connection.execute(delete(RecordRow).where(col(RecordRow.id) == NORMS.id))
        work.connection.execute(delete(MemberRow).where(col(MemberRow.id) == ANA_HERE.id))

    await database.run(remove)

    assert await database.run(hall) == replace(HALL, owner=None, source=None)


async def test_an_item_goes_with_its_partnership(database: Database) -> None:
    await database.run(keep_items)

    def remove(work: Work) -> None:
        work.connection.execute(delete(PartnershipRow))

    await database.run(remove)

    assert await database.run(lambda work: work.actions.of_team(TEAM.id)) == ()
