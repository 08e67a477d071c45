"""People write, press and send; each answer lands where it belongs."""

from dataclasses import replace
from urllib.parse import quote

import httpx
import pytest

from bot.platforms.web.board import CONCORD, PRIVATE, Draft, Message
from commands.request import Caller, Request
from tests.fakes.board import START
from tests.fakes.desk import DONE, WORKSPACE, FakeWorkspace
from tests.fakes.html import Page
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId
from workflows.views import Ask, Button, Form, Input, Raw, View

TEAM = "/as/ana/c/leadership-team"
SAID = "concord:said"

ANA = Caller(WORKSPACE, "ana", "Ana Ortega", "en", "America/New_York")

FORM = View(
    "Your ideas",
    "Write your ideas.",
    form=Form(
        (Input(FieldId("idea"), FieldKind.TEXT, "Idea"),), Button("Save", Ask("norms answer"))
    ),
)


def posted(workspace: FakeWorkspace) -> Message:
    """Return the one message on the board."""
    (message,) = workspace.board.posted.values()
    return message


FIRST = Message("m1", "leadership-team", "ana", START, 1)
ANSWER = replace(FIRST, author=CONCORD, view=DONE, only="ana")


class TestWriting:
    async def test_a_person_says_something_in_a_channel(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient
    ) -> None:
        response = await browser.post(f"{TEAM}/say", data={"text": "Hello <b>all</b>\r\n@everyone"})

        assert (response.status_code, response.headers["hx-trigger"]) == (204, SAID)
        assert posted(workspace) == replace(FIRST, text="Hello <b>all</b>\n@everyone")

    async def test_a_person_says_something_that_only_concord_hears(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient
    ) -> None:
        await browser.post(f"/as/ana/c/{PRIVATE}/say", data={"text": "Hello"})

        assert posted(workspace) == replace(FIRST, channel=PRIVATE, text="Hello", only="ana")

    async def test_a_person_answers_in_a_thread(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient
    ) -> None:
        start = await workspace.board.post(Draft("leadership-team", "bo", "Who takes notes?"))

        await browser.post(f"{TEAM}/say", data={"text": "I do", "thread": start.id})

        assert workspace.board.posted["m2"].thread == start.id

    async def test_a_code_is_shown_to_whoever_asked_and_kept_nowhere(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient
    ) -> None:
        workspace.dispatcher.view = DONE.in_secret()

        response = await browser.post(f"{TEAM}/say", data={"text": "/me link"})

        assert DONE.title in response.text
        assert workspace.board.posted == {}

    @pytest.mark.parametrize("text", ["", "  \n "])
    async def test_nothing_is_said_when_nothing_was_written(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient, text: str
    ) -> None:
        response = await browser.post(f"{TEAM}/say", data={"text": text})

        assert response.status_code == 204
        assert workspace.board.posted == {}

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("x" * 4001, "This is 1 character too long. Please shorten it."),
            ("a\0b", "This holds a character that cannot be kept. Please type the text again."),
        ],
    )
    async def test_a_person_keeps_what_cannot_be_posted_and_reads_why(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient, text: str, sentence: str
    ) -> None:
        response = await browser.post(f"{TEAM}/say", data={"text": text})

        assert (response.status_code, response.text) == (200, sentence)
        assert response.headers["hx-retarget"] == "#composer-problem"
        assert "hx-trigger" not in response.headers
        assert workspace.board.posted == {}

    async def test_a_message_of_the_greatest_length_is_posted(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient
    ) -> None:
        await browser.post(f"{TEAM}/say", data={"text": "x" * 4000})

        assert len(posted(workspace).text) == 4000

    @pytest.mark.parametrize(
        "text", ["é" + "\u0301" * 5000, "\u202egnp.exe", "👩‍👩‍👧‍👦" * 900, "مرحبا"]
    )
    async def test_strange_texts_are_posted_or_refused_but_never_break_anything(
        self, browser: httpx.AsyncClient, text: str
    ) -> None:
        response = await browser.post(f"{TEAM}/say", data={"text": text})

        assert response.status_code in {200, 204}
        assert (await browser.get(TEAM)).status_code == 200

    @pytest.mark.parametrize("body", [b"text=%ED%A0%80", b"text=\xed\xa0\x80", b"text=%FF%FE"])
    async def test_bytes_that_are_no_text_become_replacement_characters(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient, body: bytes
    ) -> None:
        response = await browser.post(f"{TEAM}/say", content=body)

        assert response.status_code == 204
        assert set(posted(workspace).text) == {"\ufffd"}


class TestTyping:
    @pytest.mark.parametrize(
        ("typed", "line"),
        [
            ("/concord norms start", "/concord norms start"),
            ("/norms  start", "/concord norms start"),
            ("/concord", "/concord"),
            ("/", "/concord"),
            ("/concordat", "/concord concordat"),
        ],
    )
    async def test_a_typed_command_reaches_the_dispatcher(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient, typed: str, line: str
    ) -> None:
        response = await browser.post(f"{TEAM}/say", data={"text": typed})

        assert workspace.dispatcher.lines == [(ANA, "leadership-team", line)]
        assert response.headers["hx-trigger"] == SAID

    async def test_the_answer_to_a_command_is_for_its_author_only(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient
    ) -> None:
        await browser.post(f"{TEAM}/say", data={"text": "/help"})

        assert posted(workspace) == ANSWER

    async def test_a_command_in_private_names_no_channel(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient
    ) -> None:
        await browser.post(f"/as/ana/c/{PRIVATE}/say", data={"text": "/help"})

        assert workspace.dispatcher.lines == [(ANA, "", "/concord help")]

    async def test_a_command_that_asks_back_opens_the_dialog(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient
    ) -> None:
        workspace.dispatcher.view = FORM

        response = await browser.post(f"{TEAM}/say", data={"text": "/norms start"})

        assert Page(response.text).one("h2", id="dialog-title").text == "Your ideas"
        assert response.headers["hx-trigger"] == SAID
        assert workspace.board.posted == {}


