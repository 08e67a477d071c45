"""Tests of the repository of messages on their way."""

from datetime import datetime, timedelta

from storage.database import Database
from storage.work import Work
from tests.databases import START, StoppedClock
from tests.storage.mailing import (
    LEASE,
    TO_ANA,
    claim,
    claim_for_another,
    put_and_claim_card,
    put_card,
    put_prompts,
)
from tests.storage.samples import CARD, TO_HOME, WORKSPACE, keep_people
from workflows.deliveries import Delivery

SOON = START + timedelta(minutes=5)


async def test_a_claimed_delivery_says_what_goes_where(database: Database) -> None:
    await database.run(keep_people)
    id_ = await database.run(put_card)

    claimed = await database.run(claim)

    assert claimed == (
        Delivery(id_, WORKSPACE.id, TO_HOME, CARD, "conversation/talk", fire_at=START, attempts=1),
    )


async def test_messages_are_claimed_in_the_order_they_were_put_in(database: Database) -> None:
    ids = await database.run(lambda work: put_prompts(work, 5))

    first = await database.run(lambda work: work.outbox.claim("me", 3, LEASE))
    rest = await database.run(claim)

    assert [delivery.id for delivery in first + rest] == ids


async def test_a_message_that_waits_is_not_put_in_twice(database: Database) -> None:
    await database.run(keep_people)

    first = await database.run(put_card)
    second = await database.run(put_card)

    assert second == first
    assert len(await database.run(claim)) == 1


async def test_the_same_message_to_another_place_is_another_delivery(database: Database) -> None:
    await database.run(keep_people)

    first = await database.run(put_card)
    second = await database.run(
        lambda work: work.outbox.put(TO_ANA, CARD, workspace_id=WORKSPACE.id)
    )

    assert [delivery.id for delivery in await database.run(claim)] == [first, second]


async def test_a_message_put_in_for_later_waits_until_then(
    database: Database, clock: StoppedClock
) -> None:
    await database.run(keep_people)
    await database.run(
        lambda work: work.outbox.put(TO_HOME, CARD, workspace_id=WORKSPACE.id, fire_at=SOON)
    )
    too_early = await database.run(claim)
    due_at = await database.run(lambda work: work.outbox.next_at())

    clock.time = SOON

    assert (too_early, due_at) == ((), SOON)
    assert [delivery.fire_at for delivery in await database.run(claim)] == [SOON]


async def test_a_message_wanted_sooner_goes_sooner(database: Database) -> None:
    await database.run(keep_people)
    await database.run(
        lambda work: work.outbox.put(TO_HOME, CARD, workspace_id=WORKSPACE.id, fire_at=SOON)
    )

    await database.run(put_card)

    assert [delivery.fire_at for delivery in await database.run(claim)] == [START]


async def test_a_change_while_a_message_is_sent_sends_it_again_afterwards(
    database: Database,
) -> None:
    first = await put_and_claim_card(database)
    second = await database.run(put_card)
    meanwhile = await database.run(claim)

    await database.run(lambda work: work.outbox.sent(first, "me", "m1"))

    assert meanwhile == ()
    assert [delivery.id for delivery in await database.run(claim)] == [second]


async def test_a_sent_message_leaves_a_receipt(database: Database) -> None:
    id_ = await put_and_claim_card(database)

    noted = await database.run(lambda work: work.outbox.sent(id_, "me", "m1"))

    assert noted is True
    assert await database.run(claim) == ()
    assert await database.run(lambda work: work.outbox.next_at()) is None
    assert (
        await database.run(lambda work: work.receipts.ref_of("conversation/talk", TO_HOME)) == "m1"
    )


async def test_a_receipt_is_for_one_place(database: Database) -> None:
    id_ = await put_and_claim_card(database)

    await database.run(lambda work: work.outbox.sent(id_, "me", "m1"))

    assert (
        await database.run(lambda work: work.receipts.ref_of("conversation/talk", TO_ANA)) is None
    )


async def test_a_message_sent_again_has_the_newer_receipt(database: Database) -> None:
    first = await put_and_claim_card(database)
    await database.run(lambda work: work.outbox.sent(first, "me", "m1"))
    second = await database.run(put_card)
    await database.run(claim)

    await database.run(lambda work: work.outbox.sent(second, "me", "m2"))

    assert (
        await database.run(lambda work: work.receipts.ref_of("conversation/talk", TO_HOME)) == "m2"
    )


async def test_a_message_put_off_waits_until_its_time(
    database: Database, clock: StoppedClock
) -> None:
    id_ = await put_and_claim_card(database)
    await database.run(lambda work: work.outbox.later(id_, "me", SOON, "refused"))
    too_early = await database.run(claim)

    clock.time = SOON

    assert too_early == ()
    assert [(delivery.id, delivery.attempts) for delivery in await database.run(claim)] == [
        (id_, 2)
    ]


