"""Takes a partnership out of the database, a page at a time, while everybody else goes on."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.archives.packing import packing
from storage.archives import count_of, page_of, partnership_of
from storage.database import Database
from storage.work import Work
from workflows.archives.parts import Part, Thing
from workflows.archives.shape import KeptPartnership
from workflows.identifiers import PartnershipId


@dataclass(frozen=True, slots=True)
class Exported:
    """How many things an archive holds, the fingerprint of its manifest, and what is amiss.

    `unreadable` are the files that `import` would refuse; best, there is none.
    """

    count: int
    fingerprint: str
    unreadable: tuple[str, ...]


async def export_partnership(
    database: Database, id_: PartnershipId, target: Path, tell: Callable[[int, int], None]
) -> Exported:
    """Write the archive of a partnership to a file, and tell now and then how far it is.

    Raises NotFoundError, and OSError where the file cannot be written. Each page is a short piece
    of work: what somebody agrees meanwhile may be in it or not, and what is in it is whole.
    """
    total = sum([await database.run(partial(_count, part=part, id_=id_)) for part in Part])
    done = 0
    with packing(target) as archive:
        for part in Part:
            after = ""
            while True:
                frame, things = await database.run(partial(_page, part=part, id_=id_, after=after))
                if not things:
                    break
                await asyncio.to_thread(archive.add, part, things, frame)
                after, done = things[-1].id, done + len(things)
                tell(done, total)
        fingerprint = await asyncio.to_thread(archive.finish, frame)
        return Exported(done, fingerprint, tuple(archive.unreadable))


def _count(work: Work, *, part: Part, id_: PartnershipId) -> int:
    return count_of(work, part, id_)


def _page(
    work: Work, *, part: Part, id_: PartnershipId, after: str
) -> tuple[KeptPartnership, tuple[Thing, ...]]:
    """Return a page with the people who may be named in it."""
    return partnership_of(work, id_), page_of(work, part, id_, after)
