"""Draws blocks as HTML that needs nothing but itself: no script, no style of others, no network.

Every text is escaped, and none can turn the direction of the next.
"""

from collections.abc import Sequence
from html import escape
from typing import assert_never

from workflows.pictures.drawings import draw
from workflows.pictures.svg import svg
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

_STYLE = """
:root { color-scheme: light; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; background: #fff; color: #1d1d22; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; }
a { color: #14509b; }
table { width: 100%; border-collapse: collapse; margin: 0 0 1.5rem; }
caption { text-align: start; font-weight: 600; padding: .5rem 0; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem .4rem 0; }
th, td { border-bottom: 1px solid #c9c9d1; }
th + th, td + td { width: 25%; overflow-wrap: normal; }
dl > div { margin: 0 0 .6rem; }
dt { font-weight: 600; }
dd { margin: 0; }
p, li, dd, blockquote { white-space: pre-line; }
blockquote { margin: 0 0 1rem; padding: 0 0 0 1rem; border-inline-start: 4px solid #c9c9d1; }
figure { margin: 0 0 1rem; }
svg { max-width: 100%; height: auto; }
small, figcaption { color: #55555f; font-size: .9rem; }
@media print { main { max-width: none; padding: 0; } }
"""

_HEAD = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
"""

_FOOT = "</main>\n</body>\n</html>\n"


def html_page(title: str, body: str, language: str) -> str:
    """Return a whole page; the body is HTML already."""
    head = _HEAD.format(language=escape(language), title=escape(title), style=_STYLE)
    return f"{head}{body}\n{_FOOT}"


def draw_html(blocks: Sequence[Block], words: Words, *, level: int) -> str:
    """Return blocks as HTML with headings of a level; what can be pressed is left out."""
    return "\n".join(filter(None, (_block(block, words, level) for block in blocks)))


def tag(name: str, text: str) -> str:
    """Return a text as an element that is read in its own direction."""
    return f'<{name} dir="auto">{escape(text)}</{name}>'


def link(href: str, label: str) -> str:
    """Return a link to another file of the archive."""
    return f'<a href="{escape(href)}"><bdi>{escape(label)}</bdi></a>'


def rich_html(text: Text, words: Words) -> str:
    """Return a text tree as HTML for inside a paragraph."""
    return "".join(_inline(node, words) for node in text)


def _block(block: Block, words: Words, level: int) -> str:
    match block:
        case Heading():
            return tag(f"h{level}", block.text)
        case Paragraph():
            return f'<p dir="auto">{rich_html(block.text, words)}</p>'
        case Bullets():
            items = (f'<li dir="auto">{rich_html(item, words)}</li>' for item in block.items)
            return f"<ul>{''.join(items)}</ul>"
        case Quote():
            return f'<blockquote dir="auto">{rich_html(block.text, words)}</blockquote>'
        case Facts():
            return f"<dl>{''.join(_fact(key, value, words) for key, value in block.pairs)}</dl>"
        case Small():
            return f'<p dir="auto"><small>{rich_html(block.text, words)}</small></p>'
        case Picture():
            return f"<figure>{svg(draw(block.drawing))}{tag('figcaption', block.alt)}</figure>"
        case Divider():
            return "<hr>"
        case Buttons() | Menu() | Document():
            return ""
        case _:
            assert_never(block)


def _fact(key: str, value: Text, words: Words) -> str:
    return f'<div>{tag("dt", key)}<dd dir="auto">{rich_html(value, words)}</dd></div>'


def _inline(node: Inline, words: Words) -> str:
    match node:
        case Plain():
            return f"<bdi>{escape(node.text)}</bdi>"
        case Bold():
            return tag("strong", node.text)
        case Italic():
            return tag("em", node.text)
        case Code():
            return f"<code>{escape(node.text)}</code>"
        case Link():
            return f"<bdi>{escape(node.label)}</bdi>"
        case Mention():
            return f"<bdi>{escape(node.name)}</bdi>"
        case Moment():
            return f"<time>{escape(words.moment(node.at))}</time>"
        case Day():
            return f'<time datetime="{node.on.isoformat()}">{escape(words.day(node.on))}</time>'
        case _:
            assert_never(node)
