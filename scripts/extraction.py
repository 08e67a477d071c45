"""Collects the texts that people read, from code, templates and content."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg

from workflows.authored import authored
from workflows.library import read_workflow
from workflows.limits import Place

ROOT = Path(__file__).resolve().parent.parent

KEYWORDS: Mapping[str, Any] = {
    "say": None,
    "rich": None,
    "mark": None,
    "plural": (1, 2),
    "rich_plural": (1, 2),
    "content": ((1, "c"), 2),
}
"""The functions whose first argument is a text, and how many arguments belong to it."""

PARTS: Mapping[tuple[str, int | str], Place] = {
    ("Button", 0): Place.BUTTON,
    ("Button", "label"): Place.BUTTON,
    ("Option", 1): Place.CHOICE,
    ("Option", "label"): Place.CHOICE,
    ("Choice", "label"): Place.CHOICE,
    ("Field", "label"): Place.LABEL,
    ("Field", "hint"): Place.HINT,
    ("Input", 2): Place.LABEL,
    ("Input", "label"): Place.LABEL,
    ("Input", "hint"): Place.HINT,
    ("Sheet", 0): Place.FORM_TITLE,
    ("Sheet", "title"): Place.FORM_TITLE,
}
"""The parts of a view whose room is small."""

_SLOT = re.compile(r"\{[a-z][a-z0-9_-]*\}|`[^`]*`")
_WORD = re.compile(r"[A-Za-z]")

Key = tuple[str, str]
"""Context and English text."""


def template() -> Catalog:
    """Return all texts as they stand in the sources, without translations."""
    with (ROOT / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call] # it has no types
    found = extract_from_dir(ROOT, methods, options, KEYWORDS)
    catalog = Catalog()
    for file_name, _, text, _, context in sorted(found, key=lambda each: each[:2]):
        if _WORD.search(_SLOT.sub("", str(text))):
            catalog.add(text, locations=[(file_name, 1)], context=context)
    return catalog


def code_texts(
    file: BinaryIO, *_: object, **__: object
) -> Iterator[tuple[int, str, tuple[str | None, ...], list[str]]]:
    """Yield the texts of a Python file, as Babel wants them of an extractor.

    Babel's own extractor does not look into f-strings before Python 3.12.
    """
    for call in _calls(ast.parse(file.read())):
        if _name(call) in KEYWORDS and call.args:
            yield call.lineno, _name(call), tuple(_constant(value) for value in call.args), []


def content_texts(
    file: BinaryIO, *_: object, **__: object
) -> Iterator[tuple[int, str, tuple[str, str], list[str]]]:
    """Yield the texts of a content file, as Babel wants them of an extractor."""
    for number, line in enumerate(authored(read_workflow(file.read().decode())), start=1):
        yield number, "content", (line.context, line.text), []


def places() -> dict[Key, Place]:
    """Return the texts that have little room, and the place where they stand."""
    found: dict[Key, Place] = {}
    for file in sorted((ROOT / "workflows" / "content").rglob("*.toml")):
        for line in authored(read_workflow(file.read_text("utf-8"))):
            found[line.context, line.text] = line.place
    for package in ("bot", "commands", "workflows"):
        for file in sorted((ROOT / package).rglob("*.py")):
            for text, place in _in_code(ast.parse(file.read_text("utf-8"))):
                found["", text] = place
    return found


def _in_code(tree: ast.AST) -> Iterator[tuple[str, Place]]:
    """Yield the texts that are said straight into a part with little room."""
    for call in _calls(tree):
        for slot, value in _arguments(call):
            place = PARTS.get((_name(call), slot))
            if _name(call) == "View" and slot in (0, "title") and _has_form(call):
                place = Place.FORM_TITLE
            if place:
                yield from ((text, place) for text in _said(value))


def _calls(tree: ast.AST) -> list[ast.Call]:
    """Return all calls in the order in which they stand."""
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return sorted(found, key=lambda call: (call.lineno, call.col_offset))


def _arguments(call: ast.Call) -> Iterator[tuple[int | str, ast.expr]]:
    yield from enumerate(call.args)
    for keyword in call.keywords:
        yield keyword.arg or "", keyword.value


def _has_form(call: ast.Call) -> bool:
    return any(keyword.arg == "form" for keyword in call.keywords)


def _said(value: ast.expr) -> Iterator[str]:
    for call in _calls(value):
        text = _constant(call.args[0]) if call.args else None
        if _name(call) in KEYWORDS and text:
            yield text


def _constant(value: ast.expr) -> str | None:
    match value:
        case ast.Constant(value=str(text)):
            return text
        case _:
            return None


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
