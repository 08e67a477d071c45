"""Typst with the bundled typefaces only, so that what it makes is the same on every machine.

A compiler refuses to be used by two threads at once, so each thread has its own.
"""

from pathlib import Path
from typing import cast

import typst

PIXELS_PER_INCH = 144
"""Makes two pixels of each pixel of the canvas, which counts as a point of 1/72 inch here."""

PICTURE = b"""
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: int(sys.inputs.width) * 1pt)
"""


def new_compiler(fonts: Path, *, with_fallbacks: bool = False) -> typst.Compiler:
    """Return a compiler that knows the fonts in a folder.

    With fallbacks it also has the ones in typst itself, which write more scripts than ours.
    """
    known = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=with_fallbacks, font_paths=[fonts]
    )
    return typst.Compiler(font_paths=known)


def svg_as_png(compiler: typst.Compiler, svg: str, width: int) -> bytes:
    """Return an SVG of this width as a PNG with twice as many pixels a side."""
    inputs = {"svg": svg, "width": str(width)}
    page = compiler.compile(input=PICTURE, format="png", ppi=PIXELS_PER_INCH, sys_inputs=inputs)
    return cast("bytes", page)  # it would be a list, were there several pages
