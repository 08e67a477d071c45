"""A form that is sent again just after it ended its part is known again; any other is not."""

from tests.factories import small
from tests.stage import Paper, Stage
from workflows.events import Submitted
from workflows.repeats import was_taken
from workflows.views import Raw

TWO_PARTS = """
step = [
  {{ id = "mood", phase = "ask", title = "Mood", ask = [
    {{ id = "mood", label = "Your mood?", kind = "text" }},
  ] }},
  {{ id = "tasks", phase = "plan", title = "Tasks", ask = [
    {{ id = "tasks", label = "Who does what?", kind = "rows", columns = [
      {{ id = "what", label = "What" }},
    ] }},
  ] }},
]
phase = [
  {{ id = "ask", title = "Ask", audience = "{audience}" }},
  {{ id = "plan", title = "Plan", audience = "facilitator" }},
  {{ id = "after", title = "After", closes = "facilitator" }},
]
"""


def stage(audience: str = "facilitator") -> Stage:
    return Stage(small(TWO_PARTS.format(audience=audience)))


def again(table: Stage, paper: Paper, **answers: str) -> bool:
    raw: Raw = answers
    event = Submitted(paper.member, paper.target, raw, table.now)
    return was_taken(table.workflow, table.conversation, event, table.room)


def test_a_form_that_ended_its_part_is_known_again() -> None:
    for audience in ("facilitator", "everyone"):
        table = stage(audience)
        paper = table.opens("ana")
        for name in table.room.seats if audience == "everyone" else ("ana",):
            table.says(name, mood="fine")

        assert again(table, paper, mood="fine"), audience


def test_other_words_than_those_that_were_taken_are_not() -> None:
    table = stage()
    paper = table.opens("ana")
    table.says("ana", mood="fine")

    assert not again(table, paper, mood="low")
    assert not again(table, paper, mood="")


def test_a_form_is_new_while_its_part_is_open() -> None:
    table = stage("everyone")
    paper = table.opens("ana")
    table.says("ana", mood="fine")

    assert not again(table, paper, mood="fine")


def test_a_form_of_a_part_before_the_last_is_not_known_again() -> None:
    table = stage()
    paper = table.opens("ana")
    table.says("ana", mood="fine")
    table.says("ana", what="book a room")

    assert not again(table, paper, mood="fine")


def test_the_last_row_of_a_table_is_known_again() -> None:
    table = stage()
    table.says("ana", mood="fine")
    table.adds("ana", what="book a room")
    paper = table.opens("ana")
    table.says("ana", what="bring tea")

    assert again(table, paper, what="bring tea")
    assert not again(table, paper, what="bring coffee")
