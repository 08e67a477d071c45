"""What members answered, shown when the time has come."""

import pytest

from tests.factories import FOUR, small
from tests.stage import Stage
from workflows.identifiers import FieldId
from workflows.reveals import counts

KINDS = """
step = [
  { id = "one", phase = "ask", title = "One", ask = [
    { id = "text", label = "Text" },
    { id = "long", label = "Long", kind = "long-text", required = false },
    { id = "pick", label = "Pick", kind = "choice", required = false, choice = [
      { id = "tea", label = "Tea" }, { id = "milk", label = "Milk" },
    ] },
    { id = "picks", label = "Picks", kind = "choices", required = false, choice = [
      { id = "red", label = "Red" }, { id = "blue", label = "Blue" },
    ] },
    { id = "scale", label = "Scale", kind = "scale", required = false, lowest = 0, choice = [
      { id = "n0", label = "None" },
    ] },
  ] },
  { id = "two", phase = "ask", title = "Two", ask = [
    { id = "yes", label = "Yes?", kind = "yes-no", required = false },
    { id = "number", label = "Number", kind = "number", required = false },
    { id = "day", label = "Day", kind = "date", required = false },
    { id = "time", label = "Time", kind = "time", required = false },
    { id = "level", label = "Level", kind = "choice", source = "continuum", required = false },
  ] },
  { id = "three", phase = "ask", title = "Three", ask = [
    { id = "one-person", label = "Person", kind = "person", required = false },
    { id = "people", label = "People", kind = "people", required = false },
    { id = "side", label = "Side", kind = "choice", source = "parties", required = false },
  ] },
  { id = "four", phase = "ask", title = "Four", ask = [
    { id = "table", label = "Table", kind = "rows", required = false, columns = [
      { id = "what", label = "What", kind = "long-text" },
      { id = "who", label = "Who", kind = "person", required = false },
    ] },
  ] },
  { id = "five", phase = "ask", title = "Five", ask = [
    { id = "stance", label = "Stance", kind = "choice", signed = true, choice = [
      { id = "for", label = "For" }, { id = "against", label = "Against" },
    ] },
    { id = "reason", label = "Reason", signed = true, required = false },
    { id = "note", label = "Note", signed-if = "sign", required = false },
    { id = "sign", label = "Sign?", kind = "yes-no", required = false },
  ] },
]
phase = [
  { id = "ask", title = "Ask" },
  { id = "shown", title = "Shown", closes = "facilitator", reveal = [
    "text", "long", "pick", "picks", "scale", "yes", "number", "day", "time", "level",
    "one-person", "people", "side", "table", "stance", "reason", "note",
  ] },
]
"""

PAGES = ("text", "yes", "one-person", "what", "stance")
"""A field of each page; a page is sent by what is answered on it."""


def revealed(*given: dict[str, str | tuple[str, ...]]) -> Stage:
    """Return what the group sees when these members have answered so, and the others not."""
    table = Stage(small(KINDS))
    for name, answers in zip(FOUR, given, strict=False):
        _answer(table, name, {"text": "-", "stance": "for", **answers})
    table.goes_on()
    return table


def _answer(table: Stage, name: str, answers: dict[str, str | tuple[str, ...]]) -> None:
    while asked := table.asks(name):
        table.sends(table.opens(name), **{key: a for key, a in answers.items() if key in asked})


def test_ideas_are_read_out_line_by_line_so_mixed_that_nobody_can_be_told() -> None:
    table = revealed({"long": "an apple\n\n a pear "}, {"long": "bread"}, {"long": "cake"})

    lines = table.reveal("long").splitlines()

    assert lines[2] == "## Long"
    assert sorted(lines[4:]) == ["- a pear", "- an apple", "- bread", "- cake"]


