"""Paints the pictures of a view; words stand for one that cannot be painted."""

from collections.abc import Awaitable, Callable, Mapping

import structlog

from workflows.pictures.drawings import Drawing
from workflows.views import Picture, View

Paint = Callable[[Drawing], Awaitable[bytes]]
"""Makes the PNG of a drawing."""

_log = structlog.get_logger(__name__)


async def painted(view: View, paint: Paint) -> Mapping[Drawing, bytes]:
    """Return the PNG of each picture in a view that can be painted."""
    files = dict[Drawing, bytes]()
    for block in view.blocks:
        if isinstance(block, Picture) and block.drawing not in files:
            try:
                files[block.drawing] = await paint(block.drawing)
            except Exception:  # noqa: BLE001 - whatever painting stumbles over, the words are there
                _log.exception("discord_picture_not_painted")
    return files
