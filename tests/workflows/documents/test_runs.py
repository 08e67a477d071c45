"""Text in pieces that look one way, without what no file may hold."""

from datetime import UTC, date, datetime

import pytest

from workflows.catalogue import words_for
from workflows.documents.runs import Look, Run, fit_for_files, is_written_leftwards, runs, spelled
from workflows.identifiers import PersonId
from workflows.text import Bold, Code, Day, Italic, Link, Mention, Moment, Plain

WORDS = words_for("es", "America/New_York")


def test_each_kind_of_words_has_its_look_in_the_language_of_the_file() -> None:
    text = (
        Plain("a"),
        Bold("b"),
        Italic("c"),
        Code("d"),
        Link("e", "https://example.org"),
        Mention(PersonId("p"), "Ana"),
        Moment(datetime(2026, 11, 3, 12, tzinfo=UTC)),
        Day(date(2026, 11, 3)),
        Plain("\x00"),
    )

    assert runs(text, WORDS) == (
        Run("a"),
        Run("b", Look.BOLD),
        Run("c", Look.ITALIC),
        Run("d", Look.CODE),
        Run("e", url="https://example.org"),
        Run("Ana"),
        Run("mar, 3 nov, 07:00"),
        Run("mar, 3 nov 2026"),
    )
    assert spelled(text, WORDS) == "abcdeAnamar, 3 nov, 07:00mar, 3 nov 2026"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a\tb", "a\tb"),
        ("a\x00\x08\x1b[31m\x9f\uffff\ud800b", "a[31mb"),
        ("user\u202egnp.exe\u2069", "usergnp.exe"),
        ("👩🏽\u200d🏫 ñ & < Ж", "👩🏽\u200d🏫 ñ & < Ж"),
    ],
)
def test_what_no_file_may_hold_is_left_out(typed: str, kept: str) -> None:
    assert fit_for_files(typed) == kept


@pytest.mark.parametrize(
    ("text", "leftwards"),
    [("نلتقي at ten", True), ("1. שלום", True), ("At نلتقي", False), ("", False), ("12 !", False)],
)
def test_the_first_letter_says_where_a_text_begins(text: str, leftwards: bool) -> None:  # noqa: FBT001 - a column of the table above
    assert is_written_leftwards(text) is leftwards
