"""Stands before everything: lets in only this computer's own browser, and says how to treat a page.

The workspace has no accounts, so whoever reaches it may do anything. It listens on this computer
only; what is left are other sites in the same browser, which could post to it or, by giving their
own name this computer's address, read it.
"""

from collections.abc import Mapping
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HTTP_PORT: Final = 80

OWN_NAMES: Final = ("localhost", "127.0.0.1", "[::1]")

READING: Final = ("GET", "HEAD")

CONTENT_SECURITY_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""A page shows and does only what comes from here; scripts and styles inside a page do nothing."""

HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Guard:
    """Wraps an application: refuses what comes from elsewhere, and adds headers to all answers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or see the application through its life."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(MutableHeaders(scope=message), scope["path"])
            await send(message)

        app = _refusal(scope) or self._app
        await app(scope, receive, send_guarded)


def _refusal(scope: Scope) -> ASGIApp | None:
    headers = Headers(scope=scope)
    if headers.get("host", "").lower() not in _own_hosts(scope):
        return PlainTextResponse("This workspace answers only to this computer.", 421)
    if scope["method"] not in READING and not _is_same_origin(headers):
        return PlainTextResponse("This workspace takes nothing from other sites.", 403)
    return None


def _own_hosts(scope: Scope) -> set[str]:
    _, port = scope["server"]
    bare = set(OWN_NAMES) if port == HTTP_PORT else set()
    return bare | {f"{name}:{port}" for name in OWN_NAMES}


def _is_same_origin(headers: Headers) -> bool:
    """Say whether a page of ours sends this.

    Browsers say so in Sec-Fetch-Site. The Origin, which older ones send, may be "null" even from
    our own pages, because these ask for no referrer.
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    return headers.get("origin") == f"http://{headers['host']}"


def _add_headers(headers: MutableHeaders, path: str) -> None:
    headers.update(HEADERS)
    headers["Cache-Control"] = "no-cache" if path.startswith("/static/") else "no-store"
