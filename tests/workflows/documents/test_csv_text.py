"""Rows as CSV, in which nothing that a person typed is a formula."""

import csv
from io import StringIO

import pytest

from workflows.documents.csv_text import csv_text
from workflows.views import Grid


def cells(*typed: str) -> list[str]:
    """Return what a program reads where these stand in the second column."""
    grid = Grid(("A", "B"), tuple(("a", cell) for cell in typed))
    text = csv_text(grid)
    assert text.startswith('\ufeff"A","B"\r\n')
    return [row[1] for row in csv.reader(StringIO(text.removeprefix("\ufeff")))][1:]


@pytest.mark.parametrize(
    "typed",
    ["on time", 'a "b", c; d', "two\nlines", "5 - 3 = 2", "a@b.c", "¿Sí? 🎉", "", "a; b"],
)
def test_what_is_no_formula_is_read_as_it_was_typed(typed: str) -> None:
    assert cells(typed) == [typed]


@pytest.mark.parametrize(
    "typed",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "＋1", "－1", "＠a"],  # noqa: RUF001 - Excel takes the wide signs for the narrow ones
)
def test_what_would_be_a_formula_is_kept_as_text(typed: str) -> None:
    assert cells(typed) == ["'" + typed.replace("\r", "\n")]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ('x";=HYPERLINK("y")', 'x";\'=HYPERLINK("y")'),
        ("x; +1", "x;' +1"),
        ("x\n=1", "x\n'=1"),
        ("x\t@a", "x\t'@a"),
        ("=\x001", "'=1"),
    ],
)
def test_nothing_becomes_a_formula_where_cells_are_parted_otherwise(typed: str, read: str) -> None:
    assert cells(typed) == [read]
