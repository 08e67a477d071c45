"""Which entries somebody is told may say the same."""

from itertools import combinations, pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workflows.likenesses import DIFFERENT, LATER_DIFFERENT, LATER_SAME, SAME, Pair
from workflows.likeness import group_alike

WORDS = st.sampled_from(["data", "plan", "time", "not", "who", "reunión", "tarde", "the"])
ENTRIES = st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=8)


@pytest.mark.parametrize("pair", [*DIFFERENT, *LATER_DIFFERENT])
def test_entries_that_only_share_words_are_not_suggested(pair: Pair) -> None:
    assert group_alike(pair) == ()


def test_most_entries_that_belong_together_are_suggested() -> None:
    found = [bool(group_alike(pair)) for pair in (*SAME, *LATER_SAME)]

    assert (found.count(True), len(found)) == (16, 23)


def test_groups_stand_in_the_order_of_their_first_entries() -> None:
    entries = (
        "The agenda came late",
        "Parents felt welcome",
        "Nobody took minutes",
        "Parents felt really welcome",
        "Agenda: came late again",
        "The parents felt welcome",
    )

    assert group_alike(entries) == ((0, 4), (1, 3, 5))


def test_case_accents_and_signs_make_no_difference() -> None:
    assert group_alike(["¿Más REUNIONES breves?", "reunion breve..."]) == ((0, 1),)


def test_an_entry_joins_only_those_it_is_like_each_of() -> None:
    longer, longest = "red green blue white", "red green blue white black"

    assert group_alike([longer, longest, f"{longer} brown"]) == ((0, 1),)


@pytest.mark.parametrize("word", ["Sí", "We did it", "data", "東京"])
def test_short_entries_are_alike_where_nothing_differs(word: str) -> None:
    assert group_alike([word, f" {word.upper()}!"]) == ((0, 1),)


def test_short_entries_with_one_word_in_common_are_not_alike() -> None:
    assert group_alike(["Meetings", "Too many meetings", "My meeting", "Data"]) == ()


def test_entries_without_words_are_not_alike() -> None:
    assert group_alike(["👍", "👍", "", ""]) == ()


def test_who_did_what_to_whom_is_not_told_apart() -> None:
    assert group_alike(["The board heard the teachers", "The teachers heard the board"]) == (
        (0, 1),
    )


def test_a_long_entry_may_have_one_word_in_ten_of_its_own() -> None:
    words = [f"word{at}" for at in range(11)]

    assert group_alike([" ".join(words[:10]), " ".join(words[1:])]) == ((0, 1),)
    assert group_alike([" ".join(words[:9]), " ".join(words[1:10])]) == ()


@settings(max_examples=50, deadline=None)
@given(ENTRIES)
def test_an_entry_is_in_one_group_at_most(entries: list[str]) -> None:
    groups = group_alike(entries)

    places = [place for group in groups for place in group]
    assert len(places) == len(set(places))
    assert all(len(group) > 1 and list(group) == sorted(group) for group in groups)
    assert all(one[0] < other[0] for one, other in pairwise(groups))


@settings(max_examples=50, deadline=None)
@given(ENTRIES)
def test_any_two_entries_of_a_group_are_alike_by_themselves(entries: list[str]) -> None:
    pairs = [pair for group in group_alike(entries) for pair in combinations(group, 2)]

    assert [group_alike([entries[a], entries[b]]) for a, b in pairs] == [((0, 1),)] * len(pairs)


def test_five_hundred_long_entries_are_sorted_out() -> None:
    chance = Random(2026)  # noqa: S311 - no secret
    words = [f"{at}word" for at in range(5000)]
    entries = [" ".join(chance.choices(words, k=200)) for _ in range(499)]

    assert group_alike([*entries, f"Again: {entries[7]}"]) == ((7, 499),)
