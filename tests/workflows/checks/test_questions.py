"""What an author is told about questions."""

import pytest

from tests.workflows.checks.worksheet import explained


@pytest.mark.parametrize(
    ("old", "new", "sentences"),
    [
        (
            '[[step.ask]]\nid = "tasks"',
            '[[step.ask]]\nid = "a"\nlabel = "A"\n[[step.ask]]\nid = "tasks"',
            ["138: A table of rows stands alone in its step. Move the other questions."],
        ),
        (
            'source = "parties"\n',
            "",
            ["98: “parties” needs either its choices or a “source”, and not both."],
        ),
        (
            'source = "parties"\n',
            'source = "parties"\nchoice = [{ id = "a", label = "A" }]\n',
            ["98: “parties” needs either its choices or a “source”, and not both."],
        ),
        (
            'kind = "yes-no"',
            'kind = "text"\nchoice = [{ id = "a", label = "A" }]',
            [
                "38: “is-hard” is of the kind “text”, which has no conditions.",
                "72: “choice” does not go with the kind “text”.",
            ],
        ),
        (
            'id = "what"\nlabel = "What"\n',
            'id = "what"\nlabel = "What"\nlowest = 1\n',
            ["146: “lowest” does not go with the kind “text”."],
        ),
        (
            "fewest = 1",
            "fewest = 1\nlowest = 1",
            ["82: “lowest” does not go with the kind “long-text”."],
        ),
        (
            'kind = "person"',
            'kind = "person"\nlongest = 3',
            ["60: “longest” does not go with the kind “person”."],
        ),
        (
            'source = "parties"\nhighest = 2',
            'source = "parties"\nlowest = 3\nhighest = 2',
            ["103: At least 3 and at most 2 cannot both be picked."],
        ),
        (
            'source = "parties"\nhighest = 2',
            'source = "parties"\nhighest = 0',
            ["103: Nobody could pick anything here."],
        ),
        (
            'source = "parties"\nhighest = 2',
            'lowest = 3\nchoice = [{ id = "a", label = "A" }]',
            ["102: There are not 3 choices to pick from."],
        ),
        (
            'kind = "scale"\n',
            'kind = "scale"\nlowest = 5\n',
            [
                "91: “lowest” (5) must be below “highest” (5).",
                "92: A choice names a point of the scale: n1 names 1, n2 names 2, and so on.",
            ],
        ),
        (
            'kind = "scale"\n',
            'kind = "scale"\nhighest = 40\n',
            ["91: A scale has at most 25 points. Use the kind “number” instead."],
        ),
        (
            'id = "n1"',
            'id = "n9"',
            ["91: A choice names a point of the scale: n1 names 1, n2 names 2, and so on."],
        ),
        (
            'kind = "number"\nlowest = 0',
            'kind = "number"\nlowest = 3\nhighest = 3',
            ["150: “lowest” (3) must be below “highest” (3)."],
        ),
        (
            'label = "Who"\nkind = "person"',
            'label = "Who"\nkind = "people"',
            ["139: A column holds one answer, so it cannot be of the kind “people”."],
        ),
        ('kind = "rows"', "", ["135: “columns” does not go with the kind “text”."]),
    ],
)
def test_an_author_is_told_what_a_question_lacks_or_cannot_use(
    old: str, new: str, sentences: list[str]
) -> None:
    assert explained(old, new) == sentences


@pytest.mark.parametrize(("kind", "most"), [("choice", 25), ("choices", 10)])
def test_an_author_is_told_when_there_are_too_many_choices(kind: str, most: int) -> None:
    listed = "".join(f'{{ id = "c{n}", label = "C" }},\n' for n in range(most + 1))
    field = f'kind = "{kind}"\nchoice = [\n{listed}]\nsigned-if = "sign"'

    assert explained('kind = "long-text"\nfewest = 1\nsigned-if = "sign"', field) == [
        f"81: At most {most} choices fit. Leave some out, or ask in two questions."
    ]


def test_an_author_is_told_when_a_step_asks_too_much() -> None:
    more = "".join(f'[[step.ask]]\nid = "{name}"\nlabel = "X"\n' for name in "abcde")

    assert explained('[[step.ask]]\nid = "parties"', f'{more}[[step.ask]]\nid = "parties"') == [
        "113: A step asks at most 5 questions. Make two steps of this one."
    ]


def test_an_author_is_told_when_a_table_has_no_columns_or_too_many() -> None:
    more = "".join(f'[[step.ask.columns]]\nid = "{name}"\nlabel = "X"\n' for name in "abc")

    assert explained('kind = "long-text"\n\n', 'kind = "rows"\n\n') == [
        "111: “result” needs “columns”: the questions of one row."
    ]
    assert explained("lowest = 0\n", f"lowest = 0\n{more}") == ["157: A row has at most 5 columns."]
