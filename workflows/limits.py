"""How much fits where: the smallest limits of the platforms, as data.

Content and translations are tested against these, so that no platform ever has to cut a text of
ours. The figures are the smaller ones of Slack's Block Kit and Discord's components.
"""

from collections.abc import Mapping
from enum import StrEnum


class Place(StrEnum):
    """Where a text of ours stands."""

    FORM_TITLE = "the title of a form"
    TITLE = "a title"
    """Of a phase or a step; it also stands on the button that leads there."""
    SUMMARY = "a summary"
    SAY = "a text to read"
    LABEL = "a label"
    HINT = "a hint"
    CHOICE = "a choice"
    BUTTON = "a button"


LONGEST: Mapping[Place, int] = {
    Place.FORM_TITLE: 24,
    Place.TITLE: 38,
    Place.SUMMARY: 300,
    Place.SAY: 1500,
    Place.LABEL: 45,
    Place.HINT: 100,
    Place.CHOICE: 75,
    Place.BUTTON: 38,  # 75 would fit, and would not be read
}
"""Characters that fit into each place."""

LONGEST_NAME = 60
"""Characters of the name of a person, a party, a team or a partnership: it stands in options."""

QUESTIONS_A_FORM = 5
OPTIONS_OF_ONE = 25
"""Options from which one can be picked: a select."""
OPTIONS_OF_MANY = 10
"""Options from which several can be picked: check boxes."""
LONGEST_FILE = 64 * 1024
"""Bytes of one content file; a worksheet is a tenth of that."""
LONGEST_ASK = 100
"""Characters of what a button or a menu asks for, as it is kept in it."""
