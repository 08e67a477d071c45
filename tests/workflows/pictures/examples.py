"""Pictures that several tests look at."""

from collections.abc import Iterator

from workflows.pictures.continuum import ContinuumPicture, ContinuumWords
from workflows.pictures.measure import TextStyle, text_width
from workflows.pictures.relationships import (
    PartnerRatings,
    Rating,
    RelationshipPicture,
    RelationshipWords,
)
from workflows.pictures.scene import Circle, Label, Polygon, Scene
from workflows.pictures.tally import TallyPicture, TallyRow

Box = tuple[float, float, float, float]

WORDS = ContinuumWords(
    expected="Expected",
    wished="Wished for",
    agreed="Agreed",
    apart="2 steps apart",
    marks_at="{count} at step {step}, {label}",
    agreed_at="Agreed: step {step}, {label}",
)

CONTINUUM = ContinuumPicture(
    title="How do we set the bell schedule?",
    labels=("District alone", "Together", "Association alone"),
    expected=(1, 2, 1),
    wished=(0, 4, 0),
    words=WORDS,
    agreed=2,
    note="4 of 4 people answered.",
)

NORM_CHECK = TallyPicture(
    title="How well did we keep our norms?",
    segments=("Kept", "Partly", "Not kept"),
    rows=(
        TallyRow(label="Participation", counts=(2, 1, 1)),
        TallyRow(label="Recordkeeping", counts=(4, 0, 0)),
    ),
)

FIST_TO_FIVE = TallyPicture(
    title="Start the tutoring pilot in October",
    note="3 of 4 people answered.",
    rows=(
        TallyRow(label="5, I will lead it", counts=(1,)),
        TallyRow(label="3, fine to go on", counts=(2,)),
        TallyRow(label="0, block", counts=(0,)),
    ),
)

DAYS = ("3 Nov 2026", "12 Jan 2027", "9 Mar 2027", "4 May 2027")


def partner(name: str, *steps: int) -> PartnerRatings:
    """Return a partner with one rating for each day, as far as there are steps."""
    days = zip(DAYS, steps, strict=False)
    return PartnerRatings(name=name, ratings=tuple(Rating(day=day, step=s) for day, s in days))


RELATIONSHIPS = RelationshipPicture(
    title="My relationships",
    note="Only you see this.",
    labels=("No contact", "Conflict", "Guarded", "Courteous", "Cooperative", "Partner"),
    partners=(partner("Dana Reyes", 2, 3), partner("Sam Lee", 0), partner("Bo", 4, 4, 4, 1)),
    words=RelationshipWords(newest="Newest", earlier="Earlier", rated_on="{step} on {day}"),
)


RETRO = TallyPicture(
    title="Our first year of mentoring",
    rows=(
        TallyRow(label="Lessons on the content", counts=(4,)),
        TallyRow(label="Lessons on the process", counts=(2,)),
        TallyRow(label="Open action items", counts=(3,)),
        TallyRow(label="Action items done", counts=(1,)),
        TallyRow(label="Action items no longer needed", counts=(0,)),
    ),
)


def words_of(scene: Scene) -> list[str]:
    """Return all lines of text in the order in which they are drawn."""
    return [shape.text for shape in scene.shapes if isinstance(shape, Label)]


def boxes(scene: Scene) -> Iterator[Box]:
    """Yield what each word and each sign covers: left, top, right, bottom."""
    for shape in scene.shapes:
        match shape:
            case Label(x, y, text, TextStyle(size) as style):
                yield x, y - 0.75 * size, x + text_width(text, style), y + 0.2 * size
            case Circle(x, y, radius):
                yield x - radius, y - radius, x + radius, y + radius
            case Polygon(points):
                across, down = zip(*points, strict=True)
                yield min(across), min(down), max(across), max(down)
            case _:
                pass


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes cover a common spot."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
