"""Only the doors fetch by a bare id: everything else is handed what its asker may see."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
BY_ID = {
    "with_partnership",
    "account_by_id",
    "at_home",
    "get",
    "member_team",
    "of_conversation",
    "of_partnership",
    "of_source",
    "person_of",
    "team_of",
}
"""Methods of repositories that find something by a name which anybody could have sent."""

REPOSITORIES = {
    "actions",
    "conversations",
    "editions",
    "link_codes",
    "partnerships",
    "people",
    "records",
    "teams",
}

DOORS = {"access.py", "access_actions.py"}

WITHOUT_AN_ASKER = {"calls.py", "duties.py", "mishaps.py", "outgoing.py", "practice.py"}
"""What these do is asked by a clock, by the outbox, or by nobody."""

NAMED = {
    ("record_lines.py", "_team"),  # the name of the team of a record that its reader may see
    ("keeping.py", "keep_record"),  # the record that an ended conversation goes back to
}
"""Functions outside of the doors that may fetch by an id, each for a reason."""


def test_only_the_doors_fetch_by_a_bare_id() -> None:
    fetching = {
        (file.name, function)
        for file in sorted((ROOT / "commands").glob("*.py"))
        if file.name not in DOORS | WITHOUT_AN_ASKER
        for function in _fetching(ast.parse(file.read_text()))
    }

    assert fetching == NAMED


def test_the_doors_are_found_by_this_test() -> None:
    modules = [ast.parse((ROOT / "commands" / door).read_text()) for door in DOORS]
    inside = {function for module in modules for function in _fetching(module)}

    assert {
        "access_team",
        "access_record",
        "access_action",
        "access_actions_of",
        "action_named",
        "team_at_home",
        "team_of_code",
        "person_of_code",
    } <= inside


def _fetching(module: ast.Module) -> Iterator[str]:
    """Yield the functions that call a repository for something by its id."""
    for function in ast.walk(module):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            calls = (node for node in ast.walk(function) if isinstance(node, ast.Call))
            yield from (function.name for call in calls if _is_fetch(call))


def _is_fetch(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(
            value=ast.Attribute(value=ast.Name(id="work") | ast.Attribute(attr="work"), attr=kept),
            attr=method,
        ):
            return kept in REPOSITORIES and method in BY_ID
        case _:
            return False
