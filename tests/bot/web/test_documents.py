"""Files go with their messages, under their own names, and to nobody else."""

import httpx
import pytest

from bot.platforms.web.board import CONCORD, Draft, Message
from commands.errors import MissingError
from tests.fakes.board import START
from tests.fakes.desk import FakeWorkspace
from tests.fakes.html import Page
from workflows.views import Document, PageFormat, Pages, TextFile, View

RECORD = Document(
    'decisión "días"\r\n-1.docx', Pages("Días", (), "", "es", "UTC", START, PageFormat.DOCX)
)
COPY = Document("about-me.json", TextFile("<b>{}</b>"))
VIEW = View("Taken", "Here it is.", (COPY, RECORD))


async def post(workspace: FakeWorkspace, only: str | None = None) -> Message:
    return await workspace.board.post(Draft("leadership-team", CONCORD, view=VIEW, only=only))


async def test_a_reader_sees_the_name_of_each_file_and_the_way_to_it(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    await post(workspace)

    page = Page((await browser.get("/as/ana/c/leadership-team")).text)

    links = page.all("a", class_="button")
    assert [(link["href"], link["download"]) for link in links] == [
        ("/as/ana/document/m1/0?1", COPY.name),
        ("/as/ana/document/m1/1?1", RECORD.name),
    ]
    assert [shown.text for shown in page.all("pre")] == ["<b>{}</b>"]


async def test_pages_are_handed_out_to_be_kept(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    await post(workspace, only="ana")

    response = await browser.get("/as/ana/document/m1/1")

    assert response.content == "docx: Días".encode()
    assert response.headers["content-disposition"] == (
        "attachment; filename*=UTF-8''decisi%C3%B3n%20%22d%C3%ADas%22%0D%0A-1.docx"
    )
    assert response.headers["content-type"] == (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.csv", "text/csv; charset=utf-8"),
        ("a.md", "text/markdown; charset=utf-8"),
        ("a.pdf", "application/pdf"),
        ("a.zip", "application/zip"),
        ("a.html", "application/octet-stream"),
    ],
)
async def test_a_browser_is_told_what_a_file_is(
    workspace: FakeWorkspace, browser: httpx.AsyncClient, name: str, kind: str
) -> None:
    view = View("Taken", "Here it is.", (Document(name, TextFile("<script>")),))
    await workspace.board.post(Draft("leadership-team", CONCORD, view=view))

    response = await browser.get("/as/ana/document/m1/0")

    assert (response.headers["content-type"], response.text) == (kind, "<script>")


@pytest.mark.parametrize(
    "address", ["/as/bo/document/m1/1", "/as/ana/document/m1/2", "/as/ana/document/m2/0"]
)
async def test_nothing_is_handed_out_to_anybody_else(
    workspace: FakeWorkspace, browser: httpx.AsyncClient, address: str
) -> None:
    await post(workspace, only="ana")
    await workspace.board.post(Draft("leadership-team", "ana", "No file"))

    assert (await browser.get(address)).status_code == 404
    assert workspace.made == []


async def test_who_may_not_have_a_file_any_more_is_told_that_there_is_none(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    await post(workspace, only="ana")
    workspace.refusal = MissingError()

    response = await browser.get("/as/ana/document/m1/1")

    assert response.status_code == 404
    assert "I could not find that here." in response.text


async def test_a_form_in_a_dialog_ends_with_a_message_that_holds_the_file(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    workspace.dispatcher.view = VIEW
    form = {"ask": "1/record.export?id=r", "channel": "leadership-team", "where": "dialog"}

    response = await browser.post("/as/ana/ask", data=form)

    assert (response.status_code, response.headers["hx-trigger"]) == (204, "concord:done")
    assert workspace.made == [COPY, RECORD]
    (message,) = await workspace.board.messages("leadership-team", "ana")
    assert (message.view, message.only) == (VIEW, "ana")


async def test_a_secret_with_a_file_is_not_posted(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    workspace.dispatcher.view = VIEW.in_secret()

    response = await browser.post("/as/ana/ask", data={"ask": "1/me?", "channel": "@concord"})

    page = Page(response.text)
    names = [shown.text for shown in page.all("p", class_="document")]
    assert names == [" ".join(RECORD.name.split())]
    assert page.all("a", class_="button") == []
