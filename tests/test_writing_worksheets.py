"""What an author needs to know stands in docs/writing-worksheets.md."""

import re
import tomllib
from pathlib import Path

import pytest

from workflows.checking import check
from workflows.checks.shapes import TABLES, keys_of
from workflows.definitions import Audience, Closing, FieldKind, Source, Workflow
from workflows.depictions import PICTURES
from workflows.hooks import HOOKS

GUIDE = Path(__file__).parents[1].joinpath("docs", "writing-worksheets.md").read_text("utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)


@pytest.mark.parametrize("name", [*FieldKind, *Source, *Audience, *Closing, *HOOKS, *PICTURES])
def test_an_author_finds_every_value(name: str) -> None:
    assert re.search(f'[`"]{name}[`"]', GUIDE)


@pytest.mark.parametrize("table", [Workflow, *TABLES.values()])
def test_an_author_finds_every_key(table: type) -> None:
    missing = [key for key in keys_of(table) if not re.search(rf"(`|\b){key}(`| = )", GUIDE)]

    assert missing == []


def test_an_author_can_copy_the_whole_worksheet() -> None:
    assert check(EXAMPLES[0], "look-back.toml") == ()


@pytest.mark.parametrize("example", EXAMPLES[1:])
def test_an_author_can_copy_each_example(example: str) -> None:
    alternatives = example.splitlines() if example.startswith("when = ") else [example]

    assert all(tomllib.loads(alternative) for alternative in alternatives)
