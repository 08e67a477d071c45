"""Decisions: named, marked, made, listed, and looked back at."""

from tests.commands.scenes import agree_norms, decide, look_back, mark_levels, name_decision
from tests.table import Table
from workflows import asks
from workflows.records import Decision
from workflows.views import Ask

EMPTY = "# Decisions\n\nYour team has no decisions here yet.\n\n[Check in on a decision]\n"


async def test_a_team_without_decisions_is_offered_to_start_one(table: Table) -> None:
    await table.asks("joan", "decide list")

    assert table.text("joan") == EMPTY


async def test_showing_or_reviewing_nothing_in_particular_shows_the_list(table: Table) -> None:
    for command in ("decide show", "decide review"):
        await table.asks("joan", command)

        assert table.text("joan") == EMPTY


async def test_a_decision_that_is_not_named_yet_is_nobody_elses_business(table: Table) -> None:
    await table.asks("joan", "decide start")

    await table.asks("maria", "decide list")

    assert table.text("maria") == EMPTY
    assert [post.view.title for post in await table.posted()] == [
        "Lincoln Schools Partnership · Leadership team"
    ]


async def test_who_starts_twice_goes_on_with_the_one_they_have_not_named(table: Table) -> None:
    await table.asks("joan", "decide start")
    await table.asks("joan", "decide start")

    assert len(await table.rows("conversation")) == 1


async def test_two_decisions_may_run_side_by_side(table: Table) -> None:
    await name_decision(table, "The early-release days")
    await name_decision(table, "The lunch break")

    await table.asks("maria", "decide list")

    assert table.text("maria") == (
        "# Decisions\n\n"
        "Your team has 0 decisions on record.\n\n"
        "## Open now\n\n"
        "[The early-release days] [The lunch break]\n\n"
        "[Check in on a decision]\n"
    )


async def test_the_log_says_what_was_expected_agreed_and_felt(table: Table) -> None:
    record = await decide(table)
    await look_back(table, record)

    await table.asks("amara", "decide list")

    assert table.text("amara") == (
        "# Decisions\n\n"
        "Your team has 1 decision on record.\n\n"
        "## On record\n\n"
        "- The early-release days, Mon, Jan 5, 2026. "
        "Expected: District administration decides after hearing Educators' association. "
        "Agreed: District administration decides and explains. "
        "Felt: Together.\n\n"
        "Show a decision: The early-release days\n\n"
        "[Check in on a decision]\n"
    )


async def test_the_log_gives_the_range_where_people_expected_different_things(
    table: Table,
) -> None:
    await name_decision(table)
    for who, step in (("maria", "alone-a"), ("joan", "shared"), ("dev", "heard-a")):
        await table.takes_part(who, "decision")
        await table.fills(who, expected=step, wished=step)
    await table.later(minutes=10)
    await table.takes_part("joan", "decision")
    await table.presses("joan", "Go on: Set the level")
    await table.takes_part("dev", "decision")
    await table.fills("dev", level="alone-a", reason="It cannot wait.")
    await table.fills("dev", outcome="We close early.", review_on="2026-03-02")
    await table.later(days=3)

    await table.asks("amara", "decide list")

    assert "Expected: District administration decides alone to Together." in table.text("amara")
    assert "Felt: nobody has said." in table.text("amara")


async def test_a_decision_is_picked_from_the_log(table: Table) -> None:
    await decide(table)
    await table.asks("amara", "decide list")

    await table.picks("amara", "The early-release days")

    assert table.views["amara"].title == "Decision: The early-release days"
    assert "> We use them to plan together." in table.text("amara")


async def test_a_record_that_is_no_decision_is_not_found_among_them(table: Table) -> None:
    norms = await agree_norms(table)

    for command in ("decide show", "decide review"):
        await table.sends("joan", Ask(command, {"id": norms.id}))

        assert table.views["joan"].title == "Not found"


async def test_a_review_is_a_new_edition_of_the_decision(table: Table) -> None:
    record = await decide(table)

    await look_back(table, record)

    (after,) = await table.records()
    content = after.current.content
    assert isinstance(content, Decision)
    assert after.current.number == 2
    assert (content.felt, content.was_heard, content.still_right) == (
        {"shared": 8},
        {"yes": 8},
        {"keep": 8},
    )


async def test_looking_back_leaves_the_signatures_of_what_was_agreed(table: Table) -> None:
    record = await decide(table)
    await table.sends("amara", asks.sign(record.id, 1))

    await look_back(table, record)

    (after,) = await table.records()
    assert [s.member for s in after.current.signatures] == [await table.member("Amara Obi")]


async def test_two_people_who_look_back_at_once_are_in_the_same_review(table: Table) -> None:
    record = await decide(table)

    await table.sends("joan", Ask("decide review", {"id": record.id}))
    await table.sends("dev", Ask("decide review", {"id": record.id}))

    assert len(await table.rows("conversation")) == 2
    assert table.views["dev"].summary == "Decision review, Look back: please answer."


async def test_a_decision_may_be_looked_back_at_again(table: Table) -> None:
    record = await decide(table)

    await look_back(table, record)
    await look_back(table, record)

    (after,) = await table.records()
    assert [edition.number for edition in after.editions] == [1, 2, 3]


async def test_the_facilitator_stands_in_for_an_accountable_who_has_left(table: Table) -> None:
    await name_decision(table)
    await mark_levels(table)

    await table.asks("dev", "team leave")
    await table.presses("dev", "Leave the team")

    await table.takes_part("joan", "decision")
    assert table.views["joan"].summary == "Decision check-in, Set the level: please answer."
