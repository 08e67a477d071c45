"""A record as a file in each format, in the language that was picked."""

from dataclasses import replace

import pytest

from tests.factories import room
from tests.workflows.samples import DECISION, MADE, NORM_CHECK, NORMS, record
from workflows.catalogue import words_for
from workflows.documents.record_files import FileFormat, Taken, record_file
from workflows.identifiers import FieldId
from workflows.records import Record
from workflows.text import Day, plain
from workflows.views import Divider, Document, Facts, Grid, Heading, PageFormat, Pages, TextFile

ROOM = room()


def document(shown: Record, format_: FileFormat = FileFormat.PDF, language: str = "en") -> Document:
    around = replace(ROOM, words=words_for(language, "America/New_York"))
    return record_file(Taken(shown, shown.current, around, "Lincoln Schools"), format_)


def pages(shown: Record, language: str = "en") -> Pages:
    file = document(shown, language=language).file
    assert isinstance(file, Pages)
    return file


def text(shown: Record, format_: FileFormat) -> str:
    file = document(shown, format_).file
    assert isinstance(file, TextFile)
    return file.text


def test_pages_say_whose_record_it_is_and_of_when() -> None:
    shown = pages(record(NORMS))

    assert (shown.title, shown.language, shown.zone) == ("Group norms", "en", "America/New_York")
    assert shown.made_at == MADE
    assert shown.foot == f"Group norms · Edition 1 · Fingerprint {record(NORMS).current.hash[:12]}"
    assert shown.blocks[:2] == (
        Facts(
            (
                ("Partnership", plain("Lincoln Schools")),
                ("Team", plain("The table")),
                ("Edition", plain("1 of 1")),
                ("Date", (Day(MADE.date()),)),
            )
        ),
        Divider(),
    )
    assert Heading("Signatures") not in shown.blocks


def test_pages_name_who_has_signed_and_exactly_what() -> None:
    signed = record(NORMS, "ana", "gone")

    *_, heading, grid, line = pages(signed).blocks

    assert heading == Heading("Signatures")
    assert grid == Grid(
        ("Name", "Signed on", "Fingerprint"),
        (
            ("Ana", "Tue, Nov 3, 2026", "hash"),
            ("a former member", "Tue, Nov 3, 2026", "hash"),
        ),
    )
    assert signed.current.hash in str(line)


def test_the_figures_of_a_check_stand_below_its_picture() -> None:
    grid = pages(record(NORM_CHECK)).blocks[-1]

    assert isinstance(grid, Grid)
    assert grid.rows[0] == ("Meeting logistics", "3", "0", "1")


def test_a_file_is_in_the_language_that_was_picked() -> None:
    shown = pages(record(DECISION, "ana"), language="es")

    assert shown.title == "Decisión: Early days"
    assert Heading("Lo que se decidió") in shown.blocks
    assert Heading("Firmas") in shown.blocks


def test_a_text_holds_the_same_as_the_pages() -> None:
    lines = text(record(NORMS, "ana"), FileFormat.MARKDOWN).splitlines()

    assert lines[:4] == [
        "# Group norms",
        "",
        "- **Partnership**: Lincoln Schools",
        "- **Team**: The table",
    ]
    assert "- **Meeting logistics**: Our meeting arrangements are … on time" in lines
    assert "| Ana | Tue, Nov 3, 2026 | hash |" in lines
    assert lines[-1].startswith("*Group norms · Edition 1 · Fingerprint ")


def test_a_table_holds_the_rows_of_the_record() -> None:
    assert '"Meeting logistics","on time"\r\n' in text(record(NORMS), FileFormat.CSV)


@pytest.mark.parametrize(
    ("format_", "name"),
    [
        (FileFormat.DOCX, "decision-early-days-1.docx"),
        (FileFormat.PDF, "decision-early-days-1.pdf"),
        (FileFormat.MARKDOWN, "decision-early-days-1.md"),
        (FileFormat.CSV, "decision-early-days-1.csv"),
    ],
)
def test_a_file_is_named_after_its_record(format_: FileFormat, name: str) -> None:
    assert document(record(DECISION), format_).name == name


def test_each_program_gets_its_own_kind_of_pages() -> None:
    files = [document(record(NORMS), format_).file for format_ in (FileFormat.DOCX, FileFormat.PDF)]

    assert [file.format for file in files if isinstance(file, Pages)] == [*PageFormat]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "decision-etc-passwd-1.pdf"),
        ('a"b\\c:d*e?f<g>|\r\nSet-Cookie: x', "decision-a-b-c-d-e-f-g-set-cookie-x-1.pdf"),
        ("¿Días cortos?", "decision-días-cortos-1.pdf"),
        ("x" * 300, f"decision-{'x' * 51}-1.pdf"),
    ],
)
def test_no_title_makes_a_name_that_leads_elsewhere(title: str, name: str) -> None:
    shown = replace(record(DECISION), title=title)

    assert document(shown).name == name


def test_typed_words_stand_inert_in_every_place_of_a_text() -> None:
    nasty = "# **<b>** [x](http://y)\n\n    - @here"
    norms = NORMS.model_copy(update={"commitments": {FieldId("logistics"): nasty}})
    decision = DECISION.model_copy(update={"outcome": nasty, "inputs": (nasty,)})

    shown = text(record(norms), FileFormat.MARKDOWN) + text(record(decision), FileFormat.MARKDOWN)

    assert shown.count("\\# \\*\\*\\<b\\>\\*\\* \\[x\\](http\\://y)\\\n") == 3
    assert shown.count("\\- \\@here\n") == 3
