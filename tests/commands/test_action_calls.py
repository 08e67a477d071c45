"""What owners of action items are told in private, and when."""

from datetime import UTC, datetime

import pytest

from tests.commands.abroad import (
    IN_SLACK,
    SLACK,
    arrives_in,
    links_account,
    links_channel,
    opens_abroad,
    sits_down,
)
from tests.commands.scenes import items, writes_down
from tests.commands.test_duties import due_at, performs
from tests.commands.test_unsaid import shut_out
from tests.table import PRIVATE, Table
from workflows.action_items import Occasion
from workflows.identifiers import ActionId
from workflows.schedules import CallAction
from workflows.views import Ask

GIVEN = (
    "This is yours now on the team Leadership team: Book the hall. By when: 2026-02-02. If it does "
    "not fit, give it another date or hand it over."
)
NEAR = "A reminder from the team Leadership team: Book the hall, by 2026-02-02."
PAST = (
    "Book the hall, for the team Leadership team. It was due on 2026-02-02. Is it done? If this is "
    "not the week for it, give it a new date, or hand it to somebody else."
)
BEFORE = datetime(2026, 2, 1, 14, tzinfo=UTC)
AFTER = datetime(2026, 2, 4, 14, tzinfo=UTC)
"""Nine in the morning in New York."""


async def test_an_owner_is_told_that_somebody_gave_them_something(table: Table) -> None:
    await writes_down(table)

    assert (await table.told("dev"), await table.told("maria")) == ([GIVEN], [])


async def test_who_takes_something_on_is_not_told_so(table: Table) -> None:
    await writes_down(table, "dev")

    assert await table.told("dev") == []


async def test_an_owner_is_told_in_their_language(table: Table) -> None:
    await writes_down(table, owner="Lucía Ramos")

    assert (await table.posted("lucia"))[0].view.title == "Algo por hacer"


async def test_who_is_handed_something_is_told_each_time(table: Table) -> None:
    await writes_down(table)
    for owner in ("Sam Whitaker", "Dev Patel"):
        await table.posted()
        await table.later(hours=1)
        await table.asks("maria", "action reassign hall")
        await table.fills("maria", owner=owner)

    assert (len(await table.told("dev")), await table.told("sam")) == (2, [GIVEN])


async def test_an_owner_is_written_to_on_the_morning_before_and_two_days_after(
    any_table: Table,
) -> None:
    await writes_down(any_table, "dev")
    due = await due_at(any_table)
    said = []
    for days in (27, 1, 3):
        await any_table.later(days=days)
        said.append(await any_table.told("dev"))

    assert due == [("action", BEFORE), ("action", AFTER)]
    assert said == [[], [NEAR], [NEAR, PAST]]


async def test_a_reminder_that_could_not_be_sent_in_time_is_not_sent(table: Table) -> None:
    await writes_down(table, "dev")
    await table.later(days=29)

    assert await table.told("dev") == []


async def test_the_words_come_with_ways_to_answer(table: Table) -> None:
    await writes_down(table, "dev", plan="Monday, in the office")
    await table.later(days=28)
    (post,) = await table.posted("dev")

    await table.presses("dev", "Done", at=PRIVATE)
    await table.later(days=10)

    assert post.view.summary == f"{NEAR} The plan: Monday, in the office"
    assert table.labels(post.view) == ["Done", "New date", "Hand over"]
    assert "Done. Thank you." in table.text("dev")
    assert len(await table.told("dev")) == 1


@pytest.mark.parametrize(("owner", "due"), [("Nobody yet", "2026-02-02"), ("Dev Patel", "")])
async def test_without_an_owner_or_a_date_nothing_is_due(
    table: Table, owner: str, due: str
) -> None:
    await writes_down(table, owner=owner, due=due)

    assert await due_at(table) == []


async def test_what_is_due_tomorrow_has_no_reminder_left(table: Table) -> None:
    table.clock.time = BEFORE

    await writes_down(table)

    assert await due_at(table) == [("action", AFTER)]


