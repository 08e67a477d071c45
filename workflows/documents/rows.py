"""A record as rows under a header, for whoever goes on with it in a spreadsheet."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from workflows.documents.retro_rows import retro_rows
from workflows.documents.runs import spelled
from workflows.identifiers import FieldId
from workflows.invitations import Invitation
from workflows.keeping import CATEGORIES
from workflows.record_pages import CATEGORY_NAMES, record_body
from workflows.records import Decision, NormCheck, Norms, RecordContent
from workflows.relationships import PartnerMap, Relationships
from workflows.retros import Retro, SavedLesson
from workflows.room import Room
from workflows.views import (
    Bullets,
    Divider,
    Facts,
    Grid,
    Heading,
    Paragraph,
    Picture,
    Quote,
    Small,
    Written,
)
from workflows.words import Words

Row = tuple[str, ...]


def record_rows(content: RecordContent, room: Room) -> Grid:
    """Return what was agreed as rows, in the words of the room."""
    match content:
        case Norms():
            return _norms(content, room.words)
        case NormCheck():
            return _norm_check(content, room.words)
        case Retro():
            return retro_rows(content, room)
        case Decision() | Invitation() | PartnerMap() | Relationships() | SavedLesson():
            words = room.words
            header = (words.say("Field"), words.say("Value"))
            return Grid(header, tuple(told_rows(record_body(content, room), words)))
        case _:
            assert_never(content)


def told_rows(blocks: Iterable[Written], words: Words) -> Iterator[Row]:
    """Yield everything that blocks say as a field and its value; a heading names what follows."""
    about = ""
    for block in blocks:
        match block:
            case Heading(text):
                about = text
            case Facts(pairs):
                yield from ((name, spelled(value, words)) for name, value in pairs)
            case Paragraph(text) | Quote(text) | Small(text):
                yield about, spelled(text, words)
            case Bullets(items):
                yield from ((about, spelled(item, words)) for item in items)
            case Picture(alt=alt):
                yield words.say("Picture"), alt
            case Divider():
                about = ""
            case _:
                assert_never(block)


def _norms(norms: Norms, words: Words) -> Grid:
    rows = (
        (words.say(CATEGORY_NAMES[category]), norms.commitments.get(FieldId(category), ""))
        for category in CATEGORIES
    )
    return Grid((words.say("Category"), words.say("Commitment")), tuple(rows))


def _norm_check(check: NormCheck, words: Words) -> Grid:
    header = (
        words.say("Category"),
        words.say("Kept"),
        words.say("Partly kept"),
        words.say("Not kept"),
    )
    return Grid(header, tuple(_kept(check, category, words) for category in CATEGORIES))


def _kept(check: NormCheck, category: str, words: Words) -> Row:
    counts = check.counts.get(FieldId(category), {})
    picks = (str(counts.get(pick, 0)) for pick in ("kept", "partly", "not"))
    return words.say(CATEGORY_NAMES[category]), *picks
