"""Gives Slack each picture once; a message that shows it again names the file that is there."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.platforms.port import PlaceGoneError
from bot.platforms.slack.errors import SlackRefusedError
from bot.platforms.slack.sending.errand import Errand
from workflows.identifiers import WorkspaceId
from workflows.pictures.drawings import Drawing
from workflows.views import Picture, View

KEPT: Final = 500
"""Files that are remembered; one that was forgotten is uploaded again."""

SETTLING: Final = timedelta(seconds=15)
"""How long Slack may need until a file that it has taken can be shown in a message."""

Paint = Callable[[Drawing], Awaitable[bytes]]
"""Makes the PNG of a drawing."""

_log = structlog.get_logger(__name__)


class Pictures:
    """The pictures that Slack has, and those that it did not want."""

    def __init__(self, paint: Paint, now: Callable[[], datetime]) -> None:
        self._paint = paint
        self._now = now
        self._files = OrderedDict[tuple[WorkspaceId, Drawing], tuple[str, datetime]]()

    async def of(self, errand: Errand, view: View) -> Mapping[Drawing, str]:
        """Return the file of each picture in a view; words stand for one that Slack refuses."""
        shown = [block for block in view.blocks if isinstance(block, Picture)]
        files = {picture.drawing: await self._file(errand, picture) for picture in shown}
        return {drawing: file for drawing, file in files.items() if file}

    def are_settling(self, errand: Errand, view: View) -> bool:
        """Return whether Slack may still be busy with a picture of a view."""
        since = self._now() - SETTLING
        known = (
            self._files.get((errand.workspace, block.drawing))
            for block in view.blocks
            if isinstance(block, Picture)
        )
        return any(found[0] and found[1] > since for found in known if found)

    async def _file(self, errand: Errand, picture: Picture) -> str:
        """Return the id of a picture's file, or nothing if Slack does not want it."""
        key = (errand.workspace, picture.drawing)
        if key not in self._files:
            png = await self._paint(picture.drawing)
            self._files[key] = (await self._uploaded(errand, picture, png), self._now())
            if len(self._files) > KEPT:
                self._files.popitem(last=False)
        self._files.move_to_end(key)
        return self._files[key][0]

    async def _uploaded(self, errand: Errand, picture: Picture, png: bytes) -> str:
        try:
            return await errand.upload("picture.png", png, alt=picture.alt)
        except (PlaceGoneError, SlackRefusedError):
            _log.warning("slack_picture_refused", workspace=errand.workspace)
            return ""
