"""The documents name what people ask for and what the code speaks of; no link leads astray."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.offered import REGISTRY
from commands.registry import Command

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
DECISIONS = sorted(ROOT.glob("docs/decisions/*.md"))
COMMANDS = ROOT.joinpath("docs", "commands.md").read_text("utf-8")
ARCHITECTURE = ROOT.joinpath("docs", "architecture.md").read_text("utf-8")
EXPLAINED = set(re.findall(r"`(\w+)`", ROOT.joinpath("docs", "glossary.md").read_text("utf-8")))
MODULES = sorted([*ROOT.glob("workflows/*.py"), *ROOT.glob("commands/*.py")])

LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)")


@pytest.mark.parametrize("command", list(REGISTRY), ids=lambda command: command.name)
def test_a_person_finds_every_command(command: Command) -> None:
    typed = f"| `/concord {command.name}` | {command.summary} |"
    pressed = f"| `{command.name}` | "

    assert f"\n{typed if command.is_offered else pressed}" in COMMANDS


def test_a_reader_finds_every_noun_of_the_code_in_the_glossary() -> None:
    nouns = {name for module in MODULES for name in _classes(module) if not name.endswith("Error")}

    assert sorted(nouns - EXPLAINED) == []


def test_the_glossary_explains_nothing_that_the_code_has_not() -> None:
    known = {name for module in MODULES for name in (*_classes(module), *_kinds_of_id(module))}

    assert sorted(EXPLAINED - known) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.name)
def test_a_link_leads_somewhere(document: Path) -> None:
    links = LINK.findall(document.read_text("utf-8"))

    assert [link for link in links if not _leads_somewhere(document, *link)] == []


@pytest.mark.parametrize("page", DECISIONS, ids=lambda file: file.name)
def test_a_decision_says_why_what_and_at_which_price(page: Path) -> None:
    headings = re.findall(r"^#+ (.+)", page.read_text("utf-8"), re.MULTILINE)

    assert headings[0].startswith(f"{page.name[:4]} ")
    assert headings[1:] == ["Context", "Choice", "Price"]
    assert f"(decisions/{page.name})" in ARCHITECTURE


def _classes(module: Path) -> Iterator[str]:
    for node in ast.parse(module.read_text("utf-8")).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name


def _kinds_of_id(module: Path) -> Iterator[str]:
    yield from re.findall(r"^(\w+) = NewType\(", module.read_text("utf-8"), re.MULTILINE)


def _leads_somewhere(document: Path, path: str, heading: str) -> bool:
    target = document.parent / path if path else document
    if not target.exists():
        return False
    return not heading or heading in map(_anchor, _headings(target))


def _headings(document: Path) -> list[str]:
    return re.findall(r"^#+ (.+)", document.read_text("utf-8"), re.MULTILINE)


def _anchor(heading: str) -> str:
    """Return the name by which a link leads to a heading, as code hosts make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
