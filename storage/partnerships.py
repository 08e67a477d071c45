"""The repository of partnerships and their parties."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, exists, insert, select, update
from sqlmodel import col

from storage.errors import NotFoundError
from storage.statements import AnyRow, AnySelect, Values, by_thing, keep_rows
from storage.tables.people import MemberRow, PartnershipRow, PartyRow, TeamRow
from workflows.identifiers import PartnershipId, PersonId
from workflows.people import Partnership, Party, PartyKind


def with_parties(statement: AnySelect) -> AnySelect:
    """Return a statement that asks for all of a partnership, too (see `partnership_of`)."""
    return (
        statement.add_columns(
            col(PartnershipRow.id).label("partnership"),
            col(PartnershipRow.name).label("partnership_name"),
            col(PartnershipRow.language).label("partnership_language"),
            col(PartnershipRow.practice),
            col(PartyRow.id).label("party"),
            col(PartyRow.name).label("party_name"),
            col(PartyRow.kind).label("party_kind"),
        )
        .outerjoin(PartyRow, col(PartyRow.partnership_id) == col(PartnershipRow.id))
        .order_by(col(PartyRow.position))
    )


_WITH_PARTIES: Final = with_parties(
    select(col(PartnershipRow.id), col(PartnershipRow.name)).select_from(PartnershipRow)
)
_BY_ID: Final = _WITH_PARTIES.where(col(PartnershipRow.id) == bindparam("id"))
_OF_PERSON: Final = _WITH_PARTIES.where(
    exists()
    .where(col(TeamRow.partnership_id) == col(PartnershipRow.id))
    .where(col(MemberRow.team_id) == col(TeamRow.id))
    .where(col(MemberRow.person_id) == bindparam("person"), col(MemberRow.left_at).is_(None))
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

    def everyone(self) -> tuple[Partnership, ...]:
        """Return all partnerships, by name."""
        return self._load(_WITH_PARTIES, {})

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

    def _load(self, statement: AnySelect, values: Values) -> tuple[Partnership, ...]:
        rows = self._connection.execute(statement, values).all()
        return tuple(partnership_of(each) for each in by_thing(rows))


def partnership_of(rows: Sequence[AnyRow]) -> Partnership:
    """Return a partnership, of which there is a row for each party at least, or one without any."""
    row = rows[0]
    parties = {
        each.party: Party(each.party, each.party_name, PartyKind(each.party_kind))
        for each in rows
        if each.party
    }
    return Partnership(
        id=row.partnership,
        name=row.partnership_name,
        language=row.partnership_language,
        parties=tuple(parties.values()),
        practice=row.practice,
    )
