"""Words stand for characters that no typeface can write."""

import pytest

from bot.documents.substitutes import beyond_typeface, refused_in, with_substitutes


def test_typst_says_which_characters_it_cannot_write() -> None:
    complaint = (
        'error: PDF/UA-1 error: the text `"日"` could not be displayed with font `"Inter"`\n'
        'error: PDF/UA-1 error: the text `"q\\u{338}"` could not be displayed with any font\n'
    )

    assert refused_in(complaint) == {"日", "\u0338"}


def test_another_complaint_names_no_characters() -> None:
    assert refused_in("error: PDF/UA-1 error: heading title is empty") == frozenset()


def test_line_feeds_are_not_characters_to_be_written() -> None:
    assert beyond_typeface("ñ\n日") == {"日"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I ❤️ it", "I [heavy black heart] it"),
        ("日本 at ten", "[…] at ten"),
        ("\U000f0000", "[…]"),
        ("ﬀ", "ff"),
        ("\u0338", ""),
        ("plain", "plain"),
    ],
)
def test_names_stand_for_pictures_and_dots_for_words(text: str, shown: str) -> None:
    assert with_substitutes(text, beyond_typeface(text)) == shown
