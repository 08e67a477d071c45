"""Draws the picture of a decision check-in.

Steps stand one under the other, because their names hold the names of parties and run long.
Each person is one sign: a dot where they expect the decision, a diamond where they wish it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from workflows.pictures.continuum import TALK_FIRST, ContinuumPicture, widest_gap
from workflows.pictures.measure import TextStyle, wrap
from workflows.pictures.page import BODY, MARGIN, QUIET, RIGHT, STRONG, head, page
from workflows.pictures.palette import ACCENT, GRID, INK, MUTED, TINT, WARM
from workflows.pictures.scene import Circle, Line, Rect, Scene, Shape, diamond, flag, paragraph
from workflows.pictures.typeface import Weight

NUMBER_WIDTH = 26
LABEL_WIDTH = 200
LABEL_LINES = 6
EXPECTED_X = 266
BRACKET_X = 386
APART_WIDTH = 86
WISHED_X = 490

FLAG_HEIGHT = 24
ROW_PADDING = 11
SMALLEST_ROW = 50

PITCH = 15
"""Distance from one sign to the next, also between two lines of them."""

IN_A_LINE = 6
MOST_SIGNS = 30
"""People at one step who are drawn one by one; a bigger crowd becomes a figure."""

TIMES = "\N{MULTIPLICATION SIGN}"

AT_A_GLANCE = 3
"""Up to so many signs nobody needs a figure beside them."""

NUMBER = TextStyle(15, Weight.SEMIBOLD, MUTED)
AGREED = TextStyle(15, Weight.SEMIBOLD, ACCENT)


class Sign(Enum):
    """The shape that stands for one person's mark."""

    DOT = "dot"
    DIAMOND = "diamond"


@dataclass(frozen=True, slots=True)
class Row:
    """One step of the continuum, and the strip of canvas it has."""

    step: int
    expected: int
    wished: int
    lines: tuple[str, ...]
    is_agreed: bool
    top: float

    @property
    def height(self) -> float:
        """How much its words or its crowd need."""
        words = BODY.leading * len(self.lines) + (FLAG_HEIGHT if self.is_agreed else 0)
        signs = max(_signs(self.expected), _signs(self.wished))
        crowd = PITCH * _formation(signs)[0]
        return max(SMALLEST_ROW, max(words, crowd) + 2 * ROW_PADDING)

    @property
    def middle(self) -> float:
        """The height on which its words and signs are centred."""
        return self.top + self.height / 2

    @property
    def bottom(self) -> float:
        """Where the next row begins."""
        return self.top + self.height


def draw_continuum(picture: ContinuumPicture) -> Scene:
    """Lay the picture out."""
    shapes, top = head(picture.title, picture.note)
    captions, top = _captions(picture, top + 14)
    rows = _rows(picture, top + 8)
    shapes += captions
    shapes += _ground(rows)
    for row in rows:
        shapes += _name(picture, row)
        shapes += _marks(Sign.DOT, row.expected, EXPECTED_X, row.middle)
        shapes += _marks(Sign.DIAMOND, row.wished, WISHED_X, row.middle)
    shapes += _bracket(picture, rows)
    return page(picture.title, shapes, bottom=rows[-1].bottom - ROW_PADDING / 2)


def _captions(picture: ContinuumPicture, top: float) -> tuple[list[Shape], float]:
    words = picture.words
    expected = wrap(words.expected, STRONG, width=WISHED_X - EXPECTED_X - 32, lines=2)
    wished = wrap(words.wished, STRONG, width=RIGHT - WISHED_X - 18, lines=2)
    height = STRONG.leading * max(len(expected), len(wished))
    middle = top + height / 2
    shapes = [_sign(Sign.DOT, EXPECTED_X, middle), _sign(Sign.DIAMOND, WISHED_X, middle)]
    shapes += paragraph(expected, x=EXPECTED_X + 18, middle=middle, style=STRONG)
    shapes += paragraph(wished, x=WISHED_X + 18, middle=middle, style=STRONG)
    return shapes, top + height


