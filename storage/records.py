"""The repository of records, with their editions and signatures."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import (
    Connection,
    Select,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import aliased
from sqlmodel import col

from storage.circles import SHARED, WITHIN, reach
from storage.errors import NotFoundError
from storage.record_index import drop_text, keep_text
from storage.record_notes import keep_note, notes_by_edition
from storage.statements import Among, AnyRow, Values, keep_rows
from storage.tables.conversations import RecordEditionRow, RecordRow, SignatureRow
from workflows.contents import NamedNote
from workflows.finding import Circle
from workflows.identifiers import ConversationId, MemberId, PartnershipId, RecordId, TeamId
from workflows.record_words import record_text
from workflows.records import Record, RecordEdition, Signature, read_content
from workflows.views import Privacy

Signatures = dict[tuple[RecordId, int], list[Signature]]

_LISTED: Final = select(RecordRow).order_by(col(RecordRow.changed_at).desc(), col(RecordRow.id))
_BY_ID: Final = select(RecordRow).where(col(RecordRow.id) == bindparam("id"))
_OF_TEAM: Final = _LISTED.where(col(RecordRow.team_id) == bindparam("team"))
_OF_TEAM_BY_KIND: Final = _OF_TEAM.where(col(RecordRow.kind) == bindparam("kind"))
_OF_PARTNERSHIP: Final = _LISTED.where(
    col(RecordRow.partnership_id) == bindparam("partnership"),
    col(RecordRow.kind) == bindparam("kind"),
)
_OF_CONVERSATION: Final = _LISTED.where(
    exists().where(
        col(RecordEditionRow.record_id) == col(RecordRow.id),
        col(RecordEditionRow.conversation_id) == bindparam("conversation"),
    )
)
_SIGNED_BY: Final = _LISTED.where(
    exists().where(
        col(SignatureRow.record_id) == col(RecordRow.id),
        col(SignatureRow.member_id) == bindparam("member"),
    )
)
_OF_OWNER: Final = _LISTED.where(col(RecordRow.owner_id) == bindparam("owner"))
_PAGE: Final = (
    select(RecordRow)
    .where(WITHIN, col(RecordRow.id) > bindparam("after"))
    .order_by(col(RecordRow.id))
    .limit(bindparam("most"))
)
_COUNT: Final = select(func.count()).select_from(RecordRow)
_COUNT_WITHIN: Final = _COUNT.where(WITHIN)
_COUNT_CLOSED: Final = _COUNT.where(
    col(RecordRow.partnership_id) == bindparam("partnership"),
    col(RecordRow.privacy).not_in(SHARED),
)
_OTHERS: Final = aliased(SignatureRow)
_MOVE_SIGNATURES: Final = update(SignatureRow).where(
    col(SignatureRow.member_id) == bindparam("former"),
    ~exists()
    .where(col(_OTHERS.record_id) == col(SignatureRow.record_id))
    .where(col(_OTHERS.number) == col(SignatureRow.number))
    .where(col(_OTHERS.member_id) == bindparam("member")),
)
_DROP_SIGNATURES: Final = delete(SignatureRow).where(
    col(SignatureRow.member_id) == bindparam("former")
)
_MOVE_OWN: Final = update(RecordRow).where(col(RecordRow.owner_id) == bindparam("former"))
_ERASE: Final = delete(RecordRow).where(col(RecordRow.id) == bindparam("record"))
_EDITIONS: Final = Among(
    select(RecordEditionRow).order_by(col(RecordEditionRow.number)),
    col(RecordEditionRow.record_id),
)
_SIGNATURES: Final = Among(
    select(SignatureRow).order_by(col(SignatureRow.signed_at), col(SignatureRow.member_id)),
    col(SignatureRow.record_id),
)
_BY_IDS: Final = Among(select(RecordRow), col(RecordRow.id))
_TITLE: Final = select(col(RecordRow.title)).where(col(RecordRow.id) == bindparam("record"))
_CHANGED: Final = update(RecordRow).where(col(RecordRow.id) == bindparam("record"))


class Records:
    """Keeps what conversations leave behind: editions are added to, never changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id_: RecordId) -> Record:
        """Return a record, or raise NotFoundError."""
        records = self._load(_BY_ID, {"id": id_})
        if not records:
            raise NotFoundError("record")
        return records[0]

    def of_team(self, team: TeamId, kind: str | None = None) -> tuple[Record, ...]:
        """Return a team's records, or those of one kind, the most recently agreed first."""
        if kind is None:
            return self._load(_OF_TEAM, {"team": team})
        return self._load(_OF_TEAM_BY_KIND, {"team": team, "kind": kind})

    def of_partnership(self, partnership: PartnershipId, kind: str) -> tuple[Record, ...]:
        """Return the records of one kind of all teams, the most recently agreed first."""
        return self._load(_OF_PARTNERSHIP, {"partnership": partnership, "kind": kind})

    def of_ids(self, ids: Sequence[RecordId]) -> tuple[Record, ...]:
        """Return records in the order of their ids; those that are not there are left out."""
        records = self._records(_BY_IDS.rows(self._connection, ids))
        found = {record.id: record for record in records}
        return tuple(found[id_] for id_ in ids if id_ in found)

    def of_conversation(self, conversation: ConversationId) -> Record | None:
        """Return the record that a conversation left or changed, or None."""
        records = self._load(_OF_CONVERSATION, {"conversation": conversation})
        return records[0] if records else None

    def signed_by(self, member: MemberId) -> tuple[Record, ...]:
        """Return the records that carry a member's signature, the most recently agreed first."""
        return self._load(_SIGNED_BY, {"member": member})

    def of_owner(self, member: MemberId) -> tuple[Record, ...]:
        """Return the records that are one member's alone, the most recently changed first."""
        return self._load(_OF_OWNER, {"owner": member})

    def erase(self, id_: RecordId) -> None:
        """Delete a record with all its editions; it is not found any more."""
        drop_text(self._connection, id_)
        self._connection.execute(_ERASE, {"record": id_})

    def page(self, circle: Circle, *, after: RecordId, most: int) -> tuple[Record, ...]:
        """Return the next of the records within a circle, by their ids."""
        return self._load(_PAGE, {**reach(circle), "after": after, "most": most})

    def count(self, circle: Circle) -> int:
        """Return how many records are within a circle."""
        return self._connection.execute(_COUNT_WITHIN, reach(circle)).scalar_one()

    def count_closed(self, partnership: PartnershipId) -> int:
        """Return how many records of a partnership are one member's or one party's alone."""
        values = {"partnership": partnership}
        return self._connection.execute(_COUNT_CLOSED, values).scalar_one()

    def add(self, record: Record) -> None:
        """Keep a new record with its editions and signatures."""
        self._connection.execute(
            insert(RecordRow),
            {
                "id": record.id,
                "partnership_id": record.partnership,
                "team_id": record.team,
                "kind": record.kind,
                "title": record.title,
                "privacy": record.privacy,
                "changed_at": record.current.made_at,
                "owner_id": record.owner,
                "party_id": record.party,
            },
        )
        for edition in record.editions:
            self._insert(record.id, edition)
        keep_text(self._connection, record.id, record_text(record.title, record.current.content))

    def add_edition(self, id_: RecordId, edition: RecordEdition) -> None:
        """Keep a new edition; a number that is taken raises ConflictError at the end."""
        self._connection.execute(_CHANGED, {"record": id_, "changed_at": edition.made_at})
        self._insert(id_, edition)
        title = self._connection.execute(_TITLE, {"record": id_}).scalar_one()
        keep_text(self._connection, id_, record_text(title, edition.content))

    def sign(self, id_: RecordId, number: int, signature: Signature) -> None:
        """Keep a signature under an edition; signing twice changes nothing."""
        row = {
            "record_id": id_,
            "number": number,
            "member_id": signature.member,
            "signed_at": signature.signed_at,
            "hash": signature.hash,
        }
        keep_rows(self._connection, SignatureRow, [row], key=("record_id", "number", "member_id"))

    def move(self, former: MemberId, member: MemberId) -> None:
        """Let what one member has signed be signed by another, and what is theirs be the other's.

        Nothing is signed twice.
        """
        self._connection.execute(_MOVE_OWN, {"former": former, "owner_id": member})
        moved = {"former": former, "member": member, "member_id": member}
        self._connection.execute(_MOVE_SIGNATURES, moved)
        self._connection.execute(_DROP_SIGNATURES, {"former": former})

    def _insert(self, id_: RecordId, edition: RecordEdition) -> None:
        self._connection.execute(
            insert(RecordEditionRow),
            {
                "record_id": id_,
                "number": edition.number,
                "content": edition.content.model_dump_json(),
                "made_at": edition.made_at,
                "conversation_id": edition.conversation,
            },
        )
        for signature in edition.signatures:
            self.sign(id_, edition.number, signature)
        for note in edition.notes:
            keep_note(self._connection, id_, edition.number, note)

    def _load(self, statement: Select[Any], values: Values) -> tuple[Record, ...]:
        return self._records(self._connection.execute(statement, values).all())

    def _records(self, rows: Sequence[AnyRow]) -> tuple[Record, ...]:
        editions = self._editions([row.id for row in rows])
        return tuple(_record(row, editions[row.id]) for row in rows)

    def _editions(self, records: list[RecordId]) -> dict[RecordId, list[RecordEdition]]:
        signatures = self._signatures(records)
        notes = notes_by_edition(self._connection, records)
        editions = defaultdict[RecordId, list[RecordEdition]](list)
        for row in _EDITIONS.rows(self._connection, records):
            key = (row.record_id, row.number)
            editions[row.record_id].append(_edition(row, signatures[key], notes[key]))
        return editions

    def _signatures(self, records: list[RecordId]) -> Signatures:
        signatures: Signatures = defaultdict(list)
        for row in _SIGNATURES.rows(self._connection, records):
            signature = Signature(member=row.member_id, signed_at=row.signed_at, hash=row.hash)
            signatures[row.record_id, row.number].append(signature)
        return signatures


def _record(row: AnyRow, editions: list[RecordEdition]) -> Record:
    return Record(
        id=row.id,
        partnership=row.partnership_id,
        team=row.team_id,
        title=row.title,
        privacy=Privacy(row.privacy),
        editions=tuple(editions),
        owner=row.owner_id,
        party=row.party_id,
    )


def _edition(row: AnyRow, signatures: list[Signature], notes: list[NamedNote]) -> RecordEdition:
    return RecordEdition(
        number=row.number,
        content=read_content(row.content),
        made_at=row.made_at,
        conversation=row.conversation_id,
        signatures=tuple(signatures),
        notes=tuple(notes),
    )
