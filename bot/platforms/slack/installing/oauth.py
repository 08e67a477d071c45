"""The way in for a workspace: from our install page to Slack, and back with a code.

A beginning is good once, for ten minutes, and only in the browser that made it: a cookie that no
other site can set or read ties the two together. So nobody can be led to finish what somebody else
has begun.
"""

import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from http import HTTPStatus
from importlib import resources
from typing import Final
from urllib.parse import urlencode

import structlog
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from bot.platforms.slack.errors import SlackError, SlackRefusedError
from bot.platforms.slack.installing.exchange import Exchange
from bot.platforms.slack.installing.grants import OddGrantError, bot_of, granted, is_holder
from bot.platforms.slack.installing.pages import (
    INSTALL,
    STYLES,
    Trouble,
    done_page,
    install_page,
    trouble_page,
)
from bot.platforms.slack.installing.ports import STATE_LASTS, KeptAwayError, States
from bot.platforms.slack.installing.scopes import needed, optional
from bot.platforms.slack.ports import Installation, Installations
from workflows.catalogue import words_for
from workflows.words import Words

CALLBACK: Final = "/slack/oauth"
AUTHORIZE: Final = "https://slack.com/oauth/v2/authorize"
COOKIE: Final = "__Host-concord-install"
LONGEST_CODE: Final = 500

HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; form-action 'none'; "
        "frame-ancestors 'none'; base-uri 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept-Language",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}

_SECRET: Final = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)
_STATUS: Final = {
    Trouble.DENIED: HTTPStatus.OK,
    Trouble.NOT_BEGUN: HTTPStatus.BAD_REQUEST,
    Trouble.OTHER_TEAM: HTTPStatus.FORBIDDEN,
    Trouble.REFUSED: HTTPStatus.BAD_REQUEST,
    Trouble.AWAY: HTTPStatus.SERVICE_UNAVAILABLE,
    Trouble.ODD_LINK: HTTPStatus.BAD_REQUEST,
}

_log = structlog.get_logger(__name__)


class _StoppedError(Exception):
    """An installation that does not go on; `trouble` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.name)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class InstallDesk:
    """What the pages work with.

    `public_url` is where people reach us, without a path; at `authorize` Slack asks them.
    """

    exchange: Exchange
    states: States
    installations: Installations
    public_url: str
    now: Callable[[], datetime]
    authorize: str = AUTHORIZE

    @property
    def redirect(self) -> str:
        """Where Slack sends people back to."""
        return self.public_url + CALLBACK


def install_routes(desk: InstallDesk) -> Sequence[BaseRoute]:
    """Return the pages that let workspaces in."""
    pages = _InstallPages(desk)
    return [
        Route(INSTALL, pages.install),
        Route(CALLBACK, pages.callback),
        Route(STYLES, pages.styles),
    ]


class _InstallPages:
    """Answers the three addresses."""

    def __init__(self, desk: InstallDesk) -> None:
        self._desk = desk
        folder = resources.files("bot.platforms.slack.installing")
        self._styles = folder.joinpath("static", "install.css").read_bytes()

    async def styles(self, _request: Request) -> Response:
        """Show how the pages look."""
        return Response(
            self._styles, media_type="text/css", headers={"Cache-Control": "max-age=3600"}
        )

    async def install(self, request: Request) -> Response:
        """Say what Concord asks for, and lead to Slack; `team` announces for which workspace."""
        words = _words(request)
        try:
            return await self._lead_to_slack(request, words)
        except _StoppedError as stopped:
            return _trouble(stopped.trouble, words)
        except KeptAwayError:
            return _trouble(Trouble.AWAY, words)

    async def callback(self, request: Request) -> Response:
        """Take in whoever comes back from Slack."""
        words = _words(request)
        try:
            installation = await self._let_in(request)
        except _StoppedError as stopped:
            response = _trouble(stopped.trouble, words)
        except SlackRefusedError as error:
            _log.warning("slack_install_refused", code=error.code)
            response = _trouble(Trouble.REFUSED, words)
        except (SlackError, OddGrantError, KeptAwayError) as error:
            _log.warning("slack_install_failed", kind=type(error).__name__)
            response = _trouble(Trouble.AWAY, words)
        else:
            _log.info("slack_installed", team=installation.team, org=installation.org)
            response = _html(done_page(words, installation), HTTPStatus.OK, words)
        return response

    async def _lead_to_slack(self, request: Request, words: Words) -> Response:
        team = request.query_params.get("team", "")
        if team and not is_holder(team):
            raise _StoppedError(Trouble.ODD_LINK)
        state, browser = secrets.token_urlsafe(32), _browser(request) or secrets.token_urlsafe(32)
        if not await self._desk.states.begin(state, browser, team):
            raise _StoppedError(Trouble.AWAY)
        page = install_page(words, self._authorize(state, team))
        response = _html(page, HTTPStatus.OK, words)
        response.set_cookie(
            COOKIE,
            browser,
            max_age=int(STATE_LASTS.total_seconds()),
            secure=True,
            httponly=True,
            samesite="lax",
        )
        return response

    async def _let_in(self, request: Request) -> Installation:
        """Return the new installation. The state is used up first, whatever comes after."""
        asked = request.query_params
        announced = await self._begun(asked.get("state", ""), _browser(request))
        if "error" in asked:
            raise _StoppedError(Trouble.DENIED)
        if announced is None:
            raise _StoppedError(Trouble.NOT_BEGUN)
        code = asked.get("code", "")
        if not 0 < len(code) <= LONGEST_CODE:
            raise _StoppedError(Trouble.ODD_LINK)
        body = await self._desk.exchange.code(code, redirect=self._desk.redirect)
        installation = granted(body, self._desk.now())
        if announced not in ("", installation.team or installation.org):
            # Its token is not taken back: that would put an older installation out as well.
            raise _StoppedError(Trouble.OTHER_TEAM)
        installation = await self._with_bot(installation)
        await self._desk.installations.save(installation)
        return installation

    async def _begun(self, state: str, browser: str) -> str | None:
        """Return which team was announced; None if this was not begun here."""
        if not _SECRET.fullmatch(state):
            return None
        return await self._desk.states.take(state, browser)

    async def _with_bot(self, installation: Installation) -> Installation:
        """Return the installation with the id of its bot, if Slack tells it just now."""
        try:
            answer = await self._desk.exchange.test(installation.bot_token)
        except SlackError:
            return installation
        return replace(installation, bot=bot_of(answer))

    def _authorize(self, state: str, team: str) -> str:
        fields = {
            "client_id": self._desk.exchange.app.client_id,
            "scope": ",".join((*needed(), *optional())),
            "redirect_uri": self._desk.redirect,
            "state": state,
            **({"team": team} if team else {}),
        }
        return f"{self._desk.authorize}?{urlencode(fields)}"


def _browser(request: Request) -> str:
    """Return what the cookie says, or an empty text where it is none of ours."""
    cookie = request.cookies.get(COOKIE, "")
    return cookie if _SECRET.fullmatch(cookie) else ""


def _words(request: Request) -> Words:
    return words_for(request.headers.get("accept-language"))


def _trouble(trouble: Trouble, words: Words) -> Response:
    return _html(trouble_page(words, trouble), _STATUS[trouble], words)


def _html(page: str, status: HTTPStatus, words: Words) -> Response:
    return HTMLResponse(page, status, {**HEADERS, "Content-Language": words.language})
