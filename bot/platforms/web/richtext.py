"""Draws a text tree as HTML. Every piece is escaped, and cannot turn the direction of the next."""

from typing import Final, assert_never

from markupsafe import Markup

from workflows.text import Bold, Code, Day, Inline, Italic, Link, Mention, Moment, Plain, Text
from workflows.words import Words

SAFE_SCHEMES: Final = ("https://", "http://", "mailto:", "/")

_WORDS: Final = {
    "plain": Markup("<bdi>{}</bdi>"),
    "bold": Markup('<strong dir="auto">{}</strong>'),
    "italic": Markup('<em dir="auto">{}</em>'),
    "code": Markup('<code dir="ltr">{}</code>'),
}


def rich_text(text: Text, words: Words) -> Markup:
    """Return a text as HTML for inside a paragraph."""
    return Markup().join(_node(node, words) for node in text)


def _node(node: Inline, words: Words) -> Markup:
    match node:
        case Plain() | Bold() | Italic() | Code():
            return _WORDS[node.kind].format(node.text)
        case Link():
            return _link(node)
        case Mention():
            return Markup('<span class="mention" dir="auto">{}</span>').format(node.name)
        case Moment():
            return _time(node.at.isoformat(), words.moment(node.at))
        case Day():
            return _time(node.on.isoformat(), words.day(node.on))
        case _:
            assert_never(node)


def _time(exactly: str, shown: str) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(exactly, shown)


def _link(link: Link) -> Markup:
    if not link.url.startswith(SAFE_SCHEMES):
        return _WORDS["plain"].format(link.label)
    return Markup('<a href="{}" target="_blank" rel="noreferrer">{}</a>').format(
        link.url, link.label
    )
