"""By which words a record is found, and how they are shown where they stand."""

import pytest

from tests.workflows.samples import DECISION, NORM_CHECK, NORMS, RETRO
from workflows.record_words import (
    LONGEST_EXCERPT,
    LONGEST_WORD,
    MOST_ASKED,
    MOST_KEPT,
    asked_words,
    excerpt,
    folded,
    record_text,
    texts_of,
)
from workflows.text import Bold, Plain, flat


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Niños, MAÑANA!", ("ninos", "manana")),
        ("nin\u0303os", ("ninos",)),
        ("Straße ﬁn \u210cof ½", ("strasse", "fin", "hof", "1", "2")),
        ("snake_case don't", ("snake", "case", "don", "t")),
        ("会議の予定 اجتماع", ("会議の予定", "اجتماع")),
        ("👩🏽‍🏫 — !!! \n", ()),
        ("w" * 99, ("w" * LONGEST_WORD,)),
    ],
)
def test_words_are_compared_without_case_and_accents(text: str, words: tuple[str, ...]) -> None:
    assert folded(text) == words


def test_a_question_counts_each_word_once_and_not_too_many() -> None:
    question = " ".join(["Bus", "bus", *map(str, range(20))])

    assert asked_words(question) == ("bus", *map(str, range(MOST_ASKED - 1)))


def test_all_that_people_wrote_can_be_found_and_no_id() -> None:
    assert texts_of(NORMS) == ("on time", "one voice", "Let us try it.", "Not too long.")
    assert texts_of(NORM_CHECK) == ()
    assert texts_of(DECISION) == (
        "We try one in March.",
        "It touches everyone.",
        "We try one.",
        "We start later.",
        "Think of buses.",
        "Who pays?",
        "Too soon.",
    )
    assert texts_of(RETRO) == (
        "Nobody left!",
        "Ask early",
        "Mentors need time",
        "Book a room",
        "On Monday at eight",
        "Call the board",
        "",
        "We aimed high.",
        "More talks",
        "Fewer left",
    )


def test_a_record_is_found_by_its_name_and_its_kind_in_every_language() -> None:
    found_by = record_text("Early days", DECISION)

    assert found_by.title == ("early", "days", "decision")
    assert found_by.words[:5] == ("early", "days", "decision", "we", "try")
    assert record_text("", NORMS).title == ("group", "norms", "normas", "del", "grupo")


def test_a_record_with_more_words_than_a_database_takes_is_found_by_the_first_of_them() -> None:
    endless = NORMS.model_copy(update={"commitments": {"records": " ".join(map(str, range(9999)))}})

    assert len(record_text("", endless).words) == MOST_KEPT


def test_a_hit_is_shown_in_bold_with_what_stands_around_it() -> None:
    texts = ("Nothing here.", "Think of the\nschool Búses — on Mondays.")

    assert excerpt(texts, ("bus", "mond")) == (
        Plain("Think of the school "),
        Bold("Búses"),
        Plain(" — on "),
        Bold("Mondays"),
        Plain("."),
    )


def test_a_hit_far_inside_of_a_text_is_shown_with_the_words_before_it() -> None:
    text = f"{'far away ' * 30}the bus comes {'and goes ' * 30}"

    piece = excerpt((text,), ("bus",))

    assert piece[0] == Plain("… far away far away far away far away far away the ")
    assert piece[1] == Bold("bus")
    assert len(flat(piece)) <= LONGEST_EXCERPT + 2


def test_a_hit_after_one_endless_word_begins_the_piece() -> None:
    assert excerpt((f"{'w' * 200}-bus",), ("bus",)) == (Plain("… "), Bold("bus"))


def test_a_record_that_is_found_by_its_name_alone_shows_how_it_begins() -> None:
    assert excerpt(("We try one in March.",), ("early",)) == (Plain("We try one in March."),)
    assert excerpt((), ("early",)) == ()
