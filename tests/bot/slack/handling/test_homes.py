"""The home tab: the dashboard of one person, kept up to date while they look at it."""

from bot.platforms.slack.handling.tabs import HomeTabs
from commands.practice import PEOPLE
from tests.bot.slack.handling.people import SITE, People
from tests.bot.slack.handling.slack import FakeSlack
from tests.commands.scenes import write_norms
from tests.table import Table


async def test_a_member_sees_what_waits_for_them(people: People, table: Table) -> None:
    await write_norms(table)

    await people.open_home("amara")

    assert people.home("amara").splitlines()[:4] == [
        "Your teams",
        "1 thing waits for you.",
        "Asks you something",
        "Group norms",
    ]


async def test_a_home_tab_follows_what_its_owner_does(people: People, slack: FakeSlack) -> None:
    await people.open_home("joan")

    await people.press("joan", "Decisions")
    await people.press("joan", "Check in on a decision")

    assert "1 thing waits for you." in people.home("joan")
    assert len(slack.called("views.publish")) == 2


async def test_a_home_tab_that_nobody_opened_is_not_published(
    people: People, slack: FakeSlack
) -> None:
    await people.type("joan", "decide start")

    assert slack.homes == {}


async def test_another_tab_leads_to_nothing(people: People, slack: FakeSlack) -> None:
    await people.hear("app_home_opened", user="joan", tab="messages")

    assert slack.calls == []


async def test_a_newcomer_reads_what_concord_is_good_for(people: People) -> None:
    await people.open_home("eve")

    assert "type /concord start in the channel" in people.home("eve").replace("\n", "")


def test_the_home_tabs_opened_longest_ago_are_let_go() -> None:
    tabs = HomeTabs(most=2)

    for who, *_ in PEOPLE[:3]:
        tabs.note(SITE, who, "shown")

    assert [tabs.shown(SITE, who) for who, *_ in PEOPLE[:3]] == [None, "shown", "shown"]
