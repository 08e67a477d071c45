"""Posts answers to the addresses that come with payloads; they need no token, and soon expire."""

from types import TracebackType
from typing import Final, Self

import aiohttp

from bot.platforms.slack.errors import (
    SlackAwayError,
    SlackBusyError,
    SlackRefusedError,
    UnknownOutcomeError,
)
from bot.platforms.slack.ports import Payload

ADDRESS: Final = "https://hooks.slack.com/"
TOTAL_SECONDS: Final = 10.0
CONNECT_SECONDS: Final = 3.0
PAUSE_SECONDS: Final = 1.0

OK: Final = 200
TOO_MANY: Final = 429
BROKEN: Final = 500


class Responses:
    """What a desk's `respond` is made of, to be entered in the running loop.

    `address` is how every address begins that answers are posted to.
    """

    _session: aiohttp.ClientSession

    def __init__(self, *, address: str = ADDRESS) -> None:
        self._address = address

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=TOTAL_SECONDS, connect=CONNECT_SECONDS),
            cookie_jar=aiohttp.DummyCookieJar(),  # no workspace hands another one a cookie
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._session.close()

    async def respond(self, url: str, body: Payload) -> None:
        """Post an answer, once; raise the errors of bot.platforms.slack.errors."""
        if not url.startswith(self._address):
            raise SlackRefusedError("not_an_address_of_slack")
        status = await self._post(url, body)
        if status == TOO_MANY:
            raise SlackBusyError(PAUSE_SECONDS)
        if status >= BROKEN:
            raise SlackAwayError
        if status != OK:
            raise SlackRefusedError("answer_not_taken")

    async def _post(self, url: str, body: Payload) -> int:
        """Send a request. What aiohttp says of its troubles would tell the address, so it goes."""
        try:
            async with self._session.post(url, json=body, allow_redirects=False) as response:
                await response.read()
                return response.status
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            raise SlackAwayError from None
        except (aiohttp.ClientError, OSError):
            raise UnknownOutcomeError from None
