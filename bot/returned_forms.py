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

REMEMBER: Final = timedelta(hours=1)
"""The same for what is not written down; it is gone after a restart as well."""

MOST_REMEMBERED: Final = 1000
"""Forms that are remembered at once; the oldest give way, so that memory has an end."""


class StoredForms:
    """One form for each person and each place that it is sent to; `now` is the true time."""

    def __init__(self, database: Database, *, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._remembered: dict[FormKey, tuple[datetime, Raw]] = {}

    async def keep(
        self, caller: Caller, asked: Ask, raw: Raw, *, is_written_down: bool = True
    ) -> None:
        """Keep what somebody typed, in place of what they typed there before.

        What is not to be written down is only remembered, for an hour at most.
        """
        key, now, text = _key(caller, asked), self._now(), json.dumps(raw)
        if not is_written_down:
            await self.drop(caller, asked)
            self._remember(key, raw)
            return
        self._remembered.pop(key, None)
        await self._database.run(
            lambda work: work.returned_forms.keep(key, text, at=now, long_ago=now - KEEP)
        )

    async def typed(self, caller: Caller, asked: Ask) -> Raw | None:
        """Return what somebody typed, or None if it is not kept any more."""
        key, since = _key(caller, asked), self._now() - KEEP
        self._forget_the_old()
        if key in self._remembered:
            return self._remembered[key][1]
        text = await self._database.run(lambda work: work.returned_forms.find(key, since=since))
        return _raw(text) if text else None

    async def drop(self, caller: Caller, *asked: Ask) -> None:
        """Let go of what somebody typed in these places: it was taken in."""

        def drop(work: Work) -> None:
            for each in asked:
                work.returned_forms.drop(_key(caller, each))

        for each in asked:
            self._remembered.pop(_key(caller, each), None)
        await self._database.run(drop)

    def _remember(self, key: FormKey, raw: Raw) -> None:
        self._forget_the_old()
        if len(self._remembered) >= MOST_REMEMBERED:
            del self._remembered[next(iter(self._remembered))]
        self._remembered[key] = self._now(), raw

    def _forget_the_old(self) -> None:
        long_ago = self._now() - REMEMBER
        for key in [key for key, (at, _) in self._remembered.items() if at <= long_ago]:
            del self._remembered[key]


def _key(caller: Caller, asked: Ask) -> FormKey:
    return FormKey(caller.workspace, caller.external_id, asked.encode())


def _raw(text: str) -> Raw:
    kept: dict[str, str | list[str]] = json.loads(text)
    return {name: value if isinstance(value, str) else tuple(value) for name, value in kept.items()}
