"""A record as a file in any of the formats that people can take it away in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from workflows.documents.csv_text import csv_text
from workflows.documents.record_paper import Paper, record_foot, record_paper
from workflows.documents.rows import record_rows
from workflows.markdown import draw_markdown, escape
from workflows.record_pages import record_title
from workflows.records import Record, RecordEdition
from workflows.room import Room
from workflows.text import plain
from workflows.views import Divider, Document, PageFormat, Pages, Small, TextFile
from workflows.words import mark

LONGEST_NAME = 60
"""Characters of the name of a file, without its number and ending."""


class FileFormat(StrEnum):
    """What a record can be taken away as; it is also how the name of the file ends."""

    DOCX = "docx"
    PDF = "pdf"
    MARKDOWN = "md"
    CSV = "csv"


FORMAT_NAMES: Mapping[FileFormat, str] = {
    FileFormat.DOCX: mark("Word (.docx)"),
    FileFormat.PDF: mark("PDF, to print or to send"),
    FileFormat.MARKDOWN: mark("Text (Markdown, .md)"),
    FileFormat.CSV: mark("Table (.csv), for a spreadsheet"),
}


@dataclass(frozen=True, slots=True)
class Taken:
    """One edition of a record, and who and what is around it, in the language of the file."""

    record: Record
    edition: RecordEdition
    room: Room
    partnership: str


def record_file(taken: Taken, format_: FileFormat) -> Document:
    """Return a record as a file, which is named after the record."""
    title = record_title(taken.record, taken.room.words)
    name = f"{_slug(title)}-{taken.edition.number}.{format_}"
    match format_:
        case FileFormat.DOCX:
            return Document(name, _pages(title, taken, PageFormat.DOCX))
        case FileFormat.PDF:
            return Document(name, _pages(title, taken, PageFormat.PDF))
        case FileFormat.MARKDOWN:
            return Document(name, TextFile(_markdown(title, taken)))
        case FileFormat.CSV:
            rows = record_rows(taken.edition.content, taken.room)
            return Document(name, TextFile(csv_text(rows)))
        case _:
            assert_never(format_)


def _pages(title: str, taken: Taken, format_: PageFormat) -> Pages:
    words = taken.room.words
    return Pages(
        title=title,
        blocks=_paper(taken),
        foot=record_foot(title, taken.edition, words),
        language=words.language,
        zone=words.zone,
        made_at=taken.edition.made_at,
        format=format_,
    )


def _markdown(title: str, taken: Taken) -> str:
    words = taken.room.words
    foot = Small(plain(record_foot(title, taken.edition, words)))
    blocks = (*_paper(taken), Divider(), foot)
    return f"# {escape(title)}\n\n{draw_markdown(blocks, words)}\n"


def _paper(taken: Taken) -> Paper:
    return record_paper(taken.record, taken.edition, taken.room, taken.partnership)


def _slug(title: str) -> str:
    """Return letters and figures of a title, in any script, and a hyphen for all between."""
    return re.sub(r"[\W_]+", "-", title.lower())[:LONGEST_NAME].strip("-") or "record"
