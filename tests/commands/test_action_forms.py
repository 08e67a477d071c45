"""Writing action items down, changing them, and handing them over."""

from datetime import date

import pytest

from tests.commands.scenes import items, opens_action, writes_down
from tests.fakes.hostile import INJECTIONS
from tests.gallery import FLAVOURS, filled
from tests.table import PRIVATE, Table
from workflows.views import Ask, Option

NAMED = "bookthehall2"


async def test_a_member_is_asked_four_questions(table: Table) -> None:
    await table.asks("amara", "action add")

    form = table.form("amara")
    assert [(asked.label, asked.required) for asked in form.inputs] == [
        ("What is to be done?", True),
        ("Who takes it on?", True),
        ("By when?", False),
        ("When and where will you do it?", False),
    ]
    assert form.inputs[3].hint == "Such as: Monday after the staff meeting, in the office"
    assert form.inputs[1].options[-1] == Option("nobody", "Nobody yet")
    assert "(Who can see this: everyone on the team.)" in table.text("amara")


async def test_a_member_writes_down_what_another_takes_on(table: Table) -> None:
    await writes_down(table, plan="Monday, in the office")

    (item,) = await items(table)
    assert table.text("maria").startswith("# Action item\n\nThis is on the list now.\n")
    assert (item.what, item.plan, item.due) == (
        "Book the hall",
        "Monday, in the office",
        date(2026, 2, 2),
    )
    assert (item.owner, item.source) == (await table.member("Dev Patel"), None)


async def test_what_nobody_has_taken_on_yet_may_be_written_down(table: Table) -> None:
    await writes_down(table, owner="Nobody yet", due="")

    (item,) = await items(table)
    assert (item.owner, item.due, item.plan) == (None, None, "")


async def test_a_form_that_is_sent_twice_makes_one_item(table: Table) -> None:
    await table.asks("amara", "action add")
    form = table.form("amara")
    typed = {"what": "Book the hall", "owner": "nobody"}

    await table.sends("amara", form.send.ask, typed)
    await table.sends("amara", form.send.ask, typed)

    assert [item.what for item in await items(table)] == ["Book the hall"]
    assert table.views["amara"].summary == "Action item: Book the hall"


async def test_a_form_that_was_sent_opens_anew_for_another_item(table: Table) -> None:
    await table.asks("amara", "action add")
    sent = table.form("amara").send.ask
    await table.fills("amara", what="Book the hall", owner="Nobody yet")

    await table.sends("amara", sent)
    await table.fills("amara", what="Buy tea", owner="Nobody yet")

    assert {item.what for item in await items(table)} == {"Book the hall", "Buy tea"}


async def test_a_form_that_comes_back_is_still_the_same_form(table: Table) -> None:
    await table.asks("amara", "action add")
    sent = table.form("amara").send.ask

    await table.fills("amara", what="Book the hall", owner="Nobody yet", due="2026-01-04")

    assert table.problems("amara") == {"due": "Please pick today or a later day."}
    assert table.form("amara").send.ask == sent
    assert table.values("amara")["what"] == "Book the hall"
    assert await items(table) == ()


async def test_what_another_team_has_named_looks_as_if_it_were_not_there(table: Table) -> None:
    team, raw = (await table.team()).id, {"what": "Book the hall", "owner": "nobody"}
    await table.sends("maria", Ask("action add", {"team": team, "new": NAMED}), raw)
    table.arrives("zoe", "Zoe Park")
    await table.founds_another("zoe")

    await table.sends("zoe", Ask("action add", {"new": NAMED}), raw, at=PRIVATE)

    assert table.views["zoe"].title == "Not found"
    assert len(await items(table)) == 1


@pytest.mark.parametrize("named", ["", "short", "x" * 400, "UPPERCASE123"])
async def test_a_name_that_no_form_gives_is_not_taken(table: Table, named: str) -> None:
    raw = {"what": "Book the hall", "owner": "nobody"}

    await table.sends("maria", Ask("action add", {"new": named}), raw)

    (item,) = await items(table)
    assert item.id.startswith("new")


async def test_a_message_is_proposed_and_not_kept(table: Table) -> None:
    before = await table.kept()

    await table.sends(
        "amara", Ask("action propose"), {"what": " Book\nthe  hall \x00" + "x " * 400}
    )

    what = str(table.values("amara")["what"])
    assert (what[:15], len(what)) == ("Book the hall x", 300)
    assert await table.kept() == before


