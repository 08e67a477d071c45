"""What a browser does on the way to Slack and back."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import httpx


async def begin(browser: httpx.AsyncClient, query: str = "") -> dict[str, list[str]]:
    """Open the install page; return what its button tells Slack."""
    page = await browser.get(f"/slack/install{query}")
    assert page.status_code == 200
    (address,) = re.findall(r'href="(https://slack\.com/oauth[^"]*)"', page.text)
    return parse_qs(urlsplit(unescape(address)).query)


async def come_back(browser: httpx.AsyncClient, state: str, **more: str) -> httpx.Response:
    """Come back from Slack with a code and a state."""
    return await browser.get("/slack/oauth", params={"code": "code", "state": state, **more})


async def state_of(browser: httpx.AsyncClient, query: str = "") -> str:
    (state,) = (await begin(browser, query))["state"]
    return state
