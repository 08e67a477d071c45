"""What somebody sees before a form, after it, and before what cannot be undone."""

from dataclasses import replace

import pytest

from bot.platforms.discord.drawing.cards import (
    Passage,
    confirm_card,
    form_card,
    label_of,
    question_of,
)
from bot.platforms.discord.drawing.custom_ids import Handle, Way, read
from bot.platforms.discord.drawing.messages import messages
from bot.platforms.discord.ports import Payload
from tests.bot.discord.drawing.fingers import controls
from tests.bot.discord.drawing.reader import texts, words
from tests.bot.discord.drawing.rules import faults
from tests.bot.discord.drawing.signs import SIGNS
from tests.wide import DRAWING, PAINTED
from workflows.asks import send_anyway
from workflows.catalogue import words_for
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId
from workflows.text import plain
from workflows.views import (
    Ask,
    Button,
    Buttons,
    Form,
    Heading,
    Input,
    Paragraph,
    Picture,
    Small,
    Style,
    View,
)

FIELD = FieldId("answer")
OPEN = Passage(Way.OPEN, Ask("conversation open", {"id": "abcdefghijkl"}))
AGAIN = Passage(Way.REOPEN, OPEN.ask)
SEND = Button("Save and continue", Ask("conversation send", {"id": "abcdefghijkl"}))
MORE = Button("Save and add another", Ask("conversation send", {"id": "a", "more": "1"}))
BACK = Button("Back", Ask("conversation back", {"id": "abcdefghijkl"}))
ANSWER = Input(FIELD, FieldKind.TEXT, "Answer")
FORGET = Button("Forget me", Ask("me forget"), Style.DANGER, "Everything *goes*.\nFor good?")
WORDS = words_for("en")


def card(form: Form, passage: Passage = OPEN) -> list[Payload]:
    blocks = (
        Heading("Pace"),
        Paragraph(plain("Say.")),
        Buttons((BACK,)),
        Small(plain("Only you.")),
    )
    (message,) = form_card(View("Norms", "S.", blocks, form), passage)
    assert faults(message) == []
    components: list[Payload] = message.body["components"]
    return components


def ways(components: list[Payload]) -> list[tuple[str, Handle | None]]:
    return [(one["label"], read(one["custom_id"])) for one in controls(components)]


def test_a_card_has_all_of_the_screen_and_leads_to_its_form() -> None:
    components = card(Form((ANSWER,), SEND))

    assert words(components).split("\n") == [
        *("Norms", "Pace", "Say.", "Open the form", "Back", "Only you.")
    ]
    assert ways(components) == [
        ("Open the form", Handle(Way.OPEN, OPEN.ask)),
        ("Back", Handle(Way.BUTTON, BACK.ask)),
    ]


def test_a_card_is_for_one_person_only() -> None:
    view = View("T", "S.", form=Form((ANSWER,), SEND))

    flags = [form_card(view, OPEN, is_private=one)[0].body["flags"] for one in (True, False)]
    assert flags == [(1 << 15) | (1 << 6), 1 << 15]


def test_between_pages_a_card_says_what_is_saved() -> None:
    components = card(Form((ANSWER,), SEND, page=(2, 6)))

    assert words(components).split("\n")[1:3] == [
        *("Page 2 of 6", "What you wrote so far is saved.")
    ]
    assert ways(components)[0] == ("Continue", Handle(Way.OPEN, OPEN.ask))


def test_the_first_page_opens_and_nothing_is_saved_yet() -> None:
    components = card(Form((ANSWER,), SEND, page=(1, 6)))

    assert "saved" not in words(components)
    assert ways(components)[0][0] == "Open the form"


def test_after_a_problem_a_card_names_the_questions_and_leads_back_to_what_was_typed() -> None:
    other = replace(ANSWER, id=FieldId("other"), label="Other")
    wrong = {FIELD: "Please write *more*.", FieldId("other"): "Please pick one."}

    components = card(Form((ANSWER, other), SEND, problems=wrong, page=(2, 6)), AGAIN)

    assert words(components).split("\n")[1:6] == [
        "Page 2 of 6",
        "2 answers need another look:",
        "Answer: Please write *more*.",
        "Other: Please pick one.",
        "What you typed is still there.",
    ]
    assert ways(components)[0] == ("Correct my answer", Handle(Way.REOPEN, OPEN.ask))


