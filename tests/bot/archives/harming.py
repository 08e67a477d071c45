"""Ways to do harm to an archive, and to see why it is refused."""

from collections.abc import Callable
from pathlib import Path

from bot.archives.unpacking import unpacked
from tests.archived import Files, changed, packed, silent, zipped
from workflows.archives.errors import Flaw, UnfitArchiveError

Harm = Callable[[Files], bytes]


def flaw_of(file: Path) -> Flaw | None:
    """Return why an archive is refused, or None."""
    try:
        with unpacked(file) as opened:
            opened.check(silent)
    except UnfitArchiveError as error:
        return error.flaw
    return None


def with_file(path: str, content: bytes = b"x") -> Harm:
    return lambda files: zipped({**files, path: content})


def with_value(path: str, **changes: object) -> Harm:
    return lambda files: zipped({**files, path: changed(files[path], **changes)})


def with_text(path: str, before: str, after: str) -> Harm:
    def harm(files: Files) -> bytes:
        text = files[path].decode()
        assert before in text
        return zipped({**files, path: text.replace(before, after).encode()})

    return harm


def with_manifest(**changes: object) -> Harm:
    path = "manifest.json"
    return lambda files: packed({**files, path: changed(files[path], **changes)})


def without(path: str) -> Harm:
    return lambda files: packed({name: text for name, text in files.items() if name != path})
