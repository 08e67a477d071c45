"""Opens an archive, and trusts nothing in it: neither its names, nor its sizes, nor its content.

Nothing is unpacked to the disk. A file is read only when the archive as a whole looks like one that
Concord has made, and no more of it than its manifest says.
"""

import hashlib
import struct
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from workflows.archives.errors import Flaw, UnfitArchiveError
from workflows.archives.fitting import (
    read_links,
    read_partnership,
    read_thing,
    refuse_strange_source,
)
from workflows.archives.manifest import ListedFile, read_manifest
from workflows.archives.pages import Shelf
from workflows.archives.parts import (
    LINKS,
    MANIFEST,
    PARTNERSHIP,
    Part,
    Thing,
    belongs,
    path_of,
    thing_at,
)

MOST_PACKED: Final = 256 * 2**20
MOST_FILES: Final = 60_000
MOST_LISTED: Final = 16 * 2**20
"""Bytes of the list of files in a ZIP, which has to be read at once."""

MOST_A_FILE: Final = 16 * 2**20
MOST_SWOLLEN: Final = 100
"""How many times its size an archive may hold; texts like ours shrink to a tenth."""

_START: Final = b"PK\x03\x04"
_END: Final = struct.Struct("<4s4H2LH")
_END_SIGN: Final = b"PK\x05\x06"
_ENCRYPTED: Final = 0x1
_A_PLAIN_FILE: Final = 0o100644 << 16

_DAMAGED: Final = (BadZipFile, EOFError, NotImplementedError, ValueError, struct.error, zlib.error)

Tell = Callable[[int, int], None]
"""Is called with how much is done, and how much there is."""


class Unpacked:
    """An archive that is open for reading; what it hands out is checked."""

    def __init__(self, archive: ZipFile, infos: Mapping[str, ZipInfo]) -> None:
        self._archive = archive
        self.fingerprint, self._files = self._listed(infos)
        self.frame = read_partnership(self._read(PARTNERSHIP))
        found = filter(None, map(thing_at, self._files))
        self._things = sorted(found, key=lambda each: list(Part).index(each[0]))
        self._records = {id_ for part, id_ in self._things if part is Part.RECORDS}
        self.links = read_links(self._read(LINKS), self._records)

    @property
    def counts(self) -> Counter[Part]:
        """How many things of each part it holds."""
        return Counter(part for part, _ in self._things)

    def check(self, tell: Tell) -> None:
        """Read everything once; raise UnfitArchiveError if anything is not as it should be."""
        shelf = Shelf(self.frame)
        for done, path in enumerate(self._files, start=1):
            content = self._read(path)
            found = thing_at(path)
            if found:
                _check_showing(shelf, self._thing(*found, content))
            tell(done, len(self._files))

    def things(self) -> Iterator[Thing]:
        """Yield all things, one part after the other."""
        for part, id_ in self._things:
            yield self._thing(part, id_, self._read(path_of(part, id_)))

    def _thing(self, part: Part, id_: str, content: bytes) -> Thing:
        thing = read_thing(part, id_, content, self.frame)
        refuse_strange_source(thing, self._records)
        return thing

    def _listed(self, infos: Mapping[str, ZipInfo]) -> tuple[str, Mapping[str, ListedFile]]:
        """Return the fingerprint of the manifest, and the files it lists, which must be all."""
        content = self._bytes(MANIFEST, infos[MANIFEST].file_size)
        files = {file.path: file for file in read_manifest(content).files}
        here = {path for path in infos if path != MANIFEST}
        if here - files.keys():
            raise UnfitArchiveError(Flaw.STRANGE_FILE)
        if files.keys() - here or not {PARTNERSHIP, LINKS} <= files.keys():
            raise UnfitArchiveError(Flaw.MISSING_FILE)
        if any(infos[path].file_size != file.size for path, file in files.items()):
            raise UnfitArchiveError(Flaw.CHANGED)
        return hashlib.sha256(content).hexdigest(), files

    def _read(self, path: str) -> bytes:
        file = self._files[path]
        content = self._bytes(path, file.size)
        if len(content) != file.size or hashlib.sha256(content).hexdigest() != file.sha256:
            raise UnfitArchiveError(Flaw.CHANGED)
        return content

    def _bytes(self, path: str, size: int) -> bytes:
        try:
            with self._archive.open(path) as file:
                return file.read(size + 1)
        except _DAMAGED as error:
            raise UnfitArchiveError(Flaw.CHANGED) from error


def _check_showing(shelf: Shelf, thing: Thing) -> None:
    """Raise UnfitArchiveError for what could be kept, and then not be shown."""
    try:
        shelf.line(thing)
        shelf.page(thing)
    except (ArithmeticError, LookupError, ValueError) as error:
        raise UnfitArchiveError(Flaw.UNREADABLE) from error


@contextmanager
def unpacked(file: Path) -> Iterator[Unpacked]:
    """Open an archive; raise UnfitArchiveError for what is none, and OSError for no file."""
    with file.open("rb") as stream:
        _check_ends(stream)
        try:
            archive = ZipFile(stream)
        except _DAMAGED as error:
            raise UnfitArchiveError(Flaw.CUT_OFF) from error
        with archive:
            yield Unpacked(archive, _checked(archive.infolist(), stream.seek(0, 2)))


def _check_ends(stream: IO[bytes]) -> None:
    """Look at the first and the last bytes, before anything is made of what lies between."""
    size = stream.seek(0, 2)
    if size > MOST_PACKED:
        raise UnfitArchiveError(Flaw.TOO_LARGE)
    stream.seek(0)
    if stream.read(len(_START)) != _START:
        raise UnfitArchiveError(Flaw.NOT_AN_ARCHIVE)
    if size < _END.size:
        raise UnfitArchiveError(Flaw.CUT_OFF)
    stream.seek(-_END.size, 2)
    sign, _, _, _, files, listed, offset, _ = _END.unpack(stream.read(_END.size))
    if sign != _END_SIGN or offset + listed + _END.size != size:
        raise UnfitArchiveError(Flaw.CUT_OFF)
    if files > MOST_FILES or listed > MOST_LISTED:
        raise UnfitArchiveError(Flaw.TOO_LARGE)


def _checked(infos: list[ZipInfo], packed: int) -> Mapping[str, ZipInfo]:
    """Return the files by their names, or raise UnfitArchiveError for those that may not be."""
    if len(infos) > MOST_FILES or any(info.file_size > MOST_A_FILE for info in infos):
        raise UnfitArchiveError(Flaw.TOO_LARGE)
    if sum(info.file_size for info in infos) > MOST_A_FILE + MOST_SWOLLEN * packed:
        raise UnfitArchiveError(Flaw.TOO_LARGE)
    if not all(map(_is_ours, infos)) or len({info.filename for info in infos}) < len(infos):
        raise UnfitArchiveError(Flaw.STRANGE_FILE)
    found = {info.filename: info for info in infos}
    if MANIFEST not in found:
        raise UnfitArchiveError(Flaw.NOT_AN_ARCHIVE)
    return found


def _is_ours(info: ZipInfo) -> bool:
    """Say whether a file could be one of ours: its name, and that it is neither link nor secret.

    What a ZIP says about a name may differ from the name, so the name as it stands there counts.
    """
    return (
        belongs(info.orig_filename)
        and info.external_attr == _A_PLAIN_FILE
        and info.compress_type == ZIP_DEFLATED
        and not info.flag_bits & _ENCRYPTED
    )
