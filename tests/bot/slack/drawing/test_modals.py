"""How a screen becomes a modal or a home tab, and a form its questions."""

import pytest

from bot.platforms.slack.drawing.home import home_tab
from bot.platforms.slack.drawing.modals import loading, modal
from bot.platforms.slack.ports import Payload
from tests.bot.slack.drawing.reader import shown
from tests.bot.slack.drawing.rules import faults
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId
from workflows.text import plain
from workflows.views import (
    Ask,
    Button,
    Buttons,
    Form,
    Input,
    Menu,
    Option,
    Paragraph,
    Raw,
    Small,
    View,
)

FIELD = FieldId("answer")
SEND = Button("Save and continue", Ask("conversation send", {"id": "abcdefghijkl"}))
LOOK = Button("Where we stand", Ask("conversation look", {"id": "abcdefghijkl"}))
MORE = Button("Save and add another", Ask("conversation send", {"more": "1"}))
THREE = tuple(Option(f"id-{number}", f"Person {number}") for number in range(3))
MANY = tuple(Option(f"id-{number}", f"Person {number}") for number in range(250))


def asking(
    kind: FieldKind, *options: Option, kept: Raw | None = None, longest: int = 3000
) -> Payload:
    """Return the element that asks a question."""
    asked = Input(FIELD, kind, "Answer", options=options, longest=longest)
    view = modal(View("T", "S.", form=Form((asked,), SEND, values=kept or {})), "")
    assert faults(view, "modal") == []
    element: Payload = view["blocks"][0]["element"]
    return element


def test_a_form_is_read_from_top_to_bottom() -> None:
    asked = Input(FIELD, FieldKind.TEXT, "Answer", "A hint", required=False)
    form = Form((asked,), SEND, (MORE,), page=(2, 6))
    blocks = (Paragraph(plain("Say.")), Menu("Change", THREE, SEND.ask), Buttons((LOOK,)))
    small = Small(plain("Only you."))

    view = modal(View("Norms", "S.", (*blocks, small), form, problem="Too late."), "C1")

    assert [view[part]["text"] for part in ("title", "submit", "close")] == [
        *("Norms", "Save and continue", "Close")
    ]
    assert shown(view["blocks"]).split("Person 2")[0].startswith("Too late.Page 2 of 6Say.Change")
    assert [block["type"] for block in view["blocks"]] == [
        *("rich_text", "context", "rich_text", "section", "input", "actions", "context")
    ]
    ways = view["blocks"][-2]["elements"]
    assert [way["action_id"] for way in ways] == ["send:0", "ask:1"]


def test_a_screen_without_a_form_shows_its_parts_in_order() -> None:
    view = modal(View("Norms", "S.", (Small(plain("a")), Buttons((LOOK,)), Small(plain("b")))), "")

    assert [block["type"] for block in view["blocks"]] == ["context", "actions", "context"]
    assert "submit" not in view


def test_a_title_too_long_for_slack_stands_in_full_below() -> None:
    view = modal(View("Decision: the early-release days", "S."), "")

    assert view["title"]["text"] == "Decision: the…"
    assert shown(view["blocks"]) == "Decision: the early-release days"


def test_a_problem_stands_below_its_question_and_its_question_is_named_on_top() -> None:
    asked = Input(FIELD, FieldKind.TEXT, "Answer")
    form = Form((asked,), SEND, values={FIELD: "x"}, problems={FIELD: "Please write more."})

    view = modal(View("T", "S.", form=form), "")

    look, named, question, note = view["blocks"]
    assert (shown(look), shown(named)) == ("One answer needs another look:", "Answer")
    assert question["element"]["initial_value"] == "x"
    assert (note["type"], shown(note)) == ("context", "Please write more.")


def test_rows_can_be_left_empty_for_that_ends_a_table() -> None:
    asked = Input(FIELD, FieldKind.TEXT, "Answer")

    blocks = [
        modal(View("T", "S.", form=Form((asked,), SEND, m)), "")["blocks"] for m in ((MORE,), ())
    ]

    assert [row[0]["optional"] for row in blocks] == [True, False]


def test_after_a_caution_the_same_form_can_be_sent_as_it_is() -> None:
    asked = Input(FIELD, FieldKind.TEXT, "Answer")
    anyway = Button("Keep it as it is", Ask("conversation send", {"ok": "ab12"}))

    *_, question, ways = modal(View("T", "S.", form=Form((asked,), SEND, anyway=anyway)), "")[
        "blocks"
    ]

    assert question["optional"] is False
    assert [(way["action_id"], way["value"]) for way in ways["elements"]] == [
        ("send:0", anyway.ask.encode())
    ]


@pytest.mark.parametrize(
    ("kind", "count", "element"),
    [
        (FieldKind.TEXT, 0, "plain_text_input"),
        (FieldKind.LONG_TEXT, 0, "plain_text_input"),
        (FieldKind.NUMBER, 0, "plain_text_input"),
        (FieldKind.ROWS, 0, "plain_text_input"),
        (FieldKind.DATE, 0, "datepicker"),
        (FieldKind.TIME, 0, "timepicker"),
        (FieldKind.CHOICE, 3, "radio_buttons"),
        (FieldKind.CHOICE, 11, "static_select"),
        (FieldKind.SCALE, 7, "radio_buttons"),
        (FieldKind.YES_NO, 2, "radio_buttons"),
        (FieldKind.PERSON, 3, "static_select"),
        (FieldKind.PERSON, 250, "static_select"),
        (FieldKind.CHOICES, 10, "checkboxes"),
        (FieldKind.CHOICES, 11, "multi_static_select"),
        (FieldKind.PEOPLE, 3, "checkboxes"),
        (FieldKind.PEOPLE, 250, "multi_static_select"),
    ],
)
def test_each_kind_of_question_has_its_input(kind: FieldKind, count: int, element: str) -> None:
    assert asking(kind, *MANY[:count])["type"] == element


