"""Tests of the repository of teams."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from storage.database import Database
from storage.errors import ConflictError, NotFoundError
from storage.work import Work
from tests.databases import START
from tests.storage.samples import (
    ADMINISTRATION,
    ANA,
    ANA_HERE,
    BO,
    BO_HERE,
    HOME,
    PARTNERSHIP,
    TEAM,
    WORKSPACE,
    keep_people,
)
from workflows.identifiers import HomeId, MemberId, TeamId
from workflows.people import Home, Role, Team, TeamKind

LATER = START + timedelta(days=3)
PAIR = Team(TeamId("pair"), PARTNERSHIP.id, "a pair", TeamKind.PAIR, "es", "UTC")


def keep_two_teams(work: Work) -> None:
    keep_people(work)
    work.teams.add(PAIR)


async def test_a_team_comes_back_with_members_and_homes_in_order(database: Database) -> None:
    await database.run(keep_people)

    assert await database.run(lambda work: work.teams.get(TEAM.id)) == TEAM


async def test_an_unknown_team_is_not_found(database: Database) -> None:
    with pytest.raises(NotFoundError):
        await database.run(lambda work: work.teams.get(TeamId("none")))
    with pytest.raises(NotFoundError):
        await database.run(lambda work: work.teams.with_partnership(TeamId("none")))


async def test_a_team_comes_back_together_with_its_partnership(database: Database) -> None:
    second = Home(HomeId("second"), TEAM.id, WORKSPACE.id, "C2")

    def keep_another_home(work: Work) -> None:
        keep_people(work)
        work.teams.add_home(second)

    await database.run(keep_another_home)

    team, partnership = await database.run(lambda work: work.teams.with_partnership(TEAM.id))

    assert team == replace(TEAM, homes=(*TEAM.homes, second))
    assert partnership == PARTNERSHIP
    assert len(partnership.parties) > 1  # a row for each home and each party, and none twice


async def test_a_team_without_homes_has_a_partnership(database: Database) -> None:
    await database.run(keep_two_teams)

    found = await database.run(lambda work: work.teams.with_partnership(PAIR.id))

    assert found == (PAIR, PARTNERSHIP)


async def test_a_saved_team_has_its_new_name_kind_language_and_zone(database: Database) -> None:
    changed = replace(
        TEAM, name="Council", kind=TeamKind.COMMITTEE, language="es", zone="Europe/Madrid"
    )
    await database.run(keep_people)

    await database.run(lambda work: work.teams.save(changed))

    assert await database.run(lambda work: work.teams.get(TEAM.id)) == changed


async def test_a_member_who_left_keeps_their_seat_in_the_history(database: Database) -> None:
    gone = replace(ANA_HERE, party=ADMINISTRATION.id, roles=frozenset({Role.LEAD}), left_at=LATER)
    await database.run(keep_people)

    await database.run(lambda work: work.teams.save_member(gone))

    assert await database.run(lambda work: work.teams.get(TEAM.id)) == replace(
        TEAM, members=(BO_HERE, gone)
    )


async def test_a_person_who_comes_back_takes_a_new_seat(database: Database) -> None:
    gone = replace(ANA_HERE, left_at=LATER)
    back = replace(ANA_HERE, id=MemberId("ana-again"), joined_at=LATER)

    def come_back(work: Work) -> None:
        keep_people(work)
        work.teams.save_member(gone)
        work.teams.add_member(back)

    await database.run(come_back)

    team = await database.run(lambda work: work.teams.get(TEAM.id))
    assert team.members == (BO_HERE, gone, back)


async def test_a_person_cannot_take_two_seats_at_one_table(database: Database) -> None:
    await database.run(keep_people)
    second = replace(ANA_HERE, id=MemberId("ana-again"))

    with pytest.raises(ConflictError):
        await database.run(lambda work: work.teams.add_member(second))


async def test_a_channel_leads_to_the_team_that_works_there(database: Database) -> None:
    await database.run(keep_people)

    found = await database.run(lambda work: work.teams.at_home(WORKSPACE.id, "general"))
    missed = await database.run(lambda work: work.teams.at_home(WORKSPACE.id, "random"))

    assert (found, missed) == (TEAM, None)


async def test_a_team_may_have_several_homes(database: Database) -> None:
    second = Home(HomeId("another"), TEAM.id, WORKSPACE.id, "random")
    await database.run(keep_people)

    await database.run(lambda work: work.teams.add_home(second))

    team = await database.run(lambda work: work.teams.get(TEAM.id))
    assert team.homes == (HOME, second)


async def test_a_channel_is_the_home_of_one_team_only(database: Database) -> None:
    await database.run(keep_two_teams)

    with pytest.raises(ConflictError):
        await database.run(
            lambda work: work.teams.add_home(replace(HOME, id=HomeId("x"), team=PAIR.id))
        )


async def test_a_person_has_the_teams_in_which_they_sit_now(database: Database) -> None:
    await database.run(keep_two_teams)
    bo_in_pair = replace(BO_HERE, id=MemberId("bo-2"), team=PAIR.id)
    gone = replace(ANA_HERE, left_at=LATER)

    def change(work: Work) -> None:
        work.teams.add_member(bo_in_pair)
        work.teams.save_member(gone)

    await database.run(change)

    bos = await database.run(lambda work: work.teams.of_person(BO.id))
    assert bos == (
        replace(PAIR, members=(bo_in_pair,)),
        replace(TEAM, members=(BO_HERE, gone)),
    )
    assert await database.run(lambda work: work.teams.of_person(ANA.id)) == ()


async def test_a_person_has_the_teams_they_were_on_too(database: Database) -> None:
    gone = replace(ANA_HERE, left_at=LATER)
    await database.run(keep_two_teams)

    await database.run(lambda work: work.teams.save_member(gone))

    assert await database.run(lambda work: work.teams.ever_of_person(ANA.id)) == (
        replace(TEAM, members=(BO_HERE, gone)),
    )


async def test_a_team_may_let_go_of_its_homes(database: Database) -> None:
    await database.run(keep_people)

    await database.run(lambda work: work.teams.remove_homes(TEAM.id))

    assert await database.run(lambda work: work.teams.get(TEAM.id)) == replace(TEAM, homes=())


async def test_a_team_that_is_held_is_changed_by_one_after_the_other(database: Database) -> None:
    await database.run(keep_people)

    def lengthen_name(work: Work) -> None:
        team = work.teams.hold(TEAM.id)
        work.teams.save(replace(team, name=team.name + "s"))

    await asyncio.gather(*(database.run(lengthen_name) for _ in range(8)))

    held = await database.run(lambda work: work.teams.hold(TEAM.id))
    assert held.name == "Leadership teamssssssss"


async def test_a_partnership_has_its_teams_by_name(database: Database) -> None:
    await database.run(keep_two_teams)

    teams = await database.run(lambda work: work.teams.of_partnership(PARTNERSHIP.id))

    assert teams == (PAIR, TEAM)


async def test_a_member_leads_to_their_team(database: Database) -> None:
    await database.run(keep_people)

    found = await database.run(lambda work: work.teams.member_team(ANA_HERE.id))
    missed = await database.run(lambda work: work.teams.member_team(MemberId("nobody")))

    assert (found, missed) == (TEAM.id, None)


async def test_one_home_is_let_go_and_the_others_stay(database: Database) -> None:
    far = Home(HomeId("far"), TEAM.id, WORKSPACE.id, "far")

    def let_go(work: Work) -> None:
        keep_people(work)
        work.teams.add_home(far)
        work.teams.remove_home(HOME.id)

    await database.run(let_go)

    team = await database.run(lambda work: work.teams.get(TEAM.id))
    assert team.homes == (far,)


async def test_all_seats_of_a_person_become_those_of_another(database: Database) -> None:
    gone = replace(BO_HERE, left_at=LATER)

    def move(work: Work) -> None:
        keep_people(work)
        work.teams.save_member(gone)
        work.teams.move_seats(BO.id, ANA.id)

    await database.run(move)

    team = await database.run(lambda work: work.teams.get(TEAM.id))
    his = replace(gone, person=ANA.id, name=ANA.name, language=ANA.language)
    assert team.members == (his, ANA_HERE)
