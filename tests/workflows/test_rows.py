"""A table of rows, filled in one row at a time."""

import pytest

from tests.factories import small
from tests.stage import Stage
from workflows.identifiers import FieldId, MemberId

TASKS = """
step = [
  {{ id = "tasks", phase = "ask", title = "Tasks", ask = [
    {{ id = "tasks", label = "Who does what?", kind = "rows", required = {required}, columns = [
      {{ id = "what", label = "What", required = {required} }},
      {{ id = "who", label = "Who", kind = "person", required = false }},
    ] }},
  ] }},
]
phase = [
  {{ id = "ask", title = "Ask", audience = "{audience}", closes = "facilitator" }},
  {{ id = "after", title = "After", closes = "facilitator" }},
]
"""


def stage(audience: str = "everyone", *, required: str = "true") -> Stage:
    return Stage(small(TASKS.format(audience=audience, required=required)))


def rows(table: Stage, name: str = "bo") -> list[object]:
    answers = {**table.conversation.sheet, **table.conversation.people[MemberId(name)].answers}
    found = answers.get(FieldId("tasks"), ())
    return list(found) if isinstance(found, tuple) else [found]


def is_done(table: Stage, name: str) -> bool:
    return not table.asks(name)


def test_a_member_adds_row_after_row() -> None:
    table = stage()

    table.adds("bo", what="book a room", who="cy")
    after_first = is_done(table, "bo")
    table.says("bo", what="bring tea")

    assert (after_first, is_done(table, "bo")) == (False, True)
    assert rows(table) == [{"what": "book a room", "who": "cy"}, {"what": "bring tea"}]


def test_a_member_who_has_no_further_row_sends_an_empty_one() -> None:
    table = stage()
    table.adds("bo", what="book a room")

    table.says("bo", what=" ", who="")

    assert is_done(table, "bo")
    assert rows(table) == [{"what": "book a room"}]


@pytest.mark.parametrize("required", ["true", "false"])
def test_a_table_that_is_not_needed_may_stay_empty(required: str) -> None:
    table = stage(required=required)

    seen = table.says("bo", what="")

    assert is_done(table, "bo") == (required == "false")
    assert ("! Please answer this one." in seen) == (required == "true")
    assert rows(table) == []


def test_a_needed_table_without_any_needed_column_asks_for_a_row() -> None:
    source = TASKS.format(audience="everyone", required="false").replace(
        'kind = "rows", required = false', 'kind = "rows"'
    )
    table = Stage(small(source))

    assert "! Please answer this one." in table.says("bo", what="")


def test_a_row_that_is_sent_twice_stands_once() -> None:
    table = stage()
    form = table.opens("bo")

    table.sends_for_more(form, what="bring tea")
    table.sends_for_more(form, what="bring tea")

    assert rows(table) == [{"what": "bring tea"}]


def test_a_row_is_changed_when_it_is_sent_again() -> None:
    table = stage()
    table.adds("bo", what="bring tea", who="cy")
    table.says("bo", what="book a room")

    form = table.opens("bo", "tasks", row=0)
    table.sends(form, what="bring coffee")

    assert form.form.values == {"what": "bring tea", "who": "cy"}
    assert rows(table) == [{"what": "bring coffee"}, {"what": "book a room"}]


def test_a_row_is_taken_out_when_it_is_emptied() -> None:
    table = stage()
    table.adds("bo", what="bring tea")
    table.says("bo", what="book a room")

    table.sends(table.opens("bo", "tasks", row=0), what="")

    assert rows(table) == [{"what": "book a room"}]


def test_the_last_row_of_a_needed_table_is_not_taken_out() -> None:
    table = stage()
    table.says("bo", what="bring tea")

    seen = table.sends(table.opens("bo", "tasks", row=0), what="")

    assert "! Please answer this one." in seen
    assert rows(table) == [{"what": "bring tea"}]


def test_a_row_with_a_mistake_is_not_kept() -> None:
    table = stage()

    seen = table.says("bo", what="bring tea", who="eve")

    assert "! Please pick one of these." in seen
    assert rows(table) == []


def test_a_member_sees_the_rows_so_far_and_how_to_change_one() -> None:
    table = stage()

    seen = table.adds("bo", what="bring tea", who="cy")

    assert "- bring tea · Cy\n\nChange a row: bring tea · Cy\n" in seen
    assert seen.endswith("[Save] [Save and add another]\n")


def test_two_people_who_add_a_row_at_once_add_two() -> None:
    table = stage("together")
    bos, cys = table.opens("bo", "tasks"), table.opens("cy", "tasks")

    table.sends(bos, what="bring tea")
    table.sends(cys, what="book a room")
    table.sends(cys, what="book a room")

    assert rows(table) == [{"what": "bring tea"}, {"what": "book a room"}]


def test_two_people_who_change_a_row_at_once_lose_nothing() -> None:
    table = stage("together")
    table.says("ana", what="bring tea")
    bos, cys = table.opens("bo", "tasks", row=0), table.opens("cy", "tasks", row=0)

    table.sends(bos, what="bring coffee")
    seen = table.sends(cys, what="bring cake")

    assert rows(table) == [{"what": "bring coffee"}]
    assert "It now says: “bring coffee”." in seen
    assert "= bring cake" in seen


def test_a_row_that_somebody_took_out_meanwhile_comes_back_when_it_is_sent() -> None:
    table = stage("together", required="false")
    table.says("ana", what="bring tea")
    bos, cys = table.opens("bo", "tasks", row=0), table.opens("cy", "tasks", row=0)

    table.sends(bos, what="")
    table.sends(cys, what="bring cake")

    assert rows(table) == [{"what": "bring cake"}]


def test_a_row_is_taken_in_without_a_place() -> None:
    table = stage()
    table.adds("bo", what="bring tea")

    table.sends(table.opens("bo", "tasks", row=7), what="book a room")

    assert rows(table) == [{"what": "bring tea"}, {"what": "book a room"}]
