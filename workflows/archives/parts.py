"""What an archive holds, beside the partnership itself: one folder for each kind of thing.

This is the one list of them. Whoever adds a part is led by the type checker to reading and keeping
it (storage.archives), to checking it (workflows.archives.fitting), and to showing it
(workflows.archives.pages and workflows.archives.index).
"""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from workflows.archives.kept_actions import KeptAction
from workflows.archives.kept_records import KeptRecord


class Part(StrEnum):
    """A kind of thing, by the name of its folder, in the order in which they are read back."""

    RECORDS = "records"
    ACTIONS = "actions"


Thing = KeptRecord | KeptAction
"""One thing of whatever part."""

SHAPES: Mapping[Part, type[Thing]] = {Part.RECORDS: KeptRecord, Part.ACTIONS: KeptAction}
"""How the things of each part are written."""

MANIFEST: Final = "manifest.json"
PARTNERSHIP: Final = "partnership.json"
LINKS: Final = "links.json"
INDEX: Final = "index.html"

_ID = "[a-z0-9][a-z0-9-]{0,63}"
_FOLDER: Final = "|".join(Part)
_THING: Final = re.compile(f"(?P<folder>{_FOLDER})/(?P<id>{_ID})[.]json")
_PAGE: Final = re.compile(f"(?:{_FOLDER})/[a-z0-9][a-z0-9-]{{0,127}}[.]html")
_LONGEST_SLUG: Final = 40


def path_of(part: Part, id_: str) -> str:
    """Return where the JSON of a thing stands."""
    return f"{part}/{id_}.json"


def page_path(part: Part, id_: str, title: str) -> str:
    """Return where the page of a thing stands; its name tells a reader what it is about."""
    return f"{part}/{'-'.join(filter(None, (id_, _slug(title))))}.html"


def archive_name(partnership: str) -> str:
    """Return what the archive of a partnership is called as a file."""
    return f"{_slug(partnership) or 'partnership'}.zip"


def thing_at(path: str) -> tuple[Part, str] | None:
    """Return of which part a file is the JSON of a thing, and its id; None for other files."""
    found = _THING.fullmatch(path)
    return (Part(found["folder"]), found["id"]) if found else None


def belongs(path: str) -> bool:
    """Say whether an archive may hold a file of this name."""
    if path in {MANIFEST, PARTNERSHIP, LINKS, INDEX}:
        return True
    return thing_at(path) is not None or _PAGE.fullmatch(path) is not None


def _slug(title: str) -> str:
    """Return the letters and figures of a title that every file system takes."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain)[:_LONGEST_SLUG].strip("-")
