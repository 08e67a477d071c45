"""Says who signed an edition of a record, what exactly they signed, and what they noted."""

from collections import defaultdict
from datetime import date

from workflows.records import RecordEdition
from workflows.room import Room
from workflows.text import Day
from workflows.views import Bullets, Heading, Paragraph, Written


def signature_blocks(edition: RecordEdition, room: Room) -> tuple[Written, ...]:
    """Return the signatures under an edition, and below them the notes with their names."""
    return (*_signed(edition, room), *notes_beside(edition, room))


def _signed(edition: RecordEdition, room: Room) -> tuple[Written, ...]:
    """Return who signed, on which day, and by which fingerprint one knows what they signed."""
    by_day = defaultdict[tuple[date, str], list[str]](list)
    for signature in edition.signatures:
        day = room.words.day_of(signature.signed_at)
        by_day[day, signature.fingerprint].append(room.name(signature.member))
    return tuple(
        Paragraph(
            room.words.rich(
                "Signed by {names} on {day}, fingerprint {hash}.",
                names=room.words.listed(names),
                day=Day(day),
                hash=fingerprint,
            )
        )
        for (day, fingerprint), names in by_day.items()
    )


def notes_beside(edition: RecordEdition, room: Room) -> tuple[Written, ...]:
    """Return what members put beside an edition, and whether they have signed it."""
    if not edition.notes:
        return ()
    words, signers = room.words, edition.signers
    said = (words.say("has signed"), words.say("has not signed"))
    lines = (
        words.rich(
            "{member} ({said}): {note}",
            member=room.mention(note.member) if note.member else "",
            said=said[note.member not in signers],
            note=note.text,
        )
        for note in edition.notes
    )
    return (Heading(words.say("Notes beside it")), Bullets(tuple(lines)))
