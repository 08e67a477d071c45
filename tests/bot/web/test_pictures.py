"""Pictures go with their messages, and to nobody else."""

import httpx
import pytest

from bot.platforms.web.board import CONCORD, Draft, Message
from tests.fakes.desk import DONE, FakeWorkspace
from tests.fakes.html import Page
from workflows.pictures.drawings import Drawing, alt_text
from workflows.pictures.tally import TallyPicture, TallyRow
from workflows.text import plain
from workflows.views import Paragraph, Picture, View

FIRST = TallyPicture(title="Fist to five", rows=(TallyRow(label="Five", counts=(3,)),))
SECOND = TallyPicture(title='<b>"Second"</b>', rows=(TallyRow(label="One", counts=(2,)),))


def picture(drawing: Drawing) -> Picture:
    return Picture(drawing, alt_text(drawing))


VIEW = View(
    "Spread", "The spread.", (picture(FIRST), Paragraph(plain("And then")), picture(SECOND))
)


async def post(workspace: FakeWorkspace, only: str | None = None) -> Message:
    return await workspace.board.post(Draft("leadership-team", CONCORD, view=VIEW, only=only))


async def test_a_reader_sees_each_picture_with_the_words_that_say_the_same(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    await post(workspace)

    page = Page((await browser.get("/as/ana/c/leadership-team")).text)

    images = [image for image in page.all("img") if image["alt"]]
    assert [(image["src"], image["alt"], image["width"]) for image in images] == [
        ("/as/ana/picture/m1/0.png?1", alt_text(FIRST), "640"),
        ("/as/ana/picture/m1/1.png?1", alt_text(SECOND), "640"),
    ]


async def test_a_picture_is_drawn_for_whoever_may_see_its_message(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    await post(workspace, only="ana")

    response = await browser.get("/as/ana/picture/m1/1.png")

    assert response.headers["content-type"] == "image/png"
    assert workspace.drawn == [SECOND]


@pytest.mark.parametrize(
    "address", ["/as/bo/picture/m1/1.png", "/as/ana/picture/m1/2.png", "/as/ana/picture/m2/0.png"]
)
async def test_nothing_is_drawn_for_anybody_else(
    workspace: FakeWorkspace, browser: httpx.AsyncClient, address: str
) -> None:
    await post(workspace, only="ana")
    await workspace.board.post(Draft("leadership-team", "ana", "No picture"))

    assert (await browser.get(address)).status_code == 404
    assert workspace.drawn == []


async def test_a_picture_in_a_dialog_is_drawn_in_place_and_inert(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    workspace.dispatcher.view = VIEW
    form = {"ask": "1/spread?", "channel": "leadership-team", "where": "dialog"}

    page = Page((await browser.post("/as/ana/ask", data=form)).text)

    assert [drawing["role"] for drawing in page.all("svg", width="640")] == ["img", "img"]
    assert [words.text for words in page.all("figcaption")] == [alt_text(FIRST), alt_text(SECOND)]
    assert page.all("b") == []


async def test_the_newest_picture_of_an_edited_message_is_asked_for(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    message = await post(workspace)
    await workspace.board.edit(message.id, View("S", "S", (picture(SECOND),)), pinned=False)
    await workspace.board.post(Draft("leadership-team", CONCORD, view=DONE))

    page = Page((await browser.get("/as/ana/c/leadership-team")).text)

    assert [image["src"] for image in page.all("img") if image["alt"]] == [
        "/as/ana/picture/m1/0.png?2"
    ]
