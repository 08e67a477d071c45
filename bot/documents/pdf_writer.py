"""Writes pages as a PDF that can be read aloud (PDF/UA-1), by way of typst.

What people wrote reaches typst as data, and is never read as its markup.
"""

from importlib.resources import as_file, files
from typing import Final, cast

import typst

from bot.documents.substitutes import beyond_typeface, refused_in, with_substitutes
from bot.documents.typst_paper import typst_paper
from bot.typesetting import new_compiler
from workflows.catalogue import words_for
from workflows.pictures.typeface import font_folder
from workflows.views import Pages

TEMPLATE: Final = (files("bot.documents") / "paper.typ").read_bytes()

ATTEMPTS: Final = 3
"""With all characters, without those that typst refuses, with those of our own typeface only."""


class UnwrittenError(Exception):
    """A PDF could not be made; what typst said is left out, since it may hold somebody's words."""


def pdf(pages: Pages) -> bytes:
    """Return pages as a PDF, the same bytes for the same pages.

    Where no bundled typeface has a character, words stand for it, and a note says so. Raises
    UnwrittenError where typst does not take the pages for another reason.
    """
    with as_file(font_folder()) as fonts:
        press = _Press(new_compiler(fonts, with_fallbacks=True), pages)
        return press.run()


class _Press:
    """Tries to write pages, each time without the characters that could not be written before."""

    def __init__(self, compiler: typst.Compiler, pages: Pages) -> None:
        self._compiler = compiler
        self._paper = typst_paper(pages)
        self._made = int(pages.made_at.timestamp())
        self._note = words_for(pages.language).say(
            "This PDF cannot show every character. Names in [brackets] stand for pictures, and […] "
            "for words in another script. Take the record away as Word or as text to have them all."
        )

    def run(self) -> bytes:
        """Return the PDF."""
        left_out = frozenset[str]()
        for _ in range(ATTEMPTS):
            try:
                return self._compiled(left_out)
            except typst.TypstError as error:
                refused = frozenset[str]() if left_out else refused_in(error.diagnostic)
                left_out = refused or beyond_typeface(self._paper)
        raise UnwrittenError

    def _compiled(self, left_out: frozenset[str]) -> bytes:
        paper = with_substitutes(self._paper, left_out)
        written = self._compiler.compile(
            input=TEMPLATE,
            format="pdf",
            pdf_standards=["ua-1"],
            timestamp=self._made,
            sys_inputs={"paper": paper, "note": self._note if left_out else ""},
        )
        return cast("bytes", written)  # a PDF is one file, however many pages it has
