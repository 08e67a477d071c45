# ruff: noqa: SLF001 - python-docx shows the elements of a document under private names only
"""What Word knows and python-docx does not: rules, shades, alt texts, headers, page numbers."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shape import InlineShape
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph


def draw_rule(line: Paragraph, colour: str) -> None:
    """Draw a line below a paragraph; a colour is six figures, as in `1d2733`."""
    border = _child(line._p.get_or_add_pPr(), "w:pBdr")
    _child(border, "w:bottom", val="single", sz="4", space="1", color=colour)


def read_leftwards(line: Paragraph) -> None:
    """Let a paragraph begin on the right."""
    _child(line._p.get_or_add_pPr(), "w:bidi")


def shade(cell: _Cell, colour: str) -> None:
    """Give a cell a ground of its own."""
    _child(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", fill=colour)


def mark_header(table: Table) -> None:
    """Say that the first row names the columns: it is read so, and comes again on every page."""
    _child(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader", val="true")


def describe_picture(picture: InlineShape, name: str, words: str) -> None:
    """Give a picture its alt text."""
    about = picture._inline.docPr
    about.set("name", name)
    about.set("descr", words)


def add_field(line: Paragraph, field: str) -> None:
    """Add what Word works out by itself, such as PAGE, the number of the page."""
    run = line.add_run()._r
    _child(run, "w:fldChar", fldCharType="begin")
    _child(run, "w:instrText").text = field
    _child(run, "w:fldChar", fldCharType="end")


def _child(parent: BaseOxmlElement, tag: str, **values: str) -> BaseOxmlElement:
    made = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), value)
    parent.append(made)
    return made
