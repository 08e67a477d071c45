"""Tells people where Concord is not installed any more, before Bolt would."""

from collections.abc import Awaitable, Callable
from typing import Final

from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from typing_extensions import override

from bot.platforms.slack.bolt.apologies import Apologies
from bot.platforms.slack.bolt.authorize import Authorize, site_of
from bot.platforms.slack.bolt.metrics import OUTCOME, Outcome
from bot.platforms.slack.ports import Payload

FAREWELLS: Final = ("app_uninstalled", "tokens_revoked", "team_access_revoked")
"""Events that come when the installation is gone; Bolt asks for none with them, either."""


class Doorstep(AsyncMiddleware):
    """Lets a request in where Concord is installed.

    Bolt itself would answer by a call to Slack before it acknowledges, and in words of its own.
    """

    def __init__(self, authorize: Authorize, apologies: Apologies) -> None:
        self._authorize = authorize
        self._apologies = apologies

    @override
    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        next: Callable[[], Awaitable[BoltResponse]],
        **_others: BoltResponse,
    ) -> BoltResponse:
        """Go on, or answer that nobody is at home."""
        if _needs_nobody(req.body) or await self._authorize.find(site_of(req.context)):
            return await next()
        req.context[OUTCOME] = Outcome.MISSING
        return self._apologies.missing(req.body)


def _needs_nobody(payload: Payload) -> bool:
    match payload.get("type"):
        case "url_verification":
            return True
        case "event_callback":
            return payload["event"]["type"] in FAREWELLS
        case _:
            return False
