"""The workspace answers this computer's own browser, and nobody else."""

import httpx
import pytest
from starlette.types import Message, Receive, Scope, Send

from bot.platforms.web.app import web_app
from bot.platforms.web.guard import Guard
from tests.fakes.desk import FakeWorkspace

SAY = "/as/ana/c/leadership-team/say"


@pytest.mark.parametrize(
    "host", ["localhost:8765", "127.0.0.1:8765", "[::1]:8765", "LOCALHOST:8765"]
)
async def test_a_browser_gets_in_by_a_name_of_this_computer(
    browser: httpx.AsyncClient, host: str
) -> None:
    response = await browser.get("/healthz", headers={"host": host})

    assert (response.status_code, response.text) == (200, "ok")


@pytest.mark.parametrize(
    "host",
    ["evil.example:8765", "localhost", "localhost:80", "127.0.0.1:8766", "localhost.:8765", ""],
)
async def test_a_browser_stays_out_when_another_name_leads_here(
    browser: httpx.AsyncClient, host: str
) -> None:
    response = await browser.get("/", headers={"host": host})

    assert response.status_code == 421
    assert response.text == "This workspace answers only to this computer."


async def test_a_name_needs_no_port_when_the_port_is_the_usual_one(
    workspace: FakeWorkspace,
) -> None:
    application = web_app(workspace.desk)

    async def on_port_80(scope: Scope, receive: Receive, send: Send) -> None:
        await application({**scope, "server": ("127.0.0.1", 80)}, receive, send)

    transport = httpx.ASGITransport(on_port_80)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        response = await client.get("/healthz")

    assert response.status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "same-origin", "origin": "null"},
        {"origin": "http://localhost:8765"},
    ],
)
async def test_a_page_of_ours_may_post(workspace: FakeWorkspace, headers: dict[str, str]) -> None:
    async with workspace.browser() as client:
        del client.headers["sec-fetch-site"]
        response = await client.post(SAY, data={"text": "Hello"}, headers=headers)

    assert response.status_code == 204


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://localhost:8765"},
        {"sec-fetch-site": "none"},
        {"origin": "http://localhost:3000"},
        {"origin": "https://localhost:8765"},
        {"origin": "null"},
    ],
)
async def test_another_site_may_not_post(workspace: FakeWorkspace, headers: dict[str, str]) -> None:
    async with workspace.browser() as client:
        del client.headers["sec-fetch-site"]
        response = await client.post(SAY, data={"text": "Hello"}, headers=headers)

    assert response.status_code == 403
    assert response.text == "This workspace takes nothing from other sites."
    assert workspace.board.posted == {}


@pytest.mark.parametrize(
    ("path", "cache"),
    [
        ("/as/ana/c/leadership-team", "no-store"),
        ("/as/nobody/c/leadership-team", "no-store"),
        ("/static/css/look.css", "no-cache"),
    ],
)
async def test_every_answer_tells_the_browser_to_be_careful(
    browser: httpx.AsyncClient, path: str, cache: str
) -> None:
    headers = (await browser.get(path)).headers

    assert headers["content-security-policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
        "base-uri 'none'"
    )
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == cache


async def test_even_a_fault_of_ours_is_told_with_care(workspace: FakeWorkspace) -> None:
    workspace.dispatcher.fault = RuntimeError("bug")

    async with workspace.browser() as client:
        form = {"ask": "1/help?", "channel": "leadership-team"}
        response = await client.post("/as/ana/ask", data=form, headers={"hx-request": "true"})

    assert response.status_code == 500
    assert response.text == (
        "Something went wrong in Concord. Nothing was changed. Please try again."
    )
    assert response.headers["content-security-policy"].startswith("default-src 'none'")


async def test_the_guard_lets_pass_what_is_no_request() -> None:
    passed = list[str]()

    async def application(scope: Scope, _receive: Receive, _send: Send) -> None:
        passed.append(scope["type"])

    async def receive() -> Message:
        return {}

    async def send(_message: Message) -> None:
        return

    await Guard(application)({"type": "lifespan"}, receive, send)

    assert passed == ["lifespan"]
