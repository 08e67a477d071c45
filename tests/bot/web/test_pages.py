"""What people find on the pages of the workspace."""

import httpx
import pytest

from bot.platforms.web.board import CONCORD, PRIVATE, Draft
from tests.fakes.desk import DONE, FakeWorkspace
from tests.fakes.html import Page

TEAM = "/as/ana/c/leadership-team"


async def spoken(browser: httpx.AsyncClient, address: str) -> list[str | None]:
    """Return what a page says to whoever only hears it, message by message."""
    page = Page((await browser.get(address)).text)
    return [message["data-spoken"] for message in page.all("li", class_="message")]


async def test_a_newcomer_is_led_to_the_first_person_in_the_first_channel(
    browser: httpx.AsyncClient,
) -> None:
    response = await browser.get("/")

    assert (response.status_code, response.headers["location"]) == (303, TEAM)


async def test_an_empty_workspace_says_that_there_is_nothing(workspace: FakeWorkspace) -> None:
    workspace.board.people.clear()

    async with workspace.browser() as browser:
        response = await browser.get("/")

    assert response.status_code == 404


async def test_a_person_reads_a_channel_in_the_order_of_posting(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    await workspace.board.post(Draft("leadership-team", "bo", "First"))
    await workspace.board.post(Draft("leadership-team", CONCORD, view=DONE))
    await workspace.board.post(Draft("leadership-team", "gone", "Third"))
    await workspace.board.post(Draft("school-team", "bo", "Elsewhere"))

    assert await spoken(browser, TEAM) == [
        "Bo Nguyen: First",
        "Concord: That is done.",
        "Somebody: Third",
    ]


async def test_a_person_sees_what_is_only_for_them_and_nobody_else_does(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    await workspace.board.post(Draft("leadership-team", CONCORD, "For Ana", only="ana"))

    assert await spoken(browser, TEAM) == ["Concord: For Ana"]
    assert "Only visible to you" in (await browser.get(TEAM)).text
    assert await spoken(browser, "/as/bo/c/leadership-team") == []


async def test_a_private_channel_is_another_one_for_everybody(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    await workspace.board.post(Draft(PRIVATE, CONCORD, "For Ana", only="ana"))
    await workspace.board.post(Draft(PRIVATE, CONCORD, "For Bo", only="bo"))

    assert await spoken(browser, f"/as/ana/c/{PRIVATE}") == ["Concord: For Ana"]
    assert await spoken(browser, f"/as/bo/c/{PRIVATE}") == ["Concord: For Bo"]
    assert "Only visible to you" not in (await browser.get(f"/as/ana/c/{PRIVATE}")).text


async def test_a_person_reads_the_page_in_their_own_language(browser: httpx.AsyncClient) -> None:
    page = Page((await browser.get("/as/cy/c/leadership-team")).text)

    assert page.one("html")["lang"] == "es"
    assert page.one("h2", id="clock-title").text == "Reloj del espacio"
    assert page.one("p", id="clock").text == "mar, 3 nov, 10:30"
    assert page.one("div", id="offer-1").text == "/concord norms start Acordar normas"


async def test_the_side_names_channels_and_people_and_where_one_is(
    browser: httpx.AsyncClient,
) -> None:
    page = Page((await browser.get("/as/bo/c/school-team")).text)

    links = [(a["href"], a["aria-current"]) for a in page.all("a") if "/c/" in (a["href"] or "")]

    assert links == [
        ("/as/bo/c/leadership-team", None),
        ("/as/bo/c/school-team", "page"),
        ("/as/bo/c/%40concord", None),
        ("/as/ana/c/school-team", None),
        ("/as/bo/c/school-team", "true"),
        ("/as/cy/c/school-team", None),
    ]


async def test_a_thread_shows_the_message_it_starts_from_and_the_answers(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    start = await workspace.board.post(Draft("leadership-team", "ana", "Who takes notes?"))
    await workspace.board.post(Draft("leadership-team", "bo", "I do", thread=start.id))
    await workspace.board.post(Draft("leadership-team", "bo", "Not in the thread"))

    assert await spoken(browser, f"{TEAM}/t/{start.id}") == [
        "Ana Ortega: Who takes notes?",
        "Bo Nguyen: I do",
    ]
    assert "1 reply" in (await browser.get(TEAM)).text
    assert await spoken(browser, TEAM) == [
        "Ana Ortega: Who takes notes?",
        "Bo Nguyen: Not in the thread",
    ]


async def test_a_person_finds_what_is_pinned(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    await workspace.board.post(Draft("leadership-team", CONCORD, view=DONE, pinned=True))
    await workspace.board.post(Draft("leadership-team", "ana", "A note", pinned=True))
    await workspace.board.post(Draft("leadership-team", "ana", "Not pinned"))

    page = Page((await browser.get(TEAM)).text)
    dialog = Page((await browser.get(f"{TEAM}/pinned")).text)

    assert page.one("div", id="pinned").text == "Pinned (2)"
    assert [card.text for card in dialog.elements if card["class"] == "card"] == [
        "Done That is done.",
        "A note",
    ]


async def test_a_channel_where_nothing_is_pinned_any_more_says_so(
    browser: httpx.AsyncClient,
) -> None:
    assert "Nothing is pinned here now." in (await browser.get(f"{TEAM}/pinned")).text


async def test_a_message_that_an_older_version_kept_is_not_an_empty_line(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    await workspace.board.post(Draft("leadership-team", CONCORD))

    assert "This is from an older version" in (await browser.get(TEAM)).text


@pytest.mark.parametrize(
    "address",
    [
        "/nowhere",
        "/as/nobody/c/leadership-team",
        "/as/ana/c/nowhere",
        "/as/ana/c/%00",
        "/as/%F0%9F%98%80/c/leadership-team",
        f"{TEAM}/t/m1",
        f"{TEAM}/t/m2",
        f"{TEAM}/t/m3",
        f"{TEAM}/t/m4",
        f"{TEAM}/t/m99",
        f"{TEAM}/t/%00",
        f"{TEAM}/stream?thread=m1",
        f"/as/ana/c/{PRIVATE}/t/m5",
        f"/as/ana/picture/{'9' * 50}/0.png",
        f"/as/ana/picture/m2/{'9' * 400}.png",
    ],
)
async def test_what_is_missing_and_what_is_not_theirs_look_the_same(
    workspace: FakeWorkspace, browser: httpx.AsyncClient, address: str
) -> None:
    start = await workspace.board.post(Draft("school-team", "bo", "Another channel"))
    await workspace.board.post(Draft("leadership-team", CONCORD, "For Bo", only="bo"))
    await workspace.board.post(Draft(PRIVATE, CONCORD, "For Bo", only="bo"))
    await workspace.board.post(Draft("leadership-team", "bo", "An answer", thread=start.id))
    await workspace.board.post(Draft(PRIVATE, CONCORD, "For Ana", only="ana"))

    response = await browser.get(address)

    assert response.status_code == 404
    assert (
        Page(response.text).one("h1").text == "There is nothing here, or nothing that you can see."
    )


async def test_a_browser_that_reads_spanish_is_told_so_in_spanish(
    browser: httpx.AsyncClient,
) -> None:
    response = await browser.get("/nowhere", headers={"accept-language": "es-MX,es;q=0.9"})

    assert Page(response.text).one("html")["lang"] == "es"


async def test_a_reader_is_told_when_the_board_is_away(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    workspace.board.away = True

    response = await browser.get(TEAM)

    assert response.status_code == 503
    assert Page(response.text).one("h1").text == (
        "Concord cannot reach what it keeps just now. Please try again soon."
    )


async def test_looking_by_another_way_changes_nothing(browser: httpx.AsyncClient) -> None:
    response = await browser.get(f"{TEAM}/say")

    assert response.status_code == 405
