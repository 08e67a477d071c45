"""Tests of the repository of partnerships."""

from dataclasses import replace

import pytest

from storage.database import Database
from storage.errors import NotFoundError
from tests.databases import START
from tests.storage.samples import (
    ADMINISTRATION,
    ANA,
    ANA_HERE,
    ASSOCIATION,
    BO,
    PARTNERSHIP,
    keep_people,
)
from workflows.identifiers import PartnershipId, PartyId
from workflows.people import Partnership, Party, PartyKind


async def test_a_partnership_comes_back_with_its_parties_in_order(database: Database) -> None:
    await database.run(keep_people)

    assert await database.run(lambda work: work.partnerships.get(PARTNERSHIP.id)) == PARTNERSHIP


async def test_a_partnership_may_have_no_party_yet(database: Database) -> None:
    bare = Partnership(PartnershipId("bare"), "Bare", "en", parties=(), practice=True)

    await database.run(lambda work: work.partnerships.add(bare))

    assert await database.run(lambda work: work.partnerships.get(bare.id)) == bare


async def test_an_unknown_partnership_is_not_found(database: Database) -> None:
    with pytest.raises(NotFoundError):
        await database.run(lambda work: work.partnerships.get(PartnershipId("none")))


async def test_a_saved_partnership_has_its_new_name_and_parties(database: Database) -> None:
    families = Party(PartyId("fam"), "Families", PartyKind.FAMILIES)
    changed = replace(
        PARTNERSHIP,
        name="Lakeside",
        language="es",
        parties=(families, replace(ASSOCIATION, name="Teachers"), ADMINISTRATION),
    )
    await database.run(keep_people)

    await database.run(lambda work: work.partnerships.save(changed))

    assert await database.run(lambda work: work.partnerships.get(PARTNERSHIP.id)) == changed


async def test_a_person_has_the_partnerships_in_which_they_sit_now(database: Database) -> None:
    await database.run(keep_people)
    gone = replace(ANA_HERE, left_at=START)

    await database.run(lambda work: work.teams.save_member(gone))

    assert await database.run(lambda work: work.partnerships.of_person(BO.id)) == (PARTNERSHIP,)
    assert await database.run(lambda work: work.partnerships.of_person(ANA.id)) == ()