@pytest.mark.parametrize(
    ("field", "given", "shown"),
    [
        ("pick", ("milk", "tea", "milk"), ["- Tea: 1", "- Milk: 2"]),
        ("picks", (("blue", "red"), ("blue",), ()), ["- Red: 1", "- Blue: 2"]),
        ("scale", ("5", "0", "5"), ["- 0 · None: 1", "- 5: 2"]),
        ("yes", ("no", "yes", "no"), ["- Yes: 1", "- No: 2"]),
        ("number", ("2.5", "7", "7"), ["- 2.5: 1", "- 7: 2"]),
        ("day", ("2026-12-01", "2026-11-03"), ["- Tue, Nov 3, 2026: 1", "- Tue, Dec 1, 2026: 1"]),
        ("time", ("15:00", "9:30"), ["- 09:30: 1", "- 15:00: 1"]),
        ("level", ("shared", "alone-a"), ["- Administration decides alone: 1", "- Together: 1"]),
        ("one-person", ("bo", "ana"), ["- Ana: 1", "- Bo: 1"]),
        ("people", (("bo", "ana"), ("bo",)), ["- Ana: 1", "- Bo: 2"]),
        ("side", ("association",), ["- Association: 1"]),
    ],
)
def test_what_was_picked_is_counted_in_the_order_of_the_options(
    field: str, given: tuple[str | tuple[str, ...], ...], shown: list[str]
) -> None:
    table = revealed(*({field: answer} for answer in given))

    assert table.reveal(field).splitlines()[4:] == shown


def test_rows_are_read_out_one_by_one() -> None:
    table = revealed({"what": "bring\ntea", "who": "bo"}, {"what": "book a room"})

    lines = table.reveal("table").splitlines()[4:]

    assert sorted(lines) == ["- book a room", "- bring tea · Bo"]


def test_what_was_signed_is_shown_with_the_name() -> None:
    table = revealed({"stance": "against", "reason": "too soon"}, {}, {})

    assert table.reveal("stance", "reason").splitlines()[2:] == [
        "## Stance",
        "",
        "- For: 2 (Bo and Cy)",
        "- Against: 1 (Ana)",
        "",
        "## Reason",
        "",
        "- @Ana: too soon",
    ]


def test_a_note_is_shown_with_the_name_only_if_its_author_says_so() -> None:
    table = revealed(
        {"note": "by Ana", "sign": "yes"}, {"note": "by Bo", "sign": "no"}, {"note": "by Cy"}
    )

    shown = table.reveal("note").splitlines()[4:]

    assert sorted(shown[:2]) == ["- by Bo", "- by Cy"]
    assert shown[2:] == ["- @Ana: by Ana"]


def test_nothing_is_shown_of_what_nobody_answered() -> None:
    assert revealed({}).reveal("long", "pick") == "# Small\n"


def test_nothing_is_shown_before_its_time() -> None:
    table = Stage(small(KINDS))
    table.says("ana", text="a canary")

    assert "a canary" not in table.reveal("text")


def test_nothing_is_shown_of_a_conversation_that_was_called_off() -> None:
    table = revealed({"text": "a canary"})

    table.calls_off()

    assert table.reveal("text") == "# Small\n"


def test_what_somebody_who_left_the_team_picked_is_shown_without_a_name() -> None:
    table = revealed({"one-person": "dee", "people": ("dee",)})
    seats = {member: seat for member, seat in table.room.seats.items() if member != "dee"}
    table.room = type(table.room)(table.room.words, seats, table.room.parties)

    assert table.reveal("one-person").splitlines()[4:] == ["- a former member: 1"]
    assert table.reveal("people").splitlines()[4:] == ["- a former member: 1"]


def test_votes_are_counted_the_same_before_and_after_the_end() -> None:
    table = revealed({"pick": "tea"}, {"pick": "tea", "stance": "against"})
    fields = [table.workflow.find_field(FieldId(name)) for name in ("pick", "stance")]

    before = [counts(table.conversation, field) for field in fields]
    table.goes_on()

    assert before == [{"tea": 2}, {"for": 1, "against": 1}]
    assert [counts(table.conversation, field) for field in fields] == before
