"""Draws texts as Slack's rich text, in which what somebody typed is never read as anything else."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, assert_never

from bot.platforms.measures import pieces, sound
from bot.platforms.slack.drawing.measures import BLOCK, PIECE, grouped
from bot.platforms.slack.drawing.mrkdwn import MOMENT, fallback, is_safe
from bot.platforms.slack.ports import Payload
from workflows.text import Bold, Code, Day, Inline, Italic, Link, Mention, Moment, Plain, Text, flat
from workflows.words import Words

_STYLES: Final = {"bold": {"bold": True}, "italic": {"italic": True}, "code": {"code": True}}
_HEAVIER: Final = (Link, Moment, Day)
"""What may be longer when it is drawn than its words."""


def prose(text: Text, words: Words, kind: str = "rich_text_section") -> list[Payload]:
    """Return a text as blocks, in as many as it needs; an empty one in none."""
    return [
        {"type": "rich_text", "elements": [{"type": kind, "elements": run}]}
        for run in _runs(text, words)
    ]


def bullets(items: Sequence[Text], words: Words) -> list[Payload]:
    """Return a list as blocks."""
    return [
        {
            "type": "rich_text",
            "elements": [{"type": "rich_text_list", "style": "bullet", "elements": sections}],
        }
        for sections in grouped(_sections(items, words))
    ]


def lines(texts: Sequence[Text], words: Words) -> list[Payload]:
    """Return texts as blocks, each beginning a new line."""
    return [
        {"type": "rich_text", "elements": sections} for sections in grouped(_sections(texts, words))
    ]


def _sections(texts: Iterable[Text], words: Words) -> Iterator[Payload]:
    for text in texts:
        for run in _runs(text, words):
            yield {"type": "rich_text_section", "elements": run}


def _runs(text: Text, words: Words) -> list[list[Payload]]:
    """Return the elements of a text, parted where it is too long for one block."""
    said = flat(text)
    if not said.strip():
        return []
    elements = [element for node in _joined(text) for element in _elements(node, words)]
    return [elements] if _is_brief(text, said) else grouped(elements)


def _joined(text: Text) -> Iterator[Inline]:
    """Return a text with plain words side by side as one, since they look the same and are less."""
    for is_plain, nodes in groupby(text, lambda node: isinstance(node, Plain)):
        if is_plain:
            yield Plain(flat(tuple(nodes)))
        else:
            yield from nodes


def _is_brief(text: Text, said: str) -> bool:
    """Say whether a text fits into one block by far; most do, and need not be weighed."""
    weighs_more = any(isinstance(node, _HEAVIER) for node in text)
    return not weighs_more and 2 * len(said) + len("text") * len(text) <= BLOCK


def _elements(node: Inline, words: Words) -> list[Payload]:
    match node:
        case Plain():
            return _typed(node.text)
        case Bold() | Italic() | Code():
            return [{**part, "style": _STYLES[node.kind]} for part in _typed(node.text)]
        case Link():
            return _link(node)
        case Mention():
            return _typed(node.name)
        case Moment():
            return [_moment(node, words)]
        case Day():
            return _typed(words.day(node.on))
        case _:
            assert_never(node)


def _typed(text: str) -> list[Payload]:
    return [{"type": "text", "text": piece} for piece in pieces(sound(text), PIECE)]


def _link(link: Link) -> list[Payload]:
    parts = _typed(link.label)
    if not is_safe(link):
        return parts
    return [{**part, "type": "link", "url": link.url} for part in parts]


def _moment(node: Moment, words: Words) -> Payload:
    return {
        "type": "date",
        "timestamp": int(node.at.timestamp()),
        "format": MOMENT,
        "fallback": fallback(node, words),
    }
