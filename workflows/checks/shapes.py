"""Explains where a content file has keys or values that the language does not know."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from pydantic import ValidationError
from pydantic_core import ErrorDetails

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
    When,
    Workflow,
)

_TABLES: Mapping[str, type[Definition]] = {
    "phase": Phase,
    "step": Step,
    "ask": Field,
    "columns": Field,
    "choice": Choice,
    "when": When,
    "returns": Returns,
    "minutes": MinutesBy,
}

_KINDS: Mapping[str, str] = {
    "string": "a text in straight quotes",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "tuple": "a list in [ ]",
    "model": "a table of its own",
    "dict": "a table of its own",
}

_EITHER: Mapping[str, str] = {
    "minutes": "a whole number, or a table with “field” and “minutes”",
    "equals": "a text in straight quotes, a whole number, or true or false",
}
"""Keys that take values of several kinds."""

_TAGS = {"str", "int", "bool", "MinutesBy"}
"""What pydantic adds to the path of such a value."""


def misshapes(error: ValidationError) -> tuple[Finding, ...]:
    """Return what is wrong with the shape of a file, one finding for each place."""
    findings: dict[Path, Finding] = {}
    misspelled: set[Path] = set()
    for details in error.errors(include_url=False):
        if details["type"] == "extra_forbidden":
            misspelled.add((*details["loc"][:-1], _nearest_key(details["loc"])))
        if found := _finding(details):
            findings.setdefault(found.path, found)
    return tuple(found for path, found in findings.items() if path not in misspelled)


def keys_of(table: type[Definition]) -> Iterator[str]:
    """Yield the keys that authors may write in a table."""
    for name, field in table.model_fields.items():
        if name != "edition":
            yield field.alias or name


def _finding(details: ErrorDetails) -> Finding | None:
    """Explain one error; None where another error says the same better."""
    path = tuple(part for part in details["loc"] if part not in _TAGS)
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    is_either = details["loc"][-1] in _TAGS
    if is_either and isinstance(details["input"], dict):
        return None if details["loc"][-1] != "MinutesBy" else _either(path, key)
    if is_either and key in _EITHER:
        return _either(path, key)
    return Finding(path, _sentence(details, path, key))


def _either(path: Path, key: str) -> Finding:
    return Finding(path, f"“{key}” takes {_EITHER[key]}.")


def _sentence(details: ErrorDetails, path: Path, key: str) -> str:
    kind = details["type"]
    match kind:
        case "extra_forbidden":
            return _unknown_key(path, key)
        case "missing":
            return f"“{key}” is missing here."
        case "enum":
            return _unknown_value(key, details)
        case "string_pattern_mismatch":
            return "An id is made of small letters, digits and single hyphens: “first-ideas”."
        case "string_too_long":
            return f"“{key}” may have at most {details['ctx']['max_length']} characters."
        case "string_too_short":
            return f"“{key}” is empty. Write something, or leave it out where it may be missing."
        case _:
            return _wrong_value(details, key)


def _wrong_value(details: ErrorDetails, key: str) -> str:
    wanted = _KINDS.get(details["type"].partition("_")[0])
    if wanted:
        return f"“{key}” takes {wanted}."
    bounds = {"ge": "at least", "gt": "more than", "le": "at most"}
    for name, value in details.get("ctx", {}).items():
        if name in bounds:
            return f"“{key}” must be {bounds[name]} {value:g}."
    return f"“{key}” cannot be read as it stands here."


def _unknown_key(path: Path, key: str) -> str:
    return f"There is no key “{key}” here. {_hint(key, _known_keys(path))}"


def _nearest_key(path: Path) -> str:
    return next(iter(get_close_matches(str(path[-1]), _known_keys(path), n=1)), "")


def _known_keys(path: Path) -> list[str]:
    around = next((part for part in reversed(path[:-1]) if isinstance(part, str)), "")
    return sorted(keys_of(_TABLES.get(around, Workflow)))


def _unknown_value(key: str, details: ErrorDetails) -> str:
    known = [
        word.strip("'") for word in details["ctx"]["expected"].replace(" or ", ", ").split(", ")
    ]
    given = str(details["input"])
    return f"“{key}” cannot be “{given}”. {_hint(given, known)}"


def _hint(word: str, known: list[str]) -> str:
    if close := get_close_matches(word, known, n=1):
        return f"Did you mean “{close[0]}”?"
    return f"It can be: {', '.join(known)}."
