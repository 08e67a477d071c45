"""What is put into a modal comes out of it as it was put in, and as it comes from the web page."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.slack.drawing.answers import (
    errors_for,
    pressed,
    read_metadata,
    read_people,
    read_state,
)
from bot.platforms.slack.drawing.inputs import block_id
from bot.platforms.slack.drawing.modals import modal
from bot.platforms.web.read import MANY, ONE, Posted
from tests.bot.slack.drawing.fingers import Typed, filled_in, pick, press
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId
from workflows.text import plain
from workflows.views import Ask, Button, Buttons, Form, Input, Menu, Option, Paragraph, Raw, View

FIELD = FieldId("answer")
SEND = Ask("conversation send", {"id": "abcdefghijkl", "step": "pace", "round": "1"})
TWELVE = tuple(Option(f"id-{number}", f"Person {number}") for number in range(12))
MANY_PEOPLE = tuple(Option(f"id-{number}", f"Person {number}") for number in range(250))

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)
USERS = {FIELD + "~1a2b3c4d": {FIELD: {"selected_users": ["U1", "U2", 3, "U1"]}}}

KEYS = st.sampled_from(
    [
        *("answer~1a2b3c4d", "~", "menu:0:1/me?", "answer", "type", "value", "selected_option"),
        *(
            "selected_options",
            "selected_users",
            "selected_date",
            "action_id",
            "block_id",
            "ask",
            "channel",
        ),
    ]
)
NEAR = st.recursive(
    JSON | st.sampled_from(["ask:0", "pick:0", "send:0", "menu:0:1/me", "1/me?a=b", "menu:"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)
"""Things that are nearly what Slack sends."""


def form(
    kind: FieldKind, options: tuple[Option, ...] = (), kept: Typed = "", *, more: bool = False
) -> View:
    asked = Input(FIELD, kind, "Answer", options=options)
    also = (Button("Save and add another", Ask(SEND.command, {**SEND.options, "more": "1"})),)
    values: Raw = {FIELD: kept} if kept else {}
    questions = Form((asked,), Button("Save", SEND), also if more else (), values)
    return View("Title", "Summary.", form=questions, language="en")


def from_the_web(kind: FieldKind, typed: Typed) -> Raw:
    """Return what the local workspace makes of the same answer."""
    if kind in (FieldKind.CHOICES, FieldKind.PEOPLE):
        pairs = ((MANY + FIELD, ""), *((MANY + FIELD, value) for value in typed))
        return Posted(pairs).raw
    assert isinstance(typed, str)
    return Posted(((ONE + FIELD, typed),)).raw


def test_whoever_was_picked_from_slacks_own_list_is_read() -> None:
    assert read_state(USERS) == {FIELD: ("U1", "U2", "U1")}
    assert read_people(USERS) == ("U1", "U2")


@pytest.mark.parametrize(
    ("kind", "typed", "options"),
    [
        (FieldKind.TEXT, "Ana & Bo <b> *x*", ()),
        (FieldKind.TEXT, "", ()),
        (FieldKind.LONG_TEXT, "One line\nand another 👩🏽‍🏫", ()),
        (FieldKind.NUMBER, "1.250,5", ()),
        (FieldKind.ROWS, "a row", ()),
        (FieldKind.DATE, "2026-11-03", ()),
        (FieldKind.DATE, "", ()),
        (FieldKind.TIME, "15:30", ()),
        (FieldKind.CHOICE, "id-2", TWELVE[:3]),
        (FieldKind.CHOICE, "", TWELVE[:3]),
        (FieldKind.CHOICE, "id-11", TWELVE),
        (FieldKind.SCALE, "id-4", TWELVE[:5]),
        (FieldKind.YES_NO, "id-1", TWELVE[:2]),
        (FieldKind.PERSON, "id-7", TWELVE),
        (FieldKind.PERSON, "id-249", MANY_PEOPLE),
        (FieldKind.CHOICES, ("id-0", "id-2"), TWELVE[:4]),
        (FieldKind.CHOICES, (), TWELVE[:4]),
        (FieldKind.PEOPLE, ("id-0", "id-11"), TWELVE),
        (FieldKind.PEOPLE, ("id-3", "id-149"), MANY_PEOPLE),
    ],
)
def test_an_answer_comes_back_as_it_was_given(
    kind: FieldKind, typed: Typed, options: tuple[Option, ...]
) -> None:
    fresh = modal(form(kind, options), "")
    again = modal(form(kind, options, typed), "")

    answered = read_state(filled_in(fresh, {FIELD: typed}))

    assert answered == {FIELD: typed} == from_the_web(kind, typed)
    assert read_state(filled_in(again, {})) == answered


def test_line_breaks_of_all_kinds_are_one() -> None:
    state = {block_id(FIELD, SEND): {FIELD: {"value": "a\r\nb\rc"}}}

    assert read_state(state) == {FIELD: "a\nb\nc"}


def test_what_is_picked_in_a_menu_beside_the_form_is_no_answer() -> None:
    menu = {"menu:0:1/me?a=b": {"pick:0": {"selected_option": {"value": "x"}}}}

    assert read_state(menu) == {}


def test_another_page_begins_empty_and_the_same_page_keeps_what_was_typed() -> None:
    other = Ask(SEND.command, {**SEND.options, "step": "next"})

    assert block_id(FIELD, SEND) == block_id(FIELD, SEND) != block_id(FIELD, other)
    assert len(block_id(FieldId("x" * 32), SEND)) < 50


def test_a_form_comes_back_with_what_it_asks_for_and_where() -> None:
    sent = modal(form(FieldKind.TEXT), "C0123456789")["private_metadata"]

    assert json.loads(sent) == {"ask": SEND.encode(), "channel": "C0123456789"}
    assert read_metadata(sent) == (SEND, "C0123456789")


def test_a_screen_without_a_form_asks_for_nothing() -> None:
    sent = modal(View("Title", "Summary."), "C0123456789")["private_metadata"]

    assert read_metadata(sent) == (None, "C0123456789")


def test_a_button_asks_for_what_it_stands_for() -> None:
    ask = Ask("record sign", {"id": "abcdefghijkl", "edition": "2"})
    view = modal(View("T", "S.", (Buttons((Button("Sign", ask),)),)), "")

    assert pressed(press(view, "Sign")) == ask


def test_a_button_is_understood_when_its_ampersands_come_back_escaped() -> None:
    action = {"action_id": "ask:0", "value": "1/record.sign?id=x&amp;edition=2"}

    assert pressed(action) == Ask("record sign", {"id": "x", "edition": "2"})


def test_another_way_to_send_a_form_comes_with_what_stands_in_it() -> None:
    view = modal(form(FieldKind.TEXT, more=True), "")

    ask = pressed(press(view, "Save and add another"))

    assert ask == Ask(SEND.command, {**SEND.options, "more": "1"})
    assert read_state(filled_in(view, {FIELD: "Tea"})) == {FIELD: "Tea"}


def test_a_menu_asks_with_what_was_picked() -> None:
    menu = Menu(
        "Open a record", (Option("abc", "Norms"), Option("def", "Days")), Ask("record show")
    )
    view = modal(View("T", "S.", (Paragraph(plain("Hello")), menu)), "")

    assert pressed(pick(view, "def")) == Ask("record show", {"pick": "def"})


@pytest.mark.parametrize(
    "action",
    [
        {"action_id": "ask:0", "value": "0/old"},
        {"action_id": "ask:0"},
        {"action_id": "pick:0", "block_id": "menu:0:1/record.show"},
        {"action_id": "pick:0", "block_id": "b", "selected_option": {"value": "x"}},
        {"action_id": "pick:0", "block_id": "x:0:1/a", "selected_option": {"value": "x"}},
        {"action_id": "other", "value": "1/me"},
        {"value": "1/me"},
        [],
        None,
    ],
)
def test_what_is_outdated_or_none_of_ours_asks_for_nothing(action: object) -> None:
    assert pressed(action) is None


def test_a_problem_is_shown_at_its_question() -> None:
    view = form(FieldKind.TEXT)
    wrong = _with_problems(view, {FIELD: "Please answer this one."})

    errors = errors_for(wrong, filled_in(modal(view, ""), {}))

    assert errors == {block_id(FIELD, SEND): "Please answer this one."}


def test_a_problem_of_the_whole_screen_needs_the_screen_drawn_anew() -> None:
    state = filled_in(modal(form(FieldKind.TEXT), ""), {})
    wrong = _with_problems(form(FieldKind.TEXT), {FIELD: "Please answer this one."})

    assert errors_for(wrong.with_problem("Too late."), state) is None


def test_a_problem_of_a_question_that_is_not_there_needs_the_screen_drawn_anew() -> None:
    wrong = _with_problems(form(FieldKind.TEXT), {FIELD: "Hm.", FieldId("other"): "Hm."})

    assert errors_for(wrong, filled_in(modal(form(FieldKind.TEXT), ""), {})) is None


@pytest.mark.parametrize("view", [form(FieldKind.TEXT), View("T", "S.")])
def test_a_screen_without_problems_has_no_errors(view: View) -> None:
    assert errors_for(view, filled_in(modal(form(FieldKind.TEXT), ""), {})) is None


@pytest.mark.parametrize("text", ["[" * 100_000, "{", "[]", "", '"x"', None, {"ask": "1/me"}])
def test_metadata_that_is_none_of_ours_asks_for_nothing(text: object) -> None:
    assert read_metadata(text) == (None, "")


@pytest.mark.parametrize(
    "element", [{}, {"value": 1}, {"value": ["x"]}, {"selected_options": "x", "other": 1}]
)
def test_an_input_of_an_unknown_shape_is_passed_over(element: dict[str, Any]) -> None:
    assert read_state({block_id(FIELD, SEND): {FIELD: element}}) == {}


@given(NEAR)
def test_nothing_that_comes_in_raises(shape: object) -> None:
    raw, ask, (metadata, channel) = read_state(shape), pressed(shape), read_metadata(shape)
    errors = errors_for(_with_problems(form(FieldKind.TEXT), {FIELD: "Hm."}), shape)

    assert {type(answer) for answer in raw.values()} <= {str, tuple}
    assert isinstance(ask, Ask | None)
    assert (metadata, channel) == (None, "")
    assert errors is None or list(errors.values()) == ["Hm."]


@given(NEAR)
def test_no_metadata_raises(shape: object) -> None:
    ask, channel = read_metadata(json.dumps(shape))

    assert isinstance(ask, Ask | None)
    assert isinstance(channel, str)


@given(st.dictionaries(st.just("answer~1a2b3c4d"), st.dictionaries(st.just("answer"), NEAR)))
def test_no_input_raises(shape: object) -> None:
    assert set(read_state(shape)) <= {"answer"}


def _with_problems(view: View, problems: dict[FieldId, str]) -> View:
    assert view.form
    questions = Form(view.form.inputs, view.form.send, problems=problems)
    return View(view.title, view.summary, form=questions, language="en")
