"""Keeps what was typed into forms that came back for another look, until it is put right.

`StoredForms` is a bot.platforms.discord.handling.desk.ReturnedForms.
"""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from commands.request import Caller
from storage.database import Database
from storage.returned_forms import FormKey
from storage.work import Work
from workflows.views import Ask, Raw

KEEP: Final = timedelta(days=1)
"""Whoever has not come back by then begins anew."""


class StoredForms:
    """One form for each person and each place that it is sent to; `now` is the true time."""

    def __init__(self, database: Database, *, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def keep(self, caller: Caller, asked: Ask, raw: Raw) -> None:
        """Keep what somebody typed, in place of what they typed there before."""
        key, now, text = _key(caller, asked), self._now(), json.dumps(raw)
        await self._database.run(
            lambda work: work.returned_forms.keep(key, text, at=now, long_ago=now - KEEP)
        )

    async def typed(self, caller: Caller, asked: Ask) -> Raw | None:
        """Return what somebody typed, or None if it is not kept any more."""
        key, since = _key(caller, asked), self._now() - KEEP
        text = await self._database.run(lambda work: work.returned_forms.find(key, since=since))
        return _raw(text) if text else None

    async def drop(self, caller: Caller, *asked: Ask) -> None:
        """Let go of what somebody typed in these places: it was taken in."""

        def drop(work: Work) -> None:
            for each in asked:
                work.returned_forms.drop(_key(caller, each))

        await self._database.run(drop)


def _key(caller: Caller, asked: Ask) -> FormKey:
    return FormKey(caller.workspace, caller.external_id, asked.encode())


def _raw(text: str) -> Raw:
    kept: dict[str, str | list[str]] = json.loads(text)
    return {name: value if isinstance(value, str) else tuple(value) for name, value in kept.items()}
