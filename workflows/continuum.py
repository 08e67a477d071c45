"""The continuum of shared decisions: how much of a decision is one party's alone, how much shared.

Seven steps between two parties after W. Patrick Dolan, *Restructuring Our Schools* (1994): the
ends belong to one party each, every step toward the middle is one degree more shared, and the
middle is true collaboration. The labels are our own. With more than two parties only the four
depths are used, and whoever is accountable decides.
"""

from collections.abc import Mapping, Sequence

from workflows.people import Party
from workflows.typed import shorten
from workflows.views import Option
from workflows.words import Words

DEPTHS = ("alone", "explained", "heard", "shared")
SHARED = "shared"
SEVEN = (
    "alone-a",
    "explained-a",
    "heard-a",
    SHARED,
    "heard-b",
    "explained-b",
    "alone-b",
)
_NAME = 24
"""Characters of a party's name in a label, so that the label fits a select everywhere."""


def levels(parties: Sequence[Party]) -> tuple[str, ...]:
    """Return the ids of the steps for these parties, in order."""
    return SEVEN if len(parties) == 2 else DEPTHS  # noqa: PLR2004 - a continuum lies between two


def depth(level: str) -> str:
    """Return how shared a step is, whoever holds it."""
    return level.partition("-")[0]


def spread(counts: Mapping[str, int]) -> int:
    """Return how many steps lie between the outermost marks; 0 where nobody marked."""
    scale = SEVEN if any(level in SEVEN and level != SHARED for level in counts) else DEPTHS
    ranks = [scale.index(level) for level, count in counts.items() if count]
    return max(ranks) - min(ranks) if ranks else 0


def options(parties: Sequence[Party], words: Words) -> tuple[Option, ...]:
    """Return the steps with their labels, parties named."""
    return tuple(Option(level, label(level, parties, words)) for level in levels(parties))


def label(level: str, parties: Sequence[Party], words: Words) -> str:
    """Return the label of one step."""
    a, b = _names(parties, words)
    match level.partition("-"):
        case (_, _, "b"):
            holder, other = b, a
        case _:
            holder, other = a, b
    match depth(level):
        case "alone":
            return words.say("{holder} decides alone", holder=holder)
        case "explained":
            return words.say("{holder} decides and explains", holder=holder)
        case "heard":
            return words.say("{holder} decides after hearing {other}", holder=holder, other=other)
        case _:
            return words.say("Together")


def _names(parties: Sequence[Party], words: Words) -> tuple[str, str]:
    if len(parties) == 2:  # noqa: PLR2004 - a continuum lies between two
        return shorten(parties[0].name, _NAME), shorten(parties[1].name, _NAME)
    return words.say("Whoever is accountable"), words.say("the others")
