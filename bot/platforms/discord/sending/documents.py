"""Makes the files of a view; words stand for one that cannot be made."""

from collections.abc import Awaitable, Callable, Mapping

import structlog

from workflows.views import Document, TextFile, View

Make = Callable[[Document], Awaitable[bytes]]
"""Makes what stands in a file."""

_log = structlog.get_logger(__name__)


async def made(view: View, make: Make) -> Mapping[Document, bytes]:
    """Return each file that can be made; a text is drawn with the view itself."""
    files = dict[Document, bytes]()
    for block in view.blocks:
        if isinstance(block, Document) and not isinstance(block.file, TextFile):
            try:
                files[block] = await make(block)
            except Exception:  # noqa: BLE001 - whatever making it stumbles over, the words are there
                _log.exception("discord_file_not_made")
    return files
