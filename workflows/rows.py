"""Keeps a table of rows: one form is one row, which is put in, changed, or taken out again."""

from workflows.conversations import Answers, Row
from workflows.definitions import Field, FieldKind, Step
from workflows.views import Raw

Rows = tuple[Row, ...]


def table_in(step: Step) -> Field | None:
    """Return the table of a step, if it has one; such a field stands alone."""
    return next((asked for asked in step.ask if asked.kind is FieldKind.ROWS), None)


def rows_in(answers: Answers, table: Field) -> Rows:
    """Return the rows that stand in a table."""
    rows = answers.get(table.id, ())
    return tuple(row for row in rows if isinstance(row, dict)) if isinstance(rows, tuple) else ()


def row_at(rows: Rows, place: int | None) -> Row | None:
    """Return the row in a place, counted from 0; None where none stands there."""
    return rows[place] if place is not None and place < len(rows) else None


def with_row(rows: Rows, place: int | None, cells: Answers) -> Rows:
    """Put a row in its place, or at the end where that has none; without cells, take it out."""
    row: Row = {key: cell for key, cell in cells.items() if not isinstance(cell, tuple)}
    at = len(rows) if place is None else min(place, len(rows))
    return (*rows[:at], *((row,) if row else ()), *rows[at + 1 :])


def is_blank(table: Field, raw: Raw) -> bool:
    """Say whether nothing was filled in for a row."""
    given = (raw.get(column.id, "") for column in table.columns)
    return not any("".join(cell).strip() for cell in given)
