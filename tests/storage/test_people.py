"""Tests of the repository of people and their accounts."""

from dataclasses import replace
from datetime import timedelta

import pytest

from storage.database import Database
from storage.errors import ConflictError, NotFoundError
from storage.work import Work
from tests.databases import StoppedClock
from tests.storage.samples import ANA, ANAS_ACCOUNT, BO, WORKSPACE, keep_people
from workflows.identifiers import AccountId, PersonId
from workflows.people import Account, Person

ANAS_OTHER_ACCOUNT = Account(AccountId("ana-2"), WORKSPACE.id, ANA.id, "ana.m")
BOS_ACCOUNT = Account(AccountId("a-bo"), WORKSPACE.id, BO.id, "bo")


async def test_a_person_comes_back_as_they_were_saved(database: Database) -> None:
    await database.run(keep_people)

    await database.run(lambda work: work.people.save(replace(ANA, name="Ana M", language="en")))

    assert await database.run(lambda work: work.people.get(ANA.id)) == Person(ANA.id, "Ana M", "en")


async def test_an_unknown_person_is_not_found(database: Database) -> None:
    with pytest.raises(NotFoundError):
        await database.run(lambda work: work.people.get(PersonId("nobody")))


async def test_an_account_is_found_by_its_workspaces_name(database: Database) -> None:
    await database.run(keep_people)

    found = await database.run(lambda work: work.people.known(WORKSPACE.id, "ana"))
    missed = await database.run(lambda work: work.people.known(WORKSPACE.id, "zoe"))

    assert (found, missed) == ((ANAS_ACCOUNT, ANA), None)


async def test_a_second_account_of_the_same_name_is_refused(database: Database) -> None:
    await database.run(keep_people)

    with pytest.raises(ConflictError):
        await database.run(
            lambda work: work.people.add_account(replace(BOS_ACCOUNT, external_id="ana"))
        )


async def test_the_account_seen_last_comes_first(database: Database, clock: StoppedClock) -> None:
    await database.run(keep_people)
    clock.time += timedelta(minutes=1)
    await database.run(lambda work: work.people.add_account(ANAS_OTHER_ACCOUNT))
    newest_first = await database.run(lambda work: work.people.accounts_of(ANA.id))
    clock.time += timedelta(minutes=1)

    await database.run(lambda work: work.people.touch(ANAS_ACCOUNT.id))

    assert newest_first == (ANAS_OTHER_ACCOUNT, ANAS_ACCOUNT)
    assert await database.run(lambda work: work.people.accounts_of(ANA.id)) == (
        ANAS_ACCOUNT,
        ANAS_OTHER_ACCOUNT,
    )


async def test_everybody_in_a_workspace_comes_in_the_order_they_came(database: Database) -> None:
    def arrive(work: Work) -> None:
        keep_people(work)
        work.people.add_account(BOS_ACCOUNT)

    await database.run(arrive)

    assert await database.run(lambda work: work.people.in_workspace(WORKSPACE.id)) == (
        (ANAS_ACCOUNT, ANA),
        (BOS_ACCOUNT, BO),
    )


async def test_an_erased_person_has_no_name_and_no_account_that_leads_to_them(
    database: Database,
) -> None:
    await database.run(keep_people)

    await database.run(lambda work: work.people.erase(ANA.id))

    assert await database.run(lambda work: work.people.get(ANA.id)) == Person(ANA.id, "")
    assert await database.run(lambda work: work.people.known(WORKSPACE.id, "ana")) is None
    assert await database.run(lambda work: work.people.accounts_of(ANA.id)) == (
        replace(ANAS_ACCOUNT, external_id="erased/ana-web"),
    )


async def test_an_account_is_found_by_its_id(database: Database) -> None:
    await database.run(keep_people)

    found = await database.run(lambda work: work.people.account_by_id(ANAS_ACCOUNT.id))

    assert found == ANAS_ACCOUNT


async def test_an_unknown_account_is_not_found(database: Database) -> None:
    with pytest.raises(NotFoundError):
        await database.run(lambda work: work.people.account_by_id(AccountId("nobody")))


async def test_all_accounts_of_a_person_become_those_of_another(database: Database) -> None:
    def move(work: Work) -> None:
        keep_people(work)
        work.people.add_account(ANAS_OTHER_ACCOUNT)
        work.people.hold(ANA.id, BO.id)
        work.people.move_accounts(ANA.id, BO.id)

    await database.run(move)

    assert await database.run(lambda work: work.people.accounts_of(ANA.id)) == ()
    found = await database.run(lambda work: work.people.known(WORKSPACE.id, "ana"))
    assert found == (replace(ANAS_ACCOUNT, person=BO.id), BO)


async def test_one_account_becomes_that_of_another_person(database: Database) -> None:
    def move(work: Work) -> None:
        keep_people(work)
        work.people.add_account(ANAS_OTHER_ACCOUNT)
        work.people.move_account(ANAS_OTHER_ACCOUNT.id, BO.id)

    await database.run(move)

    assert await database.run(lambda work: work.people.accounts_of(ANA.id)) == (ANAS_ACCOUNT,)
    assert await database.run(lambda work: work.people.accounts_of(BO.id)) == (
        replace(ANAS_OTHER_ACCOUNT, person=BO.id),
    )


async def test_a_removed_person_is_not_found(database: Database) -> None:
    zoe = Person(PersonId("zoe"), "Zoe")

    def come_and_go(work: Work) -> None:
        work.people.add(zoe)
        work.people.remove(zoe.id)

    await database.run(come_and_go)

    with pytest.raises(NotFoundError):
        await database.run(lambda work: work.people.get(zoe.id))


async def test_somebody_who_is_gone_meanwhile_cannot_be_held(database: Database) -> None:
    await database.run(keep_people)

    with pytest.raises(ConflictError):
        await database.run(lambda work: work.people.hold(ANA.id, PersonId("nobody")))


async def test_an_account_that_is_not_used_any_more_comes_last(
    database: Database, clock: StoppedClock
) -> None:
    await database.run(keep_people)
    clock.time += timedelta(minutes=1)
    await database.run(lambda work: work.people.add_account(ANAS_OTHER_ACCOUNT))

    await database.run(lambda work: work.people.retire(ANAS_OTHER_ACCOUNT.id))

    first, _ = await database.run(lambda work: work.people.accounts_of(ANA.id))
    assert first == ANAS_ACCOUNT
