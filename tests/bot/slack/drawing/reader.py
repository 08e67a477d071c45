"""Reads a payload as Slack would, and says what in it is more than plain characters."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_SPECIAL = re.compile(r"<([^<>]*)>")
_DATE = re.compile(r"!date\^-?\d+\^[^|<>^]+\|[^|<>]*")
_SIGNS = (
    r"(?<!\w)\*(?!\s)[^*\n]+?(?<!\s)\*(?!\w)",
    r"(?<!\w)_(?!\s)[^_\n]+?(?<!\s)_(?!\w)",
    r"(?<!\w)~(?!\s)[^~\n]+?(?<!\s)~(?!\w)",
    r"`[^`\n]+`",
    r":[\w+'-]+:",
)
_FORMATTED = re.compile("|".join(_SIGNS))
_ADDRESS = re.compile(r"\b\w+://\S|\bmailto:\S|(?<!\w)www\.\w|\w\.[a-z]{2,}\b", re.IGNORECASE)
_CALL = re.compile(r"[@#]\w")
_POINTERS = ("user", "usergroup", "channel", "broadcast", "team")


@dataclass(frozen=True, slots=True)
class Found:
    """What a payload does beside showing characters; each with what it does it to."""

    pings: tuple[str, ...]
    links: tuple[str, ...]
    formats: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Everything."""
        return (*self.pings, *self.links, *self.formats)


def read(payload: Mapping[str, Any]) -> Found:
    """Return what Slack would make of a message ({text, blocks}) or a view."""
    kinds: dict[str, list[str]] = {"ping": [], "link": [], "format": []}
    for kind, what in _walk(payload):
        kinds[kind].append(what)
    return Found(*(tuple(found) for found in kinds.values()))


def read_mrkdwn(text: str) -> Iterator[tuple[str, str]]:
    """Yield what Slack would make of a text that it reads as mrkdwn."""
    for special in _SPECIAL.findall(text):
        if special.startswith(("@", "#", "!")) and not _DATE.fullmatch(special):
            yield "ping", special
        elif not special.startswith("!"):
            yield "link", special.partition("|")[0]
    bare = _SPECIAL.sub("", text)
    yield from (("ping", f"unescaped {sign}") for sign in re.findall("[<>]", bare))
    yield from (("format", found[0]) for found in _FORMATTED.finditer(bare))
    yield from (("link", found[0]) for found in _ADDRESS.finditer(bare))
    yield from (("ping", found[0]) for found in _CALL.finditer(bare))


def shown(drawn: object) -> str:
    """Return all words of something drawn, one after the other, without what Slack never shows."""
    return "".join(_words(drawn))


def _words(drawn: object) -> Iterator[str]:
    match drawn:
        case dict():
            seen = ("text", "alt_text", "fallback", "description", "initial_value")
            for name, part in drawn.items():
                if isinstance(part, str) and name in seen:
                    yield part
                elif not isinstance(part, str):
                    yield from _words(part)
        case list() | tuple():
            for part in drawn:
                yield from _words(part)
        case _:
            return


def _walk(drawn: object) -> Iterator[tuple[str, str]]:
    match drawn:
        case {"type": "mrkdwn", "text": str(text)}:
            yield from read_mrkdwn(text)
        case {"type": "plain_text", "text": text, **rest}:
            yield from (("format", text) for _ in range(1) if rest.get("emoji") is not False)
        case {"type": kind, **rest} if kind in _POINTERS:
            yield "ping", str(rest)
        case {"type": "emoji", "name": name}:
            yield "format", str(name)
        case {"type": "link", "url": url}:
            yield "link", str(url)
        case {"type": "text", "style": _, "text": text}:
            yield "format", str(text)
        case {"blocks": blocks, "text": str(text)}:
            yield from read_mrkdwn(text)
            yield from _walk(blocks)
        case dict():
            yield from _walk(list(drawn.values()))
        case list() | tuple():
            for part in drawn:
                yield from _walk(part)
        case _:
            return
