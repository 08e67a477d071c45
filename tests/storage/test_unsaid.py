"""Tests of what the outbox keeps of private words that did not get through."""

from datetime import timedelta

from storage.database import Database
from storage.work import Work
from tests.databases import START
from tests.storage.mailing import TO_ANA, claim, prompt, put_and_claim_card, put_prompts
from tests.storage.samples import ANAS_ACCOUNT, TO_HOME, WORKSPACE
from workflows.notices import Notice


def unsaid(work: Work) -> tuple[Notice, ...]:
    return work.outbox.unsaid_to([ANAS_ACCOUNT], START)


async def test_what_did_not_get_through_is_there_the_newest_first(database: Database) -> None:
    ids = await database.run(lambda work: put_prompts(work, 3))
    await database.run(claim)

    def note(work: Work) -> list[bool]:
        work.outbox.sent(ids[1], "me", "m1")
        return [work.outbox.unsaid(ids[0], "me"), work.outbox.unsaid(ids[2], "me")]

    noted = await database.run(note)

    assert noted == [True, True]
    assert await database.run(unsaid) == (prompt(2), prompt(0))
    assert await database.run(lambda work: work.outbox.unsaid_to([], START)) == ()


async def test_only_the_owner_gives_a_word_up(database: Database) -> None:
    (id_,) = await database.run(lambda work: put_prompts(work, 1))
    await database.run(claim)

    noted = await database.run(lambda work: work.outbox.unsaid(id_, "another"))

    assert noted is False
    assert await database.run(unsaid) == ()


async def test_what_was_unsaid_before_an_instant_is_left_out(
    database: Database,
) -> None:
    (id_,) = await database.run(lambda work: put_prompts(work, 1))
    await database.run(claim)
    await database.run(lambda work: work.outbox.unsaid(id_, "me"))

    later = START + timedelta(microseconds=1)

    assert await database.run(lambda work: work.outbox.unsaid_to([ANAS_ACCOUNT], later)) == ()


async def test_what_was_unsaid_may_be_put_in_anew(database: Database) -> None:
    (id_,) = await database.run(lambda work: put_prompts(work, 1))
    await database.run(claim)
    await database.run(lambda work: work.outbox.unsaid(id_, "me"))

    again = await database.run(
        lambda work: work.outbox.put(TO_ANA, prompt(0), workspace_id=WORKSPACE.id)
    )

    assert [delivery.id for delivery in await database.run(claim)] == [again]


async def test_a_receipt_that_is_forgotten_is_gone_in_its_place_only(database: Database) -> None:
    id_ = await put_and_claim_card(database)
    await database.run(lambda work: work.outbox.sent(id_, "me", "m1"))

    await database.run(lambda work: work.receipts.forget("conversation/talk", TO_ANA))
    before = await database.run(lambda work: work.receipts.ref_of("conversation/talk", TO_HOME))
    await database.run(lambda work: work.receipts.forget("conversation/talk", TO_HOME))

    after = await database.run(lambda work: work.receipts.ref_of("conversation/talk", TO_HOME))
    assert (before, after) == ("m1", None)
