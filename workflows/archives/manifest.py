"""The manifest of an archive: every file in it with its size and SHA-256.

It does not tell when it was made: two archives of the same content are the same, byte for byte.
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from pydantic import BaseModel

from workflows.archives.errors import Flaw, UnfitArchiveError
from workflows.archives.shape import FORMAT, Kept, KeptPartnership
from workflows.identifiers import PartnershipId

CONCORD: Final = "0.1.0"
"""The edition of Concord that makes archives."""


class ListedFile(Kept):
    """One file of an archive."""

    path: str
    size: int
    sha256: str


class Manifest(Kept):
    """What is in an archive; `newest` is when anything in it was made or done last."""

    format: int
    concord: str
    partnership: PartnershipId
    name: str
    newest: datetime | None
    files: tuple[ListedFile, ...]


class _Head(BaseModel):
    format: int


def listed(path: str, content: bytes) -> ListedFile:
    """Return the line of a file."""
    digest = hashlib.sha256(content).hexdigest()
    return ListedFile(path=path, size=len(content), sha256=digest)


def manifest_of(
    frame: KeptPartnership, files: Iterable[ListedFile], newest: datetime | None
) -> Manifest:
    """Return the manifest of an archive with these files."""
    return Manifest(
        format=FORMAT,
        concord=CONCORD,
        partnership=frame.id,
        name=frame.name,
        newest=newest,
        files=tuple(sorted(files, key=lambda file: file.path)),
    )


def read_manifest(content: bytes) -> Manifest:
    """Return a manifest, or raise UnfitArchiveError for one that this Concord cannot read."""
    try:
        made = _Head.model_validate_json(content).format
        if made > FORMAT:
            raise UnfitArchiveError(Flaw.NEWER)
        manifest = Manifest.model_validate_json(content)
    except ValueError as error:
        raise UnfitArchiveError(Flaw.NOT_AN_ARCHIVE) from error
    if made < 1 or len({file.path for file in manifest.files}) < len(manifest.files):
        raise UnfitArchiveError(Flaw.NOT_AN_ARCHIVE)
    return manifest
