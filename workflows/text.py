"""Text as a small tree, so that what a person typed can never become formatting.

A platform draws the tree in its own way and escapes every `Plain` on the way out. Templates
(our own words, already translated) may use `**bold**`, `*italic*` and `` `code` ``; what fills
their `{slots}` is put in as nodes after the template has been read, and is never read again.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Literal, assert_never

from workflows.identifiers import PersonId


@dataclass(frozen=True, slots=True)
class Plain:
    """Characters that are shown as they are."""

    text: str
    kind: Literal["plain"] = "plain"


@dataclass(frozen=True, slots=True)
class Bold:
    """Words that carry weight."""

    text: str
    kind: Literal["bold"] = "bold"


@dataclass(frozen=True, slots=True)
class Italic:
    """Words set apart."""

    text: str
    kind: Literal["italic"] = "italic"


@dataclass(frozen=True, slots=True)
class Code:
    """Something to be typed exactly so, such as a command."""

    text: str
    kind: Literal["code"] = "code"


@dataclass(frozen=True, slots=True)
class Link:
    """A label that opens an address of our own choosing, never one a person typed."""

    label: str
    url: str
    kind: Literal["link"] = "link"


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, pointed at by name; whether this notifies them is the platform's business."""

    person: PersonId
    name: str
    kind: Literal["mention"] = "mention"


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time (aware UTC), drawn in the reader's own zone where the platform can."""

    at: datetime
    kind: Literal["moment"] = "moment"


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date, the same in every zone."""

    on: date
    kind: Literal["day"] = "day"


Inline = Plain | Bold | Italic | Code | Link | Mention | Moment | Day
Text = tuple[Inline, ...]
Slot = str | int | Inline | Text

_KINDS: Mapping[str, type[Bold | Italic | Code]] = {"bold": Bold, "italic": Italic, "code": Code}
_MARK = re.compile(
    r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>.+?)\*|`(?P<code>.+?)`|\{(?P<slot>[a-z][a-z0-9_-]*)\}"
)


def plain(text: str) -> Text:
    """Return typed text as a tree of one plain node."""
    return (Plain(text),)


def fill(template: str, slots: Mapping[str, Slot] | None = None) -> Text:
    """Read a template of ours and put the slots in.

    A slot inside bold, italic or code marks becomes bold, italic or code itself. A slot that
    nothing fills is left as it stands, so that a missing value shows instead of vanishing.
    """
    return tuple(node for part in _parts(template) for node in _filled(part, slots or {}))


def flat(text: Text) -> str:
    """Return the words of a tree without any formatting, for fallbacks and for alt texts."""
    return "".join(_flat(node) for node in text)


@dataclass(frozen=True, slots=True)
class _Marked:
    """A part of a template between marks: `kind` says which, `inner` is a template itself."""

    kind: type[Bold | Italic | Code]
    inner: str


@dataclass(frozen=True, slots=True)
class _Gap:
    """A part of a template that a slot fills."""

    slot: str


@lru_cache(maxsize=4096)
def _parts(template: str) -> tuple[Plain | _Marked | _Gap, ...]:
    """Return a template in parts; our own words are few, and each is read only once."""
    parts: list[Plain | _Marked | _Gap] = []
    end = 0
    for mark in _MARK.finditer(template):
        if mark.start() > end:
            parts.append(Plain(template[end : mark.start()]))
        name, inner = mark.lastgroup or "", mark.group(mark.lastgroup or 0)
        parts.append(_Marked(_KINDS[name], inner) if name in _KINDS else _Gap(inner))
        end = mark.end()
    if end < len(template):
        parts.append(Plain(template[end:]))
    return tuple(parts)


def _filled(part: Plain | _Marked | _Gap, slots: Mapping[str, Slot]) -> Iterator[Inline]:
    match part:
        case Plain():
            yield part
        case _Marked():
            yield part.kind(flat(fill(part.inner, slots)))
        case _Gap():
            yield from _slot(part.slot, slots)
        case _:
            assert_never(part)


def _slot(name: str, slots: Mapping[str, Slot]) -> Iterator[Inline]:
    value = slots.get(name, f"{{{name}}}")
    match value:
        case str() | int():
            yield Plain(str(value))
        case tuple():
            yield from value
        case _:
            yield value


def _flat(node: Inline) -> str:
    match node:
        case Plain() | Bold() | Italic() | Code():
            return node.text
        case Link():
            return node.label
        case Mention():
            return node.name
        case Moment():
            return f"{node.at:%Y-%m-%d %H:%M} UTC"
        case Day():
            return node.on.isoformat()
        case _:
            assert_never(node)
