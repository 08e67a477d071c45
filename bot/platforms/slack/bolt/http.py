"""What Slack and an operator reach over HTTP."""

from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus
from typing import Final

import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.platforms.slack.bolt.dispatch import Dispatch
from bot.platforms.slack.bolt.metrics import Metrics
from bot.platforms.slack.bolt.payloads import read_body
from bot.platforms.slack.edge.edge import Edge
from bot.platforms.slack.edge.memory import Now

PATH: Final = "/slack/events"
"""Commands, interactions and events all come here."""

METRICS_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"

Page = BaseRoute
"""An address, and what answers there."""

Ready = Callable[[], Awaitable[bool]]
"""Says whether the program can do its work: whether the database answers, for one."""

_log = structlog.get_logger(__name__)


def web_pages(metrics: Metrics, ready: Ready, *, routes: Sequence[Page] = ()) -> ASGIApp:
    """Return the web application: what an operator's tools look at, and further routes."""
    watch = _Watch(metrics, ready)
    pages = [
        *routes,
        Route("/healthz", watch.health),
        Route("/readyz", watch.readiness),
        Route("/metrics", watch.metrics),
    ]
    return _Pages(pages)


def events_route(dispatch: Dispatch, secret: str, *, metrics: Metrics, now: Now) -> Page:
    """Return where Slack calls us; `secret` is the signing secret."""
    return Route(PATH, Edge(_Events(dispatch), secret, now=now, refused=metrics.refused))


class _Pages:
    """Finds the one for whom most requests are without asking the others, in half the time."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._router = Router(routes=pages, redirect_slashes=False)
        hearing = (each.app for each in pages if isinstance(each, Route) and each.path == PATH)
        self._events = next(hearing, self._router)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_event = scope["type"] == "http" and scope["path"] == PATH
        await (self._events if is_event else self._router)(scope, receive, send)


class _Events:
    """The application behind the edge, which hands over each body in one piece."""

    def __init__(self, dispatch: Dispatch) -> None:
        self._dispatch = dispatch

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        message = await receive()
        ((_, content_type),) = scope["headers"]
        answer = await self._dispatch(read_body(message["body"], content_type.decode("latin-1")))
        body = answer.body.encode()
        headers = [
            (b"content-type", answer.headers["content-type"][0].encode()),
            (b"content-length", str(len(body)).encode()),
        ]
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        await send({"type": "http.response.body", "body": body})


class _Watch:
    """What an operator's tools look at."""

    def __init__(self, metrics: Metrics, ready: Ready) -> None:
        self._metrics = metrics
        self._ready = ready

    async def health(self, _request: Request) -> Response:
        return PlainTextResponse("ok")

    async def readiness(self, _request: Request) -> Response:
        if await self._is_ready():
            return PlainTextResponse("ready")
        return PlainTextResponse("not ready", HTTPStatus.SERVICE_UNAVAILABLE)

    async def metrics(self, _request: Request) -> Response:
        return Response(self._metrics.text(), headers={"content-type": METRICS_TYPE})

    async def _is_ready(self) -> bool:
        try:
            return await self._ready()
        except Exception:  # noqa: BLE001 - whatever it is, we are not ready, and that is an answer
            _log.exception("slack_readiness_unknown")
            return False
