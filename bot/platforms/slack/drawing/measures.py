"""Measures texts as Slack does, and parts or shortens what is too long for its place.

Nobody says whether Slack counts an emoji as one character or as two; two is the safe answer.
"""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from bot.platforms.slack.ports import Payload
from workflows.typed import shorten

PIECE: Final = 2500
"""Characters of one piece of prose; Slack takes 3,000 in the strictest of its blocks."""

BLOCK: Final = 3000
"""Characters of everything in one block of prose."""

_UNSOUND: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Controls and halves of characters: a text with one of them would not even be sent."""

_ELLIPSIS: Final = "…"
_GROUPS: Final = (dict, list, tuple)


def sound(text: str) -> str:
    """Return a text with a sign in the place of whatever cannot be sent."""
    if text.isprintable():  # most are, and then nothing in it is unsound
        return text
    return _UNSOUND.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def units(text: str) -> int:
    """Return the length of a text, with two for each character beyond the first 65,536."""
    return len(text) if text.isascii() else len(_utf16(text)) // 2


def weight(drawn: object) -> int:
    """Return the length of all texts in something drawn, those nobody sees among them."""
    total = 0
    todo: list[Any] = [(drawn,)]
    for group in todo:  # it grows meanwhile: a loop, since this is most of what drawing costs
        for part in group.values() if isinstance(group, dict) else group:
            if isinstance(part, str):
                total += len(part) if part.isascii() else units(part)
            elif isinstance(part, _GROUPS):
                todo.append(part)
    return total


def size(blocks: Sequence[Payload]) -> int:
    """Return how many bytes some blocks are on the way to Slack, at most."""
    return len(json.dumps(blocks))


def pieces(text: str, longest: int) -> tuple[str, ...]:
    """Return a text in pieces that fit, in order and with nothing left out.

    A piece ends with a word where it can, and never in the middle of what a reader sees as one
    character, unless that alone is too long.
    """
    if units(text) <= longest:
        return (text,) if text else ()
    parts = list[str]()
    while units(text) > longest:
        end = _end(text, longest)
        parts.append(text[:end])
        text = text[end:]
    return (*parts, text) if text else tuple(parts)


def grouped(drawn: Iterable[Payload], most: int | None = None) -> list[list[Payload]]:
    """Return parts in groups of which each fits into one block of prose, and has `most` parts."""
    groups = list[list[Payload]]()
    room = 0
    for part in drawn:
        weighs = weight(part)
        room -= weighs
        if room < 0 or len(groups[-1]) == most:
            groups.append([])
            room = BLOCK - weighs
        groups[-1].append(part)
    return groups


def short(text: str, longest: int) -> str:
    """Return a text that fits into a place of one line; what is cut off becomes "…"."""
    text = " ".join(sound(text).split()) or _ELLIPSIS
    if units(text) <= longest:
        return text
    return pieces(text, longest - 1)[0].rstrip() + _ELLIPSIS


def plain(text: str, longest: int) -> Payload:
    """Return a text object in which nothing is ever read as formatting, link, or emoji."""
    return {"type": "plain_text", "text": short(text, longest), "emoji": False}


def _end(text: str, longest: int) -> int:
    """Return where the first piece of a text ends that is too long."""
    most = len(_utf16(text)[: 2 * longest].decode("utf-16-le", "ignore"))
    whole = shorten(f"{text}{_ELLIPSIS * 2}", most + 1)[:-1]
    if not whole:
        return max(most, 1)
    word = max(whole.rfind(" "), whole.rfind("\n")) + 1
    return word if word > len(whole) // 2 and not text[len(whole)].isspace() else len(whole)


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
