"""Every part of a view is drawn, and what people typed is never more than text."""

from datetime import UTC, date, datetime
from typing import get_args

import httpx
import pytest

from bot.platforms.web.board import CONCORD, Draft
from bot.platforms.web.richtext import rich_text
from tests.fakes.desk import FakeWorkspace
from tests.fakes.hostile import INJECTIONS
from tests.fakes.html import Page
from workflows.catalogue import words_for
from workflows.identifiers import PersonId
from workflows.text import Bold, Code, Day, Inline, Italic, Link, Mention, Moment, Plain, plain
from workflows.views import (
    Ask,
    Block,
    Bullets,
    Button,
    Buttons,
    Divider,
    Facts,
    Heading,
    Menu,
    Option,
    Paragraph,
    Quote,
    Small,
    Style,
    View,
)

WORDS = words_for("en", "America/New_York")


async def shown(workspace: FakeWorkspace, browser: httpx.AsyncClient, *blocks: Block) -> Page:
    """Return the page on which a message shows these blocks."""
    view = View("A title", "A summary.", blocks)
    await workspace.board.post(Draft("leadership-team", CONCORD, view=view))
    return Page((await browser.get("/as/ana/c/leadership-team")).text)


def parts(page: Page) -> list[tuple[str, str]]:
    """Return what a card is made of."""
    tags = {"h2", "h3", "p", "li", "blockquote", "dt", "dd", "hr", "button", "option", "label"}
    start = page.elements.index(page.one("div", class_="card"))
    end = page.elements.index(page.one("p", class_="replies"))
    return [(part.tag, part.text) for part in page.elements[start:end] if part.tag in tags]


async def test_a_screen_reader_is_told_in_which_language_a_message_is_written(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    view = View("Un título", "Un resumen.", language="es")
    await workspace.board.post(Draft("leadership-team", CONCORD, view=view))

    page = Page((await browser.get("/as/ana/c/leadership-team")).text)

    assert page.one("div", class_="card").attributes["lang"] == "es"


@pytest.mark.parametrize(
    ("block", "drawn"),
    [
        (Heading("A & B"), [("h3", "A & B")]),
        (Paragraph(plain("One")), [("p", "One")]),
        (Bullets((plain("One"), plain("Two"))), [("li", "One"), ("li", "Two")]),
        (Quote(plain("One")), [("blockquote", "One")]),
        (
            Facts((("Who", plain("Ana")), ("When", plain("Now")))),
            [("dt", "Who"), ("dd", "Ana"), ("dt", "When"), ("dd", "Now")],
        ),
        (Divider(), [("hr", "")]),
        (Small(plain("Only you see this.")), [("p", "Only you see this.")]),
        (Buttons((Button("Go on", Ask("go")),)), [("button", "Go on")]),
        (
            Menu("More", (Option("a", "A"), Option("b", "B")), Ask("more")),
            [("label", "More AB"), ("option", "A"), ("option", "B"), ("button", "Go")],
        ),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
async def test_a_reader_sees_every_kind_of_block(
    workspace: FakeWorkspace,
    browser: httpx.AsyncClient,
    block: Block,
    drawn: list[tuple[str, str]],
) -> None:
    page = await shown(workspace, browser, block)

    assert parts(page) == [("h2", "A title"), *drawn]


async def test_a_button_carries_its_ask_its_style_and_its_question(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    ask = Ask("decide cancel", {"id": "c1"})
    danger = Button('"Cancel"', ask, Style.DANGER, confirm="Really <cancel>?")

    page = await shown(workspace, browser, Buttons((danger,)))

    button = page.one("button", class_="danger")
    assert button.attributes == {
        "name": "ask",
        "value": "1/decide.cancel?id=c1",
        "class": "danger",
        "data-confirm": "Really <cancel>?",
    }
    assert button.text == '"Cancel"'


@pytest.mark.parametrize(("full", "rows"), [(5, 1), (4, 2)])
async def test_buttons_go_on_in_one_row_where_it_was_full_only_elsewhere(
    workspace: FakeWorkspace, browser: httpx.AsyncClient, full: int, rows: int
) -> None:
    buttons = [Button(str(number), Ask("go")) for number in range(full + 2)]

    page = await shown(
        workspace, browser, Buttons(tuple(buttons[:full])), Buttons(tuple(buttons[full:]))
    )

    assert len(page.all("form", class_="row", hx_post="/as/ana/ask")) == rows
    assert parts(page)[1:] == [("button", button.label) for button in buttons]


async def test_a_problem_is_told_first(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    view = View("A title", "A summary.", problem="There is no such command.")
    await workspace.board.post(Draft("leadership-team", CONCORD, view=view))

    page = Page((await browser.get("/as/ana/c/leadership-team")).text)

    assert parts(page) == [("p", "There is no such command."), ("h2", "A title")]


@pytest.mark.parametrize("text", INJECTIONS)
async def test_what_people_typed_is_shown_as_they_typed_it(
    workspace: FakeWorkspace, browser: httpx.AsyncClient, text: str
) -> None:
    before = Page((await browser.get("/as/ana/c/leadership-team")).text)
    await workspace.board.post(Draft("leadership-team", "ana", text))
    page = await shown(workspace, browser, Quote(plain(text)))

    assert page.one("p", class_="said").text == text
    assert page.one("blockquote").text == text
    for tag in ("script", "svg", "hx-partial"):
        quiet = [element for element in page.all(tag) if element["class"] != "icon"]
        assert len(quiet) == len([e for e in before.all(tag) if e["class"] != "icon"])
    assert page.all("a", target="_blank") == []


@pytest.mark.parametrize(
    ("node", "html"),
    [
        (Plain("a < b"), "<bdi>a &lt; b</bdi>"),
        (Bold("<b>"), '<strong dir="auto">&lt;b&gt;</strong>'),
        (Italic("it"), '<em dir="auto">it</em>'),
        (Code("/concord"), '<code dir="ltr">/concord</code>'),
        (
            Link("<x>", "https://a.example/?q&r"),
            '<a href="https://a.example/?q&amp;r" target="_blank" rel="noreferrer">&lt;x&gt;</a>',
        ),
        (Link("x", "javascript:alert(1)"), "<bdi>x</bdi>"),
        (Mention(PersonId("p"), "Ana"), '<span class="mention" dir="auto">Ana</span>'),
        (
            Moment(datetime(2026, 11, 3, 20, 30, tzinfo=UTC)),
            '<time datetime="2026-11-03T20:30:00+00:00">Tue, Nov 3, 3:30 PM</time>',
        ),
        (Day(date(2026, 11, 3)), '<time datetime="2026-11-03">Tue, Nov 3, 2026</time>'),
    ],
)
def test_a_reader_sees_every_kind_of_text(node: Inline, html: str) -> None:
    assert rich_text((node,), WORDS) == html


def test_every_kind_of_text_has_a_case_above() -> None:
    drawn = {Plain, Bold, Italic, Code, Link, Mention, Moment, Day}

    assert set(get_args(Inline)) == drawn
