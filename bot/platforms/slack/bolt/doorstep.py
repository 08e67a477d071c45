"""Lets in what comes from where Concord is installed, and tells people where it is not."""

from collections.abc import Awaitable, Callable
from typing import Final

from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from typing_extensions import override

from bot.platforms.slack.bolt.apologies import Apologies
from bot.platforms.slack.bolt.authorize import Authorize, result_of, site_of
from bot.platforms.slack.bolt.metrics import OUTCOME, Outcome
from bot.platforms.slack.ports import Payload

FAREWELLS: Final = ("app_uninstalled", "tokens_revoked", "team_access_revoked")
"""Events that come when the installation is gone; Bolt asks for none with them, either."""


class Doorstep(AsyncMiddleware):
    """Lets a request in where Concord is installed, in the place of Bolt's own authorization.

    That would answer by a call to Slack before it acknowledges, and in words of its own.
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
        if _needs_nobody(req.body):
            return await next()
        installation = await self._authorize.find(site_of(req.context))
        if installation is None:
            req.context[OUTCOME] = Outcome.MISSING
            return self._apologies.missing(req.body)
        if "event" in req.body:  # among which Bolt tells our own from the others by who we are
            req.context.set_authorize_result(result_of(installation))
        return await next()


def _needs_nobody(payload: Payload) -> bool:
    match payload.get("type"):
        case "url_verification":
            return True
        case "event_callback":
            return payload["event"]["type"] in FAREWELLS
        case _:
            return False
