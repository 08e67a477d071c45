"""Measures what is drawn for Slack, groups what belongs together, and shortens single lines."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from bot.platforms.measures import length, pieces, sound
from bot.platforms.slack.ports import Payload

PIECE: Final = 2500
"""Characters of one piece of prose; Slack takes 3,000 in the strictest of its blocks."""

BLOCK: Final = 3000
"""Characters of everything in one block of prose."""

_ELLIPSIS: Final = "…"
_GROUPS: Final = (dict, list, tuple)


def weight(drawn: object) -> int:
    """Return the length of all texts in something drawn, those nobody sees among them."""
    total = 0
    todo: list[Any] = [(drawn,)]
    for group in todo:  # it grows meanwhile: a loop, since this is most of what drawing costs
        for part in group.values() if isinstance(group, dict) else group:
            if isinstance(part, str):
                total += len(part) if part.isascii() else length(part)
            elif isinstance(part, _GROUPS):
                todo.append(part)
    return total


def size(blocks: Sequence[Payload]) -> int:
    """Return how many bytes some blocks are on the way to Slack, at most."""
    return len(json.dumps(blocks))


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
    if length(text) <= longest:
        return text
    return pieces(text, longest - 1)[0].rstrip() + _ELLIPSIS


def plain(text: str, longest: int) -> Payload:
    """Return a text object in which nothing is ever read as formatting, link, or emoji."""
    return {"type": "plain_text", "text": short(text, longest), "emoji": False}
