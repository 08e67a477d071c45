"""Packs an archive for one person who has asked for it in a chat, without a trace on the disk."""

import asyncio
from functools import partial
from io import BytesIO
from zipfile import ZipFile

from commands.access_archives import access_archive, refuse_too_much
from storage.database import Database
from workflows.archive_file import ArchiveFile


class Archivist:
    """Packs one archive at a time, so that however many ask, only one is in memory."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = asyncio.Lock()

    async def pack(self, file: ArchiveFile) -> bytes:
        """Return a ZIP file; raise CommandError for whoever may not have it any more."""
        from bot.archives.exporting import fill  # noqa: PLC0415 - few ask for one
        from bot.archives.packing import Packing  # noqa: PLC0415 - for the same reason

        reach = partial(access_archive, person=file.person, partnership=file.partnership)
        async with self._turn:
            made = BytesIO()
            with ZipFile(made, "w") as archive:
                await fill(Packing(archive), self._database, file.partnership, reach, _within)
            return made.getvalue()


def _within(_done: int, total: int) -> None:
    """Stop where there is too much by now; whoever waits is not told how far it is."""
    refuse_too_much(total)
