"""Files of a view are made for an answer; one that cannot be made keeps nothing else back."""

from structlog.testing import capture_logs

from bot.platforms.discord.sending.documents import made
from tests.databases import START
from tests.patience import make
from workflows.archive_file import ArchiveFile
from workflows.identifiers import PartnershipId, PersonId
from workflows.views import Document, PageFormat, Pages, TextFile, View

RECORD = Document("a.pdf", Pages("Ours", (), "", "en", "UTC", START, PageFormat.PDF))
ARCHIVE = Document("ours.zip", ArchiveFile(PartnershipId("ship"), PersonId("ana")))
COPY = Document("about-me.json", TextFile("{}"))


async def test_all_files_have_to_be_made_but_those_of_nothing_but_text() -> None:
    view = View("Taken", "Here it is.", (COPY, RECORD, ARCHIVE))

    assert await made(view, make) == {RECORD: b"pdf: Ours", ARCHIVE: b"archive of ana"}


async def test_a_file_that_cannot_be_made_is_left_out() -> None:
    async def fail(document: Document) -> bytes:
        raise RuntimeError(document.name)

    with capture_logs() as log:
        assert await made(View("Taken", "Here it is.", (RECORD,)), fail) == {}

    assert [line["event"] for line in log] == ["discord_file_not_made"]
