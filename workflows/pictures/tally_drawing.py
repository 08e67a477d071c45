"""Draws a tally as horizontal bars."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workflows.pictures.measure import text_width, wrap
from workflows.pictures.page import BODY, MARGIN, QUIET, RIGHT, STRONG, head, page
from workflows.pictures.palette import ACCENT, AMBER, GRID, INK, MUTED, PAPER, SAND, WARM
from workflows.pictures.scene import NONE, Line, Rect, Scene, Shape, hatching, paragraph
from workflows.pictures.tally import TallyPicture

LABEL_WIDTH = 216
LABEL_LINES = 4
BAR_X = 268
BAR_HEIGHT = 28
ROW_PADDING = 9

COUNT_WIDTH = 40
"""Room for the figure after a plain bar."""

GAP = 3
"""Between the segments of a bar."""

COUNT_PADDING = 8
"""At least so much of a segment is left and right of its figure."""

FEWEST = 4
"""The count that makes a plain bar full at least: one vote alone is not a full bar."""

SWATCH = 16
CORNER = 3
OUTLINE = 1.5


@dataclass(frozen=True, slots=True)
class Look:
    """How a segment is told from the others: by its filling before its colour."""

    fill: str
    stroke: str
    ink: str
    hatch: str = NONE


FULL = Look(ACCENT, ACCENT, PAPER)
HATCHED = Look(SAND, AMBER, INK, hatch=AMBER)
HOLLOW = Look(PAPER, WARM, WARM)
EMPTY = Look(PAPER, GRID, MUTED)

LOOKS = {0: (FULL,), 2: (FULL, HOLLOW), 3: (FULL, HATCHED, HOLLOW)}
"""By the number of segments."""


def draw_tally(picture: TallyPicture) -> Scene:
    """Lay the picture out."""
    shapes, top = head(picture.title, picture.note)
    legend, top = _legend(picture.segments, top + 14)
    shapes += legend
    for row in picture.rows:
        lines = wrap(row.label, BODY, width=LABEL_WIDTH, lines=LABEL_LINES)
        height = max(BAR_HEIGHT, BODY.leading * len(lines)) + 2 * ROW_PADDING
        middle = top + height / 2
        shapes += paragraph(lines, x=MARGIN, middle=middle, style=BODY)
        if picture.segments:
            shapes += _stacked_bar(row.counts, middle)
        else:
            shapes.append(Line(BAR_X, top, BAR_X, top + height, GRID, OUTLINE))
            shapes += _plain_bar(row.counts[0], middle, full=_full(picture))
        top += height
    return page(picture.title, shapes, bottom=top - ROW_PADDING)


def _legend(segments: Sequence[str], top: float) -> tuple[list[Shape], float]:
    """Name the segments, on one line while they fit; return where the rows can begin."""
    if not segments:
        return [], top
    shapes = list[Shape]()
    x = float(MARGIN)
    middle = top + QUIET.leading / 2
    for name, look in zip(segments, LOOKS[len(segments)], strict=True):
        line = "".join(wrap(name, QUIET, width=RIGHT - MARGIN - SWATCH - 8, lines=1))
        width = SWATCH + 8 + text_width(line, QUIET)
        if x > MARGIN and x + width > RIGHT:
            x, middle = MARGIN, middle + QUIET.leading + 4
        shapes += _box(Rect(x, middle - SWATCH / 2, SWATCH, SWATCH), look)
        shapes += paragraph([line], x=x + SWATCH + 8, middle=middle, style=QUIET)
        x += width + 24
    return shapes, middle + QUIET.leading / 2 + 10


def _plain_bar(count: int, middle: float, *, full: int) -> Iterator[Shape]:
    width = (RIGHT - BAR_X - COUNT_WIDTH) * count / full
    top = middle - BAR_HEIGHT / 2
    if count:
        yield from _box(Rect(BAR_X, top, width, BAR_HEIGHT), FULL)
    style = STRONG if count else QUIET
    yield from paragraph([str(count)], x=BAR_X + width + 10, middle=middle, style=style)


def _full(picture: TallyPicture) -> int:
    return max(FEWEST, *(row.counts[0] for row in picture.rows))


def _stacked_bar(counts: Sequence[int], middle: float) -> Iterator[Shape]:
    x = float(BAR_X)
    top = middle - BAR_HEIGHT / 2
    if not any(counts):
        yield from _box(Rect(x, top, RIGHT - x, BAR_HEIGHT), EMPTY)
    for count, width, look in zip(counts, _widths(counts), LOOKS[len(counts)], strict=True):
        if count:
            box = Rect(x, top, width, BAR_HEIGHT)
            yield from _box(box, look)
            yield from _count(str(count), box, look)
            x += width + GAP


def _widths(counts: Sequence[int]) -> list[float]:
    """Share the bar out; what small segments need more for their figure, the widest gives."""
    room = RIGHT - BAR_X - GAP * (sum(count > 0 for count in counts) - 1)
    shares = [room * count / max(1, sum(counts)) for count in counts]
    least = [text_width(str(count), STRONG) + 2 * COUNT_PADDING for count in counts]
    widths = [max(pair) if pair[0] else 0 for pair in zip(shares, least, strict=True)]
    widths[widths.index(max(widths))] -= sum(widths) - room
    return widths


def _box(place: Rect, look: Look) -> Iterator[Shape]:
    """Fill a rectangle with a look; its outline lies within it."""
    inside = _inset(place, OUTLINE / 2)
    painted = replace(inside, fill=look.fill, stroke=look.stroke)
    yield replace(painted, stroke_width=OUTLINE, radius=CORNER)
    if look.hatch != NONE:
        yield from hatching(_inset(inside, OUTLINE), stroke=look.hatch, gap=7)


def _inset(box: Rect, by: float) -> Rect:
    return Rect(box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by)


def _count(figure: str, box: Rect, look: Look) -> Iterator[Shape]:
    """Write a figure in the middle of a segment, clear of its hatching."""
    width = text_width(figure, STRONG)
    x, middle = box.x + (box.width - width) / 2, box.y + box.height / 2
    if look.hatch != NONE:
        yield Rect(x - 4, middle - 10, width + 8, 20, look.fill, radius=CORNER)
    yield from paragraph([figure], x=x, middle=middle, style=replace(STRONG, colour=look.ink))
