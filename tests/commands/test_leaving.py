"""Who leaves a team says who takes over what they have to do; nothing is lost."""

from tests.commands.scenes import EVERYONE, items, writes_down
from tests.commands.test_forgetting import forgets
from tests.table import PRIVATE, Table
from workflows.views import Ask

NOBODYS = "Dev Patel has left the team Leadership team. 2 action items there have nobody now."

HANDED = (
    "Dev Patel has left the team Leadership team, and has handed over to you. You have 2 action "
    "items there now."
)


async def has_two(table: Table) -> None:
    """Give Dev two things to do, and let everything be said by then."""
    await writes_down(table, "dev")
    await writes_down(table, "dev", what="Buy tea")
    await table.posted()


async def test_who_has_something_to_do_is_asked_who_takes_it_over(table: Table) -> None:
    await has_two(table)

    await table.asks("dev", "team leave")

    (asked,) = table.form("dev").inputs
    assert (asked.label, asked.hint, asked.required) == (
        "Who takes them over?",
        "Leave this empty, and the team decides.",
        False,
    )
    assert "Dev Patel" not in [option.label for option in asked.options]
    assert table.form("dev").send.label == "Leave the team"
    assert "You have 2 open action items there.\n" in table.text("dev")


async def test_whoever_takes_it_over_has_it_and_is_told(table: Table) -> None:
    await has_two(table)
    await table.asks("dev", "team leave")

    await table.fills("dev", heir="Sam Whitaker")

    assert {item.owner for item in await items(table)} == {await table.member("Sam Whitaker")}
    assert await table.told("sam") == [HANDED]
    assert await table.told("maria") == []


async def test_without_an_heir_the_team_decides_and_the_leads_are_told(table: Table) -> None:
    await has_two(table)
    await table.asks("dev", "team leave")

    await table.fills("dev")

    assert {item.owner for item in await items(table)} == {None}
    assert [await table.told(lead) for lead in ("maria", "joan", "sam")] == [
        [NOBODYS],
        [NOBODYS],
        [],
    ]
    assert table.text("dev").endswith("You have left the team. Thank you for your part.\n")


async def test_a_lead_gets_from_there_to_the_list(table: Table) -> None:
    await has_two(table)
    await table.sends("dev", Ask("team leave", {"sure": "yes"}))
    await table.posted()

    await table.presses("maria", "Action items", at=PRIVATE)

    assert "## Nobody yet\n" in table.text("maria")


async def test_words_about_what_was_left_are_not_said_when_somebody_has_it(table: Table) -> None:
    await has_two(table)
    await table.sends("dev", Ask("team leave", {"sure": "yes"}))
    for what in ("hall", "tea"):
        await table.asks("sam", f"action reassign {what}")
        await table.fills("sam", owner="Sam Whitaker")

    assert await table.told("maria") == []


async def test_an_heir_who_is_not_on_the_team_is_refused(table: Table) -> None:
    await has_two(table)
    await table.asks("dev", "team leave")

    await table.fills("dev", heir="nobody-here")

    assert table.problems("dev") == {"heir": "Please pick one of these."}
    assert len((await table.team()).present) == 8


async def test_what_is_done_stays_with_who_did_it(table: Table) -> None:
    await writes_down(table, "dev")
    await table.asks("dev", "action done hall")

    await table.asks("dev", "team leave")
    await table.presses("dev", "Leave the team")

    assert [item.owner for item in await items(table)] == [await table.member("Dev Patel")]


async def test_who_is_forgotten_leaves_what_they_had_to_the_team(table: Table) -> None:
    await has_two(table)

    await forgets(table, "dev")

    assert {item.owner for item in await items(table)} == {None}
    name = "a former member for District administration"
    assert await table.told("maria") == [NOBODYS.replace("Dev Patel", name)]


async def test_when_the_last_lead_leaves_the_new_one_is_told(table: Table) -> None:
    await table.sends("joan", Ask("team leave", {"sure": "yes"}))
    await writes_down(table, owner="María Ortega")

    await table.sends("maria", Ask("team leave", {"sure": "yes"}))

    lead, left = await table.told("dev")
    assert lead.startswith("The last lead of the team Leadership team has left")
    assert left.endswith("1 action item there has nobody now.")


async def test_the_last_one_leaves_what_is_to_be_done_to_nobody(table: Table) -> None:
    await writes_down(table)
    for who in (name for name in EVERYONE if name != "dev"):
        await table.sends(who, Ask("team leave", {"sure": "yes"}))
    await table.asks("dev", "team leave")

    await table.presses("dev", "Leave the team")

    assert [item.owner for item in await items(table)] == [None]