def test_people_who_have_not_met_concord_are_picked_from_slacks_own_list() -> None:
    asked = Input(FIELD, FieldKind.PEOPLE, "Who?", options=MANY[:3], anybody=True)

    kept: tuple[Raw, ...] = ({}, {FIELD: ("id-1",)})
    fresh, picked = (
        modal(View("T", "S.", form=Form((asked,), SEND, values=values)), "")["blocks"][0]["element"]
        for values in kept
    )

    assert fresh["type"] == "multi_users_select"
    assert [one["value"] for one in picked["initial_options"]] == ["id-1"]


def test_many_people_are_grouped_by_name() -> None:
    groups = asking(FieldKind.PERSON, *MANY, kept={FIELD: "id-149"})["option_groups"]

    assert [(shown(group["label"]), len(group["options"])) for group in groups] == [
        ("Person 0 – Person 99", 100),
        ("Person 100 – Person 199", 100),
        ("Person 200 – Person 249", 50),
    ]


@pytest.mark.parametrize(
    ("kind", "kept", "name"),
    [
        (FieldKind.DATE, "2026-02-30", "initial_date"),
        (FieldKind.DATE, "tomorrow", "initial_date"),
        (FieldKind.TIME, "25:00", "initial_time"),
        (FieldKind.TIME, "noon", "initial_time"),
        (FieldKind.CHOICE, "gone", "initial_option"),
        (FieldKind.CHOICES, "gone", "initial_options"),
        (FieldKind.TEXT, "", "initial_value"),
        (FieldKind.TEXT, " \n ", "initial_value"),
    ],
)
def test_what_an_input_cannot_show_is_left_out(kind: FieldKind, kept: str, name: str) -> None:
    assert name not in asking(kind, *THREE, kept={FIELD: kept})


@pytest.mark.parametrize("kept", [("id-0", "id-2"), "id-0 id-2"])
def test_several_picks_are_shown_however_they_were_kept(kept: str | tuple[str, ...]) -> None:
    element = asking(FieldKind.CHOICES, *THREE, kept={FIELD: kept})

    assert [option["value"] for option in element["initial_options"]] == ["id-0", "id-2"]


def test_a_text_kept_as_several_is_shown_as_one() -> None:
    assert asking(FieldKind.TEXT, kept={FIELD: ("a", "b")})["initial_value"] == "a b"


def test_a_text_that_is_too_long_can_be_shortened_where_it_stands() -> None:
    element = asking(FieldKind.TEXT, kept={FIELD: "x" * 70}, longest=60)

    assert (element["max_length"], element["initial_value"]) == (70, "x" * 70)


def test_a_text_too_long_for_slack_says_so() -> None:
    asked = Input(FIELD, FieldKind.LONG_TEXT, "Answer")
    form = Form((asked,), SEND, values={FIELD: "word " * 700})

    view = modal(View("T", "S.", form=form), "")

    assert faults(view, "modal") == []
    line = "Slack has no room for the end of this text. If you save here, it goes."
    assert shown(view["blocks"][1]) == line


def test_a_question_with_nothing_to_pick_says_so() -> None:
    form = Form((Input(FIELD, FieldKind.PERSON, "Who?"),), SEND, problems={FIELD: "Please pick."})

    view = modal(View("T", "S.", form=form), "")

    assert faults(view, "modal") == []
    assert shown(view["blocks"][2:]) == "Who?There is nothing to pick here yet.Please pick."


def test_a_screen_too_long_for_slack_says_so() -> None:
    view = View("T", "S.", tuple(Paragraph(plain(f"Line {number}.")) for number in range(200)))

    for surface, drawn in (("modal", modal(view, "")), ("home", home_tab(view))):
        assert faults(drawn, surface) == []
        assert len(drawn["blocks"]) == 100
        assert shown(drawn["blocks"][-1]) == "There is more than Slack can show here."


def test_a_screen_too_heavy_for_slack_says_so() -> None:
    view = View("T", "S.", tuple(Paragraph(plain("👩🏽‍🏫" * 400)) for _ in range(60)))

    drawn = modal(view, "")

    assert faults(drawn, "modal") == []
    assert shown(drawn["blocks"][-1]) == "There is more than Slack can show here."


def test_the_home_tab_begins_with_the_title() -> None:
    view = View("Your week", "S.", (Paragraph(plain("Two things wait.")), Buttons((LOOK,))))

    assert home_tab(view)["type"] == "home"
    kinds = [block["type"] for block in home_tab(view)["blocks"]]
    assert kinds == ["header", "rich_text", "actions"]


def test_the_home_tab_cannot_send_a_form() -> None:
    with pytest.raises(ValueError, match="the home tab cannot send one"):
        home_tab(View("T", "S.", form=Form((), SEND)))


@pytest.mark.parametrize(
    ("language", "line"), [("en", "One moment, please."), ("es", "Un momento, por favor.")]
)
def test_what_takes_long_says_so_at_once(language: str, line: str) -> None:
    assert shown(loading(language)["blocks"]) == line
