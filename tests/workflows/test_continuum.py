"""The continuum of shared decisions between two parties, or among more."""

import pytest

from tests.factories import ADMINISTRATION, ASSOCIATION, FAMILIES, room
from workflows import continuum
from workflows.people import Party
from workflows.views import Option

TWO = (ADMINISTRATION, ASSOCIATION)
THREE = (*TWO, FAMILIES)
WORDS = room().words


def test_two_parties_have_seven_steps_between_them() -> None:
    assert [option.label for option in continuum.options(TWO, WORDS)] == [
        "Administration decides alone",
        "Administration decides and explains",
        "Administration decides after hearing Association",
        "Together",
        "Association decides after hearing Administration",
        "Association decides and explains",
        "Association decides alone",
    ]


@pytest.mark.parametrize("parties", [THREE, (ADMINISTRATION,), ()])
def test_more_or_fewer_parties_have_four_depths(parties: tuple[Party, ...]) -> None:
    assert continuum.options(parties, WORDS) == (
        Option("alone", "Whoever is accountable decides alone"),
        Option("explained", "Whoever is accountable decides and explains"),
        Option("heard", "Whoever is accountable decides after hearing the others"),
        Option("shared", "Together"),
    )


@pytest.mark.parametrize(
    ("counts", "apart"),
    [
        ({}, 0),
        ({"shared": 3}, 0),
        ({"heard-a": 1, "heard-b": 1}, 2),
        ({"alone-a": 1, "alone-b": 2}, 6),
        ({"alone-a": 0, "shared": 2}, 0),
        ({"alone": 1, "shared": 1}, 3),
        ({"shared": 1, "alone-b": 1}, 3),
    ],
)
def test_the_spread_is_how_many_steps_lie_between_the_outermost_marks(
    counts: dict[str, int], apart: int
) -> None:
    assert continuum.spread(counts) == apart


@pytest.mark.parametrize("level", continuum.SEVEN)
def test_a_step_is_as_shared_on_either_side(level: str) -> None:
    assert continuum.depth(level) in continuum.DEPTHS


def test_a_long_name_of_a_party_is_shortened_so_that_the_label_fits() -> None:
    wordy = (Party(ADMINISTRATION.id, "W" * 60), Party(ASSOCIATION.id, "M" * 60))

    labels = [option.label for option in continuum.options(wordy, WORDS)]

    assert max(map(len, labels)) <= 75
