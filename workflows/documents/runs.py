"""Text as files take it: in pieces that each look one way, without what no file may hold."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from workflows.text import Bold, Code, Day, Inline, Italic, Link, Mention, Moment, Plain, Text
from workflows.words import Words

_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNFIT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Controls, what turns the reading direction around, halves of characters, and no characters.

XML forbids most of these, so a file with one of them would not open.
"""


class Look(StrEnum):
    """How letters look."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that look the same; `url` is where they lead, or empty."""

    text: str
    look: Look = Look.PLAIN
    url: str = ""


def runs(text: Text, words: Words) -> tuple[Run, ...]:
    """Return a text in pieces, with days and moments in the reader's own way."""
    return tuple(run for node in text if (run := _run(node, words)).text)


def spelled(text: Text, words: Words) -> str:
    """Return a text as characters alone."""
    return "".join(run.text for run in runs(text, words))


def fit_for_files(text: str) -> str:
    """Return a text with line feeds as its only breaks, and without what no file may hold."""
    return _UNFIT.sub("", _BREAK.sub("\n", text))


def is_written_leftwards(text: str) -> bool:
    """Say whether a text reads from right to left: its first letter does."""
    first = next(filter(str.isalpha, text), "")
    return "\u0590" <= first <= "\u08ff" or "\ufb1d" <= first <= "\ufefc"


def _run(node: Inline, words: Words) -> Run:
    match node:
        case Plain():
            return Run(fit_for_files(node.text))
        case Bold():
            return Run(fit_for_files(node.text), Look.BOLD)
        case Italic():
            return Run(fit_for_files(node.text), Look.ITALIC)
        case Code():
            return Run(fit_for_files(node.text), Look.CODE)
        case Link():
            return Run(fit_for_files(node.label), url=node.url)
        case Mention():
            return Run(fit_for_files(node.name))
        case Moment():
            return Run(words.moment(node.at))
        case Day():
            return Run(words.day(node.on))
        case _:
            assert_never(node)
