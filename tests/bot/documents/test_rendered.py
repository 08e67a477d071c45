"""Other programs open the files and show what stands in them, where these programs are there."""

import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.documents.docx_writer import docx
from bot.documents.pdf_writer import pdf
from tests.bot.documents.sheets import taken
from tests.workflows.samples import DECISION, NORMS, RETRO
from workflows.records import RecordContent
from workflows.views import PageFormat

LONGEST_SECONDS = 120
EMPTY_PAGE_BYTES = 4000
"""A page without a word on it is a smaller picture than this."""

RECORDS = pytest.mark.parametrize(
    ("content", "language", "words"),
    [
        (NORMS, "en", ["Group norms", "one voice", "Signatures", "Page 1 of 1"]),
        (RETRO, "en", ["Lessons learned: Our first year", "Book a room", "More talks: 3 dots"]),
        (DECISION, "es", ["Decisión: Early days", "Who pays?", "Firmas", "Página 1 de"]),
    ],
    ids=["norms", "retro", "decision"],
)


def program(name: str) -> str:
    """Return where a program is, or skip the test."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@RECORDS
def test_libreoffice_shows_the_word_document(
    tmp_path: Path, content: RecordContent, language: str, words: list[str]
) -> None:
    office = program("soffice")
    (tmp_path / "record.docx").write_bytes(docx(taken(content, PageFormat.DOCX, language)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"

    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "record.docx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=LONGEST_SECONDS,
    )

    pages = PdfReader(tmp_path / "record.pdf").pages
    text = " ".join(page.extract_text() for page in pages)
    assert [word for word in words if word not in text] == []


@RECORDS
def test_poppler_shows_every_page_of_the_pdf(
    tmp_path: Path, content: RecordContent, language: str, words: list[str]
) -> None:
    renderer = program("pdftoppm")
    (tmp_path / "record.pdf").write_bytes(pdf(taken(content, PageFormat.PDF, language)))

    subprocess.run(
        [renderer, "-png", "-r", "50", "record.pdf", "page"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=LONGEST_SECONDS,
    )

    pages = PdfReader(tmp_path / "record.pdf").pages
    pictures = [file.stat().st_size for file in tmp_path.glob("page*.png")]
    assert len(pictures) == len(pages)
    assert min(pictures) > EMPTY_PAGE_BYTES
    assert [word for word in words if word not in " ".join(p.extract_text() for p in pages)] == []
