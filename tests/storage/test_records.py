"""Tests of the repository of records."""

from dataclasses import replace
from datetime import timedelta

import pytest

from storage.database import Database
from storage.errors import ConflictError, NotFoundError
from storage.work import Work
from tests.databases import START
from tests.dumps import dump
from tests.storage.samples import (
    ADMINISTRATION,
    ANA_HERE,
    BO_HERE,
    CONVERSATION,
    NORMS,
    TEAM,
    keep_norms,
)
from workflows.contents import NamedNote
from workflows.identifiers import ConversationId, FieldId, RecordId, TeamId
from workflows.records import NormCheck, Norms, Record, RecordEdition, Signature
from workflows.relationships import PartnerMap
from workflows.views import Privacy

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
OWN = replace(
    NORMS,
    id=RecordId("own"),
    privacy=Privacy.PRIVATE,
    owner=BO_HERE.id,
    editions=(RecordEdition(1, PartnerMap(partners=()), START, conversation=None),),
)
SHARED = replace(
    OWN, id=RecordId("shared"), privacy=Privacy.CAUCUS, owner=None, party=ADMINISTRATION.id
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


async def test_the_records_of_one_kind_are_found_for_all_teams_of_a_partnership(
    database: Database,
) -> None:
    school = replace(TEAM, id=TeamId("school"), members=(), homes=())
    other = replace(NORMS, id=RecordId("other"), team=school.id)
    await database.run(keep_both)
    await database.run(lambda work: work.teams.add(school))
    await database.run(lambda work: work.records.add(other))

    def of_partnership(work: Work) -> tuple[Record, ...]:
        return work.records.of_partnership(NORMS.partnership, "norms")

    assert await database.run(of_partnership) == (NORMS, other)


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

    await database.run(lambda work: work.records.move(BO_HERE.id, ANA_HERE.id))

    check = await database.run(lambda work: work.records.get(CHECK.id))
    assert (await database.run(load)).current.signatures == (SIGNATURE,)
    assert check.current.signatures == (Signature(ANA_HERE.id, LATER, "h2"),)
    assert await database.run(lambda work: work.records.signed_by(BO_HERE.id)) == ()


def keep_closed(work: Work) -> None:
    keep_norms(work)
    work.records.add(OWN)
    work.records.add(SHARED)


async def test_what_is_closed_comes_back_with_whose_it_is(database: Database) -> None:
    await database.run(keep_closed)

    assert await database.run(lambda work: work.records.get(OWN.id)) == OWN
    assert await database.run(lambda work: work.records.get(SHARED.id)) == SHARED


async def test_an_owner_has_what_is_theirs_alone_and_nobody_else_has(database: Database) -> None:
    await database.run(keep_closed)

    own = await database.run(lambda work: work.records.of_owner(BO_HERE.id))
    others = await database.run(lambda work: work.records.of_owner(ANA_HERE.id))

    assert (own, others) == ((OWN,), ())


async def test_what_was_one_seats_alone_is_anothers(database: Database) -> None:
    await database.run(keep_closed)

    await database.run(lambda work: work.records.move(BO_HERE.id, ANA_HERE.id))

    (moved,) = await database.run(lambda work: work.records.of_owner(ANA_HERE.id))
    assert moved == replace(OWN, owner=ANA_HERE.id)


async def test_a_record_that_is_erased_is_gone_with_all_its_editions(database: Database) -> None:
    await database.run(keep_closed)

    await database.run(lambda work: work.records.erase(OWN.id))

    kept = await database.run(dump)
    assert [OWN.id in repr(kept[table]) for table in ("record", "record_edition")] == [False] * 2
    assert SHARED.id in repr(kept["record"])
