"""How far the group is, and what its facilitator can do about it."""

import pytest

from tests.factories import FOUR, packaged, small
from tests.stage import Stage
from workflows.progress import go_on_button
from workflows.views import Buttons, Facts

SHEET = """
step = [
  {steps}
]
phase = [
  {{ id = "write", title = "Write", audience = "together", closes = "facilitator" }},
  {{ id = "after", title = "After", closes = "facilitator" }},
]
"""
STEP = (
    '{{ id = "s{n}", phase = "write", title = "Step {n}", ask = ['
    '{{ id = "a{n}", label = "A {n}" }}, {{ id = "b{n}", label = "B {n}", required = false }}] }},'
)


@pytest.fixture
def norms() -> Stage:
    return Stage(packaged("norms"))


def test_people_who_owe_an_answer_are_counted_and_not_named(norms: Stage) -> None:
    norms.says("ana", pace="now")
    for category in ("logistics", "records", "participation", "deciding", "expectations"):
        norms.says("bo", **{f"idea-{category}": "x"})
    norms.says("bo", idea_outside="x")

    assert "1 of 4 have answered." in norms.card()
    assert not any(name.capitalize() in norms.sees("bo") for name in ("cy", "dee"))


def test_a_group_of_one_is_counted_as_one(norms: Stage) -> None:
    for name in FOUR[1:]:
        norms.leaves(name)
    norms.says("ana", pace="now")

    assert "0 of 1 has answered." in norms.card()


def test_a_clock_that_has_run_out_is_not_shown(norms: Stage) -> None:
    norms.says("ana", pace="now")
    norms.goes_on()
    for category in ("logistics", "records", "participation", "deciding", "expectations"):
        norms.says("bo", **{f"commit-{category}": "x"})
    norms.says("bo", commit_outside="x")
    norms.goes_on()
    norms.waits(days=2)

    assert "Open until" not in norms.card()
    assert "[End this part] [More time] [Call it off]" in norms.looks("ana")


def test_a_sheet_shows_each_question_and_ten_to_a_block() -> None:
    steps = "\n  ".join(STEP.format(n=n) for n in range(6))
    table = Stage(small(SHEET.format(steps=steps)))
    table.says("bo", a0="one")

    blocks = table.view("cy").blocks

    facts = [block for block in blocks if isinstance(block, Facts)]
    buttons = [len(block.buttons) for block in blocks if isinstance(block, Buttons)]
    assert [len(block.pairs) for block in facts] == [10, 2]
    assert "A 0: one\nB 0: Nothing yet.\n" in table.sees("cy")
    assert buttons == [5, 1, 1]


def test_the_facilitator_is_told_how_many_have_not_answered_before_ending_a_part(
    norms: Stage,
) -> None:
    norms.says("ana", pace="now")
    norms.leaves("dee")

    button = go_on_button(norms.wording)

    assert button
    assert button.label == "End this part"
    assert button.confirm == "3 people have not answered yet. End this part all the same?"


def test_the_way_on_does_not_tell_what_members_answered() -> None:
    table = Stage(packaged("decision-review"), facts={"title": "x", "outcome": "y"})
    labels = set()
    for name in FOUR[:3]:
        table.says(name, felt="shared", was_heard="no", still_right="again")
        labels.add(getattr(go_on_button(table.wording), "label", ""))

    assert labels == {"End this part"}


def test_the_way_on_is_named_after_what_comes_next() -> None:
    table = Stage(small(SHEET.format(steps=STEP.format(n=1))))

    before = table.sees("ana")
    table.says("ana", a1="x")
    table.goes_on()

    assert "[Go on: After]" in before
    assert "[Finish this conversation]" in table.sees("ana")


def test_no_question_is_asked_before_a_part_is_ended_that_all_have_answered() -> None:
    body = SHEET.format(steps=STEP.format(n=1)).replace(', audience = "together"', "")
    table = Stage(small(body))
    for name in FOUR:
        table.says(name, a1="x")

    button = go_on_button(table.wording)

    assert button
    assert button.confirm == ""
