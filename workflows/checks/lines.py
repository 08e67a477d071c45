"""Finds the line of a content file on which something stands."""

import re
from collections.abc import Mapping

from workflows.authored import Path

_HEADER = re.compile(r"\s*\[(\[?)([^\[\]]+)\]")
_KEY = re.compile(r"""\s*([\w."'-]+)\s*=""")
_FENCES = ('"""', "'''")


def lines_of(source: str) -> Mapping[Path, int]:
    """Return the line on which each table and each key of a TOML text begins."""
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    here: Path = ()
    fence = ""
    for number, line in enumerate(source.split("\n"), start=1):
        if fence:
            fence = "" if fence in line else fence
        elif header := _HEADER.match(line):
            here = _table(counts, _names(header[2]), is_array=bool(header[1]))
            lines.setdefault(here, number)
        elif key := _KEY.match(line):
            lines.setdefault((*here, *_names(key[1])), number)
            fence = next((mark for mark in _FENCES if line.count(mark) % 2), "")
    return lines


def line_of(lines: Mapping[Path, int], path: Path) -> int:
    """Return the line of the nearest thing around a path whose line is known."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _names(dotted: str) -> Path:
    return tuple(name.strip(" \t\"'") for name in dotted.split("."))


def _table(counts: dict[Path, int], names: Path, *, is_array: bool) -> Path:
    """Return the path of a table; within a list of tables, it belongs to the last one so far."""
    path: Path = ()
    for name in names[:-1]:
        path = _last(counts, (*path, name))
    path = (*path, names[-1])
    if is_array:
        counts[path] = counts.get(path, 0) + 1
    return _last(counts, path)


def _last(counts: dict[Path, int], path: Path) -> Path:
    return (*path, counts[path] - 1) if path in counts else path
