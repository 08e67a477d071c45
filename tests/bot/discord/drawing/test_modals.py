"""How a form becomes a modal, and when it can open at once."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.platforms.discord.drawing.custom_ids import Handle, Way, read
from bot.platforms.discord.drawing.modals import fits_in_a_modal, modal
from bot.platforms.discord.ports import Payload
from tests.bot.discord.drawing.reader import words
from tests.bot.discord.drawing.rules import modal_faults
from tests.wide import DRAWING
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId
from workflows.text import plain
from workflows.views import (
    Ask,
    Block,
    Button,
    Buttons,
    Divider,
    Document,
    Form,
    Heading,
    Input,
    Menu,
    Option,
    Paragraph,
    Picture,
    Raw,
    Small,
    TextFile,
    View,
)

FIELD = FieldId("answer")
SEND = Button("Save and continue", Ask("conversation send", {"id": "abcdefghijkl"}))
MORE = Button("Save and add another", Ask("conversation send", {"id": "a", "more": "1"}))
LOOK = Button("Where we stand", Ask("conversation look", {"id": "abcdefghijkl"}))
OPTIONS = tuple(Option(f"id-{number}", f"Person {number}") for number in range(250))
ANSWER = Input(FIELD, FieldKind.TEXT, "Answer")
TEXT = Paragraph(plain("Say what you think."))


def five(kind: FieldKind = FieldKind.TEXT) -> tuple[Input, ...]:
    return tuple(Input(FieldId(f"field-{n}"), kind, f"Question {n}") for n in range(5))


def view(*blocks: Block, inputs: Sequence[Input] = (ANSWER,), problem: str = "") -> View:
    return View("Norms", "S.", blocks, Form(tuple(inputs), SEND), problem=problem)


def drawn(screen: View) -> list[Payload]:
    made = modal(screen)
    assert modal_faults(made) == []
    components: list[Payload] = made["components"]
    return components


def asking(
    kind: FieldKind, options: Sequence[Option] = (), kept: Raw | None = None, longest: int = 3000
) -> Payload:
    """Return the first input of a form with one question."""
    asked = Input(FIELD, kind, "Answer", options=tuple(options), longest=longest)
    labels = drawn(View("T", "S.", form=Form((asked,), SEND, values=kept or {})))
    component: Payload = next(one["component"] for one in labels if one["type"] == 18)
    return component


def test_a_form_is_read_from_top_to_bottom() -> None:
    asked = Input(FIELD, FieldKind.TEXT, "Answer", "A hint", required=False)
    form = Form((asked,), SEND, page=(1, 6))
    blocks = (Heading("Pace"), TEXT, Divider(), Buttons((LOOK,)), Small(plain("Only you.")))

    made = modal(View("Norms", "S.", blocks, form, problem="Too late."), server="62")

    assert (made["title"], len(made["components"])) == ("Norms", 2)
    assert read(made["custom_id"]) == Handle(Way.FORM, SEND.ask, "62")
    above, label = made["components"]
    assert above["content"] == (
        "**Too late.**\n\n-# Page 1 of 6\n\n### Pace\n\nSay what you think.\n\n-# Only you."
    )
    assert (label["label"], label["description"]) == ("Answer", "A hint")
    assert label["component"] == {
        "type": 4,
        "custom_id": "answer~w0",
        "style": 1,
        "required": False,
        "max_length": 3000,
    }


def test_a_title_too_long_for_discord_stands_in_full_below() -> None:
    title = "Decision: what to do on the days with early release"

    made = modal(replace(view(), title=title))

    assert made["title"] == "Decision: what to do on the days with early…"
    assert words(made["components"][0]) == title


@pytest.mark.parametrize(
    "screen",
    [
        view(),
        view(TEXT, Buttons((LOOK,)), Divider()),
        view(TEXT, inputs=five()[:4]),
        view(inputs=five()),
        replace(view(), form=Form((ANSWER,), SEND, page=(1, 3))),
    ],
)
def test_a_short_form_opens_at_once(screen: View) -> None:
    assert fits_in_a_modal(screen)


@pytest.mark.parametrize(
    "screen",
    [
        View("T", "S."),
        view(Picture(DRAWING, "Kept: 3.")),
        view(Menu("Change", OPTIONS[:3], SEND.ask)),
        view(Document("norms.md", TextFile("# Norms"))),
        view(TEXT, inputs=five()),
        view(inputs=(*five(), ANSWER)),
        view(Paragraph(plain("word " * 500))),
        replace(view(), form=Form((ANSWER,), SEND, page=(2, 3))),
        replace(view(), form=Form((ANSWER,), SEND, (MORE,))),
        view(inputs=(*five()[:4], replace(ANSWER, hint="word " * 50))),
    ],
)
def test_what_a_modal_cannot_show_is_seen_before_it_opens(screen: View) -> None:
    assert not fits_in_a_modal(screen)


def test_what_was_read_before_is_left_out_but_not_what_is_urgent() -> None:
    long = Paragraph(plain("word " * 500))

    above, _ = drawn(view(long, Small(plain("Only you.")), problem="Too late."))

    assert above["content"] == "**Too late.**\n\n-# Only you."


def test_five_questions_leave_no_room_for_a_text() -> None:
    assert [one["type"] for one in drawn(view(TEXT, inputs=five()))] == [18] * 5


def test_more_than_five_questions_are_refused() -> None:
    for screen in (view(inputs=(*five(), ANSWER)), View("T", "S.")):
        with pytest.raises(ValueError, match="five questions at most"):
            modal(screen)


def test_a_form_that_asks_nothing_is_a_modal_all_the_same() -> None:
    assert drawn(view(inputs=())) == [{"type": 10, "content": "…"}]


def test_a_row_of_a_table_is_sent_so_that_another_can_follow_and_can_be_left_empty() -> None:
    made = modal(replace(view(), form=Form((ANSWER,), SEND, (MORE,))))

    assert read(made["custom_id"]) == Handle(Way.FORM, MORE.ask)
    assert made["components"][0]["component"]["required"] is False


def test_a_problem_stands_at_its_question_before_the_hint() -> None:
    asked = Input(FIELD, FieldKind.TEXT, "Answer", "A hint")
    form = Form((asked,), SEND, values={FIELD: "x"}, problems={FIELD: "Please write more."})

    (label,) = drawn(View("T", "S.", form=form))

    assert label["description"] == "Please write more. A hint"
    assert label["component"]["value"] == "x"


def test_what_has_no_room_at_its_question_stands_above() -> None:
    asked = Input(FIELD, FieldKind.TEXT, "Answer", "hint " * 19)
    form = Form((asked,), SEND, problems={FIELD: "Please write more."})

    above, label = drawn(View("T", "S.", form=form))

    assert label["description"] == "Please write more."
    assert words(above) == "Answer: " + ("hint " * 19).strip()


def test_a_problem_too_long_for_its_place_stands_above_in_full() -> None:
    form = Form((ANSWER,), SEND, problems={FIELD: "Please write more. " * 7})

    above, label = drawn(View("T", "S.", form=form))

    assert label["description"].endswith("…")
    assert words(above).count("Please write more.") == 7


def test_a_label_too_long_for_its_place_stands_above_in_full() -> None:
    asked = replace(ANSWER, label="What should we do on the days with early release?")

    above, label = drawn(view(inputs=(asked,)))

    assert (label["label"][-1], words(above)) == ("…", asked.label)


@pytest.mark.parametrize(
    ("kind", "count", "element"),
    [
        (FieldKind.TEXT, 0, 4),
        (FieldKind.LONG_TEXT, 0, 4),
        (FieldKind.NUMBER, 0, 4),
        (FieldKind.ROWS, 0, 4),
        (FieldKind.DATE, 0, 4),
        (FieldKind.TIME, 0, 4),
        (FieldKind.CHOICE, 1, 3),
        (FieldKind.CHOICE, 3, 21),
        (FieldKind.CHOICE, 11, 3),
        (FieldKind.SCALE, 7, 21),
        (FieldKind.YES_NO, 2, 21),
        (FieldKind.PERSON, 10, 21),
        (FieldKind.PERSON, 250, 3),
        (FieldKind.CHOICES, 1, 22),
        (FieldKind.CHOICES, 10, 22),
        (FieldKind.CHOICES, 11, 3),
        (FieldKind.PEOPLE, 3, 22),
        (FieldKind.PEOPLE, 250, 3),
    ],
)
def test_each_kind_of_question_has_its_input(kind: FieldKind, count: int, element: int) -> None:
    assert asking(kind, OPTIONS[:count])["type"] == element


@pytest.mark.parametrize("kind", [FieldKind.LONG_TEXT, FieldKind.ROWS])
def test_a_long_text_has_room_for_lines(kind: FieldKind) -> None:
    assert (asking(FieldKind.TEXT)["style"], asking(kind)["style"]) == (1, 2)


def test_what_has_to_be_answered_cannot_be_left_empty() -> None:
    select = asking(FieldKind.CHOICES, OPTIONS[:11])

    assert (select["required"], select["min_values"], select["max_values"]) == (True, 1, 11)
    assert asking(FieldKind.CHOICE, OPTIONS[:3])["required"] is True
    assert asking(FieldKind.CHOICE, OPTIONS[:11])["required"] is True


def test_a_question_with_nothing_to_pick_says_so() -> None:
    form = Form((Input(FIELD, FieldKind.PERSON, "Who?"),), SEND, problems={FIELD: "Please pick."})

    (line,) = drawn(View("T", "S.", form=form))

    assert words(line) == "Who? There is nothing to pick here yet."


@pytest.mark.parametrize(
    ("kind", "kept"),
    [(FieldKind.TEXT, ""), (FieldKind.TEXT, " \n "), (FieldKind.LONG_TEXT, "\u200b")],
)
def test_nothing_is_shown_as_nothing(kind: FieldKind, kept: str) -> None:
    assert "value" not in asking(kind, kept={FIELD: kept})


@pytest.mark.parametrize("kept", [("id-0", "id-2"), "id-0 id-2"])
def test_several_picks_are_shown_however_they_were_kept(kept: str | tuple[str, ...]) -> None:
    boxes = asking(FieldKind.CHOICES, OPTIONS[:3], kept={FIELD: kept})

    picked = [option["value"] for option in boxes["options"] if option.get("default")]
    assert picked == ["id-0", "id-2"]


def test_a_pick_that_is_gone_is_not_shown() -> None:
    radio = asking(FieldKind.CHOICE, OPTIONS[:3], kept={FIELD: "gone"})

    assert not any("default" in option for option in radio["options"])


def test_a_text_kept_as_several_is_shown_as_one() -> None:
    assert asking(FieldKind.TEXT, kept={FIELD: ("a", "b")})["value"] == "a b"


def test_a_text_that_is_too_long_can_be_shortened_where_it_stands() -> None:
    text = asking(FieldKind.TEXT, kept={FIELD: "x" * 70}, longest=60)

    assert (text["max_length"], text["value"]) == (70, "x" * 70)


def test_a_text_too_long_for_discord_says_so() -> None:
    asked = Input(FIELD, FieldKind.LONG_TEXT, "Answer")

    above, _ = drawn(View("T", "S.", form=Form((asked,), SEND, values={FIELD: "word " * 900})))

    line = "Answer: Discord has no room for the end of this text. If you save here, it goes."
    assert words(above) == line
