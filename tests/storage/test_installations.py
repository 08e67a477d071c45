"""Tests of the repository of Slack installations."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import text

from storage.database import Database
from storage.installations import SealedInstallation
from tests.databases import StoppedClock
from tests.storage.installing import (
    IN_RIVERSIDE,
    IN_THE_DISTRICT,
    LATER,
    LEASE,
    NEW,
    NEW_TOO,
    claim,
    end_riverside,
    renew,
    save_riverside,
)

RENEWED = replace(IN_RIVERSIDE, bot_token=NEW, refresh_token=NEW_TOO, expires_at=LATER)


async def riverside(database: Database) -> SealedInstallation | None:
    return await database.run(lambda work: work.installations.find("T1"))


async def living(database: Database) -> tuple[SealedInstallation, ...]:
    return await database.run(lambda work: work.installations.living())


async def test_an_installation_is_found_by_the_id_of_its_workspace_or_organisation(
    database: Database,
) -> None:
    await database.run(save_riverside)
    await database.run(
        lambda work: work.installations.save(IN_THE_DISTRICT, at=work.now, generation="org")
    )

    assert await riverside(database) == IN_RIVERSIDE
    assert await database.run(lambda work: work.installations.find("E1")) == IN_THE_DISTRICT
    assert await database.run(lambda work: work.installations.find("T9")) is None


async def test_a_workspace_that_installs_again_has_one_installation(database: Database) -> None:
    again = replace(IN_RIVERSIDE, org="E1", name="Riverside South", bot_token=NEW)
    await database.run(save_riverside)

    await database.run(lambda work: work.installations.save(again, at=work.now, generation="two"))

    assert await living(database) == (again,)


async def test_an_ended_installation_is_not_found_and_its_tokens_are_gone(
    database: Database,
) -> None:
    await database.run(save_riverside)

    await database.run(end_riverside)

    tokens = text("SELECT bot_token, refresh_token FROM slack_installation")
    assert await riverside(database) is None
    assert await database.run(lambda work: tuple(work.connection.execute(tokens).one())) == ("", "")


async def test_a_workspace_that_installs_after_the_end_is_found_again(database: Database) -> None:
    await database.run(save_riverside)
    await database.run(end_riverside)

    await database.run(
        lambda work: work.installations.save(IN_RIVERSIDE, at=work.now, generation="two")
    )

    assert await living(database) == (IN_RIVERSIDE,)


async def test_an_end_that_is_heard_late_leaves_the_next_installation_alone(
    database: Database,
) -> None:
    await database.run(save_riverside)

    await database.run(
        lambda work: work.installations.end(
            "T1", at=work.now, youngest=work.now - timedelta(seconds=1)
        )
    )

    assert await riverside(database) == IN_RIVERSIDE


async def test_one_process_at_a_time_claims_what_expires_soon(
    database: Database, clock: StoppedClock
) -> None:
    await database.run(save_riverside)

    first, second = await database.run(claim), await database.run(claim)
    clock.time += LEASE
    third = await database.run(claim)

    assert first is not None
    assert (first.generation, first.installation) == ("first", IN_RIVERSIDE)
    assert second is None
    assert third == first


async def test_nobody_claims_what_expires_late_or_never_or_has_ended(database: Database) -> None:
    late = replace(IN_RIVERSIDE, expires_at=LATER)
    await database.run(lambda work: work.installations.save(late, at=work.now, generation="late"))
    await database.run(
        lambda work: work.installations.save(IN_THE_DISTRICT, at=work.now, generation="never")
    )
    assert await database.run(claim) is None

    await database.run(
        lambda work: work.installations.save(IN_RIVERSIDE, at=work.now, generation="3")
    )
    await database.run(end_riverside)

    assert await database.run(claim) is None


async def test_new_tokens_stand_in_place_of_the_old_ones(database: Database) -> None:
    await database.run(save_riverside)
    await database.run(claim)

    assert await database.run(renew)

    assert await riverside(database) == RENEWED


async def test_tokens_fetched_for_an_earlier_installation_are_not_kept(database: Database) -> None:
    await database.run(save_riverside)
    await database.run(
        lambda work: work.installations.save(IN_RIVERSIDE, at=work.now, generation="two")
    )

    assert not await database.run(renew)

    assert await riverside(database) == IN_RIVERSIDE


async def test_tokens_fetched_for_an_ended_installation_are_not_kept(database: Database) -> None:
    await database.run(save_riverside)
    await database.run(end_riverside)

    assert not await database.run(renew)


async def test_tokens_sealed_with_another_key_are_still_the_same_installation(
    database: Database,
) -> None:
    await database.run(save_riverside)
    await database.run(claim)

    (found,) = await database.run(lambda work: work.installations.to_reseal())
    await database.run(
        lambda work: work.installations.reseal(found.id, bot_token=NEW, refresh_token=NEW_TOO)
    )

    assert await riverside(database) == replace(IN_RIVERSIDE, bot_token=NEW, refresh_token=NEW_TOO)
    assert await database.run(renew)
