"""The repository of people and their accounts."""

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update
from sqlmodel import col

from storage.errors import ConflictError, NotFoundError
from storage.statements import AnyRow
from storage.tables.people import AccountRow, PersonRow
from workflows.identifiers import AccountId, PersonId, WorkspaceId
from workflows.people import Account, Person

_BY_ID: Final = select(PersonRow).where(col(PersonRow.id) == bindparam("id"))
_HOLD: Final = (
    select(col(PersonRow.id))
    .where(col(PersonRow.id).in_(bindparam("people", expanding=True)))
    .order_by(col(PersonRow.id))
    .with_for_update()
)
_SAVE: Final = update(PersonRow).where(col(PersonRow.id) == bindparam("person"))
_WITH_PERSON: Final = select(AccountRow, col(PersonRow.name), col(PersonRow.language)).join(
    PersonRow, col(PersonRow.id) == col(AccountRow.person_id)
)
_KNOWN: Final = _WITH_PERSON.where(
    col(AccountRow.workspace_id) == bindparam("workspace"),
    col(AccountRow.external_id) == bindparam("external_id"),
)
_ACCOUNT_BY_ID: Final = select(AccountRow).where(col(AccountRow.id) == bindparam("account"))
_ACCOUNTS_OF: Final = (
    select(AccountRow)
    .where(col(AccountRow.person_id) == bindparam("person"))
    .order_by(col(AccountRow.last_seen_at).desc(), col(AccountRow.position))
)
_IN_WORKSPACE: Final = _WITH_PERSON.where(
    col(AccountRow.workspace_id) == bindparam("workspace")
).order_by(col(AccountRow.position), col(AccountRow.id))
_ADD_ACCOUNT: Final = insert(AccountRow).values(
    position=select(func.count())
    .where(col(AccountRow.workspace_id) == bindparam("workspace"))
    .scalar_subquery()
)
_MOVE_ACCOUNTS: Final = update(AccountRow).where(col(AccountRow.person_id) == bindparam("former"))
_MOVE_ACCOUNT: Final = update(AccountRow).where(col(AccountRow.id) == bindparam("account"))
_REMOVE: Final = delete(PersonRow).where(col(PersonRow.id) == bindparam("person"))
_TOUCH: Final = update(AccountRow).where(col(AccountRow.id) == bindparam("account"))
_ERASE_ACCOUNTS: Final = (
    update(AccountRow)
    .where(col(AccountRow.person_id) == bindparam("person"))
    .values(external_id="erased/" + col(AccountRow.id))
)


_AGES_AGO: Final = datetime(1970, 1, 1, tzinfo=UTC)


class People:
    """Keeps human beings, and the accounts by which platforms know them."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def get(self, id_: PersonId) -> Person:
        """Return a person, or raise NotFoundError."""
        found = self.find(id_)
        if found is None:
            raise NotFoundError("person")
        return found

    def find(self, id_: PersonId) -> Person | None:
        """Return a person, or None where they have become one with somebody else meanwhile."""
        row = self._connection.execute(_BY_ID, {"id": id_}).one_or_none()
        return row and Person(id=row.id, name=row.name, language=row.language)

    def add(self, person: Person) -> None:
        """Keep a new person."""
        self._connection.execute(
            insert(PersonRow),
            {"id": person.id, "name": person.name, "language": person.language},
        )

    def save(self, person: Person) -> None:
        """Keep a person's name and language as they are now."""
        self._connection.execute(
            _SAVE, {"person": person.id, "name": person.name, "language": person.language}
        )

    def erase(self, id_: PersonId) -> None:
        """Forget who a person is: no name, no language, and accounts that lead to nobody."""
        self.save(Person(id=id_, name=""))
        self._connection.execute(_ERASE_ACCOUNTS, {"person": id_})

    def hold(self, *people: PersonId) -> None:
        """Let nobody else change who these people are, or seat them, until this work ends.

        Raises ConflictError if one of them is not there any more.
        """
        found = self._connection.execute(_HOLD, {"people": people}).all()
        if len(found) < len(set(people)):
            raise ConflictError("person")

    def move_accounts(self, former: PersonId, person: PersonId) -> None:
        """Let all accounts of one person belong to another."""
        self._connection.execute(_MOVE_ACCOUNTS, {"former": former, "person_id": person})

    def move_account(self, account: AccountId, person: PersonId) -> None:
        """Let an account belong to another person."""
        self._connection.execute(_MOVE_ACCOUNT, {"account": account, "person_id": person})

    def remove(self, id_: PersonId) -> None:
        """Delete a person who has neither an account nor a seat any more."""
        self._connection.execute(_REMOVE, {"person": id_})

    def known(self, workspace: WorkspaceId, external_id: str) -> tuple[Account, Person] | None:
        """Return the account that a workspace knows by this id, and whose it is, or None."""
        row = self._connection.execute(
            _KNOWN, {"workspace": workspace, "external_id": external_id}
        ).one_or_none()
        return _with_person(row) if row else None

    def account_by_id(self, account: AccountId) -> Account:
        """Return an account, or raise NotFoundError."""
        row = self._connection.execute(_ACCOUNT_BY_ID, {"account": account}).one_or_none()
        if row is None:
            raise NotFoundError("account")
        return _account(row)

    def accounts_of(self, person: PersonId) -> tuple[Account, ...]:
        """Return a person's accounts, the most recently seen first."""
        rows = self._connection.execute(_ACCOUNTS_OF, {"person": person})
        return tuple(_account(row) for row in rows)

    def in_workspace(self, workspace: WorkspaceId) -> tuple[tuple[Account, Person], ...]:
        """Return everybody with an account in a workspace, in the order they came."""
        rows = self._connection.execute(_IN_WORKSPACE, {"workspace": workspace})
        return tuple(_with_person(row) for row in rows)

    def add_account(self, account: Account) -> None:
        """Keep a new account, seen now and last in the order of coming."""
        self._connection.execute(
            _ADD_ACCOUNT,
            {
                "id": account.id,
                "workspace_id": account.workspace,
                "workspace": account.workspace,
                "person_id": account.person,
                "external_id": account.external_id,
                "last_seen_at": self._now,
            },
        )

    def touch(self, account: AccountId) -> None:
        """Note that an account was seen now."""
        self._connection.execute(_TOUCH, {"account": account, "last_seen_at": self._now})

    def retire(self, account: AccountId) -> None:
        """Let an account come last, as if it had not been seen for ages, until it is seen again."""
        self._connection.execute(_TOUCH, {"account": account, "last_seen_at": _AGES_AGO})


def _with_person(row: AnyRow) -> tuple[Account, Person]:
    return _account(row), Person(id=row.person_id, name=row.name, language=row.language)


def _account(row: AnyRow) -> Account:
    return Account(
        id=row.id,
        workspace=row.workspace_id,
        person=row.person_id,
        external_id=row.external_id,
        seen_at=row.last_seen_at,
    )
