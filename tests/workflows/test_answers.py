"""What comes out of a form becomes answers, or a sentence at the field."""

import string
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflows.answers import read_answers, values_of
from workflows.catalogue import words_for
from workflows.conversations import Answer
from workflows.definitions import Field, FieldKind
from workflows.identifiers import FieldId
from workflows.views import Option, Raw

ENGLISH = words_for("en")
ID = FieldId("it")
ABC = (Option("a", "Apple"), Option("b", "Bread"), Option("c", "Cheese"))


def field(kind: str, **more: Any) -> Field:  # noqa: ANN401 - a field has keys of many kinds
    return Field.model_validate({"id": "it", "label": "It", "kind": kind, **more})


def options(asked: Field) -> tuple[Option, ...]:
    match asked.kind:
        case FieldKind.YES_NO:
            return (Option("yes", "Yes"), Option("no", "No"))
        case FieldKind.SCALE:
            points = range(asked.lowest, asked.highest + 1)
            return tuple(Option(str(point), str(point)) for point in points)
        case _:
            return ABC


def read(asked: Field, given: str | tuple[str, ...]) -> Answer | str:
    """Return the answer that was read, or the sentence that stands at the field."""
    answers, problems = read_answers([asked], {"it": given}, options, ENGLISH)
    return problems.get(ID) or answers[ID]


@pytest.mark.parametrize(
    ("asked", "given", "answer"),
    [
        (field("text"), "  two\n lines ", "two lines"),
        (field("long-text"), " two\r\nlines ", "two\nlines"),
        (field("long-text", fewest=2), "one\n\ntwo", "one\n\ntwo"),
        (field("choice", choice=[{"id": "b", "label": "B"}]), "b", "b"),
        (field("choice"), ("b", "c"), "b"),
        (field("person"), "c", "c"),
        (field("choices"), ("c", "a", "c"), ("a", "c")),
        (field("choices", lowest=1, highest=2), ("b", "a"), ("a", "b")),
        (field("people"), "b", ("b",)),
        (field("scale", lowest=0, highest=5), "0", 0),
        (field("scale"), "5", 5),
        (field("yes-no"), "yes", True),
        (field("yes-no"), "no", False),
        (field("date"), "2028-02-29", "2028-02-29"),
        (field("time"), "9:30", "09:30"),
        (field("time"), "15:45:00", "15:45"),
    ],
)
def test_a_person_who_answers_is_understood(
    asked: Field, given: str | tuple[str, ...], answer: Answer
) -> None:
    assert read(asked, given) == answer


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", 12),
        ("-3", -3),
        ("\u22123", -3),
        ("1.5", 1.5),
        ("1,5", 1.5),
        ("2.0", 2),
        ("1,500", 1500),
        ("1.500,75", 1500.75),
        ("1\u202f500", 1500),
        ("1'500'000", 1_500_000),
    ],
)
def test_a_number_is_understood_as_people_of_any_country_write_it(
    typed: str, number: float
) -> None:
    assert read(field("number"), typed) == number


A_NUMBER = "Please write a number, such as 12 or 2.5."
A_DAY = "Please give a day that exists, as year-month-day: 2026-11-03."
A_TIME = "Please give a time of day, such as 09:30 or 15:45."


