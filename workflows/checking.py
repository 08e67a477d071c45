"""Explains the mistakes in a content file to its author, in plain words and with the line."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import ValidationError
from typing_extensions import override

from workflows.checks.courses import check_course
from workflows.checks.lines import line_of, lines_of
from workflows.checks.outline import Finding, outline
from workflows.checks.questions import check_questions
from workflows.checks.references import check_ids, check_references
from workflows.checks.shapes import misshapes
from workflows.checks.texts import check_texts
from workflows.definitions import Workflow
from workflows.limits import LONGEST_FILE

_RULES = ((check_ids,), (check_references, check_questions, check_course, check_texts))
"""Rules in stages: with ids that are not clear, the later ones would explain the wrong things."""

_AT_LINE = re.compile(r"at line (\d+)")

_READING = (
    ("Cannot", "This is said twice. Keep one of the two."),
    ("Unterminated string", "A text that is opened with a quote is not closed."),
    ("Illegal character", "A text that is opened with a quote is not closed on its line."),
    ("Expected '='", "After a key comes = and then its value."),
    ("Invalid value", "After = comes a text in straight quotes, a number, true, false, or a list."),
    ("Unclosed array", "A list that is opened with [ is not closed."),
    ("Expected ']", "A heading such as [[step]] is closed with as many ] as it has [."),
)
"""What the reader of TOML says, and what an author can do about it."""


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """Something an author should change; `line` counts from 1."""

    file: str
    line: int
    sentence: str

    @override
    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"


def check(source: str, name: str) -> tuple[Mistake, ...]:
    """Return the mistakes in the text of a content file, in the order of its lines.

    The sentences are English, as the keys of the files are.
    """
    if len(source.encode(errors="replace")) > LONGEST_FILE:
        sentence = f"The file is too large: at most {LONGEST_FILE // 1024} KiB can be read."
        return (Mistake(name, 1, sentence),)
    try:
        document = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        return (_unreadable(source, name, str(error)),)
    except (ValueError, RecursionError):
        return (Mistake(name, 1, "A number here is too large, or lists stand too deep in lists."),)
    lines = lines_of(source)
    found = (Mistake(name, line_of(lines, f.path), f.sentence) for f in _findings(document))
    return tuple(sorted(set(found)))


def _findings(document: dict[str, object]) -> Iterable[Finding]:
    if "edition" in document:
        return (Finding(("edition",), "There is no key “edition” here."),)
    try:
        plan = outline(Workflow.model_validate(document))
    except ValidationError as error:
        return misshapes(error)
    for stage in _RULES:
        if findings := [finding for rule in stage for finding in rule(plan)]:
            return findings
    return ()


def _unreadable(source: str, name: str, message: str) -> Mistake:
    place = _AT_LINE.search(message)
    line = int(place[1]) if place else source.rstrip("\n").count("\n") + 1
    known = (words for start, words in _READING if message.startswith(start))
    return Mistake(name, line, next(known, "This line cannot be read. Look for a slip in it."))
