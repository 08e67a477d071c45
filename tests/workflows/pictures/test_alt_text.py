"""Alt texts are sentences, and short enough for every platform."""

from workflows.pictures.alt_text import LONGEST, spoken


def test_sentences_end_once() -> None:
    assert spoken(["Who decides?", "Together.", "", "3 steps apart"]) == (
        "Who decides? Together. 3 steps apart."
    )


def test_a_long_text_ends_between_two_words() -> None:
    text = spoken(["seven77 " * 200])

    assert text == "seven77 " * 123 + "seven77…"
    assert len(text) <= LONGEST


def test_nothing_steers_the_platform_that_shows_it() -> None:
    assert spoken(["a\u202eb\x00\nc"]) == "ab c."
