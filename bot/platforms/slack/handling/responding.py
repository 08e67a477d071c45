"""Posts answers to the addresses that come with payloads; they need no token, and soon expire."""

from typing import Final

import aiohttp

from bot.platforms.slack.errors import (
    SlackAwayError,
    SlackBusyError,
    SlackRefusedError,
)
from bot.platforms.slack.outside import post
from bot.platforms.slack.ports import Payload

ADDRESS: Final = "https://hooks.slack.com/"
PATIENCE: Final = aiohttp.ClientTimeout(total=10.0, connect=3.0)
PAUSE_SECONDS: Final = 1.0

OK: Final = 200
TOO_MANY: Final = 429
BROKEN: Final = 500


class Responses:
    """What a desk's `respond` is made of.

    `address` is how every address begins that answers are posted to.
    """

    def __init__(self, session: aiohttp.ClientSession, *, address: str = ADDRESS) -> None:
        self._session = session
        self._address = address

    async def respond(self, url: str, body: Payload) -> None:
        """Post an answer, once; raise the errors of bot.platforms.slack.errors."""
        if not url.startswith(self._address):
            raise SlackRefusedError("not_an_address_of_slack")
        status = (await post(self._session, url, timeout=PATIENCE, json=body)).status
        if status == TOO_MANY:
            raise SlackBusyError(PAUSE_SECONDS)
        if status >= BROKEN:
            raise SlackAwayError
        if status != OK:
            raise SlackRefusedError("answer_not_taken")
