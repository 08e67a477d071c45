"""Texts are measured and parted so that nothing is lost and no character breaks."""

from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.measures import length, pieces, sound

TEXTS = st.text(st.sampled_from("ab \n\u0308👩🏽‍🏫🇪🇸ب&"), max_size=300)
TEACHER = "👩🏽‍🏫"


def in_utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXTS, st.integers(1, 40))
def test_the_pieces_of_a_text_are_the_text(text: str, longest: int) -> None:
    assert "".join(pieces(text, longest)) == text


@given(TEXTS, st.integers(2, 40))
def test_each_piece_fits(text: str, longest: int) -> None:
    assert [piece for piece in pieces(text, longest) if not 1 <= in_utf16(piece) <= longest] == []


@given(st.text(st.characters()))
def test_an_emoji_counts_as_two(text: str) -> None:
    assert length(text) == in_utf16(text)


def test_a_piece_ends_with_a_word() -> None:
    assert pieces("one two three four", 9) == ("one two ", "three ", "four")


def test_a_character_of_several_parts_is_not_torn() -> None:
    assert pieces(TEACHER * 3, length(TEACHER) * 2 + 1) == (TEACHER * 2, TEACHER)


def test_a_character_that_is_too_long_by_itself_is_torn() -> None:
    assert pieces("e" + "\u0308" * 9, 5) == ("e" + "\u0308" * 4, "\u0308" * 5)


def test_a_character_that_cannot_be_sent_is_shown_as_one() -> None:
    assert sound("a\x00b\ud800c\r\nd\re") == "a\ufffdb\ufffdc\nd\ne"