def _rows(picture: ContinuumPicture, top: float) -> list[Row]:
    width = LABEL_WIDTH if picture.numbered else LABEL_WIDTH + NUMBER_WIDTH
    rows = list[Row]()
    counts = zip(picture.labels, picture.expected, picture.wished, strict=True)
    for step, (label, expected, wished) in enumerate(counts, start=1):
        lines = wrap(label, BODY, width=width, lines=LABEL_LINES)
        rows.append(Row(step, expected, wished, lines, step == picture.agreed, top))
        top = rows[-1].bottom
    return rows


def _ground(rows: list[Row]) -> Iterator[Shape]:
    """Part the rows by lines, except where the band of the agreed step parts them already."""
    above = None
    for row in rows:
        if row.is_agreed:
            yield Rect(MARGIN - 12, row.top, RIGHT - MARGIN + 24, row.height, TINT, radius=8)
        elif above is None or not above.is_agreed:
            yield Line(MARGIN, row.top, RIGHT, row.top, GRID)
        above = row


def _name(picture: ContinuumPicture, row: Row) -> Iterator[Shape]:
    x = MARGIN
    middle = row.middle - (FLAG_HEIGHT / 2 if row.is_agreed else 0)
    if picture.numbered:
        first = middle - BODY.leading * (len(row.lines) - 1) / 2
        yield from paragraph([str(row.step)], x=x, middle=first, style=NUMBER)
        x += NUMBER_WIDTH
    yield from paragraph(row.lines, x=x, middle=middle, style=BODY)
    if row.is_agreed:
        below = middle + (BODY.leading * len(row.lines) + FLAG_HEIGHT) / 2 + 1
        words = wrap(picture.words.agreed, AGREED, width=LABEL_WIDTH - 20, lines=1)
        yield from flag(x, below - 7, fill=ACCENT)
        yield from paragraph(words, x=x + 20, middle=below, style=AGREED)


def _marks(sign: Sign, count: int, x: float, middle: float) -> Iterator[Shape]:
    """Draw one sign a person, or one sign and a figure where a crowd would not fit."""
    signs = _signs(count)
    ranks, width = _formation(signs)
    top = middle - (ranks - 1) / 2 * PITCH
    for number in range(signs):
        rank, place = divmod(number, width)
        yield _sign(sign, x + place * PITCH, top + rank * PITCH)
    if count > AT_A_GLANCE:
        figure, style = (str(count), QUIET) if signs == count else (f"{TIMES} {count}", STRONG)
        yield from paragraph([figure], x=x + width * PITCH + 3, middle=middle, style=style)


def _signs(count: int) -> int:
    return count if count <= MOST_SIGNS else 1


def _formation(signs: int) -> tuple[int, int]:
    """Return in how many lines signs stand, and how many in a line: as even as can be."""
    ranks = max(1, -(-signs // IN_A_LINE))
    return ranks, -(-signs // ranks)


def _sign(sign: Sign, x: float, y: float) -> Shape:
    match sign:
        case Sign.DOT:
            return Circle(x + 6, y, 5.5, ACCENT)
        case Sign.DIAMOND:
            return diamond(x + 6, y, 5.75, stroke=INK)
        case _:
            assert_never(sign)


def _bracket(picture: ContinuumPicture, rows: list[Row]) -> Iterator[Shape]:
    """Span the expectations, and say how far they lie apart beside the row in their middle."""
    marked = [row for row in rows if row.expected]
    if not marked:
        return
    colour = WARM if widest_gap(picture.expected) >= TALK_FIRST else MUTED
    first, last = marked[0].middle, marked[-1].middle
    if last > first:
        yield Line(BRACKET_X, first, BRACKET_X, last, colour, 2)
        yield Line(BRACKET_X - 6, first, BRACKET_X, first, colour, 2)
        yield Line(BRACKET_X - 6, last, BRACKET_X, last, colour, 2)
    style = TextStyle(15, Weight.SEMIBOLD, colour)
    words = wrap(picture.words.apart, style, width=APART_WIDTH, lines=3)
    beside = min(rows, key=lambda row: abs(row.middle - (first + last) / 2))
    yield from paragraph(words, x=BRACKET_X + 9, middle=beside.middle, style=style)
