"""What a conversation leaves behind: a record with editions, signatures and a privacy class."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, assert_never

from pydantic import ConfigDict, Field, TypeAdapter

from workflows.contents import Content, NamedNote
from workflows.identifiers import (
    ConversationId,
    FieldId,
    MemberId,
    PartnershipId,
    PartyId,
    RecordId,
    TeamId,
)
from workflows.invitations import Invitation
from workflows.relationships import PartnerMap, Relationships
from workflows.retros import Retro, SavedLesson
from workflows.views import Privacy


class Norms(Content):
    """The agreed commitments of a team, one text for each category, with notes from the rounds."""

    kind: Literal["norms"] = "norms"
    commitments: dict[FieldId, str]
    stances: dict[str, int] = Field(default_factory=dict[str, int])
    """How often each stance was taken in the last round."""
    asked: int = 0
    """Members who took part when the last round ended, whether they answered or not."""
    notes: tuple[NamedNote, ...] = ()


class NormCheck(Content):
    """How many members said kept, partly or not, for each category; never who."""

    kind: Literal["norm-check"] = "norm-check"
    counts: dict[FieldId, dict[str, int]]
    answered: int
    commitments: dict[FieldId, str]


class Decision(Content):
    """A decision: how shared it was expected, wished, agreed and felt to be, and what came of it.

    Levels are ids of the continuum (see workflows.continuum), with counts of members.
    """

    kind: Literal["decision"] = "decision"
    title: str
    parties: tuple[str, ...]
    accountable: MemberId
    decide_by: date | None
    expected: dict[str, int]
    wished: dict[str, int]
    spread: int
    level: str
    reason: str
    method: str
    proposal: str = ""
    rounds: int = 1
    """How often the group answered to a proposal; 1 when the first was taken."""
    tally: dict[str, int] = Field(default_factory=dict[str, int])
    concerns: tuple[NamedNote, ...] = ()
    inputs: tuple[str, ...] = ()
    outcome: str
    changed: str = ""
    decided_on: date
    review_on: date | None = None
    dissent: tuple[NamedNote, ...] = ()
    support: dict[str, int] = Field(default_factory=dict[str, int])
    felt: dict[str, int] = Field(default_factory=dict[str, int])
    was_heard: dict[str, int] = Field(default_factory=dict[str, int])
    still_right: dict[str, int] = Field(default_factory=dict[str, int])


RecordContent = (
    Norms | NormCheck | Decision | Invitation | PartnerMap | Relationships | Retro | SavedLesson
)
_CONTENT: TypeAdapter[RecordContent] = TypeAdapter(
    RecordContent, config=ConfigDict(hide_input_in_errors=True)
)


_FINGERPRINT: Final = 12
"""Characters of a hash by which two are told apart by eye."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A member's name under one edition; `hash` says exactly what was signed."""

    member: MemberId
    signed_at: datetime
    hash: str

    @property
    def fingerprint(self) -> str:
        """As much of the hash as is shown."""
        return self.hash[:_FINGERPRINT]


@dataclass(frozen=True, slots=True)
class RecordEdition:
    """One state of a record. A new edition starts without signatures.

    `notes` are what members have put beside it since, with their names: one each, whether they
    have signed or not. They are no part of what is signed.
    """

    number: int
    content: RecordContent
    made_at: datetime
    conversation: ConversationId | None
    signatures: tuple[Signature, ...] = ()
    notes: tuple[NamedNote, ...] = ()

    @property
    def hash(self) -> str:
        """What a signature signs: see `content_hash`."""
        return content_hash(self.content)

    @property
    def fingerprint(self) -> str:
        """As much of the hash as is shown."""
        return self.hash[:_FINGERPRINT]

    @property
    def signers(self) -> frozenset[MemberId]:
        """The members who have signed it."""
        return frozenset(signature.member for signature in self.signatures)

    def note_of(self, member: MemberId) -> str:
        """Return what a member has put beside it; empty for nothing."""
        return next((note.text for note in self.notes if note.member == member), "")

    @property
    def named(self) -> frozenset[MemberId]:
        """The members whose names stand on it."""
        notes = (*_notes(self.content), *self.notes)
        noted = (note.member for note in notes if note.member)
        return frozenset((*self.signers, *noted, *_in_charge(self.content)))


@dataclass(frozen=True, slots=True)
class Record:
    """What a team keeps: the editions of one thing it agreed, oldest first."""

    id: RecordId
    partnership: PartnershipId
    team: TeamId
    title: str
    privacy: Privacy
    editions: tuple[RecordEdition, ...]
    owner: MemberId | None = None
    """Whose it is alone, where its privacy is private."""
    party: PartyId | None = None
    """Whose members alone may see it, where its privacy is caucus."""

    @property
    def current(self) -> RecordEdition:
        """The edition in force."""
        return self.editions[-1]

    @property
    def kind(self) -> str:
        """What the record holds, such as norms or decision."""
        return self.current.content.kind


def edition_of(record: Record, number: int | None) -> RecordEdition:
    """Return the edition of this number; without one of that number, the one in force."""
    return next((e for e in record.editions if e.number == number), record.current)


def _notes(content: RecordContent) -> tuple[NamedNote, ...]:
    match content:
        case Norms():
            return content.notes
        case NormCheck() | Invitation() | PartnerMap() | Relationships() | SavedLesson():
            return ()
        case Decision():
            return (*content.concerns, *content.dissent)
        case Retro():
            return content.heard
        case _:
            assert_never(content)


def _in_charge(content: RecordContent) -> tuple[MemberId, ...]:
    """Return whom a content names as responsible for something."""
    match content:
        case Decision():
            return (content.accountable,)
        case Retro():
            chairs = (content.facilitator, content.scribe)
            named = tuple(member for member in chairs if member)
            return (*named, *(action.who for action in content.actions))
        case Norms() | NormCheck() | Invitation() | PartnerMap() | Relationships() | SavedLesson():
            return ()
        case _:
            assert_never(content)


def title_of(content: RecordContent) -> str:
    """Return what a record is called in lists; empty where its kind says it all."""
    match content:
        case Decision():
            return content.title
        case Retro():
            return content.topic
        case _:
            return ""


def may_be_signed(content: RecordContent) -> bool:
    """Say whether people put their names under it: under what a team has agreed."""
    return isinstance(content, Norms | Decision | Retro)


def content_hash(content: RecordContent) -> str:
    """Return the SHA-256 of what was agreed, as JSON with sorted keys, in hexadecimal."""
    agreed = content.model_dump(mode="json", exclude=_LOOKED_BACK)
    return hashlib.sha256(_canonical(agreed).encode()).hexdigest()


def content_json(content: RecordContent) -> str:
    """Return a content as JSON, the same text for the same content."""
    return _canonical(content.model_dump(mode="json"))


def read_content(text: str) -> RecordContent:
    """Return the content that a JSON text holds."""
    return _CONTENT.validate_json(text)


def _canonical(values: dict[str, object]) -> str:
    return json.dumps(values, sort_keys=True, ensure_ascii=False)


_LOOKED_BACK = {"felt", "was_heard", "still_right"}
"""What a later look back adds to a decision: it changes nothing that was agreed and signed."""
