"""Tests of the repository of codes that link a channel to a team, or an account to a person."""

import re
from datetime import timedelta

import pytest

from storage.database import Database
from storage.link_codes import looks_like_code
from storage.work import Work
from tests.databases import START, StoppedClock
from tests.storage.samples import ANA, BO, TEAM, keep_people

AN_HOUR = START + timedelta(hours=1)


def for_team(work: Work) -> str:
    return work.link_codes.new_for_team(TEAM.id, until=AN_HOUR)


def for_ana(work: Work) -> str:
    return work.link_codes.new_for_person(ANA.id, until=AN_HOUR)


async def test_a_code_leads_to_its_team_and_to_nobody_else(database: Database) -> None:
    await database.run(keep_people)
    code = await database.run(for_team)

    assert await database.run(lambda work: work.link_codes.team_of(code)) == TEAM.id
    assert await database.run(lambda work: work.link_codes.person_of(code)) is None


async def test_a_code_leads_to_its_person_and_to_no_team(database: Database) -> None:
    await database.run(keep_people)
    code = await database.run(for_ana)

    assert await database.run(lambda work: work.link_codes.person_of(code)) == ANA.id
    assert await database.run(lambda work: work.link_codes.team_of(code)) is None


async def test_a_code_can_be_typed_and_is_hard_to_guess(database: Database) -> None:
    await database.run(keep_people)

    codes = {await database.run(for_team) for _ in range(20)}

    assert len(codes) == 20
    assert all(re.fullmatch(r"[34679CDFGHJKMNPQRTVWXY]{4}(-\w{4}){2}", code) for code in codes)


async def test_a_code_is_kept_as_a_hash_only(database: Database) -> None:
    await database.run(keep_people)
    codes = [await database.run(for_team), await database.run(for_ana)]

    def written(work: Work) -> str:
        tables = ("team_code", "person_code")
        rows = [work.connection.exec_driver_sql(f"SELECT * FROM {t}").all() for t in tables]  # noqa: S608 - names of ours
        return repr(rows)

    kept = await database.run(written)
    assert [part for code in codes for part in code.split("-") if part in kept.upper()] == []


async def test_a_new_code_takes_the_place_of_the_former_one(database: Database) -> None:
    await database.run(keep_people)
    former, newer = await database.run(for_team), await database.run(for_team)
    formers, newers = await database.run(for_ana), await database.run(for_ana)

    assert await database.run(lambda work: work.link_codes.team_of(former)) is None
    assert await database.run(lambda work: work.link_codes.team_of(newer)) == TEAM.id
    assert await database.run(lambda work: work.link_codes.person_of(formers)) is None
    assert await database.run(lambda work: work.link_codes.person_of(newers)) == ANA.id


async def test_a_code_is_used_up_once(database: Database) -> None:
    await database.run(keep_people)
    await database.run(for_team)
    await database.run(for_ana)

    team = [await database.run(lambda w: w.link_codes.drop_of_team(TEAM.id)) for _ in range(2)]
    ana = [await database.run(lambda w: w.link_codes.drop_of_person(ANA.id)) for _ in range(2)]

    assert (team, ana) == ([True, False], [True, False])


async def test_a_code_that_is_too_old_leads_nowhere_and_goes(
    database: Database, clock: StoppedClock
) -> None:
    await database.run(keep_people)
    team, ana = await database.run(for_team), await database.run(for_ana)
    clock.time = AN_HOUR

    found = await database.run(
        lambda work: (work.link_codes.team_of(team), work.link_codes.person_of(ana))
    )
    await database.run(lambda work: work.link_codes.prune())

    assert found == (None, None)
    assert not await database.run(lambda work: work.link_codes.drop_of_team(TEAM.id))
    assert not await database.run(lambda work: work.link_codes.drop_of_person(ANA.id))


async def test_a_code_goes_with_its_person(database: Database) -> None:
    def come_and_go(work: Work) -> bool:
        keep_people(work)
        work.link_codes.new_for_person(BO.id, until=AN_HOUR)
        work.people.remove(BO.id)
        return work.link_codes.drop_of_person(BO.id)

    assert not await database.run(come_and_go)


@pytest.mark.parametrize(
    ("typed", "is_one"),
    [
        ("CDFG-HJKM-NPQR", True),
        ("`cdfg hjkm–npqr`", True),
        ("cdfghjkmnpqr", True),
        ("CDFG-HJKM", False),
        ("CDFG-HJKM-NPQ0", False),
        ("please let me in", False),
        ("\ud800" * 12, False),
        ("", False),
    ],
)
def test_what_looks_like_a_code(typed: str, *, is_one: bool) -> None:
    assert looks_like_code(typed) == is_one
