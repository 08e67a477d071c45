"""Words stand out from what they are written on."""

import pytest

from workflows.pictures.palette import ACCENT, AMBER, INK, MUTED, PAPER, SAND, TINT, WARM

WRITTEN_ON = [
    *((ink, PAPER) for ink in (INK, MUTED, ACCENT, WARM)),
    *((ink, TINT) for ink in (INK, MUTED, ACCENT, WARM)),
    (PAPER, ACCENT),
    (INK, SAND),
    (INK, AMBER),
]


@pytest.mark.parametrize(("ink", "ground"), WRITTEN_ON)
def test_words_have_enough_contrast(ink: str, ground: str) -> None:
    darker, lighter = sorted([_luminance(ink), _luminance(ground)])

    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    """Return the relative luminance as WCAG 2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
