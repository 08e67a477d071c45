"""Action items: a team's list, one's own list, and what the channel reads of them."""

from tests.commands.scenes import writes_down
from tests.table import PRIVATE, Table
from workflows.views import Ask


async def team_card(table: Table) -> str:
    """Return the team's card as the channel sees it."""
    title = "Lincoln Schools Partnership · Leadership team"
    (card,) = [p.view for p in await table.posted("leadership-team") if p.view.title == title]
    return table.draw(card)


async def test_a_member_reads_the_list_by_person_and_nobodys_last(table: Table) -> None:
    await writes_down(table, what="Find a date", owner="Nobody yet", due="")
    await writes_down(table, what="Ask the bus company", owner="Dev Patel")
    await writes_down(table, what="Buy tea", owner="Dev Patel", due="2026-01-09")
    await writes_down(table, what="Book the hall", owner="María Ortega")

    await table.asks("amara", "action list")

    assert table.text("amara") == (
        "# Action items\n\n"
        "Leadership team has 4 open action items.\n\n"
        "## María Ortega\n\n"
        "- Book the hall, by Mon, Feb 2, 2026\n\n"
        "## Dev Patel\n\n"
        "- Buy tea, by Fri, Jan 9, 2026\n"
        "- Ask the bus company, by Mon, Feb 2, 2026\n\n"
        "## Nobody yet\n\n"
        "- Find a date\n\n"
        "Open an action item: Book the hall | Buy tea | Ask the bus company | Find a date\n\n"
        "[Add an action item] [My action items]\n"
    )


async def test_a_team_with_nothing_to_do_can_begin_a_list(table: Table) -> None:
    await table.asks("amara", "action list")

    assert table.text("amara") == (
        "# Action items\n\n"
        "Leadership team has nothing open to do.\n\n"
        "[Add an action item] [My action items]\n"
    )


async def test_a_spanish_reader_has_the_list_in_spanish(table: Table) -> None:
    await writes_down(table)

    await table.asks("lucia", "action list")

    assert table.text("lucia") == (
        "# Pendientes\n\n"
        "Leadership team tiene 1 pendiente.\n\n"
        "## Dev Patel\n\n"
        "- Book the hall, para el lun, 2 feb 2026\n\n"
        "Abrir un pendiente: Book the hall\n\n"
        "[Agregar un pendiente] [Mis pendientes]\n"
    )


async def test_an_item_that_is_late_is_said_to_be_so_kindly(table: Table) -> None:
    await writes_down(table)
    await table.later(days=29)

    await table.asks("amara", "action list")

    assert "- Book the hall, was due on Mon, Feb 2, 2026\n" in table.text("amara")


async def test_a_long_list_goes_on_on_another_page(table: Table) -> None:
    for number in range(14):
        await writes_down(table, what=f"Chair {number:02}")
    await table.asks("amara", "action list")
    first = table.text("amara")

    await table.presses("amara", "Show more")

    second = table.text("amara")
    assert [first.count("\n- Chair"), second.count("\n- Chair")] == [12, 2]
    assert "- Chair 11" in first
    assert "Show more" not in second


async def test_a_page_that_is_gone_is_the_first_one(table: Table) -> None:
    await writes_down(table)

    await table.sends("amara", Ask("action list", {"after": "12"}))

    assert "- Book the hall" in table.text("amara")


async def test_what_was_done_lately_is_counted_and_can_be_seen(table: Table) -> None:
    for what in ("Book the hall", "Buy tea"):
        await writes_down(table, what=what)
        await table.asks("amara", f"action done {what}")
    await table.asks("amara", "action list")
    counted = table.text("amara")

    await table.presses("amara", "See what was done")

    assert "(2 were done in the last 30 days.)\n" in counted
    assert table.text("amara") == (
        "# Done in the last 30 days\n\n"
        "This is what your team has done.\n\n"
        "- Buy tea, done on Mon, Jan 5, 2026\n"
        "- Book the hall, done on Mon, Jan 5, 2026\n\n"
        "Open an action item: Buy tea | Book the hall\n\n"
        "[Action items]\n"
    )


