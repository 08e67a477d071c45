"""How wide text is, and how it breaks into lines, known without drawing it."""

from dataclasses import dataclass

from workflows.pictures.legible import legible
from workflows.pictures.palette import INK
from workflows.pictures.typeface import Weight, advances

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How words look; `size` is in pixels of the canvas."""

    size: float
    weight: Weight = Weight.REGULAR
    colour: str = INK

    @property
    def leading(self) -> float:
        """Distance from one line to the next."""
        return round(self.size * 1.35)


def text_width(text: str, style: TextStyle) -> float:
    """Return the width of legible text in pixels, but for kerning, which is a pixel or two."""
    table = advances(style.weight)
    units = sum(table.advances[character] for character in text)
    return units * style.size / table.units_per_em


def wrap(text: str, style: TextStyle, *, width: float, lines: int) -> tuple[str, ...]:
    """Break text into at most so many lines, each at most so wide.

    What does not fit ends in an ellipsis: a word wider than a line, and the last line.
    """
    broken = [""]
    for word in legible(text).split():
        longer = f"{broken[-1]} {word}".strip()
        if text_width(longer, style) <= width:
            broken[-1] = longer
        elif len(broken) == lines and broken[-1]:
            broken[-1] = _shortened(longer, style, width)
            break
        elif broken[-1]:
            broken.append(_fitted(word, style, width))
        else:
            broken[-1] = _fitted(word, style, width)
    return tuple(line for line in broken if line)


def _fitted(word: str, style: TextStyle, width: float) -> str:
    return word if text_width(word, style) <= width else _shortened(word, style, width)


def _shortened(text: str, style: TextStyle, width: float) -> str:
    """Return the beginning of the text with an ellipsis: whole words, or else whole letters."""
    room = width - text_width(ELLIPSIS, style)
    end = 0
    while end < len(text) and text_width(text[: end + 1], style) <= room:
        end += 1
    words = text[: end + 1].rpartition(" ")[0]
    return (words or text[:end]).rstrip(" .,;:…") + ELLIPSIS
