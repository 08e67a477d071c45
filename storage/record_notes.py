"""The repository of what members put beside an edition of a record, with their names."""

from collections import defaultdict
from typing import Final

from sqlalchemy import Connection, bindparam, delete, exists, select, update
from sqlalchemy.orm import aliased
from sqlmodel import col

from storage.statements import Among, keep_rows
from storage.tables.records import RecordNoteRow
from workflows.contents import NamedNote
from workflows.identifiers import MemberId, RecordId

Notes = dict[tuple[RecordId, int], list[NamedNote]]

_NOTES: Final = Among(
    select(RecordNoteRow).order_by(col(RecordNoteRow.member_id)), col(RecordNoteRow.record_id)
)
_OF_MEMBER: Final = select(RecordNoteRow).where(col(RecordNoteRow.member_id) == bindparam("member"))
_TWICE: Final = aliased(RecordNoteRow)
_MOVE: Final = update(RecordNoteRow).where(
    col(RecordNoteRow.member_id) == bindparam("former"),
    ~exists().where(
        col(_TWICE.record_id) == col(RecordNoteRow.record_id),
        col(_TWICE.number) == col(RecordNoteRow.number),
        col(_TWICE.member_id) == bindparam("member"),
    ),
)
_ERASE: Final = delete(RecordNoteRow).where(col(RecordNoteRow.member_id) == bindparam("member"))


class RecordNotes:
    """Keeps one note of each member beside each edition; a later one takes its place."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, record: RecordId, number: int, note: NamedNote) -> None:
        """Keep a note beside an edition."""
        keep_note(self._connection, record, number, note)

    def of_member(self, member: MemberId) -> dict[RecordId, str]:
        """Return what a member has put beside records, the last of each."""
        rows = self._connection.execute(
            _OF_MEMBER.order_by(col(RecordNoteRow.number)), {"member": member}
        )
        return {row.record_id: row.text for row in rows}

    def move(self, former: MemberId, member: MemberId) -> None:
        """Let the notes of one member be another's, who keeps their own where both left one."""
        moved = {"former": former, "member": member, "member_id": member}
        self._connection.execute(_MOVE, moved)
        self.erase(former)

    def erase(self, member: MemberId) -> None:
        """Delete all notes of a member."""
        self._connection.execute(_ERASE, {"member": member})


def keep_note(connection: Connection, record: RecordId, number: int, note: NamedNote) -> None:
    """Keep a note beside an edition, in place of an earlier one of the same member."""
    row = {"record_id": record, "number": number, "member_id": note.member, "text": note.text}
    key = ("record_id", "number", "member_id")
    keep_rows(connection, RecordNoteRow, [row], key=key, changing=("text",))


def notes_by_edition(connection: Connection, records: list[RecordId]) -> Notes:
    """Return the notes beside all editions of some records."""
    notes: Notes = defaultdict(list)
    for row in _NOTES.rows(connection, records):
        note = NamedNote(member=row.member_id, text=row.text)
        notes[row.record_id, row.number].append(note)
    return notes
