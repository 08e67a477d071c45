"""Writes rows as CSV that spreadsheets open in any language, and in which nothing is a formula."""

import csv
import re
from io import StringIO

from workflows.documents.runs import fit_for_files
from workflows.views import Grid

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that the file is UTF-8; others pass it over."""

_FORMULA = re.compile(r"(\A|[;\t\n])(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20\t])")
"""Where a program may begin to read a formula.

That is where a cell begins. It is also where a line does, or what follows a semicolon or a tab:
where those part the cells, as a semicolon does in Spanish, quotation marks do not protect the rest.
"""


def csv_text(grid: Grid) -> str:
    """Return rows under their header as the text of a CSV file."""
    written = StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL)
    writer.writerows([_inert(cell) for cell in row] for row in (grid.header, *grid.rows))
    return BYTE_ORDER_MARK + written.getvalue()


def _inert(cell: str) -> str:
    return _FORMULA.sub(r"\1'\2", fit_for_files(cell))
