"""A line that is too long for its place in Slack is shortened, and never empty."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.slack.drawing.measures import short
from tests.bot.slack.drawing.rules import length
from tests.bot.test_measures import TEXTS


@given(TEXTS, st.integers(3, 40))
def test_what_is_shortened_fits_and_is_never_empty(text: str, longest: int) -> None:
    assert 1 <= length(short(text, longest)) <= longest
    assert short(text, longest).strip()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Save and add another row", "Save and add another row"),
        ("Save and add another row.", "Save and add another…"),
        ("Decision: the early-release days", "Decision: the…"),
        ("Two\nlines ", "Two lines"),
        ("W" * 30, "W" * 23 + "…"),
        ("", "…"),
        (" \n", "…"),
    ],
)
def test_a_label_is_shortened_at_a_word(text: str, shown: str) -> None:
    assert short(text, 24) == shown
