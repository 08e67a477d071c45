"""What a team is given to look through, two days before it looks back."""

from commands.practice import CHANNEL
from tests.commands.closed import WORD, writes_everything
from tests.commands.looking_back import finish, goes_on, led_by_maria, plan_retro, pre_reads
from tests.commands.scenes import agree_norms, check_norms, decide, look_back, writes_down
from tests.table import Table
from workflows import asks
from workflows.views import Ask

DAY = "2026-01-25"


async def pre_read(table: Table) -> str:
    """Return what the team is given to look through before a retro that begins at once."""
    await led_by_maria(table)
    await table.later(seconds=1)
    return (await pre_reads(table))[-1]


async def done(table: Table, what: str) -> None:
    """Let Dev do what he has taken on."""
    await table.asks("dev", "action list")
    await table.picks("dev", what)
    await table.presses("dev", "Done")


async def test_the_team_reads_its_norms_two_days_before(table: Table) -> None:
    await agree_norms(table)
    await led_by_maria(table, day=DAY, time="15:30")
    assert await pre_reads(table) == []

    await table.later(days=19)

    (read,) = await pre_reads(table)
    assert "# Your norms" in read
    assert "- Participation: we will be kind about participation" in read


async def test_a_decision_is_listed_with_the_steps_that_were_agreed_expected_and_felt(
    table: Table,
) -> None:
    record = await decide(table)
    await look_back(table, record)

    read = await pre_read(table)

    line = next(line for line in read.splitlines() if "The early-release days" in line)
    assert "Agreed: District administration decides and explains." in line
    heard = "District administration decides after hearing Educators' association (8)"
    assert f"Expected: {heard}." in line
    assert "Felt: Together (8)." in line


async def test_nothing_felt_is_made_up_where_nobody_has_said(table: Table) -> None:
    await decide(table)

    assert "Felt: nobody has said." in await pre_read(table)


async def test_what_was_done_and_what_is_still_open_are_told_apart(table: Table) -> None:
    await writes_down(table, what="Book the hall")
    await writes_down(table, what="Call the board")
    await done(table, "Book the hall")

    read = await pre_read(table)

    finished, still = read.split("# Done")[1].split("# Still to do")
    assert "Book the hall" in finished
    assert "Call the board" in still
    assert "Here is what your team has kept so far." in read


async def test_a_long_list_ends_with_how_much_more_there_is(table: Table) -> None:
    for number in range(11):
        await writes_down(table, what=f"Task {number:02}")

    read = await pre_read(table)

    assert read.count("Task ") == 10
    assert "There is 1 more." in read


async def test_what_the_last_retro_has_seen_is_not_told_again(table: Table) -> None:
    await decide(table)
    await writes_down(table, what="Book the hall")
    await done(table, "Book the hall")
    await table.later(hours=1)
    await led_by_maria(table)
    await finish(table)
    await table.later(days=1)

    read = await pre_read(table)

    assert "The early-release days" not in read
    assert "Book the hall" not in read
    assert "Here is what your team has kept since it last looked back." in read
    assert "# What you learned last time\n\n- Ask early" in read
    assert "Book a room" in read.split("# Still to do")[1]


async def test_what_only_some_may_see_is_never_put_in_front_of_the_team(table: Table) -> None:
    await writes_everything(table)

    read = await pre_read(table)

    assert WORD in repr(await table.records())
    assert WORD not in read
    assert "Your team keeps nothing yet" in read


async def test_a_check_of_norms_alone_says_nothing_new(table: Table) -> None:
    await agree_norms(table)
    await check_norms(table)

    read = await pre_read(table)

    assert read.count("# ") == read.count("# Your norms") + 1  # the title, and the norms


async def test_a_retro_that_was_called_off_brings_nothing_to_look_through(table: Table) -> None:
    await led_by_maria(table, day=DAY)
    retro = await table.conversation("retro")

    await table.sends("maria", asks.call_off(retro.id))
    await table.later(days=30)

    assert await pre_reads(table) == []


async def test_a_retro_that_has_begun_already_brings_nothing_to_look_through(table: Table) -> None:
    await led_by_maria(table, day=DAY)

    await goes_on(table)
    await table.later(days=30)

    assert await pre_reads(table) == []


async def test_the_way_to_what_is_kept_stands_under_it(table: Table) -> None:
    await plan_retro(table)
    await table.later(seconds=1)
    posts = await table.posted(CHANNEL)
    (view,) = (post.view for post in posts if post.view.title.startswith("To look through"))

    assert table.labels(view) == ["Records", "Action items"]


async def test_who_took_the_notes_last_time_is_named_so_that_somebody_else_does(
    table: Table,
) -> None:
    await led_by_maria(table)
    await table.sends("dev", Ask("conversation scribe", await of_the_retro(table)))
    await finish(table)

    await led_by_maria(table)
    await goes_on(table)
    await goes_on(table)
    await table.later(minutes=3)
    await table.takes_part("sam", "retro")

    assert "took the notes last time. Who does it this time?" in table.text("sam")
    assert "Dev Patel" in table.text("sam").split("took the notes last time")[0]


async def test_nobody_is_named_for_the_notes_who_has_left_the_team(table: Table) -> None:
    await led_by_maria(table)
    await table.sends("dev", Ask("conversation scribe", await of_the_retro(table)))
    await finish(table)
    await table.asks("dev", "team leave")
    await table.presses("dev", "Leave the team")

    await led_by_maria(table)

    assert (await table.conversation("retro")).facts == {"promised": "Book a room"}


async def of_the_retro(table: Table) -> dict[str, str]:
    """Return what names the open retro in what is asked for."""
    return {"id": (await table.conversation("retro")).id}
