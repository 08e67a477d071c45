"""What an author is told about ids."""

import pytest

from tests.workflows.checks.worksheet import explained


@pytest.mark.parametrize(
    ("old", "new", "sentences"),
    [
        (
            '[[phase]]\nid = "merge"',
            '[[phase]]\nid = "write"',
            [
                "28: There is another phase “write”. Give this one an id of its own.",
                "107: There is no phase “merge”.",
            ],
        ),
        (
            '[[step]]\nid = "doubts"',
            '[[step]]\nid = "write"',
            ["94: There is another step “write”. Give this one an id of its own."],
        ),
        (
            'id = "sign"',
            'id = "idea"',
            ["84: There is another field “idea”. Give this one an id of its own."],
        ),
        (
            'id = "what"',
            'id = "topic"',
            ["144: There is another field “topic”. Give this one an id of its own."],
        ),
        (
            'id = "no"\n',
            'id = "yes"\n',
            ["128: There is another choice “yes”. Give this one an id of its own."],
        ),
        (
            '[[step]]\nid = "vote"\nphase = "vote"',
            '[[step]]\nid = "vote"\nphase = "votes"',
            ["118: There is no phase “votes”. Did you mean “vote”?"],
        ),
    ],
)
def test_an_author_is_told_which_ids_are_not_clear(
    old: str, new: str, sentences: list[str]
) -> None:
    assert explained(old, new) == sentences
