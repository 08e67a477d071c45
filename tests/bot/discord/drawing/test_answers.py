"""What is put into a form comes out of it as it was put in, and as it comes from the web page."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.discord.drawing.answers import picked, read_form, read_people
from bot.platforms.discord.drawing.cards import label_of, question_of
from bot.platforms.discord.drawing.custom_ids import Role, input_id
from bot.platforms.discord.drawing.modals import modal
from bot.platforms.discord.ports import Payload, Someone
from bot.platforms.web.read import MANY, ONE, Posted
from tests.bot.discord.drawing.fingers import Typed, filled_in
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId
from workflows.views import Ask, Button, Form, Input, Option, Raw, View

FIELD = FieldId("answer")
SEND = Ask("conversation send", {"id": "abcdefghijkl", "step": "pace", "round": "1"})
PEOPLE = tuple(Option(f"id-{number}", f"Person {number}") for number in range(60))
TODAY = date(2026, 11, 3)
SEVERAL = (FieldKind.CHOICES, FieldKind.PEOPLE)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)
KEYS = st.sampled_from(
    [
        *("components", "component", "custom_id", "value", "values", "type", "accessory"),
        *("resolved", "users", "members", "nick", "global_name", "username", "content", "label"),
    ]
)
NEAR = st.recursive(
    JSON | st.sampled_from(["answer~w0", "answer~s1", "answer~o0", "~", "1b0:me"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)
"""Things that are nearly what Discord sends."""


def form(kind: FieldKind, options: tuple[Option, ...] = (), kept: Typed = "") -> Payload:
    asked = Input(FIELD, kind, "Answer", options=options)
    values: Raw = {FIELD: kept} if kept else {}
    view = View("T", "S.", form=Form((asked,), Button("Save", SEND), values=values))
    return modal(view, today=TODAY)


def from_the_web(kind: FieldKind, typed: Typed) -> Raw:
    """Return what the local workspace makes of the same answer."""
    if kind in SEVERAL:
        return Posted(((MANY + FIELD, ""), *((MANY + FIELD, value) for value in typed))).raw
    assert isinstance(typed, str)
    return Posted(((ONE + FIELD, typed),)).raw


def given_to(drawn: Payload, typed: Typed) -> dict[str, Typed]:
    """Return an answer by the ids of the inputs that it is put into."""
    inputs = [one["component"] for one in drawn["components"] if one["type"] == 18]
    wanted = (typed,) if isinstance(typed, str) else typed
    given: dict[str, Typed] = {}
    for one in inputs:
        own = tuple(
            value for value in wanted if value in {o["value"] for o in one.get("options", ())}
        )
        given[one["custom_id"]] = own if one["type"] != 4 else typed
    return given


@pytest.mark.parametrize(
    ("kind", "typed", "options"),
    [
        (FieldKind.TEXT, "Ana & Bo <b> *x*", ()),
        (FieldKind.TEXT, "", ()),
        (FieldKind.LONG_TEXT, "One line\nand another 👩🏽‍🏫", ()),
        (FieldKind.NUMBER, "1.250,5", ()),
        (FieldKind.ROWS, "a row", ()),
        (FieldKind.DATE, "2027-05-01", ()),
        (FieldKind.DATE, "2026-11-05", ()),
        (FieldKind.DATE, "", ()),
        (FieldKind.TIME, "15:45", ()),
        (FieldKind.TIME, "15:30", ()),
        (FieldKind.CHOICE, "id-0", PEOPLE[:1]),
        (FieldKind.CHOICE, "id-2", PEOPLE[:3]),
        (FieldKind.CHOICE, "", PEOPLE[:3]),
        (FieldKind.CHOICE, "id-11", PEOPLE[:12]),
        (FieldKind.SCALE, "id-4", PEOPLE[:5]),
        (FieldKind.YES_NO, "id-1", PEOPLE[:2]),
        (FieldKind.PERSON, "id-7", PEOPLE[:12]),
        (FieldKind.PERSON, "id-49", PEOPLE),
        (FieldKind.CHOICES, ("id-0", "id-2"), PEOPLE[:4]),
        (FieldKind.CHOICES, (), PEOPLE[:4]),
        (FieldKind.PEOPLE, ("id-0", "id-11"), PEOPLE[:12]),
        (FieldKind.PEOPLE, ("id-3", "id-49"), PEOPLE),
    ],
)
def test_an_answer_comes_back_as_it_was_given(
    kind: FieldKind, typed: Typed, options: tuple[Option, ...]
) -> None:
    fresh, again = form(kind, options), form(kind, options, typed)

    answered = read_form(filled_in(fresh, given_to(fresh, typed)))

    assert answered == {FIELD: typed} == from_the_web(kind, typed)
    assert read_form(filled_in(again, {})) == answered


def test_what_is_written_counts_more_than_what_is_picked() -> None:
    drawn = form(FieldKind.DATE)
    written, near = input_id(FIELD, Role.WRITTEN), input_id(FIELD, Role.NEAR)

    both = read_form(filled_in(drawn, {written: "2027-05-01", near: ("2026-11-05",)}))
    one = read_form(filled_in(drawn, {written: " ", near: ("2026-11-05",)}))

    assert both == {FIELD: "2027-05-01"}
    assert one == {FIELD: "2026-11-05"}


def test_line_breaks_of_all_kinds_are_one() -> None:
    held = {"type": 4, "custom_id": "answer~w0", "value": "a\r\nb\rc"}

    assert read_form({"components": [{"type": 1, "components": [held]}]}) == {FIELD: "a\nb\nc"}


def test_whoever_was_picked_from_discords_own_list_is_read() -> None:
    users = {
        "1": {"id": "1", "username": "ana_1", "global_name": "Ana"},
        "2": {"id": "2", "username": "bo_2", "global_name": None},
        "3": {"id": "3", "username": "helper", "bot": True},
        "4": {"id": "4"},
        "5": "broken",
    }
    members = {"1": {"nick": "Ana B."}, "2": {"nick": None}}
    select = {"type": 5, "custom_id": "answer~s0", "values": ["1", "2", "3", "4"]}
    data = {
        "components": [{"type": 18, "component": select}],
        "resolved": {"users": users, "members": members},
    }

    assert read_form(data) == {FIELD: ("1", "2", "3", "4")}
    assert read_people(data) == (
        Someone("1", "Ana B."),
        Someone("2", "bo_2"),
        Someone("3", "helper", is_bot=True),
        Someone("4", "4"),
    )


def test_a_menu_gives_what_was_picked() -> None:
    assert picked({"custom_id": "1m0:me", "component_type": 3, "values": ["def"]}) == "def"


@pytest.mark.parametrize("data", [None, [], {}, {"values": []}, {"values": "x"}, {"values": [1]}])
def test_a_menu_of_another_shape_gives_nothing(data: object) -> None:
    assert picked(data) == ""


@pytest.mark.parametrize(
    "held",
    [{}, {"value": 1}, {"value": ["x"]}, {"values": "x"}, {"values": None}, {"value": {"a": 1}}],
)
def test_an_input_of_an_unknown_shape_is_passed_over(held: Payload) -> None:
    component = {"type": 4, "custom_id": "answer~w0", **held}

    assert read_form({"components": [{"type": 18, "component": component}]}) == {}


def test_inputs_of_others_are_passed_over() -> None:
    component = {"type": 4, "custom_id": "answer", "value": "x"}

    assert read_form({"components": [{"type": 18, "component": component}]}) == {}


def test_a_form_within_forms_ends_somewhere() -> None:
    deep: Payload = {"custom_id": "answer~w0", "value": "x"}
    for _ in range(10_000):
        deep = {"component": deep}

    assert read_form(deep) == {}


@given(NEAR)
def test_nothing_that_comes_in_raises(shape: object) -> None:
    raw = read_form(shape)

    assert {type(answer) for answer in raw.values()} <= {str, tuple}
    assert all(isinstance(someone, Someone) for someone in read_people(shape))
    assert isinstance(picked(shape), str)
    assert isinstance(question_of(shape, "1b0:me") + label_of(shape, "1b0:me"), str)
