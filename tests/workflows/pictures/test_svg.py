"""Scenes written as SVG: one whole picture of each kind, and what typed text becomes."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.workflows.pictures.examples import (
    CONTINUUM,
    FIST_TO_FIVE,
    NORM_CHECK,
    RELATIONSHIPS,
    RETRO,
)
from workflows.pictures.drawings import Drawing, alt_text, draw
from workflows.pictures.svg import svg

GOLDEN = Path(__file__).parent / "golden"

HOSTILE = (
    "<script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "]]><!--",
    "&amp;",
    "\u202etxt.exe",
    "a\x0bb\ufffe",
)


@pytest.mark.parametrize(
    ("name", "drawing"),
    [
        ("continuum", CONTINUUM),
        ("norm-check", NORM_CHECK),
        ("fist-to-five", FIST_TO_FIVE),
        ("relationships", RELATIONSHIPS),
        ("retro", RETRO),
    ],
)
def test_a_picture_is_this_svg(name: str, drawing: Drawing) -> None:
    assert svg(draw(drawing)) == (GOLDEN / f"{name}.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("typed", HOSTILE)
def test_typed_text_stays_text(typed: str) -> None:
    labels = (typed, "Together", "Association alone")
    drawing = CONTINUUM.model_copy(update={"title": typed, "labels": labels})

    ours, theirs = _parsed(CONTINUUM), _parsed(drawing)

    assert [element.tag for element in theirs] == [element.tag for element in ours]
    assert {name for element in theirs for name in element.attrib} == {
        name for element in ours for name in element.attrib
    }


def test_hostile_words_are_shown_as_they_were_typed() -> None:
    drawing = FIST_TO_FIVE.model_copy(update={"title": "<b>]]>&amp;"})

    root = _parsed(drawing)

    assert [element.text for element in root][:3] == ["<b>]]>&amp;", None, "<b>]]>&amp;"]
    assert alt_text(drawing).startswith("<b>]]>&amp;. 3 of 4")


def _parsed(drawing: Drawing) -> ET.Element:
    return ET.fromstring(svg(draw(drawing)))  # noqa: S314 - it is our own document
