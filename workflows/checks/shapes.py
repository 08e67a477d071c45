"""Explains where a content file has keys or values that the language does not know."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from workflows.authored import Path
from workflows.checks.outline import Finding
from workflows.definitions import (
    Choice,
    Definition,
    Field,
    MinutesBy,
    Phase,
    Returns,
    Step,
    Until,
    When,
    Workflow,
)

TABLES: Mapping[str, type[Definition]] = {
    "phase": Phase,
    "step": Step,
    "ask": Field,
    "columns": Field,
    "choice": Choice,
    "when": When,
    "returns": Returns,
    "minutes": MinutesBy,
    "until": Until,
}
"""What can stand in a table, by the key that opens it; everything else is of the workflow."""

_KINDS: Mapping[str, str] = {
    "string": "a text in straight quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "tuple": "a list in [ ]",
    "model": "a table of its own",
    "dict": "a table of its own",
}

_BOUNDS: Mapping[str, str] = {"ge": "at least", "gt": "more than", "le": "at most"}

_EITHER: Mapping[str, str] = {
    "minutes": "a whole number, or a table with “field” and “minutes”",
    "equals": "a text in straight quotes, a whole number, or true or false",
}
"""Keys that take values of several kinds."""

_TAGS = {"str", "int", "bool", "MinutesBy"}
"""What pydantic adds to the path of such a value."""


@dataclass(frozen=True, slots=True)
class _Misfit:
    """What the definitions say about one value that they cannot take."""

    kind: str
    place: Path
    given: object
    limits: Mapping[str, Any]


def misshapes(error: ValidationError) -> tuple[Finding, ...]:
    """Return what is wrong with the shape of a file, one finding for each place."""
    findings: dict[Path, Finding] = {}
    misspelled: set[Path] = set()
    for details in error.errors(include_url=False):
        misfit = _Misfit(details["type"], details["loc"], details["input"], details.get("ctx", {}))
        if misfit.kind == "extra_forbidden":
            misspelled.add((*misfit.place[:-1], _nearest_key(misfit.place)))
        if found := _finding(misfit):
            findings.setdefault(found.path, found)
    return tuple(found for path, found in findings.items() if path not in misspelled)


def keys_of(table: type[Definition]) -> Iterator[str]:
    """Yield the keys that authors may write in a table."""
    for name, field in table.model_fields.items():
        if name != "edition":
            yield field.alias or name


def _finding(misfit: _Misfit) -> Finding | None:
    """Explain one misfit; None where another one says the same better."""
    path = tuple(part for part in misfit.place if part not in _TAGS)
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    tag = misfit.place[-1]
    if tag == "int" and isinstance(misfit.given, dict):
        return None
    if tag in _TAGS and key in _EITHER:
        return Finding(path, f"“{key}” takes {_EITHER[key]}.")
    return Finding(path, _sentence(misfit, path, key))


def _sentence(misfit: _Misfit, path: Path, key: str) -> str:
    match misfit.kind:
        case "extra_forbidden":
            return _unknown_key(path, key)
        case "missing":
            return f"“{key}” is missing here."
        case "enum":
            return _unknown_value(key, misfit)
        case "string_pattern_mismatch":
            return "An id is made of small letters, digits and single hyphens: “first-ideas”."
        case "string_too_long":
            return f"“{key}” may have at most {misfit.limits['max_length']} characters."
        case "string_too_short":
            return f"“{key}” is empty. Write something, or leave it out where it may be missing."
        case _:
            return _wrong_value(misfit, key)


def _wrong_value(misfit: _Misfit, key: str) -> str:
    wanted = _KINDS.get(misfit.kind.partition("_")[0])
    if wanted:
        return f"“{key}” takes {wanted}."
    bounds = (
        f"{_BOUNDS[name]} {value:g}" for name, value in misfit.limits.items() if name in _BOUNDS
    )
    return f"“{key}” must be {next(bounds, 'something else')}."


def _unknown_key(path: Path, key: str) -> str:
    return f"There is no key “{key}” here. {_hint(key, _known_keys(path))}"


def _nearest_key(path: Path) -> str:
    return next(iter(get_close_matches(str(path[-1]), _known_keys(path), n=1)), "")


def _known_keys(path: Path) -> list[str]:
    around = next((part for part in reversed(path[:-1]) if isinstance(part, str)), "")
    return sorted(keys_of(TABLES.get(around, Workflow)))


def _unknown_value(key: str, misfit: _Misfit) -> str:
    known = re.findall("'([^']+)'", misfit.limits["expected"])
    return f"“{key}” cannot be “{misfit.given}”. {_hint(str(misfit.given), known)}"


def _hint(word: str, known: list[str]) -> str:
    if close := get_close_matches(word, known, n=1):
        return f"Did you mean “{close[0]}”?"
    return f"It can be: {', '.join(known)}."
