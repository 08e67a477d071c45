"""Replaces tokens before they expire; where several processes run, one at a time does.

A refresh token works once, and the new one comes with the answer. So nothing is asked of Slack
that cannot be kept: what Slack has given is offered to the database until it takes it.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.platforms.slack.errors import SlackBusyError, SlackError, SlackRefusedError
from bot.platforms.slack.installing.exchange import Exchange
from bot.platforms.slack.installing.grants import OddGrantError, renewed
from bot.platforms.slack.installing.ports import Due, KeptAwayError, Renewals, Tokens

POLL_SECONDS: Final = 60.0
"""How often to look; a token has two hours left when it is replaced."""

AFTER_REFUSAL: Final = timedelta(hours=1)
AFTER_TROUBLE: Final = timedelta(minutes=1)
"""How long to leave a token alone that Slack would not replace, or could not."""

KEEP_SECONDS: Final = 1.0
"""How long to wait before new tokens are offered to the database once more."""

_log = structlog.get_logger(__name__)


class Rotation:
    """Keeps the tokens of all installations fresh."""

    def __init__(
        self,
        renewals: Renewals,
        exchange: Exchange,
        *,
        now: Callable[[], datetime],
        poll_seconds: float = POLL_SECONDS,
        keep_seconds: float = KEEP_SECONDS,
    ) -> None:
        self._renewals = renewals
        self._exchange = exchange
        self._now = now
        self._poll_seconds = poll_seconds
        self._keep_seconds = keep_seconds
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Finish the token that is being replaced, and let `run` return."""
        self._stopping.set()

    async def run(self) -> None:
        """Replace what is due until `stop` is called. Never raises because of one token."""
        while not self._stopping.is_set():
            await self._renew_all()
            await self._wait(self._poll_seconds)

    async def renew_next(self) -> bool:
        """Replace one token that is due; say whether there was one."""
        due = await self._renewals.claim()
        if due is None:
            return False
        try:
            tokens = renewed(await self._exchange.refresh(due.refresh_token), self._now())
        except (SlackError, OddGrantError) as error:
            await self._put_off(due, error)
        else:
            await self._keep(due, tokens)
        return True

    async def _renew_all(self) -> None:
        try:
            while not self._stopping.is_set() and await self.renew_next():
                pass
        except KeptAwayError:
            _log.warning("slack_tokens_unavailable")
        except Exception:  # noqa: BLE001 - the outermost: one token never stops the others
            _log.exception("slack_rotation_failed")

    async def _keep(self, due: Due, tokens: Tokens) -> None:
        """Keep what Slack has given, however long the database is away: the old one is used up."""
        while True:
            try:
                is_kept = await self._renewals.renew(due, tokens)
            except KeptAwayError:
                _log.warning("slack_token_waits", id=due.id)
                await asyncio.sleep(self._keep_seconds)
            else:
                _log.info("slack_token_renewed", id=due.id, kept=is_kept)
                return

    async def _put_off(self, due: Due, error: Exception) -> None:
        match error:
            case SlackRefusedError():
                _log.error("slack_token_refused", id=due.id, code=error.code)
                pause = AFTER_REFUSAL
            case SlackBusyError():
                pause = timedelta(seconds=error.seconds)
            case _:
                _log.warning("slack_token_not_renewed", id=due.id, kind=type(error).__name__)
                pause = AFTER_TROUBLE
        await self._renewals.put_off(due, pause)

    async def _wait(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
        except TimeoutError:
            pass
