"""Screens and files as Markdown, in which nothing that a person typed is formatting."""

from datetime import UTC, date, datetime

import pytest

from tests.factories import room
from workflows.identifiers import PersonId
from workflows.markdown import draw_markdown
from workflows.pictures.tally import TallyPicture, TallyRow
from workflows.text import Bold, Code, Day, Italic, Link, Mention, Moment, plain
from workflows.views import (
    Ask,
    Block,
    Bullets,
    Button,
    Buttons,
    Divider,
    Document,
    Facts,
    Grid,
    Heading,
    Menu,
    Option,
    Paragraph,
    Picture,
    Quote,
    Small,
    TextFile,
)

ROOM = room()
MOMENT = datetime(2026, 11, 3, 12, tzinfo=UTC)


def drawn(*blocks: Block | Grid) -> str:
    return draw_markdown(blocks, ROOM.words)


@pytest.mark.parametrize(
    ("block", "line"),
    [
        (Heading("Notes #"), "## Notes \\#"),
        (Paragraph(plain("Yes.")), "Yes."),
        (Bullets((plain("one"), plain("two"))), "- one\n- two"),
        (Quote(plain("one\ntwo")), "> one\\\n> two"),
        (Facts((("Where", plain("here")), ("When", ()))), "- **Where**: here\n- **When**:"),
        (Small(plain("small print")), "*small print*"),
        (Divider(), "---"),
        (Buttons((Button("Sign", Ask("record sign")),)), ""),
        (Menu("Pick", (Option("a", "A"),), Ask("record show")), ""),
        (Document("me.json", TextFile("{}")), ""),
    ],
)
def test_each_part_of_a_screen_has_its_form(block: Block, line: str) -> None:
    assert drawn(block) == line


def test_a_table_keeps_each_row_on_one_line() -> None:
    grid = Grid(("Name", "Says"), (("Ana", "a | b\n\nc"), ("*Bo*", "")))

    assert drawn(grid).splitlines() == [
        "| Name | Says |",
        "| --- | --- |",
        "| Ana | a \\| b c |",
        "| \\*Bo\\* |  |",
    ]


def test_a_picture_is_said_in_words() -> None:
    drawing = TallyPicture(title="How", rows=(TallyRow(label="Yes", counts=(1,)),))

    assert drawn(Picture(drawing, "1. Yes: 1.")) == "1\\. Yes: 1."


def test_each_kind_of_words_has_its_form() -> None:
    text = (
        Bold("b*"),
        Italic("i"),
        Code("/help"),
        Link("here", "https://example.org"),
        Mention(PersonId("p"), "Ana_"),
        Moment(MOMENT),
        Day(date(2026, 11, 3)),
    )

    assert drawn(Paragraph(text)) == (
        "**b\\****i*`/help`[here](https://example.org)Ana\\_Tue, Nov 3, 12:00 PMTue, Nov 3, 2026"
    )


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("**bold** _it_ `code` ~no~", "\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\~no\\~"),
        ("![x](y) <b>&amp;", "!\\[x\\](y) \\<b\\>\\&amp;"),
        ("@everyone a@b.c | $x$ [^1]", "\\@everyone a\\@b.c \\| \\$x\\$ \\[\\^1\\]"),
        ("see http://a.b or WWW.a.b", "see http\\://a.b or WWW\\.a.b"),
        ("# head", "\\# head"),
        (
            "1. one\n2) two\n- three\n+ four\n===",
            "1\\. one\\\n2\\) two\\\n\\- three\\\n\\+ four\\\n\\===",
        ),
        ("a\n\n\n        code", "a\\\ncode"),
        ("1.5 hours", "1\\.5 hours"),
        ("a back\\slash", "a back\\\\slash"),
    ],
)
def test_what_was_typed_is_shown_as_it_is(typed: str, shown: str) -> None:
    assert drawn(Paragraph(plain(typed))) == shown


def test_what_was_typed_stays_in_its_place_of_a_list() -> None:
    typed = plain("one\n\n- two")

    assert drawn(Bullets((typed,))) == "- one\\\n  \\- two"
    assert drawn(Facts((("A", typed),))) == "- **A**: one\\\n  \\- two"
