"""Every block of a screen as HTML, in which nothing that a person typed is markup."""

from datetime import UTC, date, datetime

import pytest

from tests.factories import room
from tests.fakes.hostile import INJECTIONS
from tests.wide import DRAWING
from workflows.archives.html import draw_html, html_page, link
from workflows.identifiers import PersonId
from workflows.text import Bold, Code, Day, Inline, Italic, Link, Mention, Moment, plain
from workflows.views import (
    Ask,
    Block,
    Bullets,
    Button,
    Buttons,
    Divider,
    Document,
    Facts,
    Heading,
    Menu,
    Paragraph,
    Picture,
    Quote,
    Small,
    TextFile,
)

WORDS = room().words
NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def drawn(*blocks: Block) -> str:
    return draw_html(blocks, WORDS, level=2)


@pytest.mark.parametrize(
    ("block", "html"),
    [
        (Heading("Notes <"), '<h2 dir="auto">Notes &lt;</h2>'),
        (Paragraph(plain("Yes.")), '<p dir="auto"><bdi>Yes.</bdi></p>'),
        (Bullets((plain("a"),)), '<ul><li dir="auto"><bdi>a</bdi></li></ul>'),
        (Quote(plain("a")), '<blockquote dir="auto"><bdi>a</bdi></blockquote>'),
        (
            Facts((("Where", plain("here")),)),
            '<dl><div><dt dir="auto">Where</dt><dd dir="auto"><bdi>here</bdi></dd></div></dl>',
        ),
        (Small(plain("a")), '<p dir="auto"><small><bdi>a</bdi></small></p>'),
        (Divider(), "<hr>"),
        (Buttons((Button("Sign", Ask("x")),)), ""),
        (Menu("Pick", (), Ask("x")), ""),
        (Document("a.md", TextFile("text")), ""),
    ],
)
def test_a_reader_sees_each_block(block: Block, html: str) -> None:
    assert drawn(block) == html


@pytest.mark.parametrize(
    ("node", "html"),
    [
        (Bold("a"), '<strong dir="auto">a</strong>'),
        (Italic("a"), '<em dir="auto">a</em>'),
        (Code("a"), "<code>a</code>"),
        (Link("a", "https://concord.example"), "<bdi>a</bdi>"),
        (Mention(PersonId("ana"), "Ana"), "<bdi>Ana</bdi>"),
        (Moment(NOON), "<time>Tue, Nov 3, 12:00 PM</time>"),
        (Day(date(2026, 11, 3)), '<time datetime="2026-11-03">Tue, Nov 3, 2026</time>'),
    ],
)
def test_a_reader_sees_each_kind_of_words(node: Inline, html: str) -> None:
    assert drawn(Paragraph((node,))) == f'<p dir="auto">{html}</p>'


def test_a_reader_who_does_not_see_a_picture_has_its_words() -> None:
    html = drawn(Picture(DRAWING, "Three keep it."))

    assert html.startswith("<figure><svg ")
    assert html.endswith('</svg>\n<figcaption dir="auto">Three keep it.</figcaption></figure>')


@pytest.mark.parametrize("typed", INJECTIONS)
def test_nothing_that_was_typed_is_markup(typed: str) -> None:
    blocks = (
        Heading(typed),
        Paragraph((*plain(typed), Mention(PersonId("p"), typed), Code(typed), Bold(typed))),
        Facts(((typed, plain(typed)),)),
        Picture(DRAWING, typed),
    )

    html = html_page(typed, drawn(*blocks) + link("a.html", typed), "en")

    assert "<script" not in html
    assert " on" not in html.replace("&quot;&gt;&lt;svg onload", "").replace("x onerror", "")
    assert "<img" not in html


def test_a_page_loads_nothing_and_runs_nothing() -> None:
    page = html_page("Riverside", "<h1>Riverside</h1>", "es")

    assert page.startswith('<!doctype html>\n<html lang="es">\n')
    assert "content=\"default-src 'none'; style-src 'unsafe-inline'\"" in page
    assert "<title>Riverside</title>" in page
