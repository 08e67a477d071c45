"""Turns drawings into PNGs, beside the event loop and with the bundled typeface only."""

import asyncio
import hashlib
import threading
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from importlib.resources import as_file
from typing import Self

from bot.typesetting import new_compiler, svg_as_png
from workflows.pictures.drawings import Drawing
from workflows.pictures.drawings import draw as lay_out
from workflows.pictures.svg import svg
from workflows.pictures.typeface import font_folder

THREADS = 2

KEPT = 64
"""Pictures that are remembered; each has about 50 kilobytes."""


class Rasteriser:
    """Makes PNGs in two threads and remembers the latest; to be closed when the program ends.

    A typst compiler refuses to be used by two threads at once, so each thread has its own.
    """

    def __init__(self, *, kept: int = KEPT) -> None:
        self._kept = kept
        self._pictures = OrderedDict[bytes, bytes]()
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="rasteriser")
        self._own = threading.local()
        self._files = ExitStack()
        self._fonts = self._files.enter_context(as_file(font_folder()))

    async def png(self, svg: str, width: int) -> bytes:
        """Return an SVG of this width as a PNG with twice as many pixels a side."""
        key = hashlib.sha256(f"{width} {svg}".encode()).digest()
        picture = self._pictures.get(key)
        if picture is None:
            loop = asyncio.get_running_loop()
            picture = await loop.run_in_executor(self._threads, self._compile, svg, width)
        self._remember(key, picture)
        return picture

    async def paint(self, drawing: Drawing) -> bytes:
        """Return a drawing as a PNG."""
        scene = lay_out(drawing)
        return await self.png(svg(scene), scene.width)

    def close(self) -> None:
        """Let what runs finish, then end the threads; a second time does nothing."""
        self._threads.shutdown()
        self._files.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _remember(self, key: bytes, picture: bytes) -> None:
        self._pictures[key] = picture
        self._pictures.move_to_end(key)
        if len(self._pictures) > self._kept:
            self._pictures.popitem(last=False)

    def _compile(self, svg: str, width: int) -> bytes:
        if not hasattr(self._own, "compiler"):
            self._own.compiler = new_compiler(self._fonts)
        return svg_as_png(self._own.compiler, svg, width)
