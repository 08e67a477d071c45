"""Tests of who may send a delivery: one at a time, also after a crash."""

import asyncio

from storage.database import Database
from storage.work import Work
from tests.databases import START, StoppedClock
from tests.storage.mailing import (
    LEASE,
    claim_for_another,
    put_and_claim_card,
    put_card,
    put_prompts,
)
from workflows.identifiers import DeliveryId
from workflows.people import Platform


async def test_a_claimed_delivery_is_nobody_elses(database: Database) -> None:
    await put_and_claim_card(database)

    assert await database.run(claim_for_another) == ()


async def test_a_delivery_whose_owner_died_is_claimed_again_when_the_lease_ends(
    database: Database, clock: StoppedClock
) -> None:
    id_ = await put_and_claim_card(database)
    clock.time += LEASE

    claimed = await database.run(claim_for_another)

    assert [(delivery.id, delivery.attempts) for delivery in claimed] == [(id_, 2)]


async def test_a_late_sender_is_refused_when_the_delivery_has_a_new_owner(
    database: Database, clock: StoppedClock
) -> None:
    id_ = await put_and_claim_card(database)
    clock.time += LEASE
    await database.run(claim_for_another)

    def report_late(work: Work) -> list[bool]:
        return [
            work.outbox.sent(id_, "me", "m1"),
            work.outbox.later(id_, "me", START, "timed-out"),
            work.outbox.dead(id_, "me", "place-gone"),
            work.outbox.skip(id_, "me"),
        ]

    assert await database.run(report_late) == [False] * 4
    assert await database.run(lambda work: work.outbox.sent(id_, "another", "m2")) is True


async def test_after_a_crash_a_message_waits_for_the_one_before_it(
    database: Database, clock: StoppedClock
) -> None:
    first = await put_and_claim_card(database)
    await database.run(put_card)
    clock.time += LEASE

    claimed = await database.run(claim_for_another)

    assert [delivery.id for delivery in claimed] == [first]


async def test_a_program_that_starts_alone_takes_over_at_once(database: Database) -> None:
    id_ = await put_and_claim_card(database)

    await database.run(lambda work: work.outbox.free_all())

    assert [delivery.id for delivery in await database.run(claim_for_another)] == [id_]


async def test_claimers_side_by_side_never_claim_the_same_delivery(database: Database) -> None:
    ids = await database.run(lambda work: put_prompts(work, 100))

    async def claim_all(owner: str) -> list[DeliveryId]:
        mine: list[DeliveryId] = []
        while claimed := await database.run(lambda work: work.outbox.claim(owner, 7, LEASE)):
            mine += [delivery.id for delivery in claimed]
        return mine

    shares = await asyncio.gather(*(claim_all(f"claimer {number}") for number in range(4)))

    assert sorted(id_ for share in shares for id_ in share) == sorted(ids)


async def test_a_program_takes_on_only_what_it_can_send(database: Database) -> None:
    ids = await database.run(lambda work: put_prompts(work, 2))

    there = await database.run(
        lambda work: work.outbox.claim("slack", 9, LEASE, [Platform.SLACK, Platform.DISCORD])
    )
    here = await database.run(lambda work: work.outbox.claim("web", 9, LEASE, [Platform.WEB]))

    assert (there, {delivery.id for delivery in here}) == ((), set(ids))
