"""What goes wrong in Slack and on the way there costs nobody a word, and nothing comes twice."""

from datetime import timedelta

import pytest

from tests.bot.slack.sending.web_api import CUT, CUT_WHEN_DONE, Trouble, busy
from tests.fakes.slack import payloads
from tests.fakes.slack.lines import Retry
from tests.fakes.slack.server import FakeSlack
from tests.slack.program import HTTP, SOCKET, concord_beside
from tests.slack.table import CHANNEL, Table, set_table
from tests.stories import norms

CATEGORY = "Meeting logistics"
IDEA = "Tuesdays at 3:30, never over lunch"
CARD = f"chat.postMessage {CHANNEL}"


async def test_a_person_whose_form_is_too_late_keeps_what_they_wrote(
    fake: FakeSlack, sqlite_url: str
) -> None:
    async with concord_beside(fake, sqlite_url, HTTP) as concord:
        table = await set_table(fake, concord, "en")
        await norms.begin(table)
        person = table.others[0]
        await person.writes(CATEGORY, IDEA)

        await table.lead.presses("Where we stand")
        await table.lead.presses("End this part")
        await person.presses("Save and continue")

        await person.sees("The group has moved on, so this was not taken in.")
        await person.sees_typed(IDEA)


async def test_a_person_who_presses_while_a_window_changes_keeps_what_they_wrote(
    fake: FakeSlack, sqlite_url: str
) -> None:
    async with concord_beside(fake, sqlite_url, HTTP) as concord:
        table = await set_table(fake, concord, "en")
        await norms.begin(table)
        person = table.others[0]
        await person.writes(CATEGORY, IDEA)
        button, window = person.screen.buttons(person.reads("Where we stand"))[0]
        twice = [payloads.press(fake, person.id, button, window) for _ in range(2)]

        await person.gives(twice[0])
        under = person.screen.front
        await person.gives(twice[1])

        await person.sees(
            "This window had just changed when you pressed. What you typed is still there. Close "
            "this note to go on."
        )
        person.closes()
        assert person.screen.front == under


async def test_a_person_whose_press_came_late_gets_the_form_by_another_press(
    fake: FakeSlack, sqlite_url: str
) -> None:
    def dawdle(what: str) -> None:
        if what == "views.open asked" and len(fake.called("views.open")) == 1:
            fake.workspace.clock.time += timedelta(seconds=3)

    async with concord_beside(fake, sqlite_url, HTTP) as concord:
        table = await set_table(fake, concord, "en")
        fake.calls.clear()
        fake.watch = dawdle
        await table.lead.types("/concord norms start")
        await table.lead.presses("Open the form")

        await table.lead.picks("Time to write", "Ten minutes, now")


async def test_a_team_gets_its_card_once_after_slack_asked_to_wait(
    fake: FakeSlack, sqlite_url: str
) -> None:
    async with concord_beside(fake, sqlite_url, HTTP) as concord:
        table = await set_table(fake, concord, "en")
        fake.troubles[CARD].append(busy(Retry_After="1"))
        fake.troubles["chat.update"].append(busy(Retry_After="1"))

        await norms.begin(table)
        await norms.write_ideas(table, table.lead, 0)
        await table.lead.sees("{answered} of {count} have answered.", answered=1, count=4)

        assert _cards(table) == 1
        assert not fake.troubles[CARD]
        assert not fake.troubles["chat.update"]


@pytest.mark.parametrize(("trouble", "cards"), [(CUT, 0), (CUT_WHEN_DONE, 1)])
async def test_a_lead_is_asked_to_look_when_the_connection_broke_at_a_message(
    fake: FakeSlack, sqlite_url: str, trouble: Trouble, cards: int
) -> None:
    async with concord_beside(fake, sqlite_url, HTTP) as concord:
        table = await set_table(fake, concord, "en")
        fake.troubles[CARD].append(trouble)

        await _start(table)
        table.lead.goes_to_own_messages()
        await table.lead.sees("Please have a look")

        assert _cards(table) == cards


@pytest.mark.parametrize("way", [HTTP, SOCKET])
async def test_a_person_goes_on_in_the_window_that_was_open_while_concord_began_again(
    fake: FakeSlack, sqlite_url: str, way: str
) -> None:
    async with concord_beside(fake, sqlite_url, way) as concord:
        table = await set_table(fake, concord, "en")
        await norms.begin(table)
        await table.others[0].writes(CATEGORY, IDEA)

        await concord.end()
        await concord.begin_again()
        await table.others[0].presses("Save and continue")
        await table.others[0].sees("Recordkeeping")

        assert _cards(table) == 1


async def test_a_person_is_heard_after_slack_asked_concord_to_connect_anew(
    fake: FakeSlack, sqlite_url: str
) -> None:
    async with concord_beside(fake, sqlite_url, SOCKET) as concord:
        table = await set_table(fake, concord, "en")

        await fake.switchboard.refresh()

        await norms.begin(table)


@pytest.mark.parametrize("is_begun_again", [False, True])
async def test_a_person_is_greeted_once_when_slack_sends_an_event_again(
    fake: FakeSlack, sqlite_url: str, *, is_begun_again: bool
) -> None:
    async with concord_beside(fake, sqlite_url, HTTP) as concord:
        table = await set_table(fake, concord, "en")
        person = table.others[0]
        mention = payloads.event(
            fake, "app_mention", user=person.id, channel=CHANNEL, text="<@U0CONCORD>", ts="1.1"
        )
        await person.gives(mention)
        before = len(fake.workspace.whispers)

        if is_begun_again:
            await concord.end()
            await concord.begin_again()
        for number in (1, 2, 3):
            reply = await concord.line.carry(mention, Retry(number, "http_timeout"))
            assert reply.is_ok
        await person.types("/concord help")

        assert len(fake.workspace.whispers) == before + 1


async def test_slack_sends_an_event_again_that_nobody_heard(
    fake: FakeSlack, sqlite_url: str
) -> None:
    async with concord_beside(fake, sqlite_url, HTTP) as concord:
        table = await set_table(fake, concord, "en")
        person = table.others[0]
        mention = payloads.event(
            fake, "app_mention", user=person.id, channel=CHANNEL, text="<@U0CONCORD>", ts="1.1"
        )

        await concord.end()
        lost = await concord.line.carry(mention)
        await concord.begin_again()
        await person.gives(mention)

        assert not lost.is_ok
        await person.sees_typed(table.story.team)


async def _start(table: Table) -> None:
    await table.lead.types("/concord norms start")
    await table.lead.picks("Time to write", "Ten minutes, now")
    await table.lead.presses("Save")
    table.lead.closes()


def _cards(table: Table) -> int:
    posts = table.fake.workspace.posts(CHANNEL)
    return len([post for post in posts if "Write in silence" in str(post.blocks)])
