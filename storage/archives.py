"""What goes into an archive of a partnership, a page at a time, and the way back."""

from typing import Final, assert_never

from sqlalchemy import exists, or_, select
from sqlmodel import col

from storage.errors import NotEmptyError
from storage.tables.people import PartnershipRow, PersonRow
from storage.work import Work
from workflows.archives.parts import Part, Thing
from workflows.archives.shape import KeptPartnership, KeptRecord, kept_partnership, kept_record
from workflows.identifiers import PartnershipId, RecordId

PAGE: Final = 50
"""Things that are read at a time, so that nobody waits for long and little memory is taken."""

_IS_TAKEN: Final = select(
    or_(exists(select(col(PartnershipRow.id))), exists(select(col(PersonRow.id))))
)


def partnership_of(work: Work, id_: PartnershipId) -> KeptPartnership:
    """Return a partnership with its teams, or raise NotFoundError."""
    partnership = work.partnerships.get(id_)
    return kept_partnership(partnership, work.teams.of_partnership(id_))


def count_of(work: Work, part: Part, partnership: PartnershipId) -> int:
    """Return how many things of a part a partnership shares."""
    match part:
        case Part.RECORDS:
            return work.records.count_shared(partnership)
        case _:
            assert_never(part)


def page_of(
    work: Work, part: Part, partnership: PartnershipId, after: str = ""
) -> tuple[Thing, ...]:
    """Return the next things of a part, by their ids; none after the last."""
    match part:
        case Part.RECORDS:
            records = work.records.shared(partnership, after=RecordId(after), most=PAGE)
            return tuple(map(kept_record, records))
        case _:
            assert_never(part)


def keep_partnership(work: Work, frame: KeptPartnership) -> None:
    """Keep a partnership in an empty database; raise NotEmptyError in any other."""
    if work.connection.execute(_IS_TAKEN).scalar_one():
        raise NotEmptyError
    for person in frame.persons():
        work.people.add(person)
    work.partnerships.add(frame.partnership())
    for team in frame.bodies():
        work.teams.add(team)


def keep_thing(work: Work, thing: Thing, frame: KeptPartnership) -> None:
    """Keep one thing of an archive."""
    match thing:
        case KeptRecord():
            work.records.add(thing.record(frame.id))
        case _:
            assert_never(thing)
