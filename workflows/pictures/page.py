"""What all pictures share: a canvas that reads well in the width of a chat, margins, and a head."""

import math
from collections.abc import Iterable

from workflows.pictures.measure import TextStyle, wrap
from workflows.pictures.palette import INK, MUTED, PAPER
from workflows.pictures.scene import Rect, Scene, Shape, paragraph
from workflows.pictures.typeface import Weight

WIDTH = 640
"""Pixels. A chat shows pictures 400 to 500 wide, where 15 pixels of this stay readable."""

MARGIN = 28
RIGHT = WIDTH - MARGIN

TITLE = TextStyle(20, Weight.BOLD, INK)
BODY = TextStyle(15, Weight.REGULAR, INK)
STRONG = TextStyle(15, Weight.SEMIBOLD, INK)
QUIET = TextStyle(15, Weight.REGULAR, MUTED)

LONGEST_TITLE = 3
"""Lines a title may take; a decision is often named in a long sentence."""


def head(title: str, note: str) -> tuple[list[Shape], float]:
    """Draw the title and the note under it; return them and the height where they end."""
    width = RIGHT - MARGIN
    top = float(MARGIN)
    shapes: list[Shape] = []
    for words, style, lines in ((title, TITLE, LONGEST_TITLE), (note, QUIET, 2)):
        broken = wrap(words, style, width=width, lines=lines)
        bottom = top + style.leading * len(broken)
        shapes += paragraph(broken, x=MARGIN, middle=(top + bottom) / 2, style=style)
        top = bottom + 2
    return shapes, top


def page(title: str, shapes: Iterable[Shape], *, bottom: float) -> Scene:
    """Put shapes on a white canvas that ends a margin below `bottom`."""
    height = math.ceil(bottom) + MARGIN
    return Scene(WIDTH, height, title, (Rect(0, 0, WIDTH, height, PAPER), *shapes))
