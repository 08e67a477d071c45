"""Draws the picture of somebody's relationships over time.

Each partner has a name with the newest rating in words, and under it a strip of six cells. A line
in it leads from the rating before to the newest; older ones stand below that line.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from workflows.pictures.measure import text_width, wrap
from workflows.pictures.page import MARGIN, QUIET, RIGHT, STRONG, head, page
from workflows.pictures.palette import ACCENT, MUTED, PAPER, TINT
from workflows.pictures.relationships import STEPS, PartnerRatings, RelationshipPicture, said
from workflows.pictures.scene import Circle, Line, Polygon, Rect, Scene, Shape, paragraph

GAP = 3
"""Between the cells of a strip."""

CELL_WIDTH = (RIGHT - MARGIN - GAP * (STEPS - 1)) / STEPS
MOVE_HEIGHT = 30
PAST_HEIGHT = 18
CORNER = 4

NAME_LINES = 2
NAME_GAP = 5
ROW_GAP = 16
NEWEST_WIDTH = 300
"""At most so much of a line is for the newest rating in words; the name has the rest."""

ON_THE_LINE = 2
"""The newest rating and the one before; older ones have a place of their own below."""

NEWEST_RADIUS = 7.5
EARLIER_RADIUS = 4.5
PITCH = 13
"""From one older rating to the next in a cell."""

IN_A_CELL = 6
"""Older ratings at one step that are drawn one by one; more become a figure."""

TIMES = "\N{MULTIPLICATION SIGN}"


@dataclass(frozen=True, slots=True)
class Row:
    """One partner, what is written above the strip, and the height where it all begins."""

    ratings: tuple[int, ...]
    name: tuple[str, ...]
    newest: str
    top: float

    @property
    def strip(self) -> float:
        """Where the cells begin."""
        return self.top + STRONG.leading * max(1, len(self.name)) + NAME_GAP

    @property
    def middle(self) -> float:
        """The height of the line from the rating before to the newest."""
        return self.strip + MOVE_HEIGHT / 2

    @property
    def height(self) -> float:
        """How high the cells are."""
        return MOVE_HEIGHT + (PAST_HEIGHT if len(self.ratings) > ON_THE_LINE else 0)

    @property
    def bottom(self) -> float:
        """Where the cells end."""
        return self.strip + self.height


def draw_relationships(picture: RelationshipPicture) -> Scene:
    """Lay the picture out."""
    shapes, top = head(picture.title, picture.note)
    key, top = _key(picture, top + 14)
    labels, top = _labels(picture, top + 12)
    shapes += [*key, *labels]
    for partner in picture.partners:
        row = _row(picture, partner, top + ROW_GAP)
        shapes += [*_words(row), *_cells(row), *_move(row), *_past(row)]
        top = row.bottom
    return page(picture.title, shapes, bottom=top)


def _key(picture: RelationshipPicture, top: float) -> tuple[list[Shape], float]:
    """Name the two signs."""
    half = (RIGHT - MARGIN) / 2
    middle = top + QUIET.leading / 2
    newest = wrap(picture.words.newest, QUIET, width=half - 40, lines=1)
    earlier = wrap(picture.words.earlier, QUIET, width=half - 40, lines=1)
    second = MARGIN + 20 + text_width("".join(newest), QUIET) + 24
    shapes: list[Shape] = [
        _newest(MARGIN + NEWEST_RADIUS, middle),
        *paragraph(newest, x=MARGIN + 22, middle=middle, style=QUIET),
        _earlier(second + EARLIER_RADIUS, middle),
        *paragraph(earlier, x=second + 16, middle=middle, style=QUIET),
    ]
    return shapes, top + QUIET.leading


def _labels(picture: RelationshipPicture, top: float) -> tuple[list[Shape], float]:
    """Write the steps above their columns; all end on one line, however many they take."""
    broken = [wrap(label, QUIET, width=CELL_WIDTH - 2, lines=2) for label in picture.labels]
    bottom = top + QUIET.leading * max(len(lines) for lines in broken)
    shapes: list[Shape] = []
    for step, lines in enumerate(broken):
        for above, line in enumerate(reversed(lines)):
            x = _centre(step) - text_width(line, QUIET) / 2
            middle = bottom - QUIET.leading * (above + 0.5)
            shapes += paragraph([line], x=x, middle=middle, style=QUIET)
    return shapes, bottom


def _row(picture: RelationshipPicture, partner: PartnerRatings, top: float) -> Row:
    newest = "".join(wrap(said(picture, partner.ratings[-1]), QUIET, width=NEWEST_WIDTH, lines=1))
    room = RIGHT - MARGIN - text_width(newest, QUIET) - 20
    name = wrap(partner.name, STRONG, width=room, lines=NAME_LINES)
    return Row(tuple(rating.step for rating in partner.ratings), name, newest, top)


def _words(row: Row) -> Iterator[Shape]:
    """Write the name, and at its first line the newest rating."""
    middle = (row.top + row.strip - NAME_GAP) / 2
    yield from paragraph(row.name, x=MARGIN, middle=middle, style=STRONG)
    x = RIGHT - text_width(row.newest, QUIET)
    yield from paragraph([row.newest], x=x, middle=row.top + QUIET.leading / 2, style=QUIET)


def _cells(row: Row) -> Iterator[Shape]:
    for step in range(STEPS):
        left = _centre(step) - CELL_WIDTH / 2
        yield Rect(left, row.strip, CELL_WIDTH, row.height, TINT, radius=CORNER)


def _move(row: Row) -> Iterator[Shape]:
    """Draw the newest rating, and the way to it from the one before; two of a kind stand close."""
    *earlier, now = row.ratings
    before = earlier[-1] if earlier else None
    x = _centre(now)
    if before is None:
        yield _newest(x, row.middle)
    elif before == now:
        yield Line(x - 7, row.middle, x, row.middle, ACCENT, 2)
        yield _earlier(x - 11, row.middle)
        yield _newest(x + 9, row.middle)
    else:
        yield from _arrow(_centre(before), x, row.middle)
        yield _earlier(_centre(before), row.middle)
        yield _newest(x, row.middle)


def _arrow(start: float, end: float, y: float) -> Iterator[Shape]:
    """Point from one sign to the other, with some air before both."""
    way = 1 if end > start else -1
    tip = end - way * (NEWEST_RADIUS + 3)
    neck = tip - way * 9
    yield Line(start + way * (EARLIER_RADIUS + 4), y, neck, y, ACCENT, 2)
    yield Polygon(((tip, y), (neck, y - 5), (neck, y + 5)), fill=ACCENT)


def _past(row: Row) -> Iterator[Shape]:
    """Draw what is older than the rating before, step by step."""
    y = row.strip + MOVE_HEIGHT + PAST_HEIGHT / 2 - 3
    for step, count in Counter(row.ratings[:-ON_THE_LINE]).items():
        if count <= IN_A_CELL:
            first = _centre(step) - PITCH * (count - 1) / 2
            yield from (_earlier(first + PITCH * place, y) for place in range(count))
        else:
            figure = f"{TIMES} {count}"
            left = _centre(step) - (PITCH + text_width(figure, QUIET)) / 2
            yield _earlier(left + EARLIER_RADIUS, y)
            yield from paragraph([figure], x=left + PITCH, middle=y, style=QUIET)


def _newest(x: float, y: float) -> Circle:
    return Circle(x, y, NEWEST_RADIUS, ACCENT)


def _earlier(x: float, y: float) -> Circle:
    return Circle(x, y, EARLIER_RADIUS, PAPER, stroke=MUTED, stroke_width=1.75)


def _centre(step: int) -> float:
    return MARGIN + CELL_WIDTH / 2 + step * (CELL_WIDTH + GAP)
