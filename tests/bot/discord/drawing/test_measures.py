"""A line that is too long for its place in Discord is shortened, and there is something to see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.discord.drawing.measures import is_blank, is_short, short
from tests.bot.test_measures import TEXTS, in_utf16


@given(TEXTS, st.integers(3, 40))
def test_what_is_shortened_fits_and_is_never_empty(text: str, longest: int) -> None:
    assert 1 <= in_utf16(short(text, longest)) <= longest
    assert not is_blank(short(text, longest))


@pytest.mark.parametrize("text", ["", " \n", "\u200b", " \u200b\n", "\u00ad\ufeff"])
def test_a_text_of_nothing_to_be_seen_is_blank(text: str) -> None:
    assert is_blank(text)


def test_a_text_that_fits_once_its_lines_are_one_is_short() -> None:
    assert is_short("a  \n b", 3)
    assert not is_short("a  \n b", 2)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Save and add another row", "Save and add another row"),
        ("Save and add another row.", "Save and add another…"),
        ("Two\nlines ", "Two lines"),
        ("W" * 30, "W" * 23 + "…"),
        ("", "…"),
        ("\u200b", "…"),
    ],
)
def test_a_label_is_shortened_at_a_word(text: str, shown: str) -> None:
    assert short(text, 24) == shown
