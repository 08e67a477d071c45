"""How text breaks into lines."""

from hypothesis import given
from hypothesis import strategies as st

from workflows.pictures.measure import TextStyle, text_width, wrap
from workflows.pictures.typeface import Weight

BODY = TextStyle(15)


def test_words_fill_a_line_before_they_begin_the_next() -> None:
    assert wrap("Educators’ Association decides, explains", BODY, width=200, lines=3) == (
        "Educators’ Association",
        "decides, explains",
    )


def test_the_last_line_ends_with_a_whole_word_and_an_ellipsis() -> None:
    assert wrap("to plan, to share, to learn together", BODY, width=90, lines=2) == (
        "to plan, to",
        "share, to…",
    )


def test_a_word_too_long_for_a_line_is_cut() -> None:
    assert wrap("Donaudampfschifffahrt for all", BODY, width=90, lines=3) == (
        "Donaudam…",
        "for all",
    )


def test_a_long_word_after_a_short_one_gets_its_own_line() -> None:
    assert wrap("a Donaudampfschifffahrt", BODY, width=90, lines=2) == ("a", "Donaudam…")


def test_a_line_narrower_than_a_letter_is_an_ellipsis() -> None:
    assert wrap("Donau", BODY, width=2, lines=1) == ("…",)


def test_no_text_makes_no_line() -> None:
    assert wrap(" \n ", BODY, width=90, lines=2) == ()


def test_heavier_letters_are_wider() -> None:
    widths = [text_width("Together", TextStyle(15, weight)) for weight in Weight]

    assert [round(width, 1) for width in widths] == [64.8, 66.6, 67.5]


@given(text=st.text(max_size=80), lines=st.integers(1, 4), width=st.integers(20, 300))
def test_lines_keep_to_their_width_and_number(text: str, lines: int, width: int) -> None:
    broken = wrap(text, BODY, width=width, lines=lines)

    assert len(broken) <= lines
    assert all(text_width(line, BODY) <= width for line in broken)
