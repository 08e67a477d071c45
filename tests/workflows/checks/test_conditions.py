"""What an author is told about conditions."""

import pytest

from tests.workflows.checks.worksheet import WORKSHEET, explained
from workflows.checking import check


@pytest.mark.parametrize(
    ("old", "new", "sentences"),
    [
        (
            'when = { field = "is-hard", equals = true }',
            'when = { field = "is-hard" }',
            ["38: A condition has exactly one of: equals, in, at-least, at-most."],
        ),
        (
            'when = { field = "is-hard", equals = true }',
            'when = { field = "is-hard", equals = true, in = ["a"] }',
            ["38: A condition has exactly one of: equals, in, at-least, at-most."],
        ),
        (
            'when = { field = "is-hard", equals = true }',
            'when = { field = "is-hard", equals = "yes" }',
            ["38: “is-hard” is a yes or no: use equals = true or false."],
        ),
        (
            'when = { field = "is-hard", equals = true }',
            'when = { field = "pace", equals = "slow" }',
            ["38: “pace” has no choice “slow”."],
        ),
        (
            'when = { field = "is-hard", equals = true }',
            'when = { field = "pace", in = ["now", "slow"] }',
            ["38: “pace” has no choice “slow”."],
        ),
        (
            'when = { field = "is-hard", equals = true }',
            'when = { field = "pace", at-least = 2 }',
            ["38: “at-least” and “at-most” need a number, and “pace” is none."],
        ),
        (
            'when = { field = "is-hard", equals = true }',
            'when = { field = "topic", equals = "x" }',
            ["38: “topic” is of the kind “text”, which has no conditions."],
        ),
        (
            'when = { field = "sure", at-most = 2 }',
            'when = { field = "sure", equals = "2" }',
            ["97: “sure” is a number: use equals, at-least or at-most."],
        ),
        (
            'when = { field = "is-hard", equals = true }',
            'when = { field = "level", equals = "middle" }',
            ["38: There is no field “level”."],
        ),
    ],
)
def test_an_author_is_told_why_a_condition_can_never_hold(
    old: str, new: str, sentences: list[str]
) -> None:
    assert explained(old, new) == sentences


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('when = { field = "sure", at-most = 2 }', 'when = { field = "sure", equals = 2 }'),
    ],
)
def test_an_author_hears_nothing_where_nothing_is_wrong(old: str, new: str) -> None:
    assert explained(old, new) == []


def test_an_author_may_test_for_any_party() -> None:
    asked = WORKSHEET.replace('kind = "yes-no"', 'kind = "choice"\nsource = "parties"', 1)

    assert check(asked.replace("equals = true", 'equals = "some-party"', 1), "x") == ()
