"""What an operator's tools look at over HTTP, and the addresses beside it that platforms bring."""

from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus
from typing import Final

import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

METRICS_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"

Page = BaseRoute
"""An address, and what answers there."""

Ready = Callable[[], Awaitable[bool]]
"""Says whether the program can do its work: whether the database answers, for one."""

_log = structlog.get_logger(__name__)


def web_pages(metrics: Callable[[], str], ready: Ready, *, routes: Sequence[Page] = ()) -> ASGIApp:
    """Return the web application: what an operator's tools look at, and further routes."""
    watch = _Watch(metrics, ready)
    pages = [
        *routes,
        Route("/healthz", watch.health),
        Route("/readyz", watch.readiness),
        Route("/metrics", watch.metrics),
    ]
    return _Pages(pages)


class _Pages:
    """Finds whole applications, to which most requests go, at once: in half the time."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._router = Router(routes=pages, redirect_slashes=False)
        self._applications = {
            page.path: page.app
            for page in pages
            if isinstance(page, Route) and page.methods is None  # it looks at them itself
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"] if scope["type"] == "http" else ""
        await self._applications.get(path, self._router)(scope, receive, send)


class _Watch:
    """What an operator's tools look at."""

    def __init__(self, metrics: Callable[[], str], ready: Ready) -> None:
        self._metrics = metrics
        self._is_ready = ready

    async def health(self, _request: Request) -> Response:
        return PlainTextResponse("ok")

    async def readiness(self, _request: Request) -> Response:
        if await self._can_work():
            return PlainTextResponse("ready")
        return PlainTextResponse("not ready", HTTPStatus.SERVICE_UNAVAILABLE)

    async def metrics(self, _request: Request) -> Response:
        return Response(self._metrics(), headers={"content-type": METRICS_TYPE})

    async def _can_work(self) -> bool:
        try:
            return await self._is_ready()
        except Exception:  # noqa: BLE001 - whatever it is, we are not ready, and that is an answer
            _log.exception("readiness_unknown")
            return False
