"""The typeface of all pictures: Inter, what it can write, and how wide its characters are."""

import json
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

FAMILY = "Inter"


class Weight(IntEnum):
    """How bold letters are, as CSS and font files count it."""

    REGULAR = 400
    SEMIBOLD = 600
    BOLD = 700


@dataclass(frozen=True, slots=True)
class Advances:
    """How far each character moves the pen, in units of which an em has `units_per_em`."""

    units_per_em: int
    advances: dict[str, int]


def font_folder() -> Traversable:
    """Return the folder with the font files, one for each weight."""
    return files("workflows.pictures") / "fonts"


@cache
def advances(weight: Weight) -> Advances:
    """Return the widths of one weight; `scripts/make_fonts.py` took them from the font itself."""
    table = font_folder() / f"Inter-{weight.value}.json"
    return Advances(**json.loads(table.read_text(encoding="utf-8")))


def can_write(character: str) -> bool:
    """Whether the typeface has a glyph for this character."""
    return character in advances(Weight.REGULAR).advances
