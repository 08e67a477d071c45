"""Writes a record as Markdown, in which nothing that a person typed is formatting."""

import re
from typing import assert_never

from workflows.record_pages import record_blocks, record_title
from workflows.records import Record
from workflows.room import Room
from workflows.text import Bold, Code, Day, Inline, Italic, Link, Mention, Moment, Plain, Text
from workflows.views import (
    Block,
    Bullets,
    Buttons,
    Divider,
    Document,
    Facts,
    Heading,
    Menu,
    Paragraph,
    Picture,
    Quote,
    Small,
)
from workflows.words import Words

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&@:])")


def record_markdown(record: Record, room: Room, team: str) -> str:
    """Return the edition in force of a record as a Markdown document."""
    head = f"# {escape(record_title(record, room.words))}\n\n{escape(team)}"
    blocks = record_blocks(record, room, record.current)
    parts = (head, *(_block(block, room.words) for block in blocks))
    return "\n\n".join(part for part in parts if part) + "\n"


def escape(text: str) -> str:
    """Return typed text so that Markdown shows it as it is."""
    return _SPECIAL.sub(r"\\\1", text)


def _block(block: Block, words: Words) -> str:
    match block:
        case Heading():
            return f"## {escape(block.text)}"
        case Paragraph():
            return _lines(block.text, words)
        case Bullets():
            return "\n".join(f"- {_lines(item, words)}" for item in block.items)
        case Quote():
            return "\n".join(f"> {line}" for line in _lines(block.text, words).split("\n"))
        case Facts():
            return "\n".join(
                f"- **{escape(key)}**: {_lines(value, words)}" for key, value in block.pairs
            )
        case Small():
            return f"*{_lines(block.text, words)}*"
        case Picture():
            return escape(block.alt)
        case Divider():
            return "---"
        case Buttons() | Menu() | Document():
            return ""
        case _:
            assert_never(block)


def _lines(text: Text, words: Words) -> str:
    return "".join(_inline(node, words) for node in text)


def _inline(node: Inline, words: Words) -> str:
    match node:
        case Plain():
            return escape(node.text)
        case Bold():
            return f"**{escape(node.text)}**"
        case Italic():
            return f"*{escape(node.text)}*"
        case Code():
            return f"`{node.text}`"
        case Link():
            return f"[{escape(node.label)}]({node.url})"
        case Mention():
            return escape(node.name)
        case Moment():
            return escape(words.moment(node.at))
        case Day():
            return escape(words.day(node.on))
        case _:
            assert_never(node)
