"""Pages to be made into files."""

from dataclasses import replace

from tests.factories import room
from tests.workflows.samples import MADE, record
from workflows.catalogue import words_for
from workflows.documents.record_files import FileFormat, Taken, record_file
from workflows.records import RecordContent
from workflows.text import plain
from workflows.views import Grid, PageFormat, Pages, Paragraph, Written


def taken(content: RecordContent, format_: PageFormat, language: str = "en") -> Pages:
    """Return the pages of a record that Ana and Bo have signed."""
    signed = record(content, "ana", "bo")
    around = replace(room(), words=words_for(language, "America/New_York"))
    document = record_file(
        Taken(signed, signed.current, around, "Lincoln Schools"), FileFormat(format_)
    )
    assert isinstance(document.file, Pages)
    return document.file


def sheet(*blocks: Written | Grid, format_: PageFormat = PageFormat.PDF, title: str = "T") -> Pages:
    """Return pages that hold these blocks."""
    return Pages(title, blocks, "The foot", "en", "UTC", MADE, format_)


def said(text: str) -> Paragraph:
    """Return running text that somebody typed."""
    return Paragraph(plain(text))
