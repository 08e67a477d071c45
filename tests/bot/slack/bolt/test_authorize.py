"""Who Concord is in a workspace is looked up now and then, and never asked of Slack."""

from dataclasses import replace
from datetime import timedelta

from bot.platforms.slack.bolt.authorize import Authorize, result_of
from bot.platforms.slack.ports import OrgId, Site, TeamId
from tests.bot.slack.bolt.office import LINCOLN, Office, Register
from tests.bot.slack.bolt.payloads import COMMAND
from tests.databases import StoppedClock

SITE = Site(TeamId("T1"))


def test_bolt_learns_who_concord_is() -> None:
    result = result_of(LINCOLN)

    assert {name: value for name, value in result.items() if value} == {
        "team_id": "T1",
        "bot_user_id": "UBOT",
        "bot_id": "BBOT",
        "bot_token": LINCOLN.bot_token,
        "bot_scopes": ("commands", "chat:write"),
    }


async def test_an_installation_is_looked_up_once_a_minute(clock: StoppedClock) -> None:
    register = Register(LINCOLN)
    authorize = Authorize(register, now=clock)

    searches = []
    for seconds in (0, 59, 1, 59):
        clock.time += timedelta(seconds=seconds)
        await authorize.find(SITE)
        searches.append(register.searches)

    assert searches == [1, 1, 2, 2]


async def test_a_request_costs_no_search_when_the_installation_is_known(office: Office) -> None:
    for number in range(10):
        await office.send({**COMMAND, "trigger_id": str(number)})

    assert office.register.searches == 1


async def test_an_installation_that_has_ended_is_gone_at_once_where_it_is_known(
    clock: StoppedClock,
) -> None:
    register = Register(LINCOLN)
    authorize = Authorize(register, now=clock)
    before = await authorize.find(SITE)
    register.installations.clear()

    authorize.forget(SITE)

    assert (before, await authorize.find(SITE)) == (LINCOLN, None)


async def test_a_workspace_is_found_the_moment_it_has_installed_concord(
    clock: StoppedClock,
) -> None:
    register = Register()
    authorize = Authorize(register, now=clock)
    before = await authorize.find(SITE)

    register.installations.append(LINCOLN)

    assert (before, await authorize.find(SITE)) == (None, LINCOLN)


async def test_workspaces_and_organisations_are_kept_apart(clock: StoppedClock) -> None:
    org = replace(LINCOLN, team=TeamId(""), org=OrgId("E1"))
    roosevelt = replace(LINCOLN, team=TeamId("T2"))
    register = Register(LINCOLN, roosevelt, org)
    authorize = Authorize(register, now=clock)
    sites = [
        SITE,
        Site(TeamId("T2")),
        Site(TeamId("T1"), OrgId("E1"), is_org_wide=True),
        Site(TeamId("T2"), OrgId("E1"), is_org_wide=True),
        Site(TeamId("T3")),
    ]

    found = [await authorize.find(site) for site in sites * 2]

    assert found == [LINCOLN, roosevelt, org, org, None] * 2
    assert register.searches == 5, "one for each of the first three, and two for nobody"
