"""What was promised before, as a group finds it when it looks back again."""

from tests.commands.looking_back import goes_on, led_by_maria
from tests.commands.scenes import writes_down
from tests.table import Table


async def test_a_long_list_of_promises_ends_with_how_many_more_there_are(table: Table) -> None:
    for number in range(12):
        await writes_down(table, what=f"Task {number:02}", due=f"2026-02-{number + 1:02}")
    await led_by_maria(table)
    await goes_on(table)

    await table.takes_part("maria", "retro")

    text = table.text("maria")
    assert "Task 00 (Dev Patel)" in text
    assert text.count("Task ") == 10
    assert "2 more" in text


async def test_a_long_list_of_promises_is_in_the_words_of_the_team_whoever_goes_on(
    table: Table,
) -> None:
    for number in range(12):
        await writes_down(table, what=f"Task {number:02}", due=f"2026-02-{number + 1:02}")
    await led_by_maria(table)
    await table.asks("maria", "me language")
    await table.fills("maria", language="Español")

    await goes_on(table)

    assert (await table.conversation("retro")).facts["promised"].endswith("\n2 more")


async def test_what_nobody_owns_stands_there_without_a_name(table: Table) -> None:
    await writes_down(table, what="Call the board", owner="Nobody yet", due="")
    await led_by_maria(table)

    assert (await table.conversation("retro")).facts["promised"] == "Call the board"


async def test_a_promise_that_was_kept_meanwhile_is_not_read_out(table: Table) -> None:
    await writes_down(table, what="Book the hall")
    await led_by_maria(table)
    await table.asks("dev", "action list")
    await table.picks("dev", "Book the hall")
    await table.presses("dev", "Done")

    await goes_on(table)

    assert (await table.conversation("retro")).phase == "aims-write"
