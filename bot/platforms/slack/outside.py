"""Posts to Slack over one HTTP session that all share, each request once; nothing is logged."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

import aiohttp

from bot.platforms.slack.errors import SlackAwayError, UnknownOutcomeError
from bot.platforms.slack.ports import Payload

SLACK_API: Final = "https://slack.com/api/"

Body = Mapping[str, str] | bytes
"""A form, or the content of a file."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back over HTTP."""

    status: int
    body: bytes = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)


@asynccontextmanager
async def open_session() -> AsyncIterator[aiohttp.ClientSession]:
    """Return the session, until the end of the block; no workspace hands another one a cookie."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        yield session


async def post(
    session: aiohttp.ClientSession,
    address: str,
    *,
    timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - aiohttp tells by it whether anything left
    data: Body | None = None,
    json: Payload | None = None,
    headers: Mapping[str, str] | None = None,
) -> Reply:
    """Send one request and return what came back, whatever it says.

    Raises SlackAwayError for a request that never left, and UnknownOutcomeError where the answer
    was lost. What aiohttp says of its troubles could tell of the request, so it goes.
    """
    try:
        async with session.post(
            address, data=data, json=json, headers=headers, timeout=timeout, allow_redirects=False
        ) as response:
            return Reply(response.status, await response.read(), response.headers)
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
        raise SlackAwayError from None
    except (aiohttp.ClientError, OSError):
        raise UnknownOutcomeError from None
