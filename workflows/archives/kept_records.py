"""The shape of records in an archive: with editions, signatures and notes, and what feeds what.

The privacy classes that can be written here are those of what a whole team or partnership shares.
"""

from datetime import datetime
from typing import Annotated, Literal

from workflows.archives.shape import ID, Instant, Kept
from workflows.contents import NamedNote
from workflows.identifiers import MemberId, PartnershipId, RecordId, TeamId
from workflows.records import Record, RecordContent, RecordEdition, Signature
from workflows.views import Privacy


class KeptSignature(Kept):
    """A signature, with the hash of what was signed."""

    member: MemberId
    signed_at: Instant
    hash: str


class KeptNote(Kept):
    """What a member put beside an edition, where whoever sees the record sees it too."""

    member: MemberId
    text: str


class KeptEdition(Kept):
    """One state of a record."""

    number: int
    made_at: Instant
    content: RecordContent
    signatures: tuple[KeptSignature, ...]
    notes: tuple[KeptNote, ...]


class KeptRecord(Kept):
    """A record that a whole team or partnership shares, with all its editions."""

    id: Annotated[RecordId, ID]
    team: TeamId
    title: str
    privacy: Literal[Privacy.TEAM, Privacy.PARTNERS]
    editions: tuple[KeptEdition, ...]

    def record(self, partnership: PartnershipId) -> Record:
        """Return the record as the rest of Concord knows it."""
        editions = tuple(map(_edition, self.editions))
        return Record(self.id, partnership, self.team, self.title, self.privacy, editions)

    @property
    def newest(self) -> datetime:
        """When the edition in force was made."""
        return self.editions[-1].made_at


class KeptLink(Kept):
    """That one record feeds another."""

    feeder: RecordId
    fed: RecordId


class KeptLinks(Kept):
    """The links between records of which both ends are in the archive."""

    links: tuple[KeptLink, ...]


def kept_record(record: Record) -> KeptRecord:
    """Return a record as an archive holds it; one that is not shared raises ValidationError."""
    return KeptRecord.model_validate(
        {
            "id": record.id,
            "team": record.team,
            "title": record.title,
            "privacy": record.privacy,
            "editions": tuple(map(_kept_edition, record.editions)),
        }
    )


def _kept_edition(edition: RecordEdition) -> KeptEdition:
    signatures = (
        KeptSignature(member=each.member, signed_at=each.signed_at, hash=each.hash)
        for each in edition.signatures
    )
    notes = (KeptNote(member=each.member, text=each.text) for each in edition.notes if each.member)
    return KeptEdition(
        number=edition.number,
        made_at=edition.made_at,
        content=edition.content,
        signatures=tuple(signatures),
        notes=tuple(notes),
    )


def _edition(kept: KeptEdition) -> RecordEdition:
    return RecordEdition(
        number=kept.number,
        content=kept.content,
        made_at=kept.made_at,
        conversation=None,
        signatures=tuple(
            Signature(each.member, each.signed_at, each.hash) for each in kept.signatures
        ),
        notes=tuple(NamedNote(member=each.member, text=each.text) for each in kept.notes),
    )
