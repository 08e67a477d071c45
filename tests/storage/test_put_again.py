"""Tests of what one piece of work puts into the outbox several times."""

from datetime import datetime, timedelta

from storage.database import Database
from storage.work import Work
from tests.databases import START
from tests.storage.mailing import claim, put_card
from tests.storage.samples import CARD, TO_HOME, WORKSPACE, keep_people
from workflows.identifiers import DeliveryId

SOON = START + timedelta(minutes=5)
LATER = START + timedelta(minutes=9)


async def test_a_message_put_in_again_by_the_same_work_goes_when_it_was_first_wanted(
    database: Database,
) -> None:
    def put(work: Work, fire_at: datetime) -> DeliveryId:
        return work.outbox.put(TO_HOME, CARD, workspace_id=WORKSPACE.id, fire_at=fire_at)

    def put_often(work: Work) -> set[DeliveryId]:
        keep_people(work)
        return {put(work, fire_at) for fire_at in (LATER, SOON, LATER, START, SOON)}

    ids = await database.run(put_often)
    claimed = await database.run(claim)

    assert {delivery.id for delivery in claimed} == ids
    assert [delivery.fire_at for delivery in claimed] == [START]


async def test_a_message_that_changes_in_the_work_that_takes_it_on_is_put_in_anew(
    database: Database,
) -> None:
    def put_claim_put(work: Work) -> list[DeliveryId]:
        keep_people(work)
        return [put_card(work), claim(work)[0].id, put_card(work)]

    first, claimed, second = await database.run(put_claim_put)

    assert claimed == first != second
