"""Typed text in a picture shows only what the typeface can write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflows.pictures.legible import legible, without_hidden
from workflows.pictures.typeface import can_write


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("¿Qué hará la Señora Núñez?", "¿Qué hará la Señora Núñez?"),
        ("Nguye\u0302\u0303n, Łukasz, Kāne", "Nguyễn, Łukasz, Kāne"),
        ("Team 🎉 one", "Team one"),
        ("🦊🦊", "…"),
        ("", ""),
        (" \n\t ", ""),
        ("\U0001d4d7\U0001d4ee\U0001d4f5\U0001d4f5\U0001d4f8 ①", "Hello 1"),
        ("東京 ٣", "?? ?"),
        ("well\N{NON-BREAKING HYPHEN}known", "well-known"),
        ("a" + "\u0301" * 5000, "á"),
        ("evil\u202egnp.exe\x00\ud800", "evilgnp.exe"),
        ("two\nlines\u2028more", "two lines more"),
    ],
)
def test_a_viewer_sees_plain_characters(typed: str, shown: str) -> None:
    assert legible(typed) == shown


def test_a_listener_hears_other_scripts_and_pictographs_as_they_are() -> None:
    assert without_hidden("東京 👩\u200d🏫\u2066 x\x07") == "東京 👩\u200d🏫 x"


@given(st.text())
def test_legible_text_can_be_written_and_stays_as_it_is(text: str) -> None:
    shown = legible(text)

    assert [character for character in shown if not can_write(character)] == []
    assert legible(shown) == shown
