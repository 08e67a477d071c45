"""Writes an archive: the same content gives the same bytes, and memory does not grow with it."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final, assert_never
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from workflows.archives.errors import UnfitArchiveError
from workflows.archives.fitting import read_partnership, read_thing
from workflows.archives.index import index_page
from workflows.archives.kept_actions import KeptAction
from workflows.archives.kept_records import KeptLink, KeptLinks, KeptRecord
from workflows.archives.manifest import ListedFile, listed, manifest_of
from workflows.archives.pages import Line, Shelf
from workflows.archives.parts import INDEX, LINKS, MANIFEST, PARTNERSHIP, Part, Thing, path_of
from workflows.archives.shape import KeptPartnership
from workflows.identifiers import MemberId

_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""The date that every file has: the earliest there is, since the day of writing tells nothing."""

_A_PLAIN_FILE: Final = 0o100644 << 16


class Packing:
    """An archive that is being written, one thing after another.

    `unreadable` are the files that cannot be read back, though people can read what they hold.
    """

    def __init__(self, archive: ZipFile) -> None:
        self._archive = archive
        self._files: list[ListedFile] = []
        self._lines: list[Line] = []
        self._links: list[KeptLink] = []
        self._records: set[str] = set()
        self._seats: set[MemberId] = set()
        self._newest: datetime | None = None
        self.unreadable: list[str] = []

    def add(
        self,
        part: Part,
        things: Iterable[Thing],
        frame: KeptPartnership,
        links: Iterable[KeptLink] = (),
    ) -> None:
        """Write things, each as data and most as a page to read too; remember what they feed."""
        shelf = Shelf(frame)
        self._links += links
        self._seats |= _seats(frame)
        for thing in things:
            self._add(part, thing, shelf, frame)

    def finish(self, frame: KeptPartnership) -> str:
        """Write what comes last; return the SHA-256 of the manifest, which stands for all files."""
        data = frame.as_json()
        self._try_reading(PARTNERSHIP, partial(read_partnership, data))
        if not self._seats <= _seats(frame):
            self.unreadable.append(PARTNERSHIP)  # two seats became one while pages were read
        self._write(PARTNERSHIP, data)
        links = [link for link in self._links if {link.feeder, link.fed} <= self._records]
        links.sort(key=lambda link: (link.feeder, link.fed))
        self._write(LINKS, KeptLinks(links=tuple(links)).as_json())
        self._write(INDEX, index_page(Shelf(frame), self._lines, links).encode())
        manifest = manifest_of(frame, self._files, self._newest).as_json()
        self._write(MANIFEST, manifest)
        return hashlib.sha256(manifest).hexdigest()

    def _add(self, part: Part, thing: Thing, shelf: Shelf, frame: KeptPartnership) -> None:
        match thing:
            case KeptRecord():
                self._records.add(thing.id)
            case KeptAction():
                thing = thing.among(self._records)
            case _:
                assert_never(thing)
        line, data, page = shelf.line(thing), thing.as_json(), shelf.page(thing)
        path = path_of(part, thing.id)
        self._try_reading(path, partial(read_thing, part, thing.id, data, frame))
        self._write(path, data)
        if page:
            self._write(line.page, page.encode())
        self._lines.append(line)
        self._newest = max(self._newest or thing.newest, thing.newest)

    def _try_reading(self, path: str, read: Callable[[], object]) -> None:
        """Find out now, and not when it is needed, whether a file can be read back."""
        try:
            read()
        except UnfitArchiveError:
            self.unreadable.append(path)

    def _write(self, path: str, content: bytes) -> None:
        self._files.append(listed(path, content))
        info = ZipInfo(path, _LONG_AGO)
        info.compress_type, info.external_attr = ZIP_DEFLATED, _A_PLAIN_FILE
        self._archive.writestr(info, content)


def _seats(frame: KeptPartnership) -> set[MemberId]:
    return {seat.id for team in frame.teams for seat in team.members}


@contextmanager
def packing(target: Path) -> Iterator[Packing]:
    """Write an archive beside its place, and move it there at the end; else nothing is left.

    Only its owner may read the file. Raises OSError where it cannot be written.
    """
    with NamedTemporaryFile(dir=target.parent, prefix=".concord-", delete=False) as file:
        written = Path(file.name)
        try:
            with ZipFile(file, "w") as archive:
                yield Packing(archive)
            file.flush()
            os.fsync(file.fileno())
            written.replace(target)
        except BaseException:
            written.unlink()
            raise
