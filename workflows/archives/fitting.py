"""Reads the JSON files of an archive, and checks that what they hold can be kept and fits together.

Somebody may have written such a file by hand. So nothing is taken for granted: neither that a text
could have been typed, nor that an id leads somewhere, nor that a signature is for what it stands
under.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import chain
from typing import Final, TypeVar, assert_never

from pydantic import ConfigDict, JsonValue, TypeAdapter

from workflows.archives.checks import is_in_our_days
from workflows.archives.errors import Flaw, UnfitArchiveError
from workflows.archives.kept_actions import KeptAction
from workflows.archives.kept_records import KeptEdition, KeptLink, KeptLinks, KeptRecord
from workflows.archives.parts import SHAPES, Part, Thing
from workflows.archives.shape import Kept, KeptPartnership
from workflows.identifiers import MemberId, TeamId
from workflows.records import RecordEdition, content_hash
from workflows.typed import clean

LONGEST_TEXT: Final = 10_000
"""Characters of one text; three thousand is the most that anybody can type."""

GREATEST_NUMBER: Final = 10_000
"""The greatest of all numbers in a record; they count people, editions and rounds."""

Shape = TypeVar("Shape", bound=Kept)

_JSON: Final = TypeAdapter[JsonValue](JsonValue, config=ConfigDict(hide_input_in_errors=True))


def read_partnership(content: bytes) -> KeptPartnership:
    """Return the partnership that a file holds, or raise UnfitArchiveError."""
    frame = _read(KeptPartnership, content)
    people = [person.id for person in frame.people]
    parties = [party.id for party in frame.parties]
    seats = [seat for team in frame.teams for seat in team.members]
    here = [(team.id, s.person) for team in frame.teams for s in team.members if not s.left_at]
    _refuse_repeats(people, parties, (t.id for t in frame.teams), (s.id for s in seats), here)
    if {seat.person for seat in seats} != set(people):
        raise UnfitArchiveError(Flaw.LOOSE_ENDS)
    if not {seat.party for seat in seats} <= {None, *parties}:
        raise UnfitArchiveError(Flaw.LOOSE_ENDS)
    return frame


def read_thing(part: Part, id_: str, content: bytes, frame: KeptPartnership) -> Thing:
    """Return the thing that a file holds, or raise UnfitArchiveError."""
    thing = _read(SHAPES[part], content)
    if thing.id != id_:
        raise UnfitArchiveError(Flaw.LOOSE_ENDS)
    match thing:
        case KeptRecord():
            _check_record(thing, frame)
        case KeptAction():
            _check_action(thing, frame)
        case _:
            assert_never(thing)
    return thing


def refuse_strange_source(thing: Thing, records: AbstractSet[str]) -> None:
    """Raise UnfitArchiveError for what came from a record that is not among these."""
    match thing:
        case KeptAction(source=source):
            if source is not None and source not in records:
                raise UnfitArchiveError(Flaw.LOOSE_ENDS)
        case KeptRecord():
            pass
        case _:
            assert_never(thing)


def read_links(content: bytes, records: AbstractSet[str]) -> tuple[KeptLink, ...]:
    """Return the links that a file holds between these records, or raise UnfitArchiveError."""
    links = _read(KeptLinks, content).links
    _refuse_repeats((link.feeder, link.fed) for link in links)
    if not all(link.feeder in records and link.fed in records for link in links):
        raise UnfitArchiveError(Flaw.LOOSE_ENDS)
    return links


def _read(shape: type[Shape], content: bytes) -> Shape:
    try:
        raw = _JSON.validate_json(content)
        kept = shape.model_validate_json(content)
    except ValueError as error:
        raise UnfitArchiveError(Flaw.UNREADABLE) from error
    if not _is_within(raw, kept.model_dump(mode="json")):
        raise UnfitArchiveError(Flaw.UNREADABLE)
    if not all(map(_can_be_kept, _values(kept.model_dump()))):
        raise UnfitArchiveError(Flaw.UNFIT_TEXT)
    return kept


def _is_within(given: object, read: object) -> bool:
    """Say whether all that was given has been read; a file of an older Concord may lack something.

    What a newer one has added must not get lost without a word.
    """
    match given, read:
        case dict(), dict():
            return all(key in read and _is_within(given[key], read[key]) for key in given)
        case list(), list():
            return len(given) == len(read) and all(map(_is_within, given, read))
        case _:
            return given == read


def _values(value: object) -> Iterator[object]:
    """Yield the texts, numbers and dates in a value, also those that are keys."""
    match value:
        case dict():
            yield from value
            yield from chain.from_iterable(map(_values, value.values()))
        case tuple():
            yield from chain.from_iterable(map(_values, value))
        case _:
            yield value


def _can_be_kept(value: object) -> bool:
    match value:
        case str():
            return clean(value, longest=LONGEST_TEXT) == value.strip()
        case int():
            return 0 <= value <= GREATEST_NUMBER
        case date():
            return is_in_our_days(value)
        case _:
            return value is None


def _refuse_repeats(*lists: Iterable[object]) -> None:
    if any(count > 1 for each in lists for count in Counter(each).values()):
        raise UnfitArchiveError(Flaw.LOOSE_ENDS)


def _check_record(record: KeptRecord, frame: KeptPartnership) -> None:
    members = _members(frame, record.team)
    numbers = [edition.number for edition in record.editions]
    kinds = {edition.content.kind for edition in record.editions}
    if numbers != list(range(1, len(numbers) + 1)) or len(kinds) != 1:
        raise UnfitArchiveError(Flaw.LOOSE_ENDS)
    for kept, edition in zip(record.editions, record.record(frame.id).editions, strict=True):
        _check_edition(kept, edition, members)


def _check_action(action: KeptAction, frame: KeptPartnership) -> None:
    if action.owner not in {None, *_members(frame, action.team)}:
        raise UnfitArchiveError(Flaw.LOOSE_ENDS)


def _members(frame: KeptPartnership, id_: TeamId) -> set[MemberId]:
    """Return the members of a team, present and past, or raise UnfitArchiveError."""
    for team in frame.teams:
        if team.id == id_:
            return {seat.id for seat in team.members}
    raise UnfitArchiveError(Flaw.LOOSE_ENDS)


def _check_edition(kept: KeptEdition, edition: RecordEdition, members: set[MemberId]) -> None:
    _refuse_repeats(
        (signature.member for signature in kept.signatures), (note.member for note in kept.notes)
    )
    if not edition.named <= members:
        raise UnfitArchiveError(Flaw.LOOSE_ENDS)
    agreed = content_hash(kept.content)
    if any(signature.hash != agreed for signature in kept.signatures):
        raise UnfitArchiveError(Flaw.WRONG_SIGNATURE)
