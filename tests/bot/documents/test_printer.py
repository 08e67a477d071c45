"""Files are made beside the event loop, one at a time, and remembered for a moment."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.documents.printer import Printer
from bot.studio import Studio
from storage.database import Database
from tests.bot.documents.sheets import said, sheet
from workflows.archive_file import ArchiveFile
from workflows.identifiers import PartnershipId, PersonId
from workflows.views import Document, PageFormat, TextFile


async def pack(file: ArchiveFile) -> bytes:
    return f"{file.person} of {file.partnership}".encode()


@pytest.fixture
def printer() -> Iterator[Printer]:
    with Printer(pack, kept=1) as one:
        yield one


async def test_a_text_is_its_characters(printer: Printer) -> None:
    assert await printer.make(Document("a.md", TextFile("ñ 🎉\ud800"))) == "ñ 🎉?".encode()


@pytest.mark.parametrize(
    ("format_", "begins"), [(PageFormat.PDF, b"%PDF-"), (PageFormat.DOCX, b"PK\x03\x04")]
)
async def test_pages_become_what_their_program_opens(
    printer: Printer, format_: PageFormat, begins: bytes
) -> None:
    document = Document("a", sheet(said("One"), format_=format_))

    assert (await printer.make(document)).startswith(begins)


async def test_an_archive_is_packed_for_whoever_asked_for_it(printer: Printer) -> None:
    document = Document("a.zip", ArchiveFile(PartnershipId("ship"), PersonId("ana")))

    assert await printer.make(document) == b"ana of ship"


async def test_a_file_asked_for_again_is_remembered(printer: Printer) -> None:
    document = Document("a.pdf", sheet(said("One")))
    first = await printer.make(document)

    assert await printer.make(replace(document, name="b.pdf")) is first


async def test_an_old_file_is_made_anew(printer: Printer) -> None:
    document = Document("a.pdf", sheet(said("One")))
    first = await printer.make(document)
    await printer.make(Document("b.pdf", sheet(said("Two"))))

    again = await printer.make(document)

    assert again == first
    assert again is not first


async def test_the_program_goes_on_while_a_file_is_made(printer: Printer) -> None:
    document = Document("a.pdf", sheet(said("word " * 5000)))
    turns = 0
    async with asyncio.TaskGroup() as group:
        making = group.create_task(printer.make(document))
        while not making.done():
            turns += 1
            await asyncio.sleep(0)

    assert turns > 1
    assert making.result().startswith(b"%PDF-")


def test_a_program_starts_without_what_writes_word_documents() -> None:
    look = "import sys, bot.studio; print('docx' in sys.modules)"

    found = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)

    assert found.stdout == "False\n"


async def test_a_studio_draws_nothing_after_closing(database: Database) -> None:
    with Studio(database) as studio:
        pass

    with pytest.raises(RuntimeError, match="shutdown"):
        await studio.make(Document("a.pdf", sheet(said("One"))))
