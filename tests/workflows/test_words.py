"""What Concord says in a reader's language."""

from datetime import UTC, date, datetime

import pytest

from workflows.catalogue import words_for
from workflows.text import Bold, Plain
from workflows.words import Catalogue, Words, mark

ENGLISH = words_for("en")
SPANISH = words_for("es")
MADE_UP = Words(
    Catalogue(
        "es",
        {("", "Hello {name}"): "Hola {name}", ("norms.title", "Norms"): "Normas"},
        {"{count} day": ("{count} día", "{count} días")},
    )
)
NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def test_a_text_is_said_in_the_language_of_its_reader() -> None:
    assert ENGLISH.say("Hello {name}", name="Ana") == "Hello Ana"
    assert MADE_UP.say("Hello {name}", name="Ana") == "Hola Ana"


def test_a_text_that_is_not_translated_is_said_in_english() -> None:
    assert MADE_UP.say("Good night") == "Good night"


def test_a_text_can_carry_formatting() -> None:
    assert ENGLISH.rich("**{name}** says", name="Ana") == (Bold("Ana"), Plain(" says"))


@pytest.mark.parametrize(
    ("count", "english", "spanish"), [(1, "1 day", "1 día"), (0, "0 days", "0 días")]
)
def test_a_number_picks_its_form(count: int, english: str, spanish: str) -> None:
    said = [words.plural("{count} day", "{count} days", count) for words in (ENGLISH, MADE_UP)]

    assert said == [english, spanish]


def test_the_same_words_of_content_are_told_apart_by_their_place() -> None:
    assert MADE_UP.content("norms.title", "Norms") == "Normas"
    assert MADE_UP.content("other.title", "Norms") == "Norms"
    assert MADE_UP.content("norms.title", "") == ""


def test_names_are_listed_as_people_say_them() -> None:
    names = ["Ana", "Bo", "Cy"]

    assert ENGLISH.listed(names) == "Ana, Bo, and Cy"
    assert SPANISH.listed(names) == "Ana, Bo y Cy"


def test_a_day_reads_as_in_the_readers_language() -> None:
    assert ENGLISH.day(date(2026, 11, 3)) == "Tue, Nov 3, 2026"
    assert SPANISH.day(date(2026, 11, 3)) == "mar, 3 nov 2026"


def test_a_moment_reads_in_the_readers_zone() -> None:
    assert ENGLISH.in_zone("America/New_York").moment(NOON) == "Tue, Nov 3, 7:00 AM"
    assert SPANISH.in_zone("Europe/Madrid").moment(NOON) == "mar, 3 nov, 13:00"


def test_a_moment_falls_on_a_day_in_the_readers_zone() -> None:
    late = datetime(2026, 11, 3, 23, 30, tzinfo=UTC)

    assert ENGLISH.day_of(late) == date(2026, 11, 3)
    assert ENGLISH.in_zone("Asia/Tokyo").day_of(late) == date(2026, 11, 4)


def test_a_zone_is_named_by_a_place_in_it_and_the_time_there() -> None:
    assert ENGLISH.place("America/New_York", NOON) == "New York, 7:00 AM"
    assert SPANISH.place("Europe/Madrid", NOON) == "Madrid, 13:00"


def test_the_same_zone_needs_no_new_words() -> None:
    assert ENGLISH.in_zone("UTC") is ENGLISH


def test_a_text_that_is_said_later_is_only_marked() -> None:
    assert mark("Later") == "Later"
