"""Takes a partnership out of the database, a page at a time, while everybody else goes on."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bot.archives.packing import Packing, packing
from storage.archives import count_of, everything_shared, links_from, page_of, partnership_of
from storage.database import Database
from storage.work import Work
from workflows.archives.kept_records import KeptLink
from workflows.archives.parts import Part, Thing
from workflows.archives.shape import KeptPartnership
from workflows.finding import Circle
from workflows.identifiers import PartnershipId

Reach = Callable[[Work], Circle]
"""Says how far an archive reaches; it is asked anew for each page."""

Tell = Callable[[int, int], None]
"""Is called with how much is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Exported:
    """How many things an archive holds, the fingerprint of its manifest, and what is amiss.

    `closed` records were left out: they are one member's or one party's alone. `unreadable` are the
    files that `import` would refuse; best, there is none.
    """

    counts: Counter[Part]
    closed: int
    fingerprint: str
    unreadable: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """Some things, with the people who may be named in them, and what they feed."""

    frame: KeptPartnership
    things: tuple[Thing, ...]
    links: tuple[KeptLink, ...]


async def export_partnership(
    database: Database, id_: PartnershipId, target: Path, tell: Tell
) -> Exported:
    """Write all that the teams of a partnership share to a file; tell now and then how far it is.

    Raises NotFoundError, and OSError where the file cannot be written.
    """
    reach = partial(everything_shared, partnership=id_)
    closed = await database.run(lambda work: work.records.count_closed(id_))
    with packing(target) as archive:
        counts, fingerprint = await fill(archive, database, id_, reach, tell)
        return Exported(counts, closed, fingerprint, tuple(archive.unreadable))


async def fill(
    archive: Packing, database: Database, id_: PartnershipId, reach: Reach, tell: Tell
) -> tuple[Counter[Part], str]:
    """Write an archive; return how many things it holds, and the fingerprint of its manifest.

    Each page is a short piece of work: what somebody agrees meanwhile may be in it or not, and what
    is in it is whole.
    """
    total = await database.run(lambda work: sum(count_of(work, each, reach(work)) for each in Part))
    counts = Counter[Part]()
    for part in Part:
        after = ""
        while True:
            page = await database.run(partial(_page, part=part, id_=id_, reach=reach, after=after))
            if not page.things:
                break
            await asyncio.to_thread(archive.add, part, page.things, page.frame, page.links)
            after = page.things[-1].id
            counts[part] += len(page.things)
            tell(counts.total(), total)
    return counts, await asyncio.to_thread(archive.finish, page.frame)


def _page(work: Work, *, part: Part, id_: PartnershipId, reach: Reach, after: str) -> _Page:
    circle = reach(work)
    things = page_of(work, part, circle, after)
    return _Page(partnership_of(work, id_, circle), things, links_from(work, things))
