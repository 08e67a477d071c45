"""Putting thoughts together that mean the same: by hand, or as a suggestion to take or to leave."""

import time
from hashlib import sha256

import pytest

from tests.commands.looking_back import goes_on, led_by_maria
from tests.commands.scenes import EVERYONE
from tests.table import Table
from workflows import asks

SIMILAR = ("Meetings start late", "The meetings start too late")
PATIENCE = 5
"""Seconds after which somebody would press again; a busy computer needs one or two."""

WRITERS = ("dev", "lucia", "sam", "joan")


async def test_a_suggestion_is_taken(table: Table) -> None:
    await writes(table, *SIMILAR, "Fewer leave")
    await opens(table)
    assert "## Do these mean the same?" in table.text("sam")

    await table.presses("sam", "Put them together")

    assert [len(pile) for pile in (await table.conversation("retro")).together] == [2]
    assert "## Do these mean the same?" not in table.text("sam")


async def test_a_suggestion_of_many_shows_a_few_and_says_how_many_more(table: Table) -> None:
    await writes(table, "\n".join(f"The meetings start too late{'!' * n}" for n in range(6)))

    await opens(table)

    assert "2 more are not shown." in table.text("sam")
    await table.presses("sam", "Put them together")
    assert [len(pile) for pile in (await table.conversation("retro")).together] == [6]


async def test_a_suggestion_that_is_left_is_not_made_again(table: Table) -> None:
    await writes(table, *SIMILAR)
    await opens(table)

    await table.presses("sam", "Keep them apart")

    assert (await table.conversation("retro")).together == ()
    await opens(table)
    assert "## Do these mean the same?" not in table.text("sam")


async def test_a_suggestion_that_is_not_there_any_more_changes_nothing(table: Table) -> None:
    await writes(table, *SIMILAR)
    await opens(table, "joan")
    await opens(table, "sam")
    await table.presses("sam", "Keep them apart")

    await table.presses("joan", "Put them together")

    assert (await table.conversation("retro")).together == ()


async def test_two_thoughts_are_put_together_by_hand(table: Table) -> None:
    await writes(table, "Fewer leave", "Buses run late")
    await opens(table)

    await table.picks("sam", "Fewer leave")
    assert "## With which one?" in table.text("sam")
    await table.picks("sam", "Buses run late")

    assert [len(pile) for pile in (await table.conversation("retro")).together] == [2]
    assert "## Together so far" in table.text("sam")


async def test_everybody_sees_what_was_put_together_where_they_talk(table: Table) -> None:
    await writes(table, "Fewer leave", "Buses run late")
    await opens(table)
    await table.picks("sam", "Fewer leave")
    await table.picks("sam", "Buses run late")

    await table.takes_part("joan", "retro")

    shown = table.text("joan")
    assert "## Together so far\n\n- Fewer leave · Buses run late\n" in shown
    assert "Put alike together" in shown


async def test_whoever_picks_one_can_think_better_of_it(table: Table) -> None:
    await writes(table, "Fewer leave", "Buses run late")
    await opens(table)
    await table.picks("sam", "Fewer leave")

    await table.presses("sam", "Never mind")

    assert "## With which one?" not in table.text("sam")
    assert (await table.conversation("retro")).together == ()


async def test_one_thought_alone_cannot_be_put_anywhere(table: Table) -> None:
    await writes(table, "Fewer leave")

    await opens(table)

    assert table.views["sam"].summary == "There is 1 thought."
    assert table.labels(table.views["sam"]) == ["Where we stand"]


async def test_where_nobody_has_written_there_is_nothing_to_put_together(table: Table) -> None:
    await writes(table)

    await opens(table)

    assert table.views["sam"].summary == "There is nothing here to put together."


async def test_nothing_can_be_put_together_before_it_is_revealed(table: Table) -> None:
    await led_by_maria(table)
    await goes_on(table)
    await table.takes_part("dev", "retro")
    await table.fills("dev", aims_goal="Fewer leave")

    await opens(table)

    assert "Fewer leave" not in table.text("sam")
    assert table.views["sam"].summary == "There is nothing here to put together."


async def test_a_pick_from_a_section_that_has_ended_changes_nothing(table: Table) -> None:
    await writes(table, *SIMILAR)
    await opens(table)
    await goes_on(table)
    before = await table.conversation("retro")

    await table.presses("sam", "Put them together")

    assert await table.conversation("retro") == before


async def test_a_pile_that_is_not_there_is_not_taken_apart(table: Table) -> None:
    await writes(table, "Fewer leave", "Buses run late")
    retro = await table.conversation("retro")

    await table.sends(
        "sam", asks.sort_entries(retro.id, retro.round, alike="no", pick="nosuchthing")
    )

    assert await table.conversation("retro") == retro


@pytest.mark.parametrize("words", ["We should start on time and hear both sides", ""])
async def test_five_hundred_thoughts_fit_on_one_screen(table: Table, words: str) -> None:
    await led_by_maria(table)
    await goes_on(table)
    for who in EVERYONE[:7]:
        await table.takes_part(who, "retro")
        for field in ("aims_goal", "aims_course", "aims_view"):
            lines = (f"{words or sha256(f'{who}{n}'.encode()).hexdigest()} {n}" for n in range(24))
            await table.fills(who, **{field: "\n".join(f"{line} {who}" for line in lines)})
    await table.later(minutes=3)
    started = time.monotonic()

    await opens(table)

    assert table.views["sam"].summary == "There are 504 thoughts."
    assert time.monotonic() - started < PATIENCE


async def writes(table: Table, *texts: str) -> None:
    """Let each of these be written by somebody, and the group talk about it."""
    await led_by_maria(table)
    await goes_on(table)
    for who, text in zip(WRITERS, texts, strict=False):
        await _writes(table, who, text)
    await _talks(table)


async def opens(table: Table, who: str = "sam") -> None:
    """Let somebody see what could be put together."""
    retro = await table.conversation("retro")
    await table.sends(who, asks.sort_entries(retro.id, retro.round))


async def _writes(table: Table, who: str, text: str) -> None:
    await table.takes_part(who, "retro")
    await table.fills(who, aims_goal=text)


async def _talks(table: Table) -> None:
    await goes_on(table)