async def test_another_date_moves_the_words(table: Table) -> None:
    await writes_down(table, "dev")
    await table.asks("dev", "action snooze hall")
    await table.fills("dev", due="2026-03-09")

    assert await due_at(table) == [
        ("action", datetime(2026, 3, 8, 13, tzinfo=UTC)),  # the clocks have gone forward
        ("action", datetime(2026, 3, 11, 13, tzinfo=UTC)),
    ]


@pytest.mark.parametrize("command", ["action done", "action drop"])
async def test_what_has_ended_calls_the_words_off(table: Table, command: str) -> None:
    await writes_down(table, "dev")
    (item,) = await items(table)
    await table.sends("amara", Ask(command, {"id": item.id}))
    before = await due_at(table)

    await table.sends("amara", Ask("action reopen", {"id": item.id}))

    assert (before, len(await due_at(table))) == ([], 2)


async def test_a_word_that_waits_is_not_said_when_its_matter_has_moved_on(table: Table) -> None:
    await writes_down(table, "dev")
    (item,) = await items(table)
    assert item.due
    await performs(table, CallAction(item.id, item.due, Occasion.NEAR))
    await table.asks("dev", "action snooze hall")
    await table.fills("dev", due="2026-03-02")

    assert await table.told("dev") == []


async def test_a_word_that_waits_is_not_said_to_who_has_handed_over(table: Table) -> None:
    await writes_down(table)
    await table.asks("dev", "action reassign hall")
    await table.fills("dev", owner="Sam Whitaker")

    assert (await table.told("dev"), await table.told("sam")) == ([], [GIVEN])


async def test_a_call_for_an_item_that_is_gone_or_nobodys_does_nothing(table: Table) -> None:
    await writes_down(table, owner="Nobody yet")
    (item,) = await items(table)
    assert item.due

    await performs(table, CallAction(ActionId("gone"), item.due, Occasion.PAST))
    await performs(table, CallAction(item.id, item.due, Occasion.PAST))

    assert {post.to for post in await table.posted()} == {"leadership-team"}


async def test_what_was_the_newer_seats_is_the_older_ones(table: Table) -> None:
    await opens_abroad(table)
    await links_channel(table, "kim", IN_SLACK)
    arrives_in(table, SLACK, "U-DEV", "Dev P")
    table.clock.time = table.clock.time.replace(hour=9)
    await sits_down(table, "U-DEV", IN_SLACK)
    await writes_down(table, owner="Dev P")

    await links_account(table, "dev", "U-DEV")
    await table.later(days=28)

    assert [item.owner for item in await items(table)] == [await table.member("Dev Patel")]
    assert NEAR in [*await table.told("dev"), *await table.told("U-DEV")]
    assert not any("has nobody now" in line for line in await table.told("joan"))


async def test_who_takes_no_private_messages_finds_them_behind_a_button(table: Table) -> None:
    await writes_down(table)
    await shut_out(table, "dev")
    await table.posted()

    await table.presses("dev", "Open privately")

    assert table.text("dev").startswith(
        "# For you\n\n"
        "1 message did not get through to you.\n\n"
        "## Something to do\n\n"
        "This is yours now on the team Leadership team: Book the hall."
    )


async def test_a_lead_finds_behind_a_button_what_nobody_has_now(table: Table) -> None:
    await writes_down(table, "dev")
    await table.sends("dev", Ask("team leave", {"sure": "yes"}))
    await shut_out(table, "joan")
    await table.posted()

    await table.presses("joan", "Open privately")

    assert "1 action item there has nobody now.\n" in table.text("joan")


async def test_who_leads_no_more_is_not_told_what_was_left(table: Table) -> None:
    await writes_down(table, "dev")
    await table.sends("dev", Ask("team leave", {"sure": "yes"}))
    await table.sends("maria", Ask("team role", {"member": await table.member("Joan Fields")}))
    await table.fills("maria", roles=("scribe",))

    assert await table.told("joan") == []
