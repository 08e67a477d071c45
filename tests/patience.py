"""Delivers as the outbox does: waits as long as is asked, and goes on from what stands there."""

from datetime import timedelta

from bot.platforms.port import NotYetError, Place, PlatformPort
from tests.databases import StoppedClock
from workflows.archive_file import ArchiveFile
from workflows.pictures.drawings import Drawing
from workflows.views import Document, Pages, TextFile, View


async def paint(_drawing: Drawing) -> bytes:
    """Return a picture."""
    return b"\x89PNG"


async def make(document: Document) -> bytes:
    """Return what stands in a text, and of any other file only what it would be."""
    match document.file:
        case TextFile(text):
            return text.encode()
        case Pages(title, format=format_):
            return f"{format_}: {title}".encode()
        case ArchiveFile(person=person):
            return f"archive of {person}".encode()


async def deliver_patiently(  # noqa: PLR0913 - as many as it takes to deliver
    platform: PlatformPort,
    clock: StoppedClock,
    place: Place,
    shown: View,
    *,
    nonce: str = "n1",
    replaces: str = "",
    pin: bool = False,
) -> str:
    """Deliver, and return the reference of the message; the clock jumps over each pause."""
    while True:
        try:
            return await platform.deliver(place, shown, nonce=nonce, replaces=replaces, pin=pin)
        except NotYetError as error:
            clock.time += timedelta(seconds=error.seconds)
            replaces = error.ref or replaces