async def test_a_change_does_not_hurry_a_message_that_was_put_off(database: Database) -> None:
    id_ = await put_and_claim_card(database)
    await database.run(lambda work: work.outbox.later(id_, "me", SOON, "refused"))

    await database.run(put_card)

    assert await database.run(lambda work: work.outbox.next_at()) == SOON


async def test_a_failed_message_gives_way_to_a_newer_one_that_waits_as_long(
    database: Database, clock: StoppedClock
) -> None:
    first = await put_and_claim_card(database)
    second = await database.run(put_card)

    await database.run(lambda work: work.outbox.later(first, "me", SOON, "refused"))

    assert await database.run(claim) == ()
    clock.time = SOON
    assert [delivery.id for delivery in await database.run(claim)] == [second]


async def test_a_message_that_is_dead_or_skipped_is_over(database: Database) -> None:
    await database.run(lambda work: put_prompts(work, 2))
    one, two = await database.run(claim)

    gave_up = await database.run(lambda work: work.outbox.dead(one.id, "me", "place-gone"))
    skipped = await database.run(lambda work: work.outbox.skip(two.id, "me"))

    assert (gave_up, skipped) == (True, True)
    assert await database.run(lambda work: work.outbox.next_at()) is None


async def test_only_what_is_over_and_old_is_pruned(database: Database, clock: StoppedClock) -> None:
    id_ = await put_and_claim_card(database)
    await database.run(lambda work: work.outbox.skip(id_, "me"))
    await database.run(put_card)

    def prune(work: Work, before: datetime) -> int:
        return work.outbox.prune(before)

    early = await database.run(lambda work: prune(work, START))
    clock.time = SOON
    late = await database.run(lambda work: prune(work, SOON))

    assert (early, late) == (0, 1)
    assert len(await database.run(claim)) == 1


async def test_whoever_claims_a_message_next_is_told_that_its_answer_was_never_noted(
    database: Database, clock: StoppedClock
) -> None:
    id_ = await put_and_claim_card(database)
    await database.run(lambda work: work.outbox.ask(id_, "me"))
    clock.time += LEASE

    (delivery,) = await database.run(claim_for_another)

    assert delivery.is_unanswered


async def test_an_answer_that_was_noted_is_not_missed(
    database: Database, clock: StoppedClock
) -> None:
    id_ = await put_and_claim_card(database)
    await database.run(lambda work: work.outbox.ask(id_, "me"))
    await database.run(lambda work: work.outbox.later(id_, "me", SOON, "refused"))
    clock.time = SOON

    (delivery,) = await database.run(claim)

    assert not delivery.is_unanswered


async def test_an_attempt_in_which_nobody_was_asked_does_not_count(
    database: Database, clock: StoppedClock
) -> None:
    id_ = await put_and_claim_card(database)
    await database.run(lambda work: work.outbox.later(id_, "me", SOON, "not-yet", counts=False))
    clock.time = SOON

    assert [delivery.attempts for delivery in await database.run(claim)] == [1]


async def test_a_message_of_unknown_outcome_is_over_but_may_be_put_in_anew(
    database: Database,
) -> None:
    id_ = await put_and_claim_card(database)

    noted = await database.run(lambda work: work.outbox.unknown(id_, "me"))
    again = await database.run(put_card)

    assert noted is True
    assert [delivery.id for delivery in await database.run(claim)] == [again]


async def test_a_part_of_a_message_has_a_receipt_while_the_rest_waits(database: Database) -> None:
    id_ = await put_and_claim_card(database)

    await database.run(lambda work: work.outbox.stand(id_, "me", "m1"))
    await database.run(lambda work: work.outbox.stand(id_, "another", "m2"))

    ref = await database.run(lambda work: work.receipts.ref_of("conversation/talk", TO_HOME))
    assert ref == "m1"


async def test_a_message_to_be_posted_anew_has_no_receipt_and_waits_no_longer(
    database: Database,
) -> None:
    id_ = await put_and_claim_card(database)
    await database.run(lambda work: work.outbox.stand(id_, "me", "m1"))

    await database.run(lambda work: work.outbox.anew(id_, "another"))
    before = await database.run(lambda work: work.receipts.ref_of("conversation/talk", TO_HOME))
    await database.run(lambda work: work.outbox.anew(id_, "me"))

    after = await database.run(lambda work: work.receipts.ref_of("conversation/talk", TO_HOME))
    assert (before, after) == ("m1", None)
    assert [delivery.id for delivery in await database.run(claim)] == [id_]
