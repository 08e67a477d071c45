"""Hands a file out so that a browser keeps it under its name, and opens nothing by itself."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Final
from urllib.parse import quote

from starlette.responses import Response

from bot.platforms.web.desk import Desk
from workflows.views import Document

MEDIA_TYPES: Final[Mapping[str, str]] = {
    ".csv": "text/csv; charset=utf-8",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
}
"""What a file is, by how its name ends."""

ANYTHING: Final = "application/octet-stream"


async def handed_out(desk: Desk, document: Document) -> Response:
    """Return a file as something to be kept."""
    return Response(
        await desk.make(document),
        media_type=MEDIA_TYPES.get(PurePath(document.name).suffix, ANYTHING),
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(document.name, safe='')}"
        },
    )
