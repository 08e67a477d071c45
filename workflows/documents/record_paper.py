"""A record as it stands on paper: what was agreed, by whom, and what proves it."""

from typing import assert_never

from workflows.documents.rows import record_rows
from workflows.invitations import Invitation
from workflows.record_pages import record_body
from workflows.record_pictures import how_relationships_changed
from workflows.records import Decision, NormCheck, Norms, Record, RecordContent, RecordEdition
from workflows.relationships import PartnerMap, Relationships
from workflows.retros import Retro, SavedLesson
from workflows.room import Room
from workflows.signature_lines import notes_beside
from workflows.text import Day, plain
from workflows.views import Divider, Facts, Grid, Heading, Small, Written
from workflows.words import Words

Paper = tuple[Written | Grid, ...]


def record_paper(record: Record, edition: RecordEdition, room: Room, partnership: str) -> Paper:
    """Return one edition of a record as whoever takes it away reads it, but for its title."""
    return (
        _origin(record, edition, room, partnership),
        Divider(),
        *record_body(edition.content, room),
        *how_relationships_changed(record, edition, room.words),
        *_figures(edition.content, room),
        *_signatures(edition, room),
        *notes_beside(edition, room),
    )


def record_foot(title: str, edition: RecordEdition, words: Words) -> str:
    """Return the line that tells each page of a record from those of all others."""
    return words.say(
        "{title} · Edition {number} · Fingerprint {hash}",
        title=title,
        number=edition.number,
        hash=edition.fingerprint,
    )


def _origin(record: Record, edition: RecordEdition, room: Room, partnership: str) -> Facts:
    words = room.words
    number = words.say("{number} of {last}", number=edition.number, last=record.current.number)
    return Facts(
        (
            (words.say("Partnership"), plain(partnership)),
            (words.say("Team"), plain(room.team)),
            (words.say("Edition"), plain(number)),
            (words.say("Date"), (Day(words.day_of(edition.made_at)),)),
        )
    )


def _figures(content: RecordContent, room: Room) -> Paper:
    """Return the figures that a picture shows, for whoever reads them rather as a table."""
    match content:
        case NormCheck():
            return (record_rows(content, room),)
        case (
            Norms()
            | Decision()
            | Invitation()
            | Retro()
            | PartnerMap()
            | Relationships()
            | SavedLesson()
        ):
            return ()
        case _:
            assert_never(content)


def _signatures(edition: RecordEdition, room: Room) -> Paper:
    words = room.words
    if not edition.signatures:
        return ()
    header = (words.say("Name"), words.say("Signed on"), words.say("Fingerprint"))
    rows = tuple(
        (
            room.name(signature.member),
            words.day(words.day_of(signature.signed_at)),
            signature.fingerprint,
        )
        for signature in edition.signatures
    )
    line = words.rich(
        "The fingerprint says exactly what was signed. In full (SHA-256): {hash}", hash=edition.hash
    )
    return Heading(words.say("Signatures")), Grid(header, rows), Small(line)
