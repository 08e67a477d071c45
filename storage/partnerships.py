"""The repository of partnerships and their parties."""

from collections import defaultdict
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, exists, insert, select, update
from sqlmodel import col

from storage.errors import NotFoundError
from storage.statements import Values, by_name, keep_rows
from storage.tables.people import MemberRow, PartnershipRow, PartyRow, TeamRow
from workflows.identifiers import PartnershipId, PersonId
from workflows.people import Partnership, Party, PartyKind

_BY_ID: Final = select(PartnershipRow).where(col(PartnershipRow.id) == bindparam("id"))
_OF_PERSON: Final = select(PartnershipRow).where(
    exists()
    .where(col(TeamRow.partnership_id) == col(PartnershipRow.id))
    .where(col(MemberRow.team_id) == col(TeamRow.id))
    .where(col(MemberRow.person_id) == bindparam("person"), col(MemberRow.left_at).is_(None))
)
_PARTIES: Final = (
    select(PartyRow)
    .where(col(PartyRow.partnership_id).in_(bindparam("partnerships", expanding=True)))
    .order_by(col(PartyRow.position))
)
_SAVE: Final = update(PartnershipRow).where(col(PartnershipRow.id) == bindparam("partnership"))


class Partnerships:
    """Keeps partnerships, each with its parties in the order they were named."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, id_: PartnershipId) -> Partnership:
        """Return a partnership, or raise NotFoundError."""
        found = self._load(_BY_ID, {"id": id_})
        if not found:
            raise NotFoundError("partnership")
        return found[0]

    def of_person(self, person: PersonId) -> tuple[Partnership, ...]:
        """Return the partnerships in which a person has a seat now, by name."""
        return self._load(_OF_PERSON, {"person": person})

    def add(self, partnership: Partnership) -> None:
        """Keep a new partnership with its parties."""
        self._connection.execute(
            insert(PartnershipRow),
            {
                "id": partnership.id,
                "name": partnership.name,
                "language": partnership.language,
                "practice": partnership.practice,
            },
        )
        self._keep_parties(partnership)

    def save(self, partnership: Partnership) -> None:
        """Keep the name and language as they are now, and parties added or renamed."""
        self._connection.execute(
            _SAVE,
            {
                "partnership": partnership.id,
                "name": partnership.name,
                "language": partnership.language,
            },
        )
        self._keep_parties(partnership)

    def _keep_parties(self, partnership: Partnership) -> None:
        rows = [
            {
                "id": party.id,
                "partnership_id": partnership.id,
                "name": party.name,
                "kind": party.kind,
                "position": position,
            }
            for position, party in enumerate(partnership.parties)
        ]
        if rows:
            changing = ("name", "kind", "position")
            keep_rows(self._connection, PartyRow, rows, key=("id",), changing=changing)

    def _load(self, statement: Select[Any], values: Values) -> tuple[Partnership, ...]:
        rows = self._connection.execute(statement, values).all()
        parties = self._parties([row.id for row in rows])
        return tuple(
            Partnership(
                id=row.id,
                name=row.name,
                language=row.language,
                parties=tuple(parties[row.id]),
                practice=row.practice,
            )
            for row in sorted(rows, key=by_name)
        )

    def _parties(self, partnerships: list[PartnershipId]) -> dict[PartnershipId, list[Party]]:
        parties = defaultdict[PartnershipId, list[Party]](list)
        for row in self._connection.execute(_PARTIES, {"partnerships": partnerships}):
            party = Party(id=row.id, name=row.name, kind=PartyKind(row.kind))
            parties[row.partnership_id].append(party)
        return parties
