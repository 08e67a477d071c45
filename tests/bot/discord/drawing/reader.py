"""Reads markdown as Discord does, and says what in it is more than plain characters."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")

_AT_A_LINE = {
    "header": re.compile(r"[^\S\n]*#{1,3}[^\S\n]+"),
    "small": re.compile(r"[^\S\n]*-#[^\S\n]+"),
    "list": re.compile(r"[^\S\n]*(?:[-*+]|\d+[.)])[^\S\n]+"),
    "quote": re.compile(r"[^\S\n]*>(?:>>)?[^\S\n]"),
}
"""What counts only where a line begins."""

_SNOWFLAKE = r"\d+"
_ANYWHERE = {
    "code": re.compile(r"(`+)([\s\S]*?[^`])\1(?!`)"),
    "link": re.compile(
        r"(?:https?|steam|discord)://[^\s<]+|discord\.gg/\w+|<(?:https?|mailto|tel|sms):[^ >]+>"
    ),
    "ping": re.compile(
        rf"<@[!&]?{_SNOWFLAKE}>|<#{_SNOWFLAKE}>|<id:\w+>|</[^>]+:{_SNOWFLAKE}>|@everyone|@here"
    ),
    "moment": re.compile(r"<t:-?\d+(?::[a-zA-Z])?>"),
    "emoji": re.compile(r"<a?:\w+:\d+>|:[\w+'-]+:"),
    "masked": re.compile(r"\[((?:\\.|[^\\\[\]])+)\]\(\s*<?([^\s)>]+)>?\s*\)"),
    "bold": re.compile(r"\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)"),
    "underlined": re.compile(r"__((?:\\[\s\S]|[^\\])+?)__(?!_)"),
    "italic": re.compile(
        r"\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)"
        r"|\b_((?:__|\\[\s\S]|[^\\_])+?)_\b"
    ),
    "struck": re.compile(r"~~((?:\\[\s\S]|[^\\])+?)~~"),
    "spoiler": re.compile(r"\|\|((?:\\[\s\S]|[^\\])+?)\|\|"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that is more than characters: of which kind, and what is shown of it."""

    kind: str
    what: str


def found(markdown: str) -> list[Found]:
    """Return what Discord would make of a text beside showing its characters."""
    return [part for part in _parts(markdown) if isinstance(part, Found)]


def shown(markdown: str) -> str:
    """Return the characters that a reader sees of a text, without the signs that format it."""
    return "".join(
        part if isinstance(part, str) else part.what
        for part in _parts(markdown)
        if isinstance(part, str) or part.kind not in _AT_A_LINE
    )


def texts(drawn: object) -> Iterator[str]:
    """Yield each text of something drawn that Discord reads as markdown."""
    match drawn:
        case {"type": 10, "content": str(content)}:
            yield content
        case Mapping():
            for part in drawn.values():
                yield from texts(part)
        case list() | tuple():
            for part in drawn:
                yield from texts(part)
        case _:
            return


def words(drawn: object) -> str:
    """Return all that can be read of something drawn, one text after the other."""
    return "\n".join(_words(drawn))


def _words(drawn: object) -> Iterator[str]:
    match drawn:
        case {"type": 10, "content": str(content)}:
            yield shown(content)
        case Mapping():
            told: Mapping[str, Any] = drawn
            names = ("label", "title", "description", "placeholder", "value")
            yield from (told[name] for name in names if isinstance(told.get(name), str))
            for part in told.values():
                yield from _words(part)
        case list() | tuple():
            for part in drawn:
                yield from _words(part)
        case _:
            return


def _parts(text: str) -> Iterator[str | Found]:
    at, begins = 0, True
    while at < len(text):
        part, at = _step(text, at, begins=begins)
        yield part
        has_begun = isinstance(part, Found) and part.kind in _AT_A_LINE
        begins = has_begun or text[at - 1] == "\n"


def _step(text: str, at: int, *, begins: bool) -> tuple[str | Found, int]:
    if escaped := _ESCAPED.match(text, at):
        return escaped[1], escaped.end()
    for kind, rule in _AT_A_LINE.items():
        if begins and (sign := rule.match(text, at)):
            return Found(kind, sign[0]), sign.end()
    for kind, rule in _ANYWHERE.items():
        if sign := rule.match(text, at):
            return Found(kind, _inside(kind, sign)), sign.end()
    return text[at], at + 1


def _inside(kind: str, sign: re.Match[str]) -> str:
    match kind:
        case "code":
            return sign[2]
        case "masked":
            return shown(sign[1])
        case "bold" | "italic" | "underlined" | "struck" | "spoiler":
            return shown(next(group for group in sign.groups() if group is not None))
        case _:
            return sign[0]
