"""The few calls that are made before there is an installation, or to get new tokens for one.

Nothing here logs what it sends or gets: all of it is secret. That is why these calls do not go
through Slack's own library, which writes whole answers into a log at DEBUG.
"""

import json
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

import aiohttp

from bot.platforms.slack.errors import (
    RevokedError,
    SlackBusyError,
    SlackRefusedError,
    UnknownOutcomeError,
)
from bot.platforms.slack.outside import SLACK_API, post
from bot.platforms.slack.ports import Payload

PATIENCE: Final = aiohttp.ClientTimeout(total=10)
DEFAULT_PAUSE: Final = 30.0
"""Seconds to wait where Slack asks to wait and does not say how long."""

_REVOKED: Final = frozenset(
    {"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"}
)


@dataclass(frozen=True, slots=True)
class AppSecrets:
    """Who this app is to Slack; empty where it is installed by one token."""

    client_id: str
    client_secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What Slack answered; `scopes` are those of the token that was used."""

    body: Payload = field(repr=False)
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """Speaks with Slack about tokens; raises the errors of bot.platforms.slack.errors."""

    session: aiohttp.ClientSession
    app: AppSecrets
    api: str = SLACK_API

    async def code(self, code: str, *, redirect: str) -> Payload:
        """Return what Slack gives for the code that an installer came back with."""
        fields = {"code": code, "redirect_uri": redirect}
        return (await self._post("oauth.v2.access", {**self._secrets(), **fields})).body

    async def refresh(self, refresh_token: str) -> Payload:
        """Return new tokens for a refresh token, which is used up by that."""
        fields = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        return (await self._post("oauth.v2.access", {**self._secrets(), **fields})).body

    async def test(self, bot_token: str) -> Answer:
        """Return whose token this is."""
        return await self._post("auth.test", {}, {"Authorization": f"Bearer {bot_token}"})

    def _secrets(self) -> dict[str, str]:
        return {"client_id": self.app.client_id, "client_secret": self.app.client_secret}

    async def _post(
        self, method: str, fields: dict[str, str], headers: dict[str, str] | None = None
    ) -> Answer:
        address = self.api + method
        reply = await post(self.session, address, timeout=PATIENCE, data=fields, headers=headers)
        if reply.status == 429:  # noqa: PLR2004 - too many requests
            raise SlackBusyError(_pause(reply.headers.get("Retry-After", "")))
        scopes = reply.headers.get("X-OAuth-Scopes", "")
        return Answer(_read(reply.body), tuple(filter(None, map(str.strip, scopes.split(",")))))


def lifetime(body: Payload) -> timedelta | None:
    """Return how long a token lives that came with an answer; None for one without end."""
    seconds = body.get("expires_in")
    return timedelta(seconds=seconds) if isinstance(seconds, int) else None


def _read(body: bytes) -> Payload:
    """Return an answer that is ok."""
    try:
        answer: Any = json.loads(body)
    except ValueError:
        raise UnknownOutcomeError from None
    if not isinstance(answer, dict):
        raise UnknownOutcomeError
    if answer.get("ok") is True:
        return answer
    code = str(answer.get("error", ""))
    raise RevokedError(code) if code in _REVOKED else SlackRefusedError(code)


def _pause(retry_after: str) -> float:
    return float(retry_after) if retry_after.isdecimal() else DEFAULT_PAUSE
