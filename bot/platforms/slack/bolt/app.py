"""Sets Bolt up: six listeners for everything, all settings passed, and our own runner."""

from dataclasses import dataclass, field
from typing import Final

import structlog
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.listener.async_listener import AsyncListener
from slack_bolt.middleware.async_middleware_error_handler import AsyncMiddlewareErrorHandler
from slack_bolt.middleware.ignoring_self_events.async_ignoring_self_events import (
    AsyncIgnoringSelfEvents,
)
from slack_bolt.middleware.url_verification.async_url_verification import AsyncUrlVerification
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient
from typing_extensions import override

from bot.platforms.slack.bolt.apologies import Apologies
from bot.platforms.slack.bolt.authorize import Authorize
from bot.platforms.slack.bolt.doorstep import Doorstep
from bot.platforms.slack.bolt.listeners import Listener
from bot.platforms.slack.bolt.metrics import OUTCOME, Outcome
from bot.platforms.slack.bolt.once import Once
from bot.platforms.slack.bolt.payloads import Kind
from bot.platforms.slack.bolt.quiet import no_slack_variables, quiet_libraries
from bot.platforms.slack.bolt.runner import AckRunner
from bot.platforms.slack.bolt.tasks import Tasks
from bot.platforms.slack.ports import Handling

NAME: Final = "slack_bolt.concord"
"""Bolt names loggers after the app; this way they are among those that are kept quiet."""

_log = structlog.get_logger(__name__)


def slack_app(
    handling: Handling, authorize: Authorize, *, once: Once, tasks: Tasks, apologies: Apologies
) -> AsyncApp:
    """Return an app that hands each payload to `handling` once.

    Signatures are verified at the edge, before Bolt; sockets need none.
    """
    quiet = quiet_libraries()
    with no_slack_variables():
        app = _App(
            logger=quiet,
            name=NAME,
            signing_secret="",
            client=AsyncWebClient(logger=quiet),
            before_authorize=Doorstep(authorize, apologies),
            attaching_conversation_kwargs_enabled=False,
        )
    # Bolt has no other way to put in a runner, what deals with errors before it, and listeners.
    app._async_listener_runner = AckRunner(app.listener_runner, tasks, apologies)  # noqa: SLF001 - see above
    app._async_middleware_error_handler = _Failures(apologies)  # noqa: SLF001 - see above
    app._async_listeners.extend(_listeners(handling, once))  # noqa: SLF001 - see above
    return app


def _listeners(handling: Handling, once: Once) -> list[AsyncListener]:
    """Return a listener for each kind of payload."""
    return [
        Listener(Kind.COMMAND, handling.command, once),
        Listener(Kind.ACTION, handling.action, once),
        Listener(Kind.SUBMISSION, handling.submission, once),
        Listener(Kind.EVENT, handling.event, once),
        Listener(Kind.SHORTCUT, handling.shortcut, once),
        Listener(Kind.FUNCTION, handling.function, once),
    ]


class _App(AsyncApp):
    """An app without a client of its own for each request; we call Slack in another way.

    The doorstep stands in the place of Bolt's authorization, and the edge in that of its checks.
    """

    @override
    def _init_async_middleware_list(self, *_: object, **__: object) -> None:
        doorstep = self._async_before_authorize
        assert doorstep  # noqa: S101 - there is always one, see above
        self._async_middleware_list = [doorstep, AsyncIgnoringSelfEvents(), AsyncUrlVerification()]

    @override
    def _init_context(self, req: AsyncBoltRequest) -> None:
        req.context["logger"] = self.logger
        req.context["token"] = None
        req.context["client"] = _NoClient()


@dataclass(slots=True)
class _NoClient:
    """Where Bolt notes whose token it is; nobody calls Slack with it."""

    token: str | None = field(default=None, repr=False)


class _Failures(AsyncMiddlewareErrorHandler):
    """Answers for what fails before a listener runs, such as the search for the installation."""

    def __init__(self, apologies: Apologies) -> None:
        self._apologies = apologies

    @override
    async def handle(
        self, error: Exception, request: AsyncBoltRequest, response: BoltResponse | None
    ) -> None:
        _log.error("slack_dispatch_failed", exc_info=error)
        request.context[OUTCOME] = Outcome.FAILED
        apology = self._apologies.failed(request.body)
        answer = response or apology
        answer.status, answer.body, answer.headers = apology.status, apology.body, apology.headers
