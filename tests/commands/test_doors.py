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

_LISTS = {"of_member", "of_owner", "of_team", "open_in"}
"""Methods of repositories that list what there is, open to the asker or not."""

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

DOORS = {"access.py", "access_actions.py", "access_open.py"}

WITHOUT_AN_ASKER = {
    "action_calls.py",
    "calls.py",
    "calls_wording.py",
    "closed_calls.py",
    "duties.py",
    "mishaps.py",
    "outgoing.py",
    "practice.py",
    "pre_reads.py",
    "record_calls.py",
}
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


LISTING = {
    ("actions.py", "list_actions"),  # action items are open to the whole team
    ("drawing_lots.py", "_turns"),  # who led before, which the whole team knows
    ("linking.py", "_show_all"),  # what all may see goes to a new home, see test_circles.py
    ("looking_back.py", "_kept"),  # of kinds that are never closed
    ("me.py", "_kept_on_team"),  # the asker's own
    ("me.py", "_about_seat"),
    ("membership.py", "change_party"),  # who may see a conversation no more is taken out of it
    ("merging.py", "_unite"),  # what was done from one seat becomes the other one's
    ("merging.py", "_show_name"),  # brings cards up to date
    ("own_things.py", "erase_own"),
    ("own_things.py", "erase_record"),
    ("scribes.py", "scribe_before"),  # who took the notes, which the whole team knows
}
"""Functions outside of the doors that list what a team or a member has, each for a reason."""


def test_only_the_doors_list_what_an_asker_may_see() -> None:
    listing = {
        (file.name, function)
        for file in sorted((ROOT / "commands").glob("*.py"))
        if file.name not in DOORS | WITHOUT_AN_ASKER
        for function in _calling(ast.parse(file.read_text()), _LISTS)
    }

    assert listing == LISTING


def test_the_doors_are_found_by_this_test() -> None:
    modules = [ast.parse((ROOT / "commands" / door).read_text()) for door in DOORS]
    inside = {function for module in modules for function in _fetching(module)}

    assert {
        "surroundings",
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
    yield from _calling(module, BY_ID)


def _calling(module: ast.Module, methods: set[str]) -> Iterator[str]:
    for function in ast.walk(module):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            calls = (node for node in ast.walk(function) if isinstance(node, ast.Call))
            yield from (function.name for call in calls if _is_call_of(call, methods))


def _is_call_of(call: ast.Call, methods: set[str]) -> bool:
    match call.func:
        case ast.Attribute(
            value=ast.Attribute(value=ast.Name(id="work") | ast.Attribute(attr="work"), attr=kept),
            attr=method,
        ):
            return kept in REPOSITORIES and method in methods
        case _:
            return False
