"""Calls Slack's Web API: one session for all, nothing sent twice, nothing secret in a log.

This speaks HTTP by itself instead of through Slack's own client: that one writes what it sends
and gets into the log at DEBUG, gives up the difference between a request that never left and an
answer that was lost, and would be used here for one POST.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Final

import aiohttp
import structlog

from bot.platforms.slack.errors import (
    RevokedError,
    SlackAwayError,
    SlackRefusedError,
    UnknownOutcomeError,
)
from bot.platforms.slack.installing.ports import KeptAwayError
from bot.platforms.slack.outside import SLACK_API, Body, post
from bot.platforms.slack.ports import Installation, Installations, Payload, Site
from bot.platforms.slack.sending.answers import EXPIRED, Answer, lost, read_answer
from bot.platforms.slack.sending.tokens import Tokens

CALL_SECONDS: Final = 6.0
"""How long one call may take; Slack itself gives up a little later."""

CONNECT_SECONDS: Final = 2.0

REPEATABLE: Final = frozenset(
    {
        "auth.test",
        "bots.info",
        "chat.delete",
        "chat.getPermalink",
        "chat.update",
        "conversations.info",
        "conversations.join",
        "conversations.members",
        "conversations.open",
        "files.delete",
        "files.getUploadURLExternal",
        "files.info",
        "pins.add",
        "pins.remove",
        "team.info",
        "users.conversations",
        "users.info",
        "views.publish",
        "views.update",
    }
)
"""Methods that may be called twice and leave things as if it had been once."""

_log = structlog.get_logger(__name__)


class SlackCalls:
    """Slack's Web API (a bot.platforms.slack.ports.Calls).

    `address` is where the API is; `now` tells the time.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        installations: Installations,
        *,
        now: Callable[[], datetime],
        address: str = SLACK_API,
    ) -> None:
        self._session = session
        self._installations = installations
        self._tokens = Tokens(installations, now)
        self._now = now
        self._address = address

    async def call(self, site: Site, method: str, /, **arguments: object) -> Payload:
        """Call a method and return its answer, which is ok.

        An argument of None is left out. Raises the errors of bot.platforms.slack.errors; a token
        that was taken back also ends the installation, unless there is a newer one by now.
        """
        if site.is_org_wide:
            arguments = {"team_id": site.team, **arguments}
        installation = await self._tokens.of(site)
        try:
            return await self._ask(installation, method, arguments)
        except RevokedError as error:
            newer = await self._tokens.newer(site, installation)
            if newer:
                return await self._ask(newer, method, arguments)
            if error.code == EXPIRED:
                raise SlackAwayError(EXPIRED) from None  # it is about to be renewed
            await self._end(installation, error.code)
            self.forget(site)
            raise

    async def upload(
        self, site: Site, name: str, content: bytes, *, alt: str = "", channel: str = ""
    ) -> str:
        """Upload a file, share it into a channel or a person's messages if named; return its id."""
        place = await self.call(
            site,
            "files.getUploadURLExternal",
            filename=name,
            length=len(content),
            alt_txt=alt or None,
        )
        await self._hand_over(_text(place, "upload_url"), content)
        if channel.startswith(("U", "W")):
            opened = await self.call(site, "conversations.open", users=channel)
            channel = channel_of(opened)
        file = _text(place, "file_id")
        await self.call(
            site,
            "files.completeUploadExternal",
            files=[{"id": file, "title": name}],
            channel_id=channel or None,
        )
        return file

    def forget(self, site: Site) -> None:
        """Look a site's token up anew for the next call."""
        self._tokens.forget(site)

    async def _ask(
        self, installation: Installation, method: str, arguments: dict[str, object]
    ) -> Payload:
        is_repeatable = method in REPEATABLE
        answer = await self._post(
            f"{self._address}{method}",
            _form(arguments),
            {"Authorization": f"Bearer {installation.bot_token}"},
            is_repeatable=is_repeatable,
        )
        return read_answer(answer, self._now(), is_repeatable=is_repeatable)

    async def _post(
        self, address: str, data: Body, headers: dict[str, str], *, is_repeatable: bool
    ) -> Answer:
        patience = aiohttp.ClientTimeout(total=CALL_SECONDS, connect=CONNECT_SECONDS)
        try:
            reply = await post(self._session, address, timeout=patience, data=data, headers=headers)
        except UnknownOutcomeError:
            raise lost(is_repeatable=is_repeatable) from None
        return Answer(reply.status, reply.body, reply.headers.get("Retry-After", ""))

    async def _hand_over(self, address: str, content: bytes) -> None:
        """Give a file's content to the address that Slack named for it; it carries no token."""
        answer = await self._post(address, content, {}, is_repeatable=True)
        if answer.status >= 500:  # noqa: PLR2004 - a server's mistake
            raise SlackAwayError
        if answer.status != 200:  # noqa: PLR2004 - it says OK
            raise SlackRefusedError("file_not_taken")

    async def _end(self, installation: Installation, code: str) -> None:
        _log.warning("slack_token_revoked", team=installation.team, org=installation.org, code=code)
        with suppress(KeptAwayError):  # then the next call finds out again
            await self._installations.end(installation.team, installation.org)


def channel_of(opened: Payload) -> str:
    """Return the channel that conversations.open has opened."""
    channel = opened.get("channel")
    return _text(channel if isinstance(channel, dict) else {}, "id")


def _text(payload: Payload, name: str) -> str:
    """Return a text of an answer; raise UnknownOutcomeError where Slack left it out."""
    value = payload.get(name)
    if not isinstance(value, str) or not value:
        raise UnknownOutcomeError
    return value


def _form(arguments: dict[str, object]) -> dict[str, str]:
    """Return the arguments as a form, which every method takes (many take no JSON)."""
    return {name: _word(value) for name, value in arguments.items() if value is not None}


def _word(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
