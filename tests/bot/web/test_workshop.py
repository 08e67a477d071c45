"""What only a local workspace can do: more people and channels, another time, a new start."""

from datetime import timedelta

import httpx
import pytest

from bot.platforms.web.board import Channel, Persona
from bot.platforms.web.hub import ClockMoved, StartedOver
from tests.fakes.board import START
from tests.fakes.desk import FakeWorkspace
from tests.fakes.html import Page

TEAM = "/as/ana/c/leadership-team"


def problems(response: httpx.Response) -> list[str]:
    """Return what a form says at its fields."""
    return [problem.text for problem in Page(response.text).all("p", class_="error")]


async def test_a_new_person_is_asked_for_a_name_and_a_language(browser: httpx.AsyncClient) -> None:
    page = Page((await browser.get("/as/cy/c/school-team/people/new")).text)

    assert page.one("form", class_="questions")["hx-post"] == "/as/cy/c/school-team/people"
    assert page.one("input", name="one.name")["value"] == ""
    languages = page.all("input", name="one.language")
    assert [(pick["value"], pick["checked"]) for pick in languages] == [("en", None), ("es", "")]


async def test_a_new_person_comes_in_and_is_who_one_is_then(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    form = {"one.name": "  Eva  Lind ", "one.language": "es"}

    response = await browser.post(f"{TEAM}/people", data=form)

    assert workspace.board.people[-1] == Persona("p3", "Eva Lind", "es")
    assert response.headers["hx-redirect"] == "/as/p3/c/leadership-team"


@pytest.mark.parametrize(
    ("form", "sentences"),
    [
        ({"one.name": " ", "one.language": "es"}, ["Please write a name."]),
        (
            {"one.name": "x" * 61, "one.language": "xx"},
            ["This is 1 character too long. Please shorten it.", "Please pick a language."],
        ),
        ({}, ["Please write a name.", "Please pick a language."]),
    ],
)
async def test_a_new_person_without_a_name_or_language_stays_outside(
    workspace: FakeWorkspace,
    browser: httpx.AsyncClient,
    form: dict[str, str],
    sentences: list[str],
) -> None:
    response = await browser.post(f"{TEAM}/people", data=form)

    assert problems(response) == sentences
    assert len(workspace.board.people) == 3


async def test_a_new_channel_is_opened_and_gone_to(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    asked = Page((await browser.get(f"{TEAM}/channels/new")).text)
    response = await browser.post(f"{TEAM}/channels", data={"one.name": "Budget"})

    assert asked.one("h2", id="dialog-title").text == "A new channel"
    assert workspace.board.places[-2] == Channel("c3", "Budget", "")
    assert response.headers["hx-redirect"] == "/as/ana/c/c3"


async def test_a_new_channel_needs_a_name(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    response = await browser.post(f"{TEAM}/channels", data={"one.name": "\0"})

    assert problems(response) == [
        "This holds a character that cannot be kept. Please type the text again."
    ]
    assert len(workspace.board.places) == 3


@pytest.mark.parametrize(
    ("by", "delta"),
    [
        ("10m", timedelta(minutes=10)),
        ("1h", timedelta(hours=1)),
        ("1d", timedelta(days=1)),
        ("1w", timedelta(weeks=1)),
    ],
)
async def test_the_clock_is_moved_and_everybody_hears_of_it(
    workspace: FakeWorkspace, browser: httpx.AsyncClient, by: str, delta: timedelta
) -> None:
    with workspace.hub.listen("bo") as listener:
        response = await browser.post("/as/ana/clock", data={"by": by})

        assert await listener.heard(0) == (ClockMoved(),)

    assert response.status_code == 204
    assert workspace.workshop.time == START + delta


@pytest.mark.parametrize("by", ["", "-1d", "1y"])
async def test_the_clock_moves_by_no_other_step(
    workspace: FakeWorkspace, browser: httpx.AsyncClient, by: str
) -> None:
    response = await browser.post("/as/ana/clock", data={"by": by})

    assert response.status_code == 400
    assert workspace.workshop.time == START


async def test_the_workspace_starts_over_and_everybody_hears_of_it(
    workspace: FakeWorkspace, browser: httpx.AsyncClient
) -> None:
    with workspace.hub.listen("bo") as listener:
        response = await browser.post("/as/ana/reset")

        assert await listener.heard(0) == (StartedOver(),)

    assert response.headers["hx-refresh"] == "true"
    assert workspace.workshop.resets == 1


@pytest.mark.parametrize("action", ["clock", "reset"])
async def test_nobody_unknown_moves_the_clock_or_starts_over(
    workspace: FakeWorkspace, browser: httpx.AsyncClient, action: str
) -> None:
    response = await browser.post(f"/as/nobody/{action}", data={"by": "1d"})

    assert response.status_code == 404
    assert (workspace.workshop.time, workspace.workshop.resets) == (START, 0)
