"""Buttons and forms that come too late, twice, or belong to nothing: polite, and without effect."""

import pytest

from tests.commands.scenes import (
    EVERYONE,
    agree_norms,
    mark_levels,
    merge_norms,
    name_decision,
    write_norms,
)
from tests.table import Table
from workflows import asks
from workflows.identifiers import ConversationId, StepId
from workflows.views import Ask

IDEA = "Start on time, end early."


async def test_a_form_of_a_part_that_has_ended_gives_the_words_back(table: Table) -> None:
    await write_norms(table)
    await table.takes_part("amara", "norms")
    await merge_norms(table)

    await table.fills("amara", idea_logistics=IDEA)

    assert table.text("amara") == (
        "# Group norms\n\n"
        "! The group has moved on, so this was not taken in.\n\n"
        "This is what you wrote, in case you want to copy it:\n\n"
        f"> {IDEA}\n\n"
        "[Where we stand]\n"
    )


async def test_a_pick_of_a_part_that_has_ended_is_not_given_back(table: Table) -> None:
    await table.asks("maria", "norms start")
    page = table.views["maria"]
    await table.fills("maria", pace="now")

    table.views["maria"] = page
    await table.fills("maria", pace="day")

    assert table.text("maria") == (
        "# Group norms\n\n! The group has moved on, so this was not taken in.\n\n[Where we stand]\n"
    )


async def test_a_form_of_an_ended_conversation_gives_the_words_back(table: Table) -> None:
    await write_norms(table)
    await table.takes_part("amara", "norms")
    await table.takes_part("maria", "norms")
    await table.presses("maria", "Where we stand")
    await table.presses("maria", "Call it off")

    await table.fills("amara", idea_logistics=IDEA)

    assert table.text("amara") == (
        "# Nothing was changed\n\n"
        "This conversation has ended, so nothing was changed.\n\n"
        "This is what you wrote, in case you want to copy it:\n\n"
        f"> {IDEA}\n"
    )


async def test_a_form_of_somebody_who_has_left_gives_the_words_back(table: Table) -> None:
    await write_norms(table)
    await table.takes_part("amara", "norms")
    page = table.views["amara"]
    await table.sends("amara", Ask("team leave", {"sure": "yes"}))

    table.views["amara"] = page
    await table.fills("amara", idea_logistics=IDEA)

    assert table.views["amara"].title == "Not on this team yet"
    assert f"> {IDEA}\n" in table.text("amara")


async def test_a_form_sent_twice_counts_once(table: Table) -> None:
    await write_norms(table)
    await table.takes_part("amara", "norms")
    page = table.views["amara"]
    await table.fills("amara", idea_logistics=IDEA)

    table.views["amara"] = page
    await table.fills("amara", idea_logistics=IDEA)

    part = (await table.conversation("norms")).people[await table.member("Amara Obi")]
    assert part.path == ("idea-logistics",)
    assert table.views["amara"].summary == "Group norms, Recordkeeping: please answer."


async def test_the_last_to_answer_who_presses_twice_is_not_told_of_a_loss(table: Table) -> None:
    await name_decision(table)
    await mark_levels(table)
    page = table.views[EVERYONE[-1]]
    conversation = await table.conversation("decision")
    form = asks.send(conversation.id, StepId("mark"), round=str(conversation.round - 1))

    again = await table.sends(EVERYONE[-1], form, {"expected": "heard-a", "wished": "shared"})
    changed = await table.sends(EVERYONE[-1], form, {"expected": "shared", "wished": "shared"})

    assert again == page
    assert changed.problem == "El grupo ya siguió adelante, así que esto no se registró."
    assert await table.conversation("decision") == conversation


async def test_somebody_else_wrote_meanwhile_and_both_are_seen(table: Table) -> None:
    await write_norms(table)
    await table.presses("maria", "Where we stand")
    await table.presses("maria", "End this part")
    await table.presses("maria", "Communication")
    await table.takes_part("amara", "norms")
    await table.presses("amara", "Communication")

    await table.fills("maria", commit_outside="we speak with one voice")
    await table.fills("amara", commit_outside="we say what we agreed")

    assert "we speak with one voice" in table.problems("amara")["commit-outside"]
    assert table.values("amara")["commit-outside"] == "we say what we agreed"


async def test_ending_a_part_twice_ends_it_once(table: Table) -> None:
    await write_norms(table)
    await table.presses("maria", "Where we stand")
    button = table.button("maria", "End this part")

    await table.sends("maria", button.ask)
    await table.sends("maria", button.ask)

    assert (await table.conversation("norms")).phase == "merge"
    assert table.views["maria"].problem == (
        "The group has moved on since. This is where it stands now."
    )


@pytest.mark.parametrize(
    "command",
    ["open", "look", "send", "edit", "back", "next", "time", "facilitate", "cancel"],
)
async def test_a_button_of_an_ended_conversation_gets_a_polite_text(
    table: Table, command: str
) -> None:
    await agree_norms(table)
    conversation = await table.conversation("norms")
    before = await table.kept()

    options = {"id": conversation.id, "step": "stance", "round": str(conversation.round)}
    view = await table.sends("maria", Ask(f"conversation {command}", options))

    assert view.summary in {
        "This conversation has ended. What you agreed is with your team's records.",
        "This conversation has ended, so nothing was changed.",
    }
    assert await table.kept() == before


@pytest.mark.parametrize(
    "command",
    ["open", "look", "send", "edit", "back", "next", "time", "facilitate", "cancel"],
)
@pytest.mark.parametrize("id_", ["", "none-of-these", "x" * 5000, "a\x00b", "\ud800"])
async def test_an_id_that_there_is_not_is_not_found(table: Table, command: str, id_: str) -> None:
    before = await table.kept()

    await table.sends("maria", Ask(f"conversation {command}", {"id": id_}))

    assert table.text("maria") == (
        "# Not found\n\n"
        "I could not find that here. It may have ended, or it belongs to another team.\n"
    )
    assert await table.kept() == before


@pytest.mark.parametrize("round_", ["", "0", "-1", "99", "x", "9" * 5000, "²"])
async def test_a_button_of_a_round_that_there_is_not_changes_nothing(
    table: Table, round_: str
) -> None:
    await write_norms(table)
    conversation = await table.conversation("norms")
    options = {"id": conversation.id, "step": "idea-logistics", "round": round_}

    for command in ("send", "back", "next", "time"):
        await table.sends("maria", Ask(f"conversation {command}", options))

    assert await table.conversation("norms") == conversation


async def test_a_step_that_there_is_not_shows_where_things_stand(table: Table) -> None:
    await write_norms(table)
    conversation = await table.conversation("norms")

    options = {"id": conversation.id, "step": "no-such-step", "round": str(conversation.round)}
    await table.sends("amara", Ask("conversation edit", options))

    assert table.views["amara"].summary == "Group norms, Meeting logistics: please answer."


async def test_a_new_member_may_look_at_what_ended_before_they_came(table: Table) -> None:
    await agree_norms(table)
    table.arrives("eve", "Eve Stone")
    await table.asks("eve", "team join")
    await table.asks("maria", "team add")
    await table.fills("maria", people=("Eve Stone",), party="District administration")
    id_: ConversationId = (await table.conversation("norms")).id

    for ask in (asks.take_part(id_), asks.look(id_), Ask("conversation edit", {"id": id_})):
        await table.sends("eve", ask)

        assert table.views["eve"].summary == (
            "This conversation has ended. What you agreed is with your team's records."
        )
