"""House rules that no tool knows."""

import ast
import io
import re
import subprocess
import tokenize
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "commands", "storage", "workflows")
SOURCES = {
    file.relative_to(ROOT): file.read_text()
    for folder in (*PACKAGES, "benchmarks", "scripts", "tests")
    for file in sorted((ROOT / folder).rglob("*.py"))
    if "migrations/versions" not in file.as_posix()
}
LONGEST_FILE_LINES = 300
LONGEST_FUNCTION_LINES = 40
JUNK_DRAWERS = {"base", "common", "helpers", "manager", "utils"}
SILENCER = re.compile(r"#\s*(noqa|type:\s*ignore)")
REASONED_SILENCER = re.compile(
    r"#\s*(noqa: [A-Z]+\d+(, ?[A-Z]+\d+)*|type: ignore\[[a-z, -]+\])\s+\W*\w+(\s+\S+)+"
)
MACHINE_OR_INDEX = re.compile(
    r"(?<![\w.])/(roo[t]|wor[k]|home/\w+|Users/\w+)/"
    r"|(py[p]i|python[h]osted|registry\.npm[j]s|deb\.deb[i]an)\.(org|com)|^--(extra-)?index-[u]rl"
)


def test_a_module_opens_with_a_sentence() -> None:
    docstrings = {file: ast.get_docstring(ast.parse(text)) for file, text in SOURCES.items()}

    opening = {file: (words or "").partition("\n")[0] for file, words in docstrings.items()}

    assert [file for file, line in opening.items() if not re.fullmatch(r"\S+ .+\.", line)] == []


def test_a_file_is_short() -> None:
    lengths = {file: text.count("\n") for file, text in SOURCES.items()}

    assert {file: n for file, n in lengths.items() if n > LONGEST_FILE_LINES} == {}


def test_a_function_is_short() -> None:
    lengths = {name: n for file, text in SOURCES.items() for name, n in _functions(file, text)}

    assert {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION_LINES} == {}


def test_a_module_has_a_name_of_its_own() -> None:
    assert [file for file in SOURCES if file.stem in JUNK_DRAWERS] == []


def test_a_silenced_tool_is_told_what_and_why() -> None:
    silencers = [
        (file, comment)
        for file, text in SOURCES.items()
        for comment in _comments(text)
        if SILENCER.match(comment)
    ]

    assert [place for place in silencers if not REASONED_SILENCER.match(place[1])] == []


def test_a_module_stands_in_a_package_that_the_contracts_see() -> None:
    inside = [file for file in SOURCES if file.parts[0] in PACKAGES]

    assert [file for file in inside if file.with_name("__init__.py") not in SOURCES] == []


def test_no_file_names_a_machine_or_an_index() -> None:
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout

    lines = [place for name in filter(None, names.split("\0")) for place in _lines(Path(name))]

    assert [place for place in lines if MACHINE_OR_INDEX.search(place[2])] == []


def _functions(file: Path, text: str) -> Iterator[tuple[str, int]]:
    """Yield where each function begins, and how many lines it takes."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            yield f"{file}:{node.lineno} {node.name}", length


def _comments(text: str) -> Iterator[str]:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def _lines(file: Path) -> Iterator[tuple[Path, int, str]]:
    """Yield the lines of a file, unless it is gone or not a text."""
    try:
        lines = (ROOT / file).read_text().splitlines()
    except (FileNotFoundError, UnicodeDecodeError):
        return
    for number, line in enumerate(lines, start=1):
        yield file, number, line