@pytest.mark.parametrize(
    ("asked", "given", "problem"),
    [
        (field("text", longest=3), "four", "This is 1 character too long. Please shorten it."),
        (
            field("text"),
            "a\x00b",
            "This holds a character that cannot be kept. Please type the text again.",
        ),
        (
            field("long-text", fewest=2),
            "one\n \n",
            "Please write at least 2 lines, one for each idea.",
        ),
        (field("choice"), "d", "Please pick one of these."),
        (field("choice"), "\ud800", "Please pick one of these."),
        (field("person"), "somebody of another team", "Please pick one of these."),
        (field("choices"), ("a", "d"), "Please pick from these."),
        (field("choices", lowest=2), ("a",), "Please pick at least 2."),
        (field("people", highest=1), ("a", "b"), "Please pick only 1."),
        (field("people", highest=2), ("a", "b", "c"), "Please pick at most 2."),
        (field("scale"), "6", "Please pick one of these."),
        (field("yes-no"), "perhaps", "Please pick one of these."),
        *((field("number"), text, A_NUMBER) for text in ("ten", "1e9", "nan", "0.125", "1.2.3")),
        (field("number", lowest=1), "0", "Please write 1 or more."),
        (field("number", highest=9), "9.5", "Please write 9 or less."),
        *((field("date"), text, A_DAY) for text in ("2026-02-30", "20260203", "1899-12-31", "x")),
        *((field("time"), text, A_TIME) for text in ("24:00", "9", "12:60", "noon")),
    ],
)
def test_a_person_is_told_what_to_do_when_an_answer_cannot_be_taken(
    asked: Field, given: str | tuple[str, ...], problem: str
) -> None:
    assert read(asked, given) == problem


EVERY_KIND = [kind for kind in FieldKind if kind is not FieldKind.ROWS]


@pytest.mark.parametrize("kind", EVERY_KIND)
@pytest.mark.parametrize("raw", [{}, {"it": ""}, {"it": " \n"}, {"it": ()}])
def test_a_question_that_needs_an_answer_says_so_when_it_is_left_empty(
    kind: FieldKind, raw: Raw
) -> None:
    assert read_answers([field(kind)], raw, options, ENGLISH) == (
        {},
        {ID: "Please answer this one."},
    )


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_a_question_that_is_left_open_by_choice_has_no_answer(kind: FieldKind) -> None:
    asked = field(kind, required=False)

    assert read_answers([asked], {"it": ""}, options, ENGLISH) == ({}, {})


def test_a_table_is_read_by_its_columns_and_not_as_a_field() -> None:
    table = field("rows", required=False, columns=[{"id": "who", "label": "Who"}])

    assert read_answers([table], {"it": "x"}, options, ENGLISH) == ({}, {})
    assert read_answers(table.columns, {"who": "Ana"}, options, ENGLISH) == ({"who": "Ana"}, {})


def test_a_spanish_speaker_is_told_in_spanish_when_an_answer_is_missing() -> None:
    _, problems = read_answers([field("text")], {}, options, words_for("es"))

    assert problems == {ID: "Responde esta pregunta, por favor."}


ANSWERS: dict[FieldKind, st.SearchStrategy[Answer]] = {
    FieldKind.TEXT: st.text(string.ascii_letters, min_size=1),
    FieldKind.LONG_TEXT: st.text(string.ascii_letters, min_size=1),
    FieldKind.CHOICE: st.sampled_from("abc"),
    FieldKind.CHOICES: st.sampled_from([("a",), ("a", "c"), ("a", "b", "c")]),
    FieldKind.SCALE: st.integers(1, 5),
    FieldKind.NUMBER: st.one_of(
        st.integers(-(10**14), 10**14),
        st.decimals(-(10**6), 10**6, places=1).map(float).filter(lambda n: not n.is_integer()),
    ),
    FieldKind.YES_NO: st.booleans(),
    FieldKind.DATE: st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(date.isoformat),
    FieldKind.TIME: st.times().map(lambda at: f"{time(at.hour, at.minute):%H:%M}"),
    FieldKind.PERSON: st.sampled_from("abc"),
    FieldKind.PEOPLE: st.sampled_from([("b",), ("b", "c")]),
}


@given(st.data())
def test_an_answer_that_is_shown_again_is_read_as_the_same_answer(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(EVERY_KIND))
    answer = data.draw(ANSWERS[kind])

    raw = values_of([field(kind)], {ID: answer})

    assert read_answers([field(kind)], raw, options, ENGLISH) == ({ID: answer}, {})


def test_a_form_shows_nothing_where_nothing_was_answered() -> None:
    assert values_of([field("text")], {FieldId("another"): "x"}) == {}
