"""The buttons and forms of a conversation, as its members use them."""

import pytest

from tests.commands.scenes import ask_for_consent, write_norms
from tests.table import PRIVATE, Table
from workflows.conversations import Status
from workflows.views import Ask

IDEA = "Start on time, end early."


async def test_a_member_opens_a_conversation_from_its_card(table: Table) -> None:
    await write_norms(table)
    await table.posted()

    await table.presses("amara", "Answer in private")

    assert table.views["amara"].summary == "Group norms, Meeting logistics: please answer."


async def test_an_answer_leads_to_the_next_question(table: Table) -> None:
    await write_norms(table)
    await table.takes_part("amara", "norms")

    await table.fills("amara", idea_logistics=IDEA)

    assert table.views["amara"].summary == "Group norms, Recordkeeping: please answer."


async def test_an_answer_that_needs_another_look_is_given_back(table: Table) -> None:
    await write_norms(table)
    await table.takes_part("amara", "norms")

    await table.fills("amara", idea_logistics="on \x00 time")

    form = table.form("amara")
    assert form.values["idea-logistics"] == "on \x00 time"
    assert list(form.problems) == ["idea-logistics"]


async def test_a_member_goes_back_to_the_question_before(table: Table) -> None:
    await write_norms(table)
    await table.takes_part("amara", "norms")
    await table.fills("amara", idea_logistics=IDEA)

    await table.presses("amara", "Back")

    form = table.form("amara")
    assert form.values["idea-logistics"] == IDEA


async def test_the_facilitator_ends_a_part(table: Table) -> None:
    await write_norms(table)
    await table.presses("maria", "Where we stand")

    await table.presses("maria", "End this part")

    assert (await table.conversation("norms")).phase == "merge"


async def test_a_part_that_lacks_something_is_not_ended(table: Table) -> None:
    await write_norms(table)
    await table.presses("maria", "Where we stand")
    await table.presses("maria", "End this part")

    await table.presses("maria", "Go on: Can everyone live with it?")

    assert table.views["maria"].problem.startswith("Before you go on, please write something for:")


async def test_more_time_is_minutes_for_a_short_part(table: Table) -> None:
    await write_norms(table)
    before = (await table.conversation("norms")).deadline
    await table.presses("maria", "Where we stand")

    await table.presses("maria", "More time")

    after = (await table.conversation("norms")).deadline
    assert before
    assert after
    assert (after - before).total_seconds() == 300


async def test_more_time_is_a_day_for_a_long_part(table: Table) -> None:
    await ask_for_consent(table)
    before = (await table.conversation("norms")).deadline
    await table.takes_part("maria", "norms")
    await table.presses("maria", "Where we stand")

    await table.presses("maria", "More time")

    after = (await table.conversation("norms")).deadline
    assert before
    assert after
    assert (after - before).total_seconds() == 86_400


@pytest.mark.parametrize("command", ["next", "time", "cancel"])
async def test_who_does_not_facilitate_is_told_who_does(table: Table, command: str) -> None:
    await write_norms(table)
    conversation = await table.conversation("norms")

    options = {"id": conversation.id, "round": str(conversation.round)}
    await table.sends("joan", Ask(f"conversation {command}", options))

    assert table.text("joan") == (
        "# Nothing was changed\n\n"
        "María Ortega facilitates this conversation. Press Facilitate if you want to take over.\n\n"
        "[Facilitate]\n"
    )
    assert await table.conversation("norms") == conversation


async def test_any_member_may_take_the_chair(table: Table) -> None:
    await write_norms(table)
    await table.takes_part("amara", "norms")
    await table.presses("amara", "Where we stand")

    await table.presses("amara", "Facilitate")

    conversation = await table.conversation("norms")
    assert conversation.facilitator == await table.member("Amara Obi")
    card = (await table.posted())[-1].view
    assert "@Amara Obi facilitates." in table.draw(card)


async def test_who_takes_the_chair_is_asked_what_only_the_chair_answers(table: Table) -> None:
    await table.asks("maria", "norms start")
    await table.takes_part("joan", "norms")

    await table.presses("joan", "Facilitate")
    await table.takes_part("joan", "norms")

    assert table.views["joan"].summary == "Group norms, Choose the pace: please answer."
    assert await table.told("joan") == []


async def test_a_conversation_that_was_called_off_is_over_for_all(table: Table) -> None:
    await write_norms(table)
    await table.presses("maria", "Where we stand")

    await table.presses("maria", "Call it off")

    assert (await table.conversation("norms")).status is Status.CANCELLED
    assert table.text("maria") == (
        "# Group norms\n\n"
        "This conversation was called off. What was written is not shown.\n\n"
        "[Team card]\n"
    )
    (_, card) = await table.posted()
    assert card.view.summary == "This conversation was called off. What was written is not shown."


async def test_the_team_never_hears_of_what_was_called_off_before_it_began(table: Table) -> None:
    await table.asks("maria", "norms start")
    await table.presses("maria", "Where we stand")

    await table.presses("maria", "Call it off")

    assert [post.view.title for post in await table.posted()] == [
        "Lincoln Schools Partnership · Leadership team"
    ]


async def test_a_conversation_works_in_private_as_well(table: Table) -> None:
    await write_norms(table)

    await table.asks("amara", "home", at=PRIVATE)
    await table.presses("amara", "Group norms", at=PRIVATE)
    await table.fills("amara", at=PRIVATE, idea_logistics=IDEA)

    assert table.views["amara"].summary == "Group norms, Recordkeeping: please answer."
