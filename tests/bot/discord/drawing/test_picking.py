"""How days, times and people are picked in a form, and many of anything."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bot.platforms.discord.drawing.modals import modal
from bot.platforms.discord.ports import Payload
from tests.bot.discord.drawing.reader import words
from tests.bot.discord.drawing.rules import modal_faults
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId
from workflows.views import Ask, Button, Form, Input, Option, Raw, View

FIELD = FieldId("answer")
SEND = Button("Save", Ask("conversation send", {"id": "abcdefghijkl"}))
MANY = tuple(Option(f"id-{number}", f"Person {number}") for number in range(250))
TODAY = date(2026, 11, 3)
USER = "123456789012345678"

DAY = Input(FIELD, FieldKind.DATE, "By when?")
TIME = Input(FIELD, FieldKind.TIME, "When?")
PEOPLE = Input(FIELD, FieldKind.PEOPLE, "Who?", options=MANY[:3], anybody=True)
TEXTS = tuple(Input(FieldId(f"text-{n}"), FieldKind.TEXT, "Text") for n in range(4))


def drawn(
    *inputs: Input, kept: Raw | None = None, today: date | None = TODAY, language: str = "en"
) -> list[Payload]:
    form = Form(inputs, SEND, values=kept or {})
    made = modal(View("T", "S.", form=form, language=language), today=today)
    assert modal_faults(made) == []
    components: list[Payload] = made["components"]
    return components


def components(*inputs: Input, kept: Raw | None = None) -> list[Payload]:
    return [label["component"] for label in drawn(*inputs, kept=kept) if label["type"] == 18]


def defaults(select: Payload) -> list[str]:
    return [one["value"] for one in select["options"] if one.get("default")]


def test_a_day_is_written_or_picked_from_those_to_come() -> None:
    text, near = drawn(DAY)

    assert text["description"] == "Year, month and day, such as 2026-12-31."
    assert (near["label"], near["description"]) == ("Or pick a day", "By when?")
    options = near["component"]["options"]
    assert len(options) == 25
    assert options[0] == {"label": "Tue, Nov 3, 2026", "value": "2026-11-03"}
    assert options[-1]["value"] == "2026-11-27"


def test_neither_of_the_two_has_to_be_filled_in() -> None:
    text, near = components(DAY)

    assert (text["required"], near["required"], near["min_values"]) == (False, False, 0)


def test_where_today_is_not_known_a_day_is_written() -> None:
    (text,) = drawn(DAY, today=None)

    assert text["component"]["required"] is True


def test_a_time_is_written_or_picked_from_half_hours() -> None:
    text, near = drawn(TIME, today=None)

    assert text["description"] == "Hours and minutes, such as 14:30."
    assert near["label"] == "Or pick a time"
    values = [one["value"] for one in near["component"]["options"]]
    assert (values[:2], values[-1], len(values)) == (["07:30", "08:00"], "19:30", 25)


@pytest.mark.parametrize(
    ("kept", "written", "picked"),
    [
        ("2026-11-05", None, ["2026-11-05"]),
        ("2027-05-01", "2027-05-01", []),
        ("on Friday", "on Friday", []),
    ],
)
def test_what_was_kept_stands_in_one_of_the_two(
    kept: str, written: str | None, picked: list[str]
) -> None:
    text, near = components(DAY, kept={FIELD: kept})

    assert (text.get("value"), defaults(near)) == (written, picked)


def test_a_day_among_many_questions_is_only_written() -> None:
    labels = drawn(*TEXTS, DAY)

    assert [label["component"]["type"] for label in labels] == [4] * 5
    assert labels[-1]["component"]["required"] is True


def test_lists_go_to_the_first_that_have_a_use_for_them() -> None:
    other = replace(TIME, id=FieldId("other"))

    labels = drawn(DAY, other)

    assert [label["label"] for label in labels] == [
        *("By when?", "Or pick a day", "When?", "Or pick a time")
    ]


def test_people_who_have_not_met_concord_are_picked_from_discords_own_list() -> None:
    (select,) = components(PEOPLE)

    assert (select["type"], select["max_values"], select["required"]) == (5, 20, True)
    assert "default_values" not in select


def test_one_person_can_be_picked_from_discords_own_list() -> None:
    (select,) = components(replace(PEOPLE, field_kind=FieldKind.PERSON, required=False))

    assert (select["type"], select["min_values"], select["max_values"]) == (5, 0, 1)


def test_whoever_was_picked_from_discords_own_list_still_is() -> None:
    (select,) = components(PEOPLE, kept={FIELD: (USER,)})

    assert select["default_values"] == [{"id": USER, "type": "user"}]


def test_people_of_ours_who_were_picked_still_are() -> None:
    (boxes,) = components(PEOPLE, kept={FIELD: ("id-1",)})

    assert (boxes["type"], defaults(boxes)) == (22, ["id-1"])


@pytest.mark.parametrize(("count", "lengths"), [(30, [25, 5]), (90, [25, 25, 25, 15])])
def test_many_people_are_parted_into_lists(count: int, lengths: Sequence[int]) -> None:
    asked = Input(FIELD, FieldKind.PERSON, "Who?", options=MANY[:count])

    labels = drawn(asked, kept={FIELD: "id-27"})

    selects = [label["component"] for label in labels]
    assert [len(select["options"]) for select in selects] == lengths
    assert {(select["required"], select["max_values"]) for select in selects} == {(False, 1)}
    assert [value for select in selects for value in defaults(select)] == ["id-27"]
    assert [label.get("description") for label in labels[:2]] == [None, "Or pick here"]


def test_more_people_than_discord_can_show_are_said_to_be_there() -> None:
    asked = Input(FIELD, FieldKind.PEOPLE, "Who?", options=MANY)

    above, *labels = drawn(asked, kept={FIELD: ("id-200",)})

    assert words(above) == "Who? There is more to pick from than Discord can show here."
    assert len(labels) == 4
    assert defaults(labels[0]["component"]) == ["id-200"]
