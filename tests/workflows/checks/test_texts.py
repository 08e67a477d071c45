"""What an author is told about texts."""

import pytest

from tests.workflows.checks.worksheet import explained


@pytest.mark.parametrize(
    ("old", "new", "sentences"),
    [
        (
            'title = "Sample"',
            'title = "A sample of a title that is long"',
            ["2: This is 8 too long: the title of a form has at most 24 characters."],
        ),
        (
            'label = "Your ideas"',
            'label = "Your **ideas**"',
            ["79: Braces, ** and ` have a meaning in “say” only. Leave them out."],
        ),
        (
            'label = "Your ideas"',
            'label = "Your {topic}"',
            ["79: Braces, ** and ` have a meaning in “say” only. Leave them out."],
        ),
        (
            "About **{topic}**.",
            "About **{Topic}**.",
            ["16: Braces hold a name in small letters, such as {title}."],
        ),
        (
            "About **{topic}**.",
            "About {topic",
            ["16: Braces hold a name in small letters, such as {title}."],
        ),
        (
            "About **{topic}**.",
            "About **{topic}.",
            ["16: A mark ** or ` is opened here and not closed."],
        ),
        (
            "About **{topic}**.",
            "About {0.__globals__} `x`",
            ["16: Braces hold a name in small letters, such as {title}."],
        ),
        (
            "About **{topic}**.\n",
            "About **{topic}**.",
            ["16: Leave an empty line before a list and after it."],
        ),
        (
            "About **{topic}**.",
            "About {idea}.",
            ["16: “idea” is each member's own answer; the group has no single one."],
        ),
        (
            "About **{topic}**.",
            "About {stance}.",
            ["16: “stance” is each member's own answer; the group has no single one."],
        ),
        (
            "About **{topic}**.",
            "About {result}.",
            ["16: “result” is only known later. Move it, or ask for it before."],
        ),
        (
            'title = "Doubts"',
            'title = "Doubts"\nsay = "{parties}"',
            ["97: “parties” is each member's own answer; the group has no single one."],
        ),
    ],
)
def test_an_author_is_told_how_a_text_would_look_wrong(
    old: str, new: str, sentences: list[str]
) -> None:
    assert explained(old, new) == sentences


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("About **{topic}**.", "About {a-fact}."),
    ],
)
def test_an_author_hears_nothing_where_nothing_is_wrong(old: str, new: str) -> None:
    assert explained(old, new) == []
