"""A Word document with everything in it, which is the same each time."""

from dataclasses import replace
from io import BytesIO

import docx as word
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from bot.documents.docx_writer import docx
from tests.bot.documents.sheets import said, sheet, taken
from tests.workflows.samples import DECISION, MADE, NORM_CHECK, NORMS
from workflows.text import Bold, Code, Italic, Link, plain
from workflows.views import (
    Bullets,
    Divider,
    Facts,
    Grid,
    Heading,
    PageFormat,
    Pages,
    Paragraph,
    Quote,
    Small,
)

WORD = PageFormat.DOCX


def opened(pages: Pages) -> Document:
    return word.Document(BytesIO(docx(pages)))


def lines(document: Document) -> list[tuple[str, str]]:
    """Return what stands in a document, line by line, with the style of each."""
    return [(line.style.name or "", line.text) for line in document.paragraphs if line.style]


def test_each_kind_of_block_has_its_style() -> None:
    document = opened(
        sheet(
            Heading("Head"),
            Paragraph((Bold("b"), Italic("i"), Code("c"), Link(" here", "https://x.y"))),
            Bullets((plain("one"), plain("two\nlines"))),
            Facts((("Where", plain("there")),)),
            Quote(plain("quoted")),
            Divider(),
            Small(plain("small")),
        )
    )

    assert lines(document) == [
        ("Title", "T"),
        ("Heading 1", "Head"),
        ("Normal", "bic here (https://x.y)"),
        ("List Bullet", "one"),
        ("List Bullet", "two\nlines"),
        ("Normal", "Where: there"),
        ("Quote", "quoted"),
        ("Normal", ""),
        ("Normal", "small"),
    ]
    looks = [(run.text, run.bold, run.italic) for run in document.paragraphs[2].runs]
    assert looks[:2] == [("b", True, None), ("i", None, True)]


def test_a_table_has_a_header_that_is_marked_as_one() -> None:
    (table,) = opened(taken(NORMS, WORD)).tables

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Name", "Signed on", "Fingerprint"],
        ["Ana", "Tue, Nov 3, 2026", "hash"],
        ["Bo", "Tue, Nov 3, 2026", "hash"],
    ]
    headers = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]  # noqa: SLF001 - it has no public name
    assert headers == [True, False, False]


def test_a_picture_comes_with_the_words_that_say_the_same() -> None:
    (picture,) = opened(taken(NORM_CHECK, WORD)).inline_shapes

    about = picture._inline.docPr  # noqa: SLF001 - it has no public name
    assert about.get("descr").startswith("How we keep our norms. Meeting logistics: Kept 3")
    assert about.get("name") == "Picture 1"


@pytest.mark.parametrize(
    ("language", "title", "spelling"),
    [("en", "Decision: Early days", "en-US"), ("es", "Decisión: Early days", "es-US")],
)
def test_word_knows_the_title_the_language_and_the_day(
    language: str, title: str, spelling: str
) -> None:
    document = opened(taken(DECISION, WORD, language))

    about = document.core_properties
    assert (about.title, about.language, about.author) == (title, spelling, "Concord")
    assert about.created == about.modified == MADE
    spoken = document.styles.element.find(f".//{qn('w:lang')}")
    assert spoken is not None
    assert spoken.get(qn("w:val")) == spelling


def test_the_foot_of_each_page_has_its_number() -> None:
    (foot,) = opened(sheet(said("x"), format_=WORD)).sections[0].footer.paragraphs

    fields = [element.text for element in foot._p.iter(qn("w:instrText"))]  # noqa: SLF001 - it has no public name
    assert foot.text == "The foot\tPage  of "
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(
    "typed",
    [
        "& < > \" ' ]]>",
        "🎉 👩🏽\u200d🏫 日本",
        "نلتقي",
        "ñ — ¿",
        "two\nlines\tand a tab",
        "W" * 5000,
    ],
)
def test_what_was_typed_is_read_as_it_is(typed: str) -> None:
    document = opened(sheet(said(typed), Grid((typed,), ((typed,),)), title=typed))

    assert [text for _, text in lines(document)] == [typed, typed]
    assert [row.cells[0].text for row in document.tables[0].rows] == [typed, typed]


def test_what_no_file_may_hold_is_left_out() -> None:
    document = opened(sheet(said("a\x00\x0c\x1b\ud800\ufffe\u202eb"), title="\x01T\x02"))

    assert lines(document) == [("Title", "T"), ("Normal", "a\nb")]


def test_a_text_from_right_to_left_begins_on_the_right() -> None:
    document = opened(sheet(said("نلتقي at ten"), said("At ten")))

    leftwards = [line._p.find(f".//{qn('w:bidi')}") is not None for line in document.paragraphs]  # noqa: SLF001 - it has no public name
    assert leftwards == [False, True, False]


@pytest.mark.parametrize(
    ("pages", "many"),
    [
        (sheet(said("word " * 10_000)), 2),
        (sheet(Bullets(tuple(plain(f"entry {n}") for n in range(500)))), 501),
        (sheet(Bullets(()), Facts(()), Grid(("A",), ()), title=""), 1),
    ],
)
def test_what_is_large_or_empty_becomes_a_file_all_the_same(pages: Pages, many: int) -> None:
    assert len(opened(pages).paragraphs) == many


def test_the_same_pages_are_the_same_file() -> None:
    pages = taken(DECISION, WORD)

    assert docx(pages) == docx(replace(pages))
