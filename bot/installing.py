"""Keeps in the database what installing needs for a while: who has begun, and whose turn it is.

`StoredStates` is a bot.platforms.slack.installing.ports.States, `StoredRenewals` are Renewals.
"""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from bot.installations import kept
from bot.platforms.slack.installing.ports import STATE_LASTS, Due, Tokens
from storage.database import Database
from storage.install_states import InstallState
from storage.secrets import Keyring

MOST_BEGUN: Final = 10_000
"""How many may be on their way at once: anybody can open the install page again and again."""

EARLY: Final = timedelta(hours=2)
"""How long before its end a token is replaced: Slack lets it live for twelve hours."""

LEASE: Final = timedelta(minutes=2)
"""How long one process has to replace a token, a call and a write, before another one may try."""

Now = Callable[[], datetime]


class StoredStates:
    """The installations that somebody has begun; only hashes are kept of what proves it."""

    def __init__(self, database: Database, *, now: Now) -> None:
        self._database = database
        self._now = now

    async def begin(self, state: str, browser: str, team: str) -> bool:
        """Keep a beginning for ten minutes; say whether there was room."""
        now = self._now()
        begun = InstallState(_hash(state), _hash(browser), team, now + STATE_LASTS)
        return await kept(
            self._database, lambda work: work.install_states.add(begun, now=now, most=MOST_BEGUN)
        )

    async def take(self, state: str, browser: str) -> str | None:
        """Return the team that a beginning was announced for, or an empty text; once.

        None if it was not begun in this browser, was used already, or is too old.
        """
        hashed = _hash(state)
        begun = await kept(self._database, lambda work: work.install_states.take(hashed))
        if begun is None or begun.browser != _hash(browser) or begun.ends_at <= self._now():
            return None
        return begun.team


class StoredRenewals:
    """Hands out installations whose tokens expire soon, each to one process at a time."""

    def __init__(self, database: Database, keyring: Keyring, *, now: Now) -> None:
        self._database = database
        self._keyring = keyring
        self._now = now

    async def claim(self) -> Due | None:
        """Return the next one, which is nobody else's for two minutes; None if there is none."""
        now = self._now()
        claim = await kept(
            self._database,
            lambda work: work.installations.claim(before=now + EARLY, now=now, until=now + LEASE),
        )
        if claim is None:
            return None
        refresh_token = self._keyring.unseal(claim.installation.refresh_token)
        return Due(claim.generation, claim.installation.id, refresh_token)

    async def renew(self, due: Due, tokens: Tokens) -> bool:
        """Keep new tokens, both at once; say whether the installation still wanted them.

        Raises KeptAwayError; then the tokens are not kept yet.
        """
        bot_token = self._keyring.seal(tokens.bot_token)
        refresh_token = self._keyring.seal(tokens.refresh_token)
        return await kept(
            self._database,
            lambda work: work.installations.renew(
                due.generation,
                bot_token=bot_token,
                refresh_token=refresh_token,
                expires_at=tokens.expires_at,
            ),
        )

    async def put_off(self, due: Due, pause: timedelta) -> None:
        """Let nobody take this one on for a while."""
        until = self._now() + pause
        await kept(self._database, lambda work: work.installations.put_off(due.generation, until))


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