class TestPressing:
    async def test_a_button_on_a_message_is_answered_for_its_reader_only(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient
    ) -> None:
        ask = Ask("norms show", {"team": "t1"})

        response = await browser.post(
            "/as/ana/ask", data={"ask": ask.encode(), "channel": "leadership-team"}
        )

        assert response.status_code == 204
        assert workspace.dispatcher.asked == [Request(ANA, "leadership-team", ask)]
        assert posted(workspace) == ANSWER

    async def test_a_menu_tells_what_was_picked(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient
    ) -> None:
        form = {"ask": Ask("more", {"team": "t1"}).encode(), "channel": PRIVATE, "pick": "export"}

        await browser.post("/as/ana/ask", data=form)

        asked = Ask("more", {"team": "t1", "pick": "export"})
        assert workspace.dispatcher.asked == [Request(ANA, "", asked)]

    async def test_a_button_in_a_thread_is_answered_there(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient
    ) -> None:
        start = await workspace.board.post(Draft("leadership-team", CONCORD, view=DONE))
        form = {"ask": "1/help?", "channel": "leadership-team", "thread": start.id}

        await browser.post("/as/ana/ask", data=form)

        assert workspace.board.posted["m2"].thread == start.id

    @pytest.mark.parametrize("ask", ["", "0/help?", "2/help?", "help", "1/", "\0", "1/\ufffd?x=y&"])
    async def test_a_button_from_an_older_version_has_no_effect(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient, ask: str
    ) -> None:
        form = {"ask": ask, "channel": "leadership-team"}

        response = await browser.post("/as/ana/ask", data=form)

        assert response.status_code == 204
        titles = {view.title for view in [posted(workspace).view] if view}
        assert titles <= {"Out of date", "Done"}

    @pytest.mark.parametrize(
        "form", [{}, {"channel": "nowhere"}, {"channel": "leadership-team", "thread": "m1"}]
    )
    async def test_a_button_from_nowhere_is_not_found(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient, form: dict[str, str]
    ) -> None:
        response = await browser.post(
            "/as/ana/ask", data={"ask": "1/help?", **form}, headers={"hx-request": "true"}
        )

        assert response.status_code == 404
        assert response.text == "There is nothing here, or nothing that you can see."
        assert response.headers["hx-reswap"] == "none"
        assert workspace.dispatcher.asked == []


class TestSending:
    async def test_a_form_reaches_the_dispatcher_as_it_was_filled_in(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient
    ) -> None:
        pairs = [
            ("channel", "leadership-team"),
            ("where", "dialog"),
            ("one.idea", " a\r\nb\rc\0 "),
            ("many.people", ""),
            ("many.people", "ana"),
            ("many.people", "bo"),
            ("many.parties", ""),
            ("ask", "1/norms.answer?id=c1"),
        ]
        body = "&".join(f"{name}={quote(value)}" for name, value in pairs)

        await browser.post("/as/ana/ask", content=body)

        raw: Raw = {"idea": " a\nb\nc\0 ", "people": ("ana", "bo"), "parties": ()}
        asked = Request(ANA, "leadership-team", Ask("norms answer", {"id": "c1"}), raw)
        assert workspace.dispatcher.asked == [asked]

    async def test_what_comes_after_a_form_stays_in_the_dialog(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient
    ) -> None:
        form = {"ask": "1/norms.answer?", "channel": "leadership-team", "where": "dialog"}

        page = Page((await browser.post("/as/ana/ask", data=form)).text)

        assert page.one("h2", id="dialog-title").text == "Done"
        assert [button.text for button in page.all("button", class_="primary")] == ["Close"]
        assert workspace.board.posted == {}

    @pytest.mark.parametrize("body", [b"one.idea=" + b"x" * 300_000, b"a=b&" * 501])
    async def test_a_form_that_is_too_large_has_no_effect(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient, body: bytes
    ) -> None:
        response = await browser.post("/as/ana/ask", content=body, headers={"hx-request": "true"})

        assert (response.status_code, response.text) in [
            (413, "That is more than fits into one form. Please send less at once."),
            (400, "Concord did not understand that. Please go back and try again."),
        ]
        assert workspace.dispatcher.asked == []

    async def test_a_person_is_told_when_the_board_is_away(
        self, workspace: FakeWorkspace, browser: httpx.AsyncClient
    ) -> None:
        workspace.board.away = True

        response = await browser.post(
            f"{TEAM}/say", data={"text": "Hello"}, headers={"hx-request": "true"}
        )

        assert (response.status_code, response.headers["hx-reswap"]) == (503, "none")
        assert response.text == (
            "Concord cannot reach what it keeps just now. Please try again soon."
        )
