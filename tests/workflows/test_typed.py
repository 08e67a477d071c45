"""What people type comes out fit to be kept and shown, or with a reason why not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflows.catalogue import words_for
from workflows.typed import MOST_MARKS, TooLong, Unfit, clean, explain, fit, shorten

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
THUMB = "\U0001f44d\U0001f3fd"
MEXICO = "\U0001f1f2\U0001f1fd"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  on time \n", "on time"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("e\u0301", "\u00e9"),
        ("pay \u202enoitca\u202c now", "pay noitca now"),
        ("\u2066left\u2069 \u200fright", "left right"),
        ("no\u200b\ufeff\u00adthing", "nothing"),
        ("a\u200db", "ab"),
        ("", ""),
        ("\u3164 \u200b", ""),
    ],
)
def test_a_text_is_kept_as_it_is_shown(typed: str, kept: str) -> None:
    assert clean(typed, longest=100) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "@everyone <!channel> <@U1> &lt;!here&gt; [bank](https://evil.example) `x`",
        "{{ ''.__class__ }} ${x} %(x)s {0.__globals__}",
        '<script>alert("x")</script>',
        FAMILY,
        SCOTLAND,
        THUMB,
        MEXICO,
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "श्री\u200dमान",
        "שלום, world",
        "a\tb",
    ],
)
def test_what_people_mean_is_left_alone(typed: str) -> None:
    assert clean(typed, longest=100) == typed


@pytest.mark.parametrize(
    "typed", ["a\x00b", "\x1b[31m", "\x0b", "\x7f", "\x85", "\x9f", "\ud800", "\uffff"]
)
def test_what_cannot_be_kept_is_refused(typed: str) -> None:
    assert clean(typed, longest=100) == Unfit()


@pytest.mark.parametrize("length", [0, 1, 99, 100])
def test_a_text_up_to_the_limit_is_kept(length: int) -> None:
    assert clean("x" * length, longest=100) == "x" * length


@pytest.mark.parametrize("length", [101, 5_000, 4_000_000])
def test_a_text_over_the_limit_is_told_by_how_much(length: int) -> None:
    assert clean("x" * length, longest=100) == TooLong(length - 100)


def test_thousands_of_marks_leave_a_readable_letter() -> None:
    assert clean("x" + "\u0316\u0301" * 2_500, longest=100) == "x" + "\u0316" * 4 + "\u0301" * 4


@given(st.text())
def test_what_was_kept_once_is_kept_the_same_again(typed: str) -> None:
    kept = clean(typed, longest=10_000)

    assert (clean(kept, longest=10_000) if isinstance(kept, str) else kept) == kept


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (Unfit(), "This holds a character that cannot be kept. Please type the text again."),
        (TooLong(1), "This is 1 character too long. Please shorten it."),
        (TooLong(12), "This is 12 characters too long. Please shorten it."),
    ],
)
def test_an_author_is_told_what_to_do(trouble: Unfit | TooLong, sentence: str) -> None:
    assert explain(trouble, words_for("en")) == sentence


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("as long as this", 15, "as long as this"),
        ("longer than this", 12, "longer than…"),
        ("ab" + FAMILY + "cd", 5, "ab…"),
        ("ab" + THUMB + "cd", 4, "ab…"),
        ("ab" + SCOTLAND + "cd", 6, "ab…"),
        ("a" + MEXICO + MEXICO + "b", 3, "a…"),
        ("a" + MEXICO + MEXICO + "b", 4, "a" + MEXICO + "…"),
        ("ae\u0316\u0301o", 3, "a…"),
        ("ab\r\ncd", 4, "ab…"),
        (FAMILY + "x", 3, "…"),
    ],
)
def test_a_cut_falls_between_characters(text: str, length: int, short: str) -> None:
    assert shorten(text, length) == short


@given(st.text(), st.integers(min_value=1, max_value=50))
def test_a_short_form_is_never_longer_than_asked(text: str, length: int) -> None:
    assert len(shorten(text, length)) <= length


@given(st.text(alphabet=st.characters(categories=("Mn", "Lu")), max_size=200))
def test_marks_never_pile_up(typed: str) -> None:
    kept = clean(typed, longest=1_000)

    assert isinstance(kept, str)
    runs = "".join("m" if unicodedata.category(c) == "Mn" else " " for c in kept).split()
    assert max(map(len, runs), default=0) <= MOST_MARKS


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("  María Ortega ", "María Ortega"),
        ("Ma\x00ri\ud800a", "Maria"),
        ("pay \u202enoitca", "pay noitca"),
        ("a" * 60_000, "aaaaaaaaaaa…"),
        ("\x00", ""),
    ],
)
def test_a_name_that_cannot_be_asked_for_again_is_made_to_fit(given_name: str, kept: str) -> None:
    assert fit(given_name, longest=12) == kept
