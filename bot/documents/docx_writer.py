"""Writes pages as a Word document (.docx), by way of python-docx."""

import re
from collections.abc import Iterable
from importlib.resources import as_file
from io import BytesIO
from typing import Final, assert_never
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx as word
from docx.shared import Pt
from docx.text.paragraph import Paragraph as Line

from bot.documents.docx_look import TEXT_WIDTH, colour, describe, dress
from bot.documents.docx_marks import (
    add_field,
    describe_picture,
    draw_rule,
    mark_header,
    read_leftwards,
    shade,
)
from bot.typesetting import new_compiler, svg_as_png
from workflows.catalogue import words_for
from workflows.documents.runs import Look, Run, fit_for_files, is_written_leftwards, runs
from workflows.pictures.drawings import Drawing, draw
from workflows.pictures.palette import GRID, MUTED, TINT
from workflows.pictures.svg import svg
from workflows.pictures.typeface import font_folder
from workflows.text import Bold, Text, plain
from workflows.views import (
    Bullets,
    Divider,
    Facts,
    Grid,
    Heading,
    Pages,
    Paragraph,
    Picture,
    Quote,
    Small,
    Written,
)

_FIELD: Final = re.compile(r"(\{pages?\})")
_FIELDS: Final = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_SMALL: Final = Pt(9)
_AIR: Final = Pt(6)
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""When each part of the file was made, as far as the file tells: the earliest that it can."""
_ANY_SYSTEM: Final = 0


def docx(pages: Pages) -> bytes:
    """Return pages as a Word document, the same bytes for the same pages."""
    writer = _Writer(pages)
    writer.write()
    return _timeless(writer.saved())


class _Writer:
    """Puts one block after the other into a document."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._words = words_for(pages.language, pages.zone)
        self._document = word.Document()
        self._pictures = 0

    def write(self) -> None:
        """Write all of the pages."""
        pages, document = self._pages, self._document
        dress(document, language=pages.language)
        title = fit_for_files(pages.title)
        describe(document, title=title, language=pages.language, made_at=pages.made_at)
        self._add(plain(title), "Title")
        for block in pages.blocks:
            self._write(block)
        self._write_foot(document.sections[0].footer.paragraphs[0])

    def saved(self) -> bytes:
        """Return the file."""
        file = BytesIO()
        self._document.save(file)
        return file.getvalue()

    def _write(self, block: Written | Grid) -> None:
        match block:
            case Heading(text):
                self._add(plain(text), "Heading 1")
            case Paragraph(text):
                self._add(text)
            case Small(text):
                self._write_small(text)
            case Quote(text):
                self._add(text, "Quote")
            case Bullets(items):
                for item in items:
                    self._add(item, "List Bullet")
            case Facts(pairs):
                for name, text in pairs:
                    self._add((Bold(f"{name}: "), *text))
            case Divider():
                draw_rule(self._document.add_paragraph(), GRID.removeprefix("#"))
            case Picture(drawing, alt):
                self._write_picture(drawing, alt)
            case Grid():
                self._write_grid(block)
            case _:
                assert_never(block)

    def _add(self, text: Text, style: str | None = None) -> Line:
        line = self._document.add_paragraph(style=style)
        _fill(line, runs(text, self._words))
        return line

    def _write_small(self, text: Text) -> None:
        line = self._add(text)
        line.paragraph_format.space_before = _AIR
        for run in line.runs:
            run.font.size = _SMALL
            run.font.color.rgb = colour(MUTED)

    def _write_picture(self, drawing: Drawing, alt: str) -> None:
        """Put in a picture, with the words for whoever does not see it."""
        png = BytesIO(_painted(drawing))
        picture = self._document.add_picture(png, width=TEXT_WIDTH)
        self._pictures += 1
        name = f"{self._words.say('Picture')} {self._pictures}"
        describe_picture(picture, name, fit_for_files(alt))

    def _write_grid(self, grid: Grid) -> None:
        """Write rows under their header."""
        table = self._document.add_table(rows=0, cols=len(grid.header), style="Table Grid")
        for cell, name in zip(table.add_row().cells, grid.header, strict=True):
            _fill(cell.paragraphs[0], (Run(fit_for_files(name), Look.BOLD),))
            shade(cell, TINT.removeprefix("#"))
        mark_header(table)
        for row in grid.rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                _fill(cell.paragraphs[0], (Run(fit_for_files(text)),))

    def _write_foot(self, line: Line) -> None:
        """Write what stands at the foot of every page, with its number."""
        line.add_run(f"{fit_for_files(self._pages.foot)}\t")
        for part in _FIELD.split(self._words.say("Page {page} of {pages}")):
            if part in _FIELDS:
                add_field(line, _FIELDS[part])
            else:
                line.add_run(part)


def _fill(line: Line, pieces: Iterable[Run]) -> None:
    """Write pieces of text into an empty line; the first letter says where it begins."""
    for piece in pieces:
        run = line.add_run(f"{piece.text} ({piece.url})" if piece.url else piece.text)
        run.bold = piece.look is Look.BOLD or None
        run.italic = piece.look is Look.ITALIC or None
        if piece.look is Look.CODE:
            run.font.name = "Courier New"
    if is_written_leftwards(line.text):
        read_leftwards(line)


def _painted(drawing: Drawing) -> bytes:
    """Return a drawing as a PNG, which every version of Word shows."""
    scene = draw(drawing)
    with as_file(font_folder()) as fonts:
        return svg_as_png(new_compiler(fonts), svg(scene), scene.width)


def _timeless(file: bytes) -> bytes:
    """Return a file made of parts without the time at which each was put in."""
    written = BytesIO()
    with ZipFile(BytesIO(file)) as made, ZipFile(written, "w") as anew:
        for part in made.infolist():
            entry = ZipInfo(part.filename, _LONG_AGO)
            entry.create_system = _ANY_SYSTEM
            anew.writestr(entry, made.read(part), ZIP_DEFLATED)
    return written.getvalue()
