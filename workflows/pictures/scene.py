"""A picture as a list of simple shapes on a canvas, before it has any file format."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflows.pictures.measure import TextStyle
from workflows.pictures.palette import PAPER

CAP_HEIGHT = 0.7275
"""Height of Inter's capitals and figures, as a part of the size; it centres words on a line."""

NONE = "none"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle given by its left upper corner; `radius` rounds its corners."""

    x: float
    y: float
    width: float
    height: float
    fill: str = NONE
    stroke: str = NONE
    stroke_width: float = 0
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line with round ends."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    stroke_width: float = 1


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape with straight sides."""

    points: tuple[tuple[float, float], ...]
    fill: str = NONE
    stroke: str = NONE
    stroke_width: float = 0


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around its centre."""

    x: float
    y: float
    radius: float
    fill: str
    stroke: str = NONE
    stroke_width: float = 0


@dataclass(frozen=True, slots=True)
class Label:
    """One line of legible text that begins at `x` and stands on the height `y`."""

    x: float
    y: float
    text: str
    style: TextStyle


Shape = Rect | Line | Polygon | Circle | Label


@dataclass(frozen=True, slots=True)
class Scene:
    """A canvas, its title for those who do not see it, and its shapes, the lowest first."""

    width: int
    height: int
    title: str
    shapes: tuple[Shape, ...]


def paragraph(
    lines: Sequence[str], *, x: float, middle: float, style: TextStyle
) -> Iterator[Label]:
    """Write lines one under the other, the block centred on the height `middle`."""
    first = middle - style.leading * (len(lines) - 1) / 2 + style.size * CAP_HEIGHT / 2
    for number, line in enumerate(lines):
        yield Label(x, round(first + number * style.leading, 2), line, style)


def diamond(x: float, y: float, radius: float, *, stroke: str) -> Polygon:
    """Draw a hollow diamond around its centre."""
    corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
    return Polygon(corners, fill=PAPER, stroke=stroke, stroke_width=1.75)


def flag(x: float, y: float, *, fill: str) -> Iterator[Shape]:
    """Draw a small flag on a pole, 12 wide and 14 high, given by its left upper corner."""
    yield Line(x + 1, y, x + 1, y + 14, fill, 1.75)
    yield Polygon(((x + 1, y), (x + 12, y + 4), (x + 1, y + 8)), fill=fill)


def hatching(box: Rect, *, stroke: str, gap: float) -> Iterator[Line]:
    """Fill a rectangle with slanting lines that end at its sides."""
    reach = gap
    while reach < box.width + box.height:
        start = max(0.0, reach - box.height)
        end = min(box.width, reach)
        yield Line(
            box.x + start,
            box.y + reach - start,
            box.x + end,
            box.y + reach - end,
            stroke,
        )
        reach += gap