async def test_what_is_no_text_proposes_nothing(table: Table) -> None:
    await table.sends("amara", Ask("action propose"), {"what": ("a", "b")})

    assert table.values("amara") == {}


async def test_a_member_changes_what_an_item_says(table: Table) -> None:
    await writes_down(table, plan="Mondays")
    await opens_action(table, "amara")
    await table.presses("amara", "Change")
    stood = table.values("amara")

    await table.fills("amara", what="Book the gym", owner="Sam Whitaker", due="", plan="")

    (item,) = await items(table)
    dev, sam = await table.member("Dev Patel"), await table.member("Sam Whitaker")
    assert stood == {
        "what": "Book the hall",
        "owner": dev,
        "due": "2026-02-02",
        "plan": "Mondays",
    }
    assert (item.what, item.owner, item.due, item.plan) == ("Book the gym", sam, None, "")


async def test_an_item_without_owner_and_date_can_be_changed(table: Table) -> None:
    await writes_down(table, owner="Nobody yet", due="")
    await opens_action(table, "amara")
    await table.presses("amara", "Change")

    await table.fills("amara", what="Book the gym")

    (item,) = await items(table)
    assert (item.what, item.owner, item.due) == ("Book the gym", None, None)


async def test_a_day_that_has_passed_may_stay_when_something_else_is_changed(
    table: Table,
) -> None:
    await writes_down(table)
    await table.later(days=60)
    await opens_action(table, "amara")
    await table.presses("amara", "Change")

    await table.fills("amara", what="Book the gym")

    (item,) = await items(table)
    assert (item.what, item.due) == ("Book the gym", date(2026, 2, 2))


async def test_a_new_date_moves_nothing_else(table: Table) -> None:
    await writes_down(table, plan="Mondays")
    (before,) = await items(table)
    await opens_action(table, "amara")
    await table.presses("amara", "New date")
    asked = [asked.id for asked in table.form("amara").inputs]

    await table.fills("amara", due="2026-03-02")

    (after,) = await items(table)
    assert asked == ["due"]
    assert (after.due, after.what, after.owner, after.plan) == (
        date(2026, 3, 2),
        before.what,
        before.owner,
        before.plan,
    )
    assert table.text("amara").startswith("# Action item\n\nSaved.\n")


@pytest.mark.parametrize(
    ("due", "problem"),
    [
        ("", "Please answer this one."),
        ("2026-01-04", "Please pick today or a later day."),
        ("soon", "Please give a day that exists, as year-month-day: 2026-11-03."),
    ],
)
async def test_a_date_that_cannot_be_is_asked_for_again(
    table: Table, due: str, problem: str
) -> None:
    await writes_down(table)
    await table.asks("amara", "action snooze hall")

    await table.fills("amara", due=due)

    assert table.problems("amara") == {"due": problem}
    assert [item.due for item in await items(table)] == [date(2026, 2, 2)]


async def test_an_item_is_handed_over(table: Table) -> None:
    await writes_down(table)
    await table.asks("dev", "action reassign hall")

    await table.fills("dev", owner="Nobody yet")

    assert [item.owner for item in await items(table)] == [None]


async def test_nobody_from_elsewhere_can_be_put_down(table: Table) -> None:
    await writes_down(table)
    await table.asks("dev", "action reassign hall")

    await table.fills("dev", owner="zoe")

    assert table.problems("dev") == {"owner": "Please pick one of these."}


@pytest.mark.parametrize(
    "text",
    [*INJECTIONS, "Tea & <b>cakes</b>", *(filled(flavour, 300) for flavour in FLAVOURS)],
)
async def test_what_is_typed_is_kept_and_shown_as_it_is(table: Table, text: str) -> None:
    await writes_down(table, what=text, plan=text)

    await table.asks("amara", "action list")
    (item,) = await items(table)
    await table.sends("amara", Ask("action show", {"id": item.id}))

    assert item.what == " ".join(item.plan.split())
    assert f"\n\n{item.what}\n\n" in table.text("amara")


@pytest.mark.parametrize("text", ["a \x00 b", "a \ud800 b", "\x1b[31m red", "x" * 301])
async def test_what_cannot_be_kept_is_refused_at_its_question(table: Table, text: str) -> None:
    await writes_down(table, what=text, plan=text)

    assert set(table.problems("maria")) == {"what", "plan"}
    assert await items(table) == ()