async def test_what_was_done_long_ago_is_not_counted(table: Table) -> None:
    await writes_down(table)
    await table.asks("amara", "action done hall")
    await table.later(days=31)

    await table.asks("amara", "action list")
    await table.sends("dev", Ask("action list", {"done": "1"}))

    assert "in the last 30 days" not in table.text("amara")
    assert "Nothing was done in the last 30 days.\n" in table.text("dev")


async def test_the_channel_reads_how_many_are_open_and_never_whose(table: Table) -> None:
    await writes_down(table)
    await writes_down(table, what="Buy tea")
    before = await team_card(table)

    await table.asks("amara", "action done tea")

    after = await team_card(table)
    assert ("2 open action items.\n" in before, "1 open action item.\n" in after) == (True, True)
    assert "[Check in on a decision] [Decisions] [Action items]" in after
    assert "Dev Patel" not in before
    assert len(await table.posted("leadership-team")) == 1


async def test_a_member_has_what_is_theirs_over_all_their_teams(table: Table) -> None:
    await table.founds_another("maria")
    await writes_down(table, owner="María Ortega")
    await writes_down(table, what="Not mine")
    team = (await table.team("Bridge")).id
    mine = {"what": "Write to the union", "owner": await table.member("María Ortega", "Bridge")}
    await table.sends("maria", Ask("action add", {"team": team}), mine, at=PRIVATE)

    await table.asks("maria", "action mine", at=PRIVATE)

    assert table.text("maria") == (
        "# My action items\n\n"
        "You have 2 open action items.\n\n"
        "## Bridge · Riverside\n\n"
        "- Write to the union\n\n"
        "## Leadership team · Lincoln Schools Partnership\n\n"
        "- Book the hall, by Mon, Feb 2, 2026\n\n"
        "Open an action item: Write to the union | Book the hall\n"
    )


async def test_somebody_with_nothing_to_do_is_shown_the_way_on(table: Table) -> None:
    await table.asks("dev", "action mine", at=PRIVATE)

    assert table.text("dev") == (
        "# My action items\n\nYou have nothing open to do.\n\n[Your teams]\n"
    )


async def test_the_dashboard_says_what_is_to_be_done_first(table: Table) -> None:
    for day in ("10", "09", "14", "13", "12", "11"):
        await writes_down(table, what=f"Chairs, the {day}th", due=f"2026-01-{day}")

    await table.asks("dev", "dashboard", at=PRIVATE)

    assert table.text("dev").startswith(
        "# Your teams\n\n"
        "6 things wait for you.\n\n"
        "## Yours to do\n\n"
        "- Chairs, the 09th, by Fri, Jan 9, 2026\n"
        "- Chairs, the 10th, by Sat, Jan 10, 2026\n"
        "- Chairs, the 11th, by Sun, Jan 11, 2026\n"
        "- Chairs, the 12th, by Mon, Jan 12, 2026\n"
        "- Chairs, the 13th, by Tue, Jan 13, 2026\n\n"
        "[My action items]\n"
    )


async def test_a_member_sees_how_many_items_are_kept_about_them(table: Table) -> None:
    await writes_down(table)
    await writes_down(table, what="Buy tea")
    await table.asks("amara", "action done tea")

    await table.asks("dev", "me kept", at=PRIVATE)

    assert "Action items you have or had: 2." in table.text("dev")


async def test_an_item_carries_over_for_as_long_as_it_takes(table: Table) -> None:
    await writes_down(table)

    await table.later(days=400)
    await table.asks("amara", "action list")

    assert "## Dev Patel\n\n- Book the hall, was due on Mon, Feb 2, 2026\n" in table.text("amara")


async def test_an_item_that_is_not_there_is_not_found(table: Table) -> None:
    await table.sends("dev", Ask("action show", {"id": "no-such-item"}))

    assert table.views["dev"].title == "Not found"
