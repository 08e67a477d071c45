"""Remembers what Discord was told about Concord's commands, so that it is not told again.

`StoredCommands` is a bot.platforms.discord.gateway.syncing.KnownCommands.
"""

from typing import Final

from storage.database import Database

PREFIX: Final = "discord-commands-"
"""Begins the setting that keeps the hash; the application's id follows."""


class StoredCommands:
    """The hash of what each application was told last."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, application: str) -> str:
        """Return the hash of what Discord was told last; empty if nothing."""
        name = f"{PREFIX}{application}"
        return await self._database.run(lambda work: work.settings.get(name)) or ""

    async def set(self, application: str, fingerprint: str) -> None:
        """Remember the hash of what Discord was told."""
        name = f"{PREFIX}{application}"
        await self._database.run(lambda work: work.settings.put(name, fingerprint))
