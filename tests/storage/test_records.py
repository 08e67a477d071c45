"""Tests of the repository of records."""

from dataclasses import replace
from datetime import timedelta

import pytest

from storage.database import Database
from storage.errors import ConflictError, NotFoundError
from storage.work import Work
from tests.databases import START
from tests.storage.samples import ANA_HERE, BO_HERE, CONVERSATION, NORMS, TEAM, keep_norms
from workflows.identifiers import ConversationId, FieldId, RecordId
from workflows.records import NamedNote, NormCheck, Norms, Record, RecordEdition, Signature

LATER = START + timedelta(days=30)
SECOND_EDITION = RecordEdition(
    2, Norms(commitments={FieldId("time"): "We start on time."}), LATER, conversation=None
)
CHECK = replace(
    NORMS,
    id=RecordId("check"),
    editions=(
        RecordEdition(
            1,
            NormCheck(
                counts={FieldId("time"): {"partly": 2, "kept": 1}}, answered=3, commitments={}
            ),
            START + timedelta(days=1),
            conversation=None,
            signatures=(Signature(BO_HERE.id, LATER, "h2"),),
        ),
    ),
)
SIGNATURE = Signature(ANA_HERE.id, LATER, NORMS.current.hash)


def keep_both(work: Work) -> None:
    keep_norms(work)
    work.records.add(CHECK)


def load(work: Work) -> Record:
    return work.records.get(NORMS.id)


async def test_a_record_comes_back_as_it_was_kept(database: Database) -> None:
    await database.run(keep_norms)

    kept = await database.run(load)

    assert (kept, kept.current.hash) == (NORMS, NORMS.current.hash)


async def test_a_record_that_comes_with_notes_keeps_them(database: Database) -> None:
    noted = replace(NORMS.current, notes=(NamedNote(member=BO_HERE.id, text="Too soon."),))
    noted_norms = replace(NORMS, editions=(noted,))
    await database.run(lambda work: keep_norms(work, noted_norms))

    assert await database.run(load) == noted_norms


async def test_an_unknown_record_is_not_found(database: Database) -> None:
    with pytest.raises(NotFoundError):
        await database.run(load)


async def test_a_new_edition_stands_beside_the_old_one(database: Database) -> None:
    await database.run(keep_norms)

    await database.run(lambda work: work.records.add_edition(NORMS.id, SECOND_EDITION))

    assert await database.run(load) == replace(NORMS, editions=(NORMS.current, SECOND_EDITION))


async def test_an_edition_is_never_overwritten(database: Database) -> None:
    await database.run(keep_norms)

    with pytest.raises(ConflictError):
        await database.run(lambda work: work.records.add_edition(NORMS.id, NORMS.current))


async def test_a_member_who_signs_twice_has_signed_once(database: Database) -> None:
    await database.run(keep_norms)

    await database.run(lambda work: work.records.sign(NORMS.id, 1, SIGNATURE))
    await database.run(
        lambda work: work.records.sign(NORMS.id, 1, replace(SIGNATURE, signed_at=START))
    )

    assert (await database.run(load)).current.signatures == (SIGNATURE,)


async def test_a_team_has_its_records_with_the_newest_first(database: Database) -> None:
    await database.run(keep_both)

    everything = await database.run(lambda work: work.records.of_team(TEAM.id))
    norms = await database.run(lambda work: work.records.of_team(TEAM.id, "norms"))

    assert (everything, norms) == ((CHECK, NORMS), (NORMS,))


async def test_a_record_that_was_renewed_comes_first(database: Database) -> None:
    await database.run(keep_both)

    await database.run(lambda work: work.records.add_edition(NORMS.id, SECOND_EDITION))

    records = await database.run(lambda work: work.records.of_team(TEAM.id))
    assert [record.id for record in records] == [NORMS.id, CHECK.id]


async def test_a_conversation_leads_to_the_record_it_left(database: Database) -> None:
    await database.run(keep_both)

    found = await database.run(lambda work: work.records.of_conversation(CONVERSATION.id))
    missed = await database.run(
        lambda work: work.records.of_conversation(ConversationId("another"))
    )

    assert (found, missed) == (NORMS, None)


async def test_a_member_has_the_records_they_signed(database: Database) -> None:
    await database.run(keep_both)

    assert await database.run(lambda work: work.records.signed_by(BO_HERE.id)) == (CHECK,)


async def test_what_one_member_signed_is_signed_by_another_and_never_twice(
    database: Database,
) -> None:
    def sign(work: Work) -> None:
        keep_both(work)
        work.records.sign(NORMS.id, 1, SIGNATURE)
        work.records.sign(NORMS.id, 1, replace(SIGNATURE, member=BO_HERE.id, signed_at=START))

    await database.run(sign)

    await database.run(lambda work: work.records.move_signatures(BO_HERE.id, ANA_HERE.id))

    check = await database.run(lambda work: work.records.get(CHECK.id))
    assert (await database.run(load)).current.signatures == (SIGNATURE,)
    assert check.current.signatures == (Signature(ANA_HERE.id, LATER, "h2"),)
    assert await database.run(lambda work: work.records.signed_by(BO_HERE.id)) == ()
