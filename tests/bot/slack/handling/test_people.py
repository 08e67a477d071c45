"""Who somebody in Slack is: looked up once in a while, and never waited for long."""

from datetime import timedelta

import pytest

from bot.platforms.slack.errors import SlackAwayError
from bot.platforms.slack.handling.payloads import Someone
from bot.platforms.slack.handling.people import KEEP, SLACKBOT, Asker, People
from bot.platforms.slack.ports import OrgId, Payload, Site, TeamId
from commands.practice import WORKSPACE
from commands.request import Caller
from tests.bot.slack.handling.conftest import FakeInstallations, profile
from tests.bot.slack.handling.people import SITE
from tests.bot.slack.handling.slack import FakeSlack
from tests.databases import StoppedClock

GRID = Site(TeamId("T1"), OrgId("E1"))


@pytest.fixture
def known(slack: FakeSlack, installations: FakeInstallations, clock: StoppedClock) -> People:
    """People whom Slack knows, two of whom are remembered."""
    return People(slack, installations, clock, most=2)


async def test_somebody_comes_with_name_language_and_zone(known: People) -> None:
    asker = await known.asker(SITE, Someone("lucia"))

    caller = Caller(WORKSPACE, "lucia", "Lucía Ramos", "es-US", "America/New_York")
    assert asker == Asker(caller, is_visitor=False)


async def test_somebody_is_looked_up_once_an_hour(
    known: People, slack: FakeSlack, clock: StoppedClock
) -> None:
    await known.asker(SITE, Someone("lucia"))
    await known.asker(SITE, Someone("lucia"))
    in_the_hour = len(slack.calls)

    clock.time += KEEP + timedelta(seconds=1)
    await known.asker(SITE, Someone("lucia"))

    assert (in_the_hour, len(slack.calls)) == (1, 2)


async def test_somebody_without_a_profile_name_has_the_one_that_came_along_last(
    known: People, slack: FakeSlack
) -> None:
    slack.profiles["eve"] = profile("")
    told = ("eve.s", "eve.s", "eve.stone", "")

    askers = [await known.asker(SITE, Someone("eve", name)) for name in told]

    assert [asker.caller.name for asker in askers] == ["eve.s", "eve.s", "eve.stone", "eve"]
    assert len(slack.calls) == 1


async def test_only_people_can_be_newcomers(known: People, slack: FakeSlack) -> None:
    slack.profiles["robot"] = profile("Robot", is_bot=True)
    slack.profiles["gone"] = profile("Gone Away", deleted=True)

    picked = ("lucia", "robot", "gone", SLACKBOT, "nobody")
    newcomers = await known.newcomers(SITE, picked)

    assert [one.name for one in newcomers] == ["Lucía Ramos"]


async def test_those_not_asked_for_longest_are_let_go(known: People, slack: FakeSlack) -> None:
    for who in ("lucia", "maria", "lucia", "dev"):
        await known.asker(SITE, Someone(who))

    await known.asker(SITE, Someone("lucia"))
    await known.asker(SITE, Someone("maria"))

    looked_up = [arguments["user"] for arguments in slack.called("users.info")]
    assert looked_up == ["lucia", "maria", "dev", "maria"]


async def test_the_payload_stands_in_while_slack_does_not_answer(
    known: People, slack: FakeSlack
) -> None:
    slack.failing["users.info"] = SlackAwayError()

    named = await known.asker(SITE, Someone("lucia", "lucia.ramos", "T1"))
    nameless = await known.asker(SITE, Someone("lucia", team="T9"))

    assert named == Asker(Caller(WORKSPACE, "lucia", "lucia.ramos"))
    assert nameless == Asker(Caller(WORKSPACE, "lucia", "lucia"), is_visitor=True)


async def test_nobody_waits_for_a_slow_profile(
    slack: FakeSlack, installations: FakeInstallations, clock: StoppedClock
) -> None:
    slack.is_silent = True
    people = People(slack, installations, clock, patience=0)

    assert (await people.asker(SITE, Someone("lucia"))).caller.name == "lucia"


@pytest.mark.parametrize(
    ("site", "told", "is_visitor"),
    [
        (SITE, {}, False),
        (SITE, {"is_restricted": True}, True),
        (SITE, {"is_ultra_restricted": True}, True),
        (SITE, {"is_stranger": True}, True),
        (SITE, {"team_id": "T9"}, True),
        (GRID, {"team_id": "T9", "enterprise_user": {"enterprise_id": "E1"}}, False),
        (GRID, {"team_id": "T9", "enterprise_user": {"enterprise_id": "E2"}}, True),
        (GRID, {"team_id": "E1"}, False),
    ],
)
async def test_a_visitor_is_a_guest_or_comes_from_another_organisation(
    known: People, slack: FakeSlack, site: Site, told: Payload, *, is_visitor: bool
) -> None:
    slack.profiles["eve"] = profile("Eve Stone", **told)

    assert (await known.asker(site, Someone("eve"))).is_visitor is is_visitor
