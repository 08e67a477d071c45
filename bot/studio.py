"""Everything that is drawn in one running program: pictures to show, and files to take away."""

from contextlib import ExitStack
from typing import Self

from bot.archives.archivist import Archivist
from bot.documents.printer import Printer
from bot.rasteriser import Rasteriser
from storage.database import Database


class Studio:
    """Draws for all platforms; to be closed when the program ends."""

    def __init__(self, database: Database) -> None:
        self._closing = ExitStack()
        self.paint = self._closing.enter_context(Rasteriser()).paint
        self.make = self._closing.enter_context(Printer(Archivist(database).pack)).make

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.close()
