"""What SQLite and PostgreSQL word or sort differently, said once.

Repositories build their statements when they are loaded, not each time they are used: that took
three times as long as the database itself.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    SQLColumnExpression,
    bindparam,
    case,
)
from sqlalchemy.dialects import postgresql, sqlite

from storage.tables.schema import Table

AnyRow = Row[*tuple[Any, ...]]
"""A row of whatever columns; its attributes are the columns' names."""

AnySelect = Select[*tuple[Any, ...]]
"""A question for such rows."""

Values = Mapping[str, object]
Insert = postgresql.Insert | sqlite.Insert
Comparable = TypeVar("Comparable")


class Among:
    """Asks for the rows of some things, which `column` names, in one statement.

    One thing alone has a statement of its own: a list of any length is written anew each time,
    which takes half as long again.
    """

    def __init__(self, statement: AnySelect, column: SQLColumnExpression[str]) -> None:
        self._of_one = statement.where(column == bindparam("one"))
        self._of_many = statement.where(column.in_(bindparam("many", expanding=True)))

    def rows(self, connection: Connection, things: Collection[str]) -> Sequence[AnyRow]:
        """Return the rows that belong to these things."""
        match tuple(things):
            case ():
                return ()
            case (one,):
                return connection.execute(self._of_one, {"one": one}).all()
            case many:
                return connection.execute(self._of_many, {"many": many}).all()


def keep_rows(
    connection: Connection,
    table: type[Table],
    rows: Sequence[Values],
    *,
    key: tuple[str, ...],
    changing: tuple[str, ...] = (),
) -> None:
    """Insert rows; where there is one with the same key, change the columns named, if any."""
    connection.execute(_keeping(connection.dialect.name, table, key, changing), rows)


def insert_into(dialect: str, table: type[Table]) -> Insert:
    """Return an INSERT that can be told what to do on a conflict."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)


def later_of(
    one: SQLColumnExpression[Comparable], other: SQLColumnExpression[Comparable]
) -> ColumnElement[Comparable]:
    """Return the greater of two values."""
    return case((one > other, one), else_=other)


def earlier_of(
    one: SQLColumnExpression[Comparable], other: SQLColumnExpression[Comparable]
) -> ColumnElement[Comparable]:
    """Return the lesser of two values."""
    return case((one < other, one), else_=other)


def by_thing(rows: Iterable[AnyRow]) -> Iterable[Sequence[AnyRow]]:
    """Return rows of things with an id and a name: those of one thing together, by its name.

    The order is the same whatever the collation of the database.
    """
    things = defaultdict[tuple[str, str], list[AnyRow]](list)
    for row in rows:
        things[row.name.casefold(), row.id].append(row)
    return (things[key] for key in sorted(things))


@cache
def _keeping(
    dialect: str, table: type[Table], key: tuple[str, ...], changing: tuple[str, ...]
) -> Insert:
    statement = insert_into(dialect, table)
    if not changing:
        return statement.on_conflict_do_nothing(index_elements=key)
    changes = {name: statement.excluded[name] for name in changing}
    return statement.on_conflict_do_update(index_elements=key, set_=changes)
