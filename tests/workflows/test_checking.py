"""What an author is told about a file that cannot be read as a workflow."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflows.checks.worksheet import WORKSHEET, explained
from workflows.checking import Mistake, check
from workflows.library import content_files, read_workflow

QUOTED = "After = comes a text in straight quotes, a number, true, false, or a list."
TOO_MUCH = "A number here is too large, or lists stand too deep in lists."


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('stage = "act"', "stage = act", f"4: {QUOTED}"),
        ('stage = "act"', "stage = “act”", f"4: {QUOTED}"),
        (
            'title = "Frame it"',
            'title = "Frame it',
            "10: A text that is opened with a quote is not closed on its line.",
        ),
        ('title = "Sample"', 'title "Sample"', "2: After a key comes = and then its value."),
        ("chapter = 8", "chapter = 8\nchapter = 9", "6: This is said twice. Keep one of the two."),
        (
            '[[phase]]\nid = "write"',
            '[[phase]\nid = "write"',
            "13: A heading such as [[step]] is closed with as many ] as it has [.",
        ),
        (
            'label = "Not at all" }]',
            'label = "Not at all" }',
            "93: A list that is opened with [ is not closed.",
        ),
        ("highest = 2", "highest = 2 2", "103: This line cannot be read. Look for a slip in it."),
        (
            'label = "Hours"',
            'label = """',
            "150: A text that is opened with a quote is not closed.",
        ),
        ("chapter = 8", f"chapter = {'9' * 5000}", f"1: {TOO_MUCH}"),
        ("chapter = 8", f"chapter = {'[' * 9000}{']' * 9000}", f"1: {TOO_MUCH}"),
        (
            'stage = "act"',
            f"# {'ñ' * 33_000}",
            "1: The file is too large: at most 64 KiB can be read.",
        ),
    ],
)
def test_an_author_is_told_which_line_cannot_be_read(old: str, new: str, sentence: str) -> None:
    assert explained(old, new) == [sentence]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("chapter = 8", "", "1: “chapter” is missing here."),
        ("chapter = 8", "chaptr = 8", "5: There is no key “chaptr” here. Did you mean “chapter”?"),
        (
            "chapter = 8",
            'chapter = 8\nedition = "x"',
            "6: There is no key “edition” here.",
        ),
        (
            "times = 1 }",
            "zzz = 1 }",
            "39: There is no key “zzz” here. It can be: times, to, when.",
        ),
        (
            'label = "Your ideas"',
            'lable = "Your ideas"',
            "79: There is no key “lable” here. Did you mean “label”?",
        ),
        (
            'kind = "long-text"',
            'kind = "longtext"',
            "80: “kind” cannot be “longtext”. Did you mean “long-text”?",
        ),
        (
            'source = "parties"',
            'source = "zzz"',
            "102: “source” cannot be “zzz”. It can be: parties, continuum, evidence, topics.",
        ),
        (
            'id = "idea"',
            'id = "Idea 1"',
            "78: An id is made of small letters, digits and single hyphens: “first-ideas”.",
        ),
        ('id = "idea"', f'id = "{"x" * 33}"', "78: “id” may have at most 32 characters."),
        (
            'label = "Your ideas"',
            'label = " "',
            "79: “label” is empty. Write something, or leave it out where it may be missing.",
        ),
        ('label = "Your ideas"', "label = 3", "79: “label” takes a text in straight quotes."),
        ('title = "Sample"', "title = 2026-01-01", "2: “title” takes a text in straight quotes."),
        ("fewest = 1", 'fewest = "many"', "81: “fewest” takes a whole number."),
        ("fewest = 1", "fewest = -1", "81: “fewest” must be at least 0."),
        ("fewest = 1", "longest = 9000", "81: “longest” must be at most 3000."),
        ("quorum = 0.5", 'quorum = "half"', "24: “quorum” takes a number."),
        (
            'kind = "yes-no"',
            'kind = "yes-no"\nrequired = "perhaps"',
            "72: “required” takes true or false.",
        ),
        ('reveal = ["stance"]', 'reveal = "stance"', "46: “reveal” takes a list in [ ]."),
        (
            "minutes = 60",
            'minutes = "an hour"',
            "37: “minutes” takes a whole number, or a table with “field” and “minutes”.",
        ),
        (", minutes = { now = 10, later = 1440 } }", " }", "22: “minutes” is missing here."),
        ("now = 10,", 'now = "ten",', "22: “now” takes a whole number."),
        (
            "equals = true",
            "equals = 1.5",
            "38: “equals” takes a text in straight quotes, a whole number, or true or false.",
        ),
        (
            "equals = true",
            "equals = { a = 1 }",
            "38: “equals” takes a text in straight quotes, a whole number, or true or false.",
        ),
        (
            'when = { field = "is-hard", equals = true }',
            'when = "is-hard"',
            "38: “when” takes a table of its own.",
        ),
        (
            "equals = true }",
            "equal = true }",
            "38: There is no key “equal” here. Did you mean “equals”?",
        ),
        ('{ id = "now", label = "Now" }', '"now"', "64: “choice” takes a table of its own."),
    ],
)
def test_an_author_is_told_which_key_or_value_does_not_fit(
    old: str, new: str, sentence: str
) -> None:
    assert explained(old, new) == [sentence]


def test_an_author_is_told_the_line_in_a_table_of_its_own() -> None:
    table = '[phase.returns]\nto = "merge"\ntimes = 0\nwhen = { field = "stance", equals = "no" }'
    inline = 'returns = { to = "merge", when = { field = "stance", equals = "no" }, times = 1 }'

    assert explained(inline, table) == ["41: “times” must be at least 1."]


def test_an_author_is_told_of_every_mistake_in_the_order_of_the_lines() -> None:
    file = WORKSHEET.replace("chapter = 8", "chapter = 99").replace('stage = "act"', 'stage = "?"')

    assert check(file, "mine.toml") == (
        Mistake("mine.toml", 4, "“stage” is one of: prepare, act, reflect."),
        Mistake("mine.toml", 5, "“chapter” is a number from 1 to 11."),
    )


def test_an_author_without_a_mistake_hears_nothing() -> None:
    assert explained() == []


@pytest.mark.parametrize(("name", "source"), list(content_files()))
def test_the_content_of_concord_has_no_mistake(name: str, source: str) -> None:
    assert check(source, Path(name).name) == ()


VALUES = ["1", "-7", "2.5", "true", '""', '"x"', "[]", "[[1]]", "{}", "{ a = 1 }", "2026-01-01"]
PLACES = [n for n, line in enumerate(WORKSHEET.splitlines()) if " = " in line and line[0].isalpha()]


@given(st.sampled_from(PLACES), st.sampled_from(VALUES))
def test_a_file_that_is_called_well_can_be_read(place: int, value: str) -> None:
    lines = WORKSHEET.splitlines()
    lines[place] = f"{lines[place].partition(' = ')[0]} = {value}"
    file = "\n".join(lines)

    if check(file, "x") == ():
        assert read_workflow(file).step
