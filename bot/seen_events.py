"""Keeps in the database which of Slack's events are done, for all processes and across restarts.

`StoredSeen` is a bot.platforms.slack.bolt.once.Seen.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

import structlog

from storage.database import Database
from storage.errors import ConflictError, UnavailableError

KEEP: Final = timedelta(hours=1)
"""Slack's last try of an event comes after about six minutes."""

_log = structlog.get_logger(__name__)


class StoredSeen:
    """What all processes with this database have done; `now` is the true time."""

    def __init__(self, database: Database, *, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def is_done(self, key: str) -> bool:
        """Say whether somebody has done what a key stands for.

        Raises the errors of the database: the event then fails, and Slack sends it again.
        """
        return await self._database.run(lambda work: work.slack_events.is_done(key))

    async def note(self, key: str) -> None:
        """Remember that what a key stands for is done.

        If the database is away, that is only logged: the event is done, and Slack gets its answer,
        so that it has no reason to send the event again.
        """
        now = self._now()
        try:
            await self._database.run(
                lambda work: work.slack_events.note(key, at=now, long_ago=now - KEEP)
            )
        except (ConflictError, UnavailableError) as error:
            _log.warning("slack_event_not_noted", kind=type(error).__name__)
