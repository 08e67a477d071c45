"""Makes the files that people take away, beside the event loop."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Self, assert_never

from workflows.archive_file import ArchiveFile
from workflows.views import Document, PageFormat, Pages, TextFile

Pack = Callable[[ArchiveFile], Awaitable[bytes]]
"""Writes an archive for somebody; it is never remembered, for what they may see can change."""

KEPT = 8
"""Files that are remembered: a browser fetches one a moment after it was made."""


class Printer:
    """Makes one file at a time and remembers the latest; to be closed when the program ends."""

    def __init__(self, pack: Pack, *, kept: int = KEPT) -> None:
        self._pack = pack
        self._kept = kept
        self._files = OrderedDict[Pages, bytes]()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="printer")

    async def make(self, document: Document) -> bytes:
        """Return what stands in a file."""
        match document.file:
            case TextFile(text):
                return text.encode(errors="replace")
            case Pages():
                return await self._pages(document.file)
            case ArchiveFile():
                return await self._pack(document.file)
            case _:
                assert_never(document.file)

    def close(self) -> None:
        """Let what runs finish, then end the thread; a second time does nothing."""
        self._thread.shutdown()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    async def _pages(self, pages: Pages) -> bytes:
        file = self._files.get(pages)
        if file is None:
            loop = asyncio.get_running_loop()
            file = await loop.run_in_executor(self._thread, _make, pages)
        self._files[pages] = file
        self._files.move_to_end(pages)
        if len(self._files) > self._kept:
            self._files.popitem(last=False)
        return file


def _make(pages: Pages) -> bytes:
    """Make a file; only whoever asks for one needs the libraries that do it."""
    match pages.format:
        case PageFormat.DOCX:
            from bot.documents.docx_writer import docx  # noqa: PLC0415 - 10 MB that few need

            return docx(pages)
        case PageFormat.PDF:
            from bot.documents.pdf_writer import pdf  # noqa: PLC0415 - for the same reason

            return pdf(pages)
        case _:
            assert_never(pages.format)
