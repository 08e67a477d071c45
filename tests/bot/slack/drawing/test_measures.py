"""Texts are parted and shortened so that nothing is lost and no character breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.slack.drawing.measures import pieces, short, units
from tests.bot.slack.drawing.rules import length

TEXTS = st.text(st.sampled_from("ab \n\u0308👩🏽‍🏫🇪🇸ب&"), max_size=300)
TEACHER = "👩🏽‍🏫"


@given(TEXTS, st.integers(1, 40))
def test_the_pieces_of_a_text_are_the_text(text: str, longest: int) -> None:
    assert "".join(pieces(text, longest)) == text


@given(TEXTS, st.integers(2, 40))
def test_each_piece_fits(text: str, longest: int) -> None:
    assert [piece for piece in pieces(text, longest) if not 1 <= length(piece) <= longest] == []


@given(TEXTS, st.integers(3, 40))
def test_what_is_shortened_fits_and_is_never_empty(text: str, longest: int) -> None:
    assert 1 <= length(short(text, longest)) <= longest
    assert short(text, longest).strip()


@given(st.text(st.characters()))
def test_an_emoji_counts_as_two(text: str) -> None:
    assert units(text) == len(text) + sum(character > "\uffff" for character in text)


def test_a_piece_ends_with_a_word() -> None:
    assert pieces("one two three four", 9) == ("one two ", "three ", "four")


def test_a_character_of_several_parts_is_not_torn() -> None:
    assert pieces(TEACHER * 3, length(TEACHER) * 2 + 1) == (TEACHER * 2, TEACHER)


def test_a_character_that_is_too_long_by_itself_is_torn() -> None:
    assert pieces("e" + "\u0308" * 9, 5) == ("e" + "\u0308" * 4, "\u0308" * 5)


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
