"""What goes into an archive of a partnership, a page at a time, and the way back.

How far an archive reaches says a circle in which nobody has a seat: what is one member's or one
party's alone is outside of every such circle.
"""

from collections.abc import Iterable
from typing import Final, assert_never

from sqlalchemy import exists, or_, select
from sqlmodel import col

from storage.errors import NotEmptyError
from storage.tables.people import PartnershipRow, PersonRow
from storage.work import Work
from workflows.archives.kept_actions import KeptAction, kept_action
from workflows.archives.kept_records import KeptLink, KeptRecord, kept_record
from workflows.archives.parts import Part, Thing
from workflows.archives.shape import KeptPartnership, kept_partnership
from workflows.finding import Circle
from workflows.identifiers import ActionId, PartnershipId, RecordId

PAGE: Final = 50
"""Things that are read at a time, so that nobody waits for long and little memory is taken."""

_IS_TAKEN: Final = select(
    or_(exists(select(col(PartnershipRow.id))), exists(select(col(PersonRow.id))))
)


def everything_shared(work: Work, partnership: PartnershipId) -> Circle:
    """Return how far the archive of a whole partnership reaches: to what each of its teams shares.

    Raises NotFoundError.
    """
    work.partnerships.get(partnership)
    teams = frozenset(team.id for team in work.teams.of_partnership(partnership))
    return Circle(teams, frozenset({partnership}), members=frozenset())


def partnership_of(work: Work, id_: PartnershipId, circle: Circle) -> KeptPartnership:
    """Return a partnership with its teams as far as a circle reaches, or raise NotFoundError."""
    teams = [team for team in work.teams.of_partnership(id_) if team.id in circle.teams]
    return kept_partnership(work.partnerships.get(id_), teams)


def count_of(work: Work, part: Part, circle: Circle) -> int:
    """Return how many things of a part are within a circle."""
    match part:
        case Part.RECORDS:
            return work.records.count(circle)
        case Part.ACTIONS:
            return work.actions.count(circle.teams)
        case _:
            assert_never(part)


def page_of(work: Work, part: Part, circle: Circle, after: str = "") -> tuple[Thing, ...]:
    """Return the next things of a part, by their ids; none after the last."""
    match part:
        case Part.RECORDS:
            records = work.records.page(circle, after=RecordId(after), most=PAGE)
            return tuple(map(kept_record, records))
        case Part.ACTIONS:
            items = work.actions.page(circle.teams, after=ActionId(after), most=PAGE)
            return tuple(map(kept_action, items))
        case _:
            assert_never(part)


def links_from(work: Work, things: Iterable[Thing]) -> tuple[KeptLink, ...]:
    """Return what some things feed, within a circle or not."""
    records = [thing.id for thing in things if isinstance(thing, KeptRecord)]
    return tuple(
        KeptLink(feeder=one, fed=other) for one, other in work.record_links.fed_by(records)
    )


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
        case KeptAction():
            work.actions.add(thing.action(frame.id))
        case _:
            assert_never(thing)


def keep_links(work: Work, links: Iterable[KeptLink]) -> None:
    """Keep links between records that are kept already."""
    for link in links:
        work.record_links.link(link.feeder, link.fed)
