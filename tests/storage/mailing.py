"""Messages to put into the outbox, and ways to claim them."""

from datetime import timedelta

from storage.database import Database
from storage.work import Work
from tests.storage.samples import (
    ANA_HERE,
    ANAS_ACCOUNT,
    CARD,
    CONVERSATION,
    TO_HOME,
    WORKSPACE,
    keep_people,
)
from workflows.deliveries import Delivery
from workflows.identifiers import DeliveryId
from workflows.notices import Notice, Prompt, ToAccount

LEASE = timedelta(seconds=30)
TO_ANA = ToAccount(ANAS_ACCOUNT.id)


def prompt(number: int) -> Notice:
    return Prompt(CONVERSATION.id, ANA_HERE.id, number)


def put_card(work: Work) -> DeliveryId:
    return work.outbox.put(TO_HOME, CARD, workspace_id=WORKSPACE.id)


def put_prompts(work: Work, count: int) -> list[DeliveryId]:
    keep_people(work)
    return [
        work.outbox.put(TO_ANA, prompt(number), workspace_id=WORKSPACE.id)
        for number in range(count)
    ]


def claim(work: Work) -> tuple[Delivery, ...]:
    return work.outbox.claim("me", 10, LEASE)


def claim_for_another(work: Work) -> tuple[Delivery, ...]:
    return work.outbox.claim("another", 10, LEASE)


async def put_and_claim_card(database: Database) -> DeliveryId:
    """Keep the people, put a card into the outbox, and claim it for `me`."""
    await database.run(keep_people)
    id_ = await database.run(put_card)
    assert [delivery.id for delivery in await database.run(claim)] == [id_]
    return id_