def test_what_became_of_the_answers_stands_apart_from_the_questions() -> None:
    saved = card(Form((ANSWER,), SEND, page=(2, 6)))
    returned = card(Form((ANSWER,), SEND, problems={FIELD: "Please write more."}), AGAIN)

    assert "-# What you wrote so far is saved." in texts(saved)
    assert "-# What you typed is still there." in texts(returned)


def test_a_table_can_go_on_or_end() -> None:
    components = card(Form((ANSWER,), SEND, (MORE,)))

    assert ways(components)[:2] == [
        ("Add a row", Handle(Way.OPEN, OPEN.ask)),
        ("Save and continue", Handle(Way.EMPTY, SEND.ask)),
    ]


def test_what_was_typed_can_be_sent_as_it_is_after_a_caution() -> None:
    anyway = Button("Keep it as it is", send_anyway(SEND.ask, "ab12"))
    form = Form((ANSWER,), SEND, problems={FIELD: "This may be"}, anyway=anyway)

    assert ways(card(form, AGAIN))[:2] == [
        ("Correct my answer", Handle(Way.REOPEN, OPEN.ask)),
        ("Keep it as it is", Handle(Way.ANYWAY, anyway.ask)),
    ]


def test_a_row_that_is_there_can_be_changed() -> None:
    form = Form((ANSWER,), SEND, (MORE,), values={FIELD: "Tea"})

    assert [label for label, _ in ways(card(form))[:1]] == ["Change this row"]
    assert [label for label, _ in ways(card(form, AGAIN))[:1]] == ["Correct my answer"]


def test_what_has_no_room_in_the_form_is_said_on_the_card() -> None:
    texts = tuple(replace(ANSWER, id=FieldId(f"f-{n}"), hint="") for n in range(4))
    long = replace(ANSWER, hint="A hint. " * 20)

    with_five, with_one = card(Form((*texts, long), SEND)), card(Form((long,), SEND))

    assert words(with_five).count("A hint.") == 20
    assert "A hint." not in words(with_one)


def test_a_card_carries_its_pictures() -> None:
    view = View("T", "S.", (Picture(DRAWING, "Kept: 3."),), Form((ANSWER,), SEND))

    (message,) = form_card(view, OPEN, painted=PAINTED, server="62")

    assert [file.content for file in message.attachments] == [PAINTED[DRAWING]]
    assert ways(message.body["components"])[0][1] == Handle(Way.OPEN, OPEN.ask, "62")


def test_a_card_leads_to_a_form() -> None:
    with pytest.raises(ValueError, match="there is none"):
        form_card(View("T", "S."), OPEN)


def test_what_cannot_be_undone_is_asked_again_in_the_same_words() -> None:
    (message,) = messages(View("T", "S.", (Buttons((FORGET, BACK)),)), server="62")
    components = message.body["components"]
    pressed = next(one for one in controls(components) if one["label"] == "Forget me")
    handle = read(pressed["custom_id"])
    assert handle

    question = question_of(components, pressed["custom_id"])
    asked = confirm_card(question, handle, WORDS, label=label_of(components, pressed["custom_id"]))

    assert faults(asked) == []
    assert asked.body["flags"] == (1 << 15) | (1 << 6)
    assert words(asked.body).split("\n") == [
        *("Everything *goes*. For good?", "Forget me", "Not now")
    ]
    assert [way for _, way in ways(asked.body["components"])] == [
        Handle(Way.YES, FORGET.ask, "62"),
        Handle(Way.NO, FORGET.ask, "62"),
    ]


def test_a_question_that_is_not_found_is_asked_all_the_same() -> None:
    asked = confirm_card("", Handle(Way.CONFIRM, FORGET.ask), WORDS)

    assert words(asked.body).split("\n") == ["Are you sure?", "Yes, go ahead", "Not now"]


@pytest.mark.parametrize("text", SIGNS)
def test_a_question_is_read_back_as_it_was(text: str) -> None:
    (message,) = messages(View("T", "S.", (Buttons((replace(FORGET, confirm=text),)),)))
    components = message.body["components"]
    (button,) = controls(components)

    assert question_of(components, button["custom_id"]) == " ".join(text.split())


@pytest.mark.parametrize("components", [None, [], [1], [{"accessory": 1}], {"a": 1}])
def test_no_button_has_no_question(components: object) -> None:
    assert question_of(components, "1c0:me.forget") == ""
    assert label_of(components, "1c0:me.forget") == ""


def test_a_broken_button_has_no_label() -> None:
    broken = [{"type": 9, "accessory": {"custom_id": "1c0:me", "label": 1}}]

    assert label_of(broken, "1c0:me") == ""
    assert question_of(broken, "1c0:me") == ""
