"""Who has let Concord in outlives the program, on both databases, and its tokens are sealed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.installations import StoredInstallations
from bot.installing import StoredRenewals, StoredStates
from bot.platforms.slack.installing.ports import Due, KeptAwayError, Tokens
from bot.platforms.slack.ports import NotInstalledError, OrgId, Site, TeamId
from storage.database import Database
from storage.errors import ConflictError, UnavailableError
from storage.secrets import Keyring, new_key
from tests.bot.slack.installing.samples import DISTRICT, OLD_TOKEN, RIVERSIDE
from tests.databases import START, StoppedClock
from tests.dumps import dump
from tests.fakes.shaky_database import ShakyDatabase
from workflows.identifiers import WorkspaceId
from workflows.people import Platform

KEY = new_key()
T1, E1 = TeamId("T1"), OrgId("E1")
HERE = Site(T1)
HERE_IN_ORG = Site(T1, E1)
BY_ORG = Site(T1, E1, is_org_wide=True)


@pytest.fixture
def kept(database: Database, clock: StoppedClock) -> StoredInstallations:
    return StoredInstallations(database, Keyring(KEY), now=clock)


@pytest.fixture
def renewals(database: Database, clock: StoppedClock) -> StoredRenewals:
    return StoredRenewals(database, Keyring(KEY), now=clock)


async def test_an_installation_is_found_as_it_was_saved(kept: StoredInstallations) -> None:
    await kept.save(RIVERSIDE)

    assert await kept.find(HERE) == RIVERSIDE
    assert await kept.find(Site(TeamId("T9"))) is None


async def test_nobody_who_has_the_database_has_a_token(
    kept: StoredInstallations, database: Database
) -> None:
    await kept.save(RIVERSIDE)

    everything = str(await database.run(dump))

    assert "Riverside" in everything
    assert RIVERSIDE.bot_token not in everything
    assert RIVERSIDE.refresh_token not in everything


async def test_no_print_of_an_installation_shows_a_token(kept: StoredInstallations) -> None:
    await kept.save(RIVERSIDE)

    shown = f"{await kept.find(HERE)} {Tokens(OLD_TOKEN, OLD_TOKEN)} {Due('g', 'T1', OLD_TOKEN)}"

    assert OLD_TOKEN not in shown


async def test_the_installation_that_slack_speaks_of_comes_first(
    kept: StoredInstallations,
) -> None:
    own = replace(RIVERSIDE, org=E1)
    await kept.save(own)
    await kept.save(DISTRICT)

    assert await kept.find(HERE_IN_ORG) == own
    assert await kept.find(BY_ORG) == DISTRICT


async def test_an_organisations_installation_covers_a_workspace_that_has_none(
    kept: StoredInstallations,
) -> None:
    await kept.save(DISTRICT)

    assert await kept.find(HERE_IN_ORG) == DISTRICT
    assert await kept.find(HERE) is None


async def test_a_workspace_is_met_once_and_bears_its_name(
    kept: StoredInstallations, database: Database
) -> None:
    met = await kept.workspace(HERE)
    await kept.save(RIVERSIDE)

    again = await kept.workspace(HERE)

    found = await database.run(lambda work: work.workspaces.get(met))
    assert again == met
    assert (found.platform, found.external_id, found.name) == (Platform.SLACK, "T1", "Riverside")


async def test_a_workspace_without_an_installation_has_no_site(kept: StoredInstallations) -> None:
    workspace = await kept.workspace(HERE)

    with pytest.raises(NotInstalledError):
        await kept.site(workspace)
    with pytest.raises(NotInstalledError):
        await kept.site(WorkspaceId("nowhere"))


async def test_a_workspace_is_reached_through_its_organisation(kept: StoredInstallations) -> None:
    await kept.save(DISTRICT)
    workspace = await kept.workspace(BY_ORG)

    assert await kept.site(workspace) == BY_ORG


async def test_a_workspace_is_reached_by_its_own_installation_if_it_has_one(
    kept: StoredInstallations,
) -> None:
    await kept.save(DISTRICT)
    await kept.save(replace(RIVERSIDE, org=E1))
    workspace = await kept.workspace(BY_ORG)

    assert await kept.site(workspace) == HERE_IN_ORG


async def test_a_workspace_that_joins_an_organisation_is_still_the_same(
    kept: StoredInstallations,
) -> None:
    await kept.save(DISTRICT)
    alone = await kept.workspace(HERE)

    joined = await kept.workspace(BY_ORG)
    unnamed = await kept.workspace(HERE)

    assert alone == joined == unnamed
    assert await kept.site(alone) == BY_ORG


async def test_a_workspace_that_was_taken_out_is_back_when_something_comes_from_there(
    kept: StoredInstallations,
) -> None:
    await kept.save(DISTRICT)
    await kept.let_in([T1], E1)
    await kept.put_out([T1], E1)

    workspace = await kept.workspace(BY_ORG)

    assert await kept.site(workspace) == BY_ORG


async def test_an_end_leaves_what_was_written(
    kept: StoredInstallations, database: Database
) -> None:
    await kept.save(RIVERSIDE)
    workspace = await kept.workspace(HERE)

    await kept.end(T1, OrgId(""))

    assert await kept.find(HERE) is None
    assert (await database.run(lambda work: work.workspaces.get(workspace))).name == "Riverside"


@pytest.mark.parametrize("fault", [UnavailableError(), ConflictError()])
async def test_a_platform_is_told_that_the_database_is_away(
    sqlite_database: Database, clock: StoppedClock, fault: Exception
) -> None:
    shaky = ShakyDatabase(sqlite_database)
    shaky.faults.append(fault)

    with pytest.raises(KeptAwayError):
        await StoredInstallations(shaky, Keyring(KEY), now=clock).find(HERE)


async def test_a_time_that_was_moved_in_the_local_workspace_makes_no_token_older(
    database: Database, kept: StoredInstallations, clock: StoppedClock
) -> None:
    fresh = replace(RIVERSIDE, expires_at=START + timedelta(hours=12))
    await kept.save(fresh)
    clock.time += timedelta(days=2)

    true_time = StoredRenewals(database, Keyring(KEY), now=lambda: START)

    assert await true_time.claim() is None


async def test_a_token_that_expires_soon_is_handed_out_readable(
    kept: StoredInstallations, renewals: StoredRenewals
) -> None:
    await kept.save(RIVERSIDE)

    due = await renewals.claim()

    assert due is not None
    assert (due.id, due.refresh_token) == ("T1", RIVERSIDE.refresh_token)


async def test_new_tokens_are_not_kept_where_the_workspace_installed_again_meanwhile(
    kept: StoredInstallations, renewals: StoredRenewals
) -> None:
    await kept.save(RIVERSIDE)
    due = await renewals.claim()
    await kept.save(RIVERSIDE)

    assert due is not None
    assert not await renewals.renew(due, Tokens("late"))
    assert await kept.find(HERE) == RIVERSIDE


async def test_a_beginning_is_kept_as_hashes_only(database: Database, clock: StoppedClock) -> None:
    states = StoredStates(database, now=clock)
    await states.begin("state-canary", "browser-canary", "T1")

    everything = str(await database.run(lambda work: dump(work, ["install_state"])))

    assert "T1" in everything
    assert "canary" not in everything
    assert await states.take("state-canary", "browser-canary") == "T1"
