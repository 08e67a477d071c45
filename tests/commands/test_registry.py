"""What a typed line asks for, and what of it reaches the command."""

import pytest

from commands.offered import REGISTRY
from commands.registry import LONGEST_TEXT
from tests.commands.abroad import IN_SLACK, opens_abroad
from tests.table import Table


@pytest.mark.parametrize(
    ("line", "name", "options"),
    [
        ("team join ABCD-EFGH", "team join", {"text": "ABCD-EFGH"}),
        ("Team   JOIN   abcd  efgh ", "team join", {"text": "abcd  efgh"}),
        ("team join", "team join", {}),
        ("me link ABCD", "me link", {"text": "ABCD"}),
        ("me ABCD", "me", {}),
        ("team show ABCD", "team show", {}),
        ("home", "home", {}),
    ],
)
def test_a_line_is_a_command_and_what_it_takes(
    line: str, name: str, options: dict[str, str]
) -> None:
    found = REGISTRY.read(line)

    assert found
    assert (found.name, found.options(line)) == (name, options)


@pytest.mark.parametrize("line", ["", "join team", "conversation send"])
def test_a_line_that_is_no_offered_command_is_none(line: str) -> None:
    assert REGISTRY.read(line) is None


def test_only_few_commands_take_what_follows() -> None:
    assert [c.name for c in REGISTRY if c.takes_text] == [
        "team join",
        "record search",
        "me link",
    ]


async def test_what_follows_other_commands_is_let_go(table: Table) -> None:
    await table.asks("maria", "team show")
    plain = table.views["maria"]

    await table.asks("maria", "team show ABCD-EFGH")

    assert table.views["maria"] == plain


async def test_a_page_behind_a_command_is_cut_short(table: Table) -> None:
    await opens_abroad(table)

    await table.asks("kim", "team join " + "x" * 50_000, at=IN_SLACK)

    assert len(table.values("kim")["code"]) == LONGEST_TEXT


async def test_what_cannot_be_kept_is_no_code_either(table: Table) -> None:
    await opens_abroad(table)

    await table.asks("kim", "team join \x00\ud800 CDFG", at=IN_SLACK)

    assert list(table.problems("kim")) == ["code"]
