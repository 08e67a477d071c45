"""The form of one step as a member has it before them."""

import pytest

from tests.factories import packaged, small
from tests.stage import Stage
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId
from workflows.views import Ask, Button, Buttons, Input, Option, Privacy, Small, Style

ALL_KINDS = """
step = [
  { id = "first", phase = "ask", title = "First", say = "Hello **you**.", ask = [
    { id = "text", label = "Text", hint = "Short", longest = 20 },
    { id = "yes", label = "Yes?", kind = "yes-no", required = false },
  ] },
  { id = "second", phase = "ask", title = "Second" },
]
phase = [{ id = "ask", title = "Ask" }]
"""

SHARED = ALL_KINDS.replace(
    'title = "Ask" }', 'title = "Ask", audience = "together", closes = "facilitator" }'
)


@pytest.fixture
def table() -> Stage:
    return Stage(small(ALL_KINDS))


def test_a_form_asks_the_questions_of_its_step(table: Stage) -> None:
    assert table.opens("bo").form.inputs == (
        Input(FieldId("text"), FieldKind.TEXT, "Text", "Short", longest=20),
        Input(
            FieldId("yes"),
            FieldKind.YES_NO,
            "Yes?",
            required=False,
            options=(Option("yes", "Yes"), Option("no", "No")),
        ),
    )


def test_a_form_says_where_it_is_sent(table: Stage) -> None:
    send = table.opens("bo").form.send

    ask = Ask("conversation send", {"id": "c", "step": "first", "round": "1"})
    assert send == Button("Save and continue", ask, Style.PRIMARY)


def test_a_form_is_for_one_pair_of_eyes_and_says_who_sees_the_answers(table: Stage) -> None:
    view = table.view("bo")

    assert view.privacy is Privacy.PRIVATE
    assert view.summary == "Small, First: please answer."
    assert isinstance(view.blocks[-1], Small)


def test_a_form_counts_its_pages(table: Stage) -> None:
    table.says("bo", text="x")

    pages = [table.opens(name).form.page for name in ("ana", "bo")]

    assert pages == [(1, 2), (2, 2)]
    assert table.opens("bo").form.send.label == "Save"


def test_a_page_that_asks_nothing_promises_nothing(table: Stage) -> None:
    table.says("bo", text="x")

    assert table.sees("bo") == (
        "# Small\n\n## Second\n\n[Back] [Where we stand]\n\nPage 2 of 2\n[Save]\n"
    )


def test_a_member_can_go_back_from_the_second_page_on(table: Stage) -> None:
    at_first = ways(table)
    table.says("bo", text="x")

    look = Button("Where we stand", Ask("conversation look", {"id": "c"}))
    back = Button("Back", Ask("conversation back", {"id": "c", "round": "1"}))
    assert (at_first, ways(table)) == ((look,), (back, look))


def ways(table: Stage) -> tuple[Button, ...]:
    return next(b.buttons for b in table.view("bo").blocks if isinstance(b, Buttons))


def test_a_form_of_a_shared_sheet_says_what_its_author_saw() -> None:
    sheet = Stage(small(SHARED))

    empty = sheet.opens("bo", "first")
    sheet.sends(empty, text="x")
    full = sheet.opens("bo", "first")

    assert (empty.form.page, empty.form.send.label) == (None, "Save")
    assert len({empty.target.seen, full.target.seen, ""}) == 3
    assert full.form.values == {"text": "x"}


def test_a_form_shows_what_is_revealed_at_its_step() -> None:
    table = Stage(packaged("norms"))
    table.says("ana", pace="now")
    table.says("bo", idea_records="one\ntwo")
    table.goes_on()

    filled, empty = (table.reads("bo", f"commit-{name}") for name in ("records", "logistics"))
    assert "## Recordkeeping\n\nTurn these ideas into one or two sentences" in filled
    assert ("- one\n" in filled, "- one\n" in empty) == (True, False)
