"""Writes blocks as Markdown, in which nothing that a person typed is formatting."""

import re
from collections.abc import Sequence
from typing import assert_never

from workflows.text import (
    Bold,
    Code,
    Day,
    Inline,
    Italic,
    Link,
    Mention,
    Moment,
    Plain,
    Text,
    plain,
)
from workflows.views import (
    Block,
    Bullets,
    Buttons,
    Divider,
    Document,
    Facts,
    Grid,
    Heading,
    Menu,
    Paragraph,
    Picture,
    Quote,
    Small,
)
from workflows.words import Words

_SPECIAL = re.compile(r"([\\`*_\[\]<>~&@|$^#]|(?<=www)\.|:(?=//))", re.IGNORECASE)
"""What makes formatting, a link or a mention anywhere in a line."""

_AT_START = re.compile(r"^(\d*)([+=.)-])")
"""What makes a list or a heading at the beginning of a line."""


def draw_markdown(blocks: Sequence[Block | Grid], words: Words) -> str:
    """Return blocks as Markdown; what can be pressed is left out."""
    parts = (_block(block, words) for block in blocks)
    return "\n\n".join(part for part in parts if part)


def escape(text: str) -> str:
    """Return typed text so that Markdown shows it as it is, but for the beginnings of lines."""
    return _SPECIAL.sub(r"\\\1", text)


def _block(block: Block | Grid, words: Words) -> str:
    match block:
        case Heading():
            return f"## {escape(block.text)}"
        case Paragraph():
            return _lines(block.text, words)
        case Bullets():
            return "\n".join(_item(_lines(item, words)) for item in block.items)
        case Quote():
            return "\n".join(f"> {line}" for line in _lines(block.text, words).split("\n"))
        case Facts():
            pairs = ((escape(key), _lines(value, words)) for key, value in block.pairs)
            return "\n".join(_item(f"**{key}**: {value}".rstrip()) for key, value in pairs)
        case Small():
            return f"*{_lines(block.text, words)}*"
        case Picture():
            return _lines(plain(block.alt), words)
        case Divider():
            return "---"
        case Grid(header, rows):
            return "\n".join(map(_row, (header, ("---",) * len(header), *rows)))
        case Buttons() | Menu() | Document():
            return ""
        case _:
            assert_never(block)


def _row(cells: tuple[str, ...]) -> str:
    """Return a row of a table, which has to stand on one line."""
    return f"| {' | '.join(escape(' '.join(cell.split())) for cell in cells)} |"


def _item(text: str) -> str:
    return "- " + text.replace("\n", "\n  ")


def _lines(text: Text, words: Words) -> str:
    """Return a text whose lines stay apart, without the blanks that would end its block."""
    lines = "".join(_inline(node, words) for node in text).splitlines()
    return "\\\n".join(_AT_START.sub(r"\1\\\2", line.strip()) for line in lines if line.strip())


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
            return words.moment(node.at)
        case Day():
            return words.day(node.on)
        case _:
            assert_never(node)
