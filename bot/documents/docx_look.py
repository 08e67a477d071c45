"""How a Word document looks, before anything stands in it: its letters, its paper, its language."""

from datetime import datetime
from typing import Final

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Inches, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from workflows.pictures.palette import INK, MUTED

LETTERS: Final = "Arial"
"""A typeface that every computer has, or something that looks like it."""

TEXT_WIDTH: Final = Inches(6.5)

REGIONS: Final = {"en": "en-US", "es": "es-US"}
"""Which spelling a word processor looks for; a language that is not here stands for itself."""

_SIZES: Final = {"Normal": 11, "Title": 20, "Heading 1": 13, "Quote": 11, "Footer": 8}
_FONTS: Final = ("ascii", "hAnsi", "eastAsia", "cs")


def dress(document: Document, *, language: str) -> None:
    """Give an empty document our look."""
    for name, size in _SIZES.items():
        _set_letters(_style(document, name), size)
    _style(document, "Footer").font.color.rgb = colour(MUTED)
    _style(document, "Quote").font.italic = False
    _style(document, "Quote").paragraph_format.left_indent = Inches(0.3)
    _style(document, "Normal").paragraph_format.space_after = Pt(6)
    _style(document, "Title").font.bold = True
    _style(document, "Title").element.get_or_add_pPr().remove_all("w:pBdr")
    tabs = _style(document, "Footer").paragraph_format.tab_stops
    tabs.clear_all()
    tabs.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    section = document.sections[0]
    section.left_margin = section.right_margin = Inches(1)
    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), REGIONS.get(language, language))


def describe(document: Document, *, title: str, language: str, made_at: datetime) -> None:
    """Say what a document is, and nothing that is another way when it is made again."""
    about = document.core_properties
    about.title = title[:255]  # more is not taken
    about.author = about.last_modified_by = "Concord"
    about.comments = ""
    about.language = REGIONS.get(language, language)
    about.created = about.modified = made_at
    relations = document.part.package.rels
    for key in [key for key, one in relations.items() if one.reltype.endswith("/thumbnail")]:
        del relations[key]  # a picture of a page that is not ours


def colour(code: str) -> RGBColor:
    """Return a colour of our palette."""
    return RGBColor.from_string(code.removeprefix("#").upper())


def _style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - the template that comes along has it
    return style


def _set_letters(style: ParagraphStyle, size: int) -> None:
    style.font.name = LETTERS
    style.font.size = Pt(size)
    style.font.color.rgb = colour(INK)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in _FONTS:
        fonts.attrib.pop(qn(f"w:{kind}Theme"), None)
        fonts.set(qn(f"w:{kind}"), LETTERS)
    fonts.attrib.pop(qn("w:cstheme"), None)
