"""Whatever people write, and wherever it stands, becomes a file that opens."""

from io import BytesIO

import docx as word
from hypothesis import given, settings
from pypdf import PdfReader

from bot.documents.docx_writer import docx
from bot.documents.pdf_writer import pdf
from tests.wide import PAGES
from workflows.views import Pages


@given(PAGES)
@settings(max_examples=25, deadline=None)
def test_any_pages_become_a_pdf(pages: Pages) -> None:
    assert PdfReader(BytesIO(pdf(pages))).pages


@given(PAGES)
@settings(max_examples=25, deadline=None)
def test_any_pages_become_a_word_document(pages: Pages) -> None:
    assert word.Document(BytesIO(docx(pages))).paragraphs
