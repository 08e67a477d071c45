"""Each kind of question has its control, its label, and a place for what to put right."""

from collections.abc import Mapping
from dataclasses import replace

import httpx
import pytest

from tests.fakes.desk import FakeWorkspace
from tests.fakes.hostile import INJECTIONS
from tests.fakes.html import Element, Page
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId
from workflows.text import plain
from workflows.views import Ask, Button, Form, Input, Option, Paragraph, Raw, Small, Style, View

Q = FieldId("q")
SEND = Button("Save", Ask("save", {"id": "c1"}), Style.PRIMARY)
OPTIONS = (Option("a", "Apple"), Option("b", "Bread"))
MANY_OPTIONS = tuple(Option(f"o{n}", f"Option {n}") for n in range(11))


async def dialog(workspace: FakeWorkspace, browser: httpx.AsyncClient, view: View) -> Page:
    """Return the dialog that opens when a button leads to this view."""
    workspace.dispatcher.view = view
    response = await browser.post("/as/ana/ask", data={"ask": "1/x?", "channel": "school-team"})
    return Page(response.text)


def form(
    *questions: Input, values: Raw | None = None, problems: Mapping[FieldId, str] | None = None
) -> View:
    return View("T", "S.", form=Form(questions, SEND, values=values or {}, problems=problems or {}))


def question(kind: FieldKind, options: tuple[Option, ...] = OPTIONS) -> Input:
    return Input(Q, kind, "The <question>", "A hint", options=options)


def controls(page: Page) -> list[tuple[str, str | None, str | None, str | None]]:
    """Return the tag, type, name and value of each control; a star marks what is picked."""
    return [
        (element.tag, element["type"], element["name"], _value(element))
        for element in page.elements
        if element.tag in {"input", "textarea", "select", "option"}
        and element["name"] not in {"channel", "thread", "where"}
    ]


def _value(element: Element) -> str | None:
    picked = {"checked", "selected"} & set(element.attributes)
    value = element.text if element.tag == "textarea" else element["value"]
    return f"{value}*" if picked else value


@pytest.mark.parametrize(
    ("asked", "value", "expected"),
    [
        (question(FieldKind.TEXT), '<"x">', [("input", "text", "one.q", '<"x">')]),
        (question(FieldKind.LONG_TEXT), "a\nb", [("textarea", None, "one.q", "a b")]),
        (question(FieldKind.ROWS), "a", [("textarea", None, "one.q", "a")]),
        (question(FieldKind.NUMBER), "twelve", [("input", "text", "one.q", "twelve")]),
        (question(FieldKind.DATE), "2026-11-03", [("input", "date", "one.q", "2026-11-03")]),
        (question(FieldKind.TIME), "09:30", [("input", "time", "one.q", "09:30")]),
        (
            question(FieldKind.CHOICE),
            "b",
            [("input", "radio", "one.q", "a"), ("input", "radio", "one.q", "b*")],
        ),
        (
            question(FieldKind.YES_NO, (Option("yes", "Yes"), Option("no", "No"))),
            "no",
            [("input", "radio", "one.q", "yes"), ("input", "radio", "one.q", "no*")],
        ),
        (
            question(FieldKind.SCALE, (Option("1", "1 · Low"), Option("2", "2 · High"))),
            "1",
            [("input", "radio", "one.q", "1*"), ("input", "radio", "one.q", "2")],
        ),
        (
            question(FieldKind.CHOICES),
            ("a", "b"),
            [
                ("input", "hidden", "many.q", ""),
                ("input", "checkbox", "many.q", "a*"),
                ("input", "checkbox", "many.q", "b*"),
            ],
        ),
        (
            question(FieldKind.PEOPLE),
            "b",
            [
                ("input", "hidden", "many.q", ""),
                ("input", "checkbox", "many.q", "a"),
                ("input", "checkbox", "many.q", "b*"),
            ],
        ),
        (
            question(FieldKind.PERSON),
            "a",
            [
                ("select", None, "one.q", None),
                ("option", None, None, ""),
                ("option", None, None, "a*"),
                ("option", None, None, "b"),
            ],
        ),
    ],
    ids=lambda value: value.field_kind.value if isinstance(value, Input) else "",
)
async def test_a_person_finds_what_they_put_into_every_kind_of_field(
    workspace: FakeWorkspace,
    browser: httpx.AsyncClient,
    asked: Input,
    value: str | tuple[str, ...],
    expected: list[tuple[str, str | None, str | None, str | None]],
) -> None:
    page = await dialog(workspace, browser, form(asked, values={"q": value}))

    assert controls(page) == expected
    name = page.all("legend") or page.all("label", **{"for": "f-q"})
    assert [part.text for part in name] == ["The <question>"]


