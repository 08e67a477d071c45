"""A view reads well as plain text, in a terminal and in a transcript."""

from datetime import UTC, date, datetime

import pytest

from bot.plain_text import draw_text, draw_view
from workflows.catalogue import words_for
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId, PersonId
from workflows.pictures.drawings import alt_text
from workflows.pictures.tally import TallyPicture, TallyRow
from workflows.text import Bold, Code, Day, Inline, Italic, Link, Mention, Moment, Plain, plain
from workflows.views import (
    Ask,
    Block,
    Bullets,
    Button,
    Buttons,
    Divider,
    Document,
    Facts,
    Form,
    Heading,
    Input,
    Menu,
    Option,
    Paragraph,
    Picture,
    Quote,
    Small,
    TextFile,
    View,
)

ENGLISH = words_for("en")
SEND = Button("Send", Ask("it"))
TALLY = TallyPicture(title="Votes", rows=(TallyRow(label="Yes", counts=(2,)),))


def drawn(*blocks: Block) -> str:
    return draw_view(View("Title", "", blocks), ENGLISH).removeprefix("# Title\n\n")


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (Heading("Ideas"), "## Ideas\n"),
        (Paragraph(plain("Hello.")), "Hello.\n"),
        (Bullets((plain("one"), plain("two\nlines"))), "- one\n- two\n  lines\n"),
        (Quote(plain("in her\nwords")), "> in her\n> words\n"),
        (Facts((("Day", plain("Monday")),)), "Day: Monday\n"),
        (Divider(), "---\n"),
        (Small(plain("Only you.")), "(Only you.)\n"),
        (Picture(TALLY, alt_text(TALLY)), f"[Picture: {alt_text(TALLY)}]\n"),
        (Document("norms.md", TextFile("# Norms")), "[Document: norms.md]\n"),
        (Buttons((SEND, Button("Back", Ask("back")))), "[Send] [Back]\n"),
        (Menu("Show", (Option("a", "A"), Option("b", "B")), Ask("show")), "Show: A | B\n"),
    ],
)
def test_a_reader_sees_each_kind_of_block(block: Block, text: str) -> None:
    assert drawn(block) == text


@pytest.mark.parametrize(
    ("node", "text"),
    [
        (Plain("a *b*"), "a *b*"),
        (Bold("b"), "b"),
        (Italic("i"), "i"),
        (Code("/concord"), "/concord"),
        (Link("Help", "https://example.org"), "Help <https://example.org>"),
        (Mention(PersonId("p"), "Ana"), "@Ana"),
        (Moment(datetime(2026, 11, 3, 15, 30, tzinfo=UTC)), "Tue, Nov 3, 3:30 PM"),
        (Day(date(2026, 11, 3)), "Tue, Nov 3, 2026"),
    ],
)
def test_a_reader_sees_each_kind_of_word(node: Inline, text: str) -> None:
    assert draw_text((node,), ENGLISH).replace("\u202f", " ") == text


def test_a_reader_sees_a_form_with_what_was_typed_and_what_is_wrong() -> None:
    form = Form(
        inputs=(
            Input(FieldId("why"), FieldKind.LONG_TEXT, "Why?", hint="Be short", required=False),
            Input(FieldId("how"), FieldKind.CHOICE, "How?", options=(Option("a", "So"),)),
            Input(FieldId("who"), FieldKind.PEOPLE, "Who?", options=(Option("b", "Bo"),)),
        ),
        send=SEND,
        values={"why": "one\ntwo", "who": ("b",)},
        problems={FieldId("how"): "Please answer this one."},
        page=(2, 6),
    )

    assert (
        draw_view(View("Title", "", form=form, problem="Not yet."), ENGLISH)
        == """\
# Title

! Not yet.

Page 2 of 6
? Why? (optional)  ~ Be short
  = one
    two
? How?
  ( ) So
  ! Please answer this one.
? Who?
  (x) Bo
[Send]
"""
    )
