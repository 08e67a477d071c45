"""Which screen a member sees: a form, where the group stands, or that it is over."""

import pytest

from tests.factories import FOUR, packaged, small
from tests.stage import Stage

PLAN = """
subject = "topic"
step = [
  { id = "topic", phase = "plan", title = "Topic", ask = [{ id = "topic", label = "Topic" }] },
  { id = "idea", phase = "ask", title = "Idea", ask = [{ id = "idea", label = "Idea" }] },
]
phase = [
  { id = "plan", title = "Plan", audience = "facilitator" },
  { id = "ask", title = "Ask", say = "We ask all.", minutes = 10 },
  { id = "talk", title = "Talk", closes = "facilitator", reveal = ["idea"] },
]
"""


@pytest.fixture
def plan() -> Stage:
    return Stage(small(PLAN))


def test_a_member_who_is_not_asked_sees_where_the_group_stands(plan: Stage) -> None:
    assert plan.sees("bo") == "# Small\n\n## Plan\n\nWaiting for Ana.\n\n[Facilitate]\n"


def test_a_member_who_has_answered_sees_where_the_group_stands(plan: Stage) -> None:
    plan.says("ana", topic="Early days")

    assert plan.says("bo", idea="x") == (
        "# Small\n\nEarly days\n\n## Ask\n\nWe ask all.\n\n1 of 4 have answered.\n\n"
        "Open until Tue, Nov 3, 12:10 PM.\n\n[Change my answers]\n\n[Facilitate]\n"
    )
    assert plan.view("bo").summary == "Ask. 1 of 4 have answered."


def test_a_member_who_has_not_answered_can_see_where_the_group_stands(plan: Stage) -> None:
    plan.says("ana", topic="Early days")

    assert plan.looks("bo").endswith("\n\n[Answer]\n\n[Facilitate]\n")
    buttons = "[End this part] [More time] [Stop the clock] [Call it off]"
    assert plan.looks("ana").endswith(f"[Answer]\n\n{buttons}\n")


def test_all_see_what_is_revealed(plan: Stage) -> None:
    plan.says("ana", topic="Early days")
    for name in FOUR:
        plan.says(name, idea=f"by {name.upper()}")

    shown = plan.sees("cy")

    assert [f"- by {name.upper()}\n" in shown for name in FOUR] == [True] * 4


def test_a_form_that_is_not_theirs_shows_a_member_where_the_group_stands(plan: Stage) -> None:
    assert plan.reads("bo", "topic") == plan.sees("bo")
    assert plan.reads("ana", "idea") == plan.sees("ana")


def test_somebody_who_does_not_take_part_sees_nothing(plan: Stage) -> None:
    plan.leaves("dee")

    closed = "# Small\n\nYou do not take part in this conversation.\n"
    assert [plan.sees("dee"), plan.sees("eve")] == [closed, closed]
    assert [plan.looks("eve"), plan.reads("eve", "topic")] == [closed, closed]


def test_a_member_sees_that_a_conversation_was_called_off(plan: Stage) -> None:
    plan.says("ana", topic="A canary")
    plan.calls_off()

    seen = (
        "# Small\n\nThis conversation was called off. What was written is not shown.\n\n"
        "[Team card]\n"
    )
    assert [plan.sees("bo"), plan.looks("bo"), plan.reads("bo", "idea")] == [seen] * 3


def test_a_member_sees_that_a_conversation_has_ended(plan: Stage) -> None:
    plan.says("ana", topic="Early days")
    plan.goes_on()
    plan.goes_on()

    assert plan.sees("bo") == (
        "# Small\n\nThis conversation has ended. What you agreed is with your team's records.\n\n"
        "[Team card]\n"
    )


def test_a_shared_sheet_lists_only_what_no_form_shows() -> None:
    table = Stage(packaged("norms"))
    table.says("ana", pace="now")
    table.says("bo", idea_records="a canary")
    table.goes_on()

    assert "a canary" not in table.sees("bo")
    assert "a canary" in table.reads("bo", "commit-records")
