"""Concord is uninstalled, comes back, and is let into more or less of an organisation."""

from collections import deque
from datetime import timedelta

import pytest

from bot.installations import StoredInstallations
from bot.platforms.slack.installing.exchange import Exchange
from bot.platforms.slack.installing.lifecycle import Lifecycle
from bot.platforms.slack.ports import NotInstalledError, OrgId, Site, TeamId
from tests.bot.slack.installing.samples import DISTRICT, RIVERSIDE
from tests.bot.slack.installing.slack import IDENTITY, FakeSlack
from tests.databases import StoppedClock

HERE = Site(TeamId("T1"))
REVOKED = {"ok": False, "error": "account_inactive"}
IN_THE_DISTRICT = Site(TeamId("T7"), OrgId("E1"), is_org_wide=True)


@pytest.fixture
def lifecycle(
    installations: StoredInstallations, exchange: Exchange, clock: StoppedClock
) -> Lifecycle:
    """The installations as the handlers see them."""
    return Lifecycle(installations, exchange, now=clock)


async def test_work_stops_when_concord_is_uninstalled(
    lifecycle: Lifecycle, slack: FakeSlack
) -> None:
    await lifecycle.save(RIVERSIDE)
    workspace = await lifecycle.workspace(HERE)
    slack.identities = deque([REVOKED])

    await lifecycle.end(TeamId("T1"), OrgId(""))

    assert await lifecycle.find(HERE) is None
    with pytest.raises(NotInstalledError):
        await lifecycle.site(workspace)


async def test_work_goes_on_where_it_was_when_concord_is_back(
    lifecycle: Lifecycle, slack: FakeSlack
) -> None:
    await lifecycle.save(RIVERSIDE)
    workspace = await lifecycle.workspace(HERE)
    slack.identities = deque([REVOKED])
    await lifecycle.end(TeamId("T1"), OrgId(""))

    await lifecycle.save(RIVERSIDE)

    assert await lifecycle.workspace(HERE) == workspace
    assert await lifecycle.site(workspace) == HERE


async def test_a_late_word_of_an_uninstallation_does_not_end_the_next_installation(
    lifecycle: Lifecycle, slack: FakeSlack
) -> None:
    await lifecycle.save(RIVERSIDE)
    slack.identities = deque([IDENTITY])

    await lifecycle.end(TeamId("T1"), OrgId(""))

    assert await lifecycle.find(HERE) == RIVERSIDE


async def test_slacks_word_counts_where_it_cannot_be_asked_in_time(
    installations: StoredInstallations, exchange: Exchange, clock: StoppedClock
) -> None:
    impatient = Lifecycle(installations, exchange, now=clock, patience=0)
    await impatient.save(RIVERSIDE)

    await impatient.end(TeamId("T1"), OrgId(""))

    assert await impatient.find(HERE) is None


async def test_an_uninstallation_where_concord_never_was_changes_nothing(
    lifecycle: Lifecycle, slack: FakeSlack
) -> None:
    await lifecycle.end(TeamId("T9"), OrgId(""))

    assert slack.asked == []


async def test_an_organisation_is_uninstalled_as_a_whole(
    lifecycle: Lifecycle, slack: FakeSlack
) -> None:
    await lifecycle.save(DISTRICT)
    slack.identities = deque([REVOKED])

    await lifecycle.end(TeamId(""), OrgId("E1"))

    assert await lifecycle.find(IN_THE_DISTRICT) is None


async def test_an_organisation_lets_concord_into_a_workspace_and_takes_it_out_again(
    lifecycle: Lifecycle, clock: StoppedClock
) -> None:
    await lifecycle.save(DISTRICT)
    org = Site(TeamId(""), OrgId("E1"), is_org_wide=True)
    await lifecycle.granted(org, "T7")
    workspace = await lifecycle.workspace(IN_THE_DISTRICT)
    inside = await lifecycle.site(workspace)

    clock.time += timedelta(days=1)
    await lifecycle.revoked(org, "T7")

    assert inside == IN_THE_DISTRICT
    with pytest.raises(NotInstalledError):
        await lifecycle.site(workspace)
