"""Everything that is kept, to see what has changed and what has not."""

from collections.abc import Iterable
from functools import cache

from storage.tables import METADATA
from storage.work import Work

Row = tuple[object, ...]
Dump = dict[str, frozenset[Row]]

TABLES = tuple(table.name for table in METADATA.sorted_tables)


def dump(work: Work, tables: Iterable[str] = TABLES) -> Dump:
    """Return the rows of all tables, or of some, by the tables' names."""
    return {table: _rows(work, table) for table in tables}


@cache
def below(table: str) -> frozenset[str]:
    """Return a table, and those whose rows go with its rows or let go of them."""
    near = {
        other.name
        for other in METADATA.tables.values()
        for key in other.foreign_keys
        if key.column.table.name == table
    }
    return frozenset({table}).union(*map(below, near - {table}))


def _rows(work: Work, table: str) -> frozenset[Row]:
    rows = work.connection.exec_driver_sql(f"SELECT * FROM {table}")  # noqa: S608 - a name of ours
    return frozenset(tuple(row) for row in rows)
