"""A PDF that can be read aloud, holds what was typed as it is, and is the same each time."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from bot.documents import pdf_writer
from bot.documents.pdf_writer import UnwrittenError, pdf
from tests.bot.documents.sheets import said, sheet, taken
from tests.workflows.samples import DECISION, NORM_CHECK, NORMS
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

NOTE = "This PDF cannot show every character."


def opened(pages: Pages) -> PdfReader:
    return PdfReader(BytesIO(pdf(pages)))


def words(pages: Pages) -> str:
    """Return everything that can be read, on one line."""
    return " ".join(" ".join(page.extract_text() for page in opened(pages).pages).split())


def heard(reader: PdfReader) -> Iterator[Mapping[str, Any]]:
    """Yield the parts of a PDF as somebody hears them who has it read aloud."""
    left = [reader.root_object["/StructTreeRoot"]]
    while left:
        part: Any = left.pop(0).get_object()
        yield part
        inside = part.get("/K", [])
        kids = inside if isinstance(inside, list) else [inside]
        left += [kid for kid in kids if hasattr(kid.get_object(), "get")]


@pytest.mark.parametrize(
    ("language", "title", "line"),
    [
        ("en", "Group norms", "Signed on"),
        ("es", "Normas del grupo", "Fecha de la firma"),
    ],
)
def test_a_reader_hears_the_title_and_the_language(language: str, title: str, line: str) -> None:
    pages = taken(NORMS, PageFormat.PDF, language)

    reader = opened(pages)

    root: Mapping[str, Any] = reader.root_object
    assert reader.metadata
    assert (reader.metadata.title, root["/Lang"]) == (title, language)
    assert root["/MarkInfo"] == {"/Marked": True, "/Suspects": False}
    assert line in words(pages)


def test_every_part_says_what_it_is() -> None:
    roles = {part.get("/S") for part in heard(opened(taken(NORM_CHECK, PageFormat.PDF)))}

    assert {"/H1", "/P", "/Figure", "/Table", "/TR", "/TH", "/TD", "/L", "/LI"} <= roles


def test_a_picture_comes_with_the_words_that_say_the_same() -> None:
    words = [part.get("/Alt") for part in heard(opened(taken(DECISION, PageFormat.PDF)))]

    (said_instead,) = filter(None, words)
    assert "Wished for: 4 at step 4" in said_instead


def test_each_page_has_its_number_and_the_fingerprint() -> None:
    pages = sheet(said("word " * 1000))

    feet = [page.extract_text().splitlines()[-1] for page in opened(pages).pages]

    assert feet == ["The foot Page 1 of 2", "The foot Page 2 of 2"]


def test_each_kind_of_block_is_there() -> None:
    pages = sheet(
        Heading("Head"),
        Paragraph((Bold("bold"), Italic(" slanted"), Code(" typed"), Link(" here", "https://x.y"))),
        Bullets((plain("one"), plain("two\nlines"))),
        Facts((("Where", plain("there")),)),
        Quote(plain("quoted")),
        Divider(),
        Small(plain("small")),
        Grid(("A", "B"), (("a", "b"), ("c", "d\ne"))),
    )

    assert words(pages) == (
        "T Head bold slanted typed here • one • two lines Where: there quoted small "
        "A B a b c d e The foot Page 1 of 1"
    )


@pytest.mark.parametrize(
    "typed",
    [
        '#read("/etc/passwd") *bold* $x$',
        "<label> @ref // no /* comment */ = head",
        '& < > " \\ `raw` {} ${x}',
        "ñ é ¿ — ŵ ạ",
        "Привет Ωμέγα",
        "→ ✓",
    ],
)
def test_what_was_typed_is_read_as_it_is(typed: str) -> None:
    shown = words(sheet(said(typed)))

    assert shown == f"T {typed} The foot Page 1 of 1"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("🎉 at ten", "[party popper] at ten"),
        ("👩🏽\u200d🏫", "[woman][school]"),
        ("日本 and 한국어", "[…] and […]"),
        ("㏒", "log"),
        ("\U000f0000", "[…]"),
        ("a\x00\x1b\ud800\u202eb", "ab"),
    ],
)
def test_words_stand_for_what_no_typeface_can_write(typed: str, shown: str) -> None:
    assert f"T {shown} " in words(sheet(said(typed)))


def test_a_note_says_that_words_stand_for_characters() -> None:
    assert NOTE in words(sheet(said("🎉")))
    assert NOTE not in words(sheet(said("On time")))


def test_text_from_right_to_left_is_written() -> None:
    assert NOTE not in words(sheet(said("نلتقي"), said("שלום")))


@pytest.mark.parametrize(
    "pages",
    [
        sheet(said("word " * 10_000)),
        sheet(Bullets(tuple(plain(f"entry {n}") for n in range(500)))),
        sheet(Grid(("A", "B"), tuple((f"row {n}", "text " * 20) for n in range(500)))),
        sheet(said("W" * 5000), Grid(("A",), (("W" * 3000,),))),
        sheet(said("漢字" * 5000)),
        sheet(said("x"), title="\ufe0f\u0338"),
        sheet(Heading(" "), said(""), Bullets(()), Facts(()), Grid(("A",), ()), title=""),
    ],
    ids=[
        "long note",
        "500 entries",
        "500 rows",
        "long word",
        "other script",
        "marks alone",
        "nothing",
    ],
)
def test_what_is_large_or_empty_becomes_a_file_all_the_same(pages: Pages) -> None:
    assert opened(pages).pages


def test_the_same_pages_are_the_same_file() -> None:
    pages = taken(DECISION, PageFormat.PDF)

    assert pdf(pages) == pdf(replace(pages))


def test_a_mistake_of_ours_tells_nobody_what_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_writer, "TEMPLATE", b"#panic(sys.inputs.paper)")

    with pytest.raises(UnwrittenError) as caught:
        pdf(sheet(said("canary")))

    assert "canary" not in str(caught.value)
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)