async def test_many_options_are_picked_from_a_list(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    page = await dialog(workspace, browser, form(question(FieldKind.CHOICE, MANY_OPTIONS)))

    assert [option.text for option in page.all("option")] == [
        "Please pick",
        *(option.label for option in MANY_OPTIONS),
    ]


@pytest.mark.parametrize("kind", list(FieldKind))
async def test_a_problem_is_told_at_its_field_and_on_top_with_the_focus(
    workspace: FakeWorkspace, browser: httpx.AsyncClient, kind: FieldKind
) -> None:
    view = form(question(kind), problems={Q: "Please look <again>."})

    page = await dialog(workspace, browser, view)

    assert page.one("p", id="f-q-error").text == "Please look <again>."
    summary = page.one("div", class_="summary")
    assert (summary["role"], summary["autofocus"]) == ("alert", "")
    assert summary.text == "One answer needs another look: The <question>"
    target = (page.one("a")["href"] or "").removeprefix("#")
    (control,) = [element for element in page.elements if element["id"] == target]
    owner = control if control["aria-describedby"] else page.one("fieldset")
    assert owner["aria-describedby"] == "f-q-hint f-q-error"
    assert "true" in {control["aria-invalid"], owner["aria-invalid"]}
    assert [e for e in page.elements if "autofocus" in e.attributes] == [summary]


@pytest.mark.parametrize("kind", list(FieldKind))
async def test_the_first_question_has_the_focus_when_nothing_is_wrong(
    workspace: FakeWorkspace, browser: httpx.AsyncClient, kind: FieldKind
) -> None:
    second = replace(question(FieldKind.TEXT), id=FieldId("second"), hint="", required=False)

    page = await dialog(workspace, browser, form(question(kind), second))

    (focused,) = [element for element in page.elements if "autofocus" in element.attributes]
    assert (focused["id"] or "").removesuffix("-1") == "f-q"
    assert page.one("label", **{"for": "f-second"}).text == "The <question> optional"
    assert "aria-describedby" not in page.one("input", id="f-second").attributes


async def test_a_form_says_where_it_is_who_sees_it_and_how_to_send_it(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    view = View(
        "Norms",
        "Write.",
        (Paragraph(plain("Say what you think.")), Small(plain("Only you see this."))),
        Form((question(FieldKind.TEXT),), SEND, (Button("Add", Ask("add")),), page=(2, 6)),
        problem="This was changed meanwhile.",
    )

    page = await dialog(workspace, browser, view)

    order = [e.text for e in page.elements if e.tag in {"h2", "p", "button"} and e.text]
    assert order == [
        "Norms",
        "Page 2 of 6",
        "This was changed meanwhile.",
        "Say what you think.",
        "A hint",
        "Only you see this.",
        "Save",
        "Add",
    ]
    asks = [button["value"] for button in page.all("button", name="ask")]
    assert asks == ["1/save?id=c1", "1/add?"]
    assert page.one("input", name="channel")["value"] == "school-team"


async def test_a_form_can_be_sent_as_it_is_after_a_caution(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    anyway = Button("Keep it as it is", Ask("save", {"id": "c1", "ok": "ab12"}))
    view = View("Norms", "Write.", form=Form((question(FieldKind.TEXT),), SEND, anyway=anyway))

    page = await dialog(workspace, browser, view)

    asks = [button["value"] for button in page.all("button", name="ask")]
    assert asks == ["1/save?id=c1", "1/save?id=c1&ok=ab12"]


async def test_a_form_of_one_page_counts_no_pages(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    view = replace(form(question(FieldKind.TEXT)), form=Form((), SEND, page=(1, 1)))

    page = await dialog(workspace, browser, view)

    assert page.all("progress") == []


@pytest.mark.parametrize("text", INJECTIONS)
async def test_a_form_shows_what_was_typed_and_nothing_more(
    workspace: FakeWorkspace, browser: httpx.AsyncClient, text: str
) -> None:
    asked = Input(Q, FieldKind.LONG_TEXT, text, text)
    listed = Input(FieldId("l"), FieldKind.PERSON, text, options=(Option(text, text),))
    view = form(asked, listed, values={"q": text, "l": text}, problems={Q: text})

    page = await dialog(workspace, browser, view)

    assert page.one("textarea").text == text
    assert page.all("option")[1].text == text
    assert page.one("p", class_="error").text == text
    assert page.all("script") == page.all("img") == page.all("hx-partial") == []
    assert {drawing["class"] for drawing in page.all("svg")} == {"icon"}
