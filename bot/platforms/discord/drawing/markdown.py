"""Writes texts in Discord's markdown: nothing that somebody typed has an effect there.

Discord shows any sign that stands after a backslash as it is. So whatever could format a word,
point at somebody or become a link gets one; signs that matter only where a line begins get one
there. Code is the exception: nothing is escaped in it, and so it cannot hold a backtick.
"""

import re
from dataclasses import replace
from typing import Final, assert_never

from bot.platforms.discord.drawing.measures import is_blank, one_line
from bot.platforms.measures import length, pieces, sound
from workflows.text import Bold, Code, Day, Inline, Italic, Link, Mention, Moment, Plain, Text
from workflows.words import Words

SAFE_SCHEMES: Final = ("https://", "http://")

LONGEST_URL: Final = 1000

_UNSAFE_IN_A_URL: Final = re.compile(r"[\s<>()\[\]\\^`{|}\"\x00-\x1f\x7f-\U0010ffff]")

_SIGNS: Final = re.compile(
    r"[\\*_~`|<@\[\]]"  # formatting; whoever or whatever stands between angle brackets; a link
    r"|:(?=//|[^\s:]+:)"  # an address or an emoji
    r"|(?<=\w)\.(?=[^\W\d_]{2})"  # an address without its scheme, such as one of an invitation
)
_AT_A_LINE: Final = re.compile(r"^([^\S\n]*)([-+#>])|^([^\S\n]*[0-9]+)([.)])", re.MULTILINE)
"""What makes a heading, small print, a list or a quote of a line."""

_ESCAPED: Final = re.compile(r"\\([^0-9A-Za-z\s])")

_BACKTICK: Final = "\u02cb"
"""What looks like a backtick, for where there can be none."""

_NOTHING: Final = "\u200b"
"""Takes no room; it parts signs that would else be read together."""

_STARRED: Final = {"bold": "**", "italic": "*"}
_WORDS: Final = (Plain, Bold, Italic, Code)

Node = Plain | Bold | Italic | Code | Link | Moment
"""What Discord can draw; all else is plain words."""

Nodes = tuple[Node, ...]


def escape(text: str) -> str:
    """Return a text in which no sign has an effect."""
    return _lines(_SIGNS.sub(r"\\\g<0>", sound(text)))


def read_back(drawn: str) -> str:
    """Return the text that was escaped."""
    return _ESCAPED.sub(r"\1", drawn)


def markdown(nodes: Nodes) -> str:
    """Return a text as Discord's markdown."""
    said, last = list[str](), ""
    for node in nodes:
        if last in _STARRED and node.kind in _STARRED:
            said.append(_NOTHING)
        said.append(_drawn(node))
        last = node.kind
    return _lines("".join(said))


def heading(text: str, sign: str) -> str:
    """Return a heading; `sign` is "##" for a title, and "###" below one."""
    line = escape(one_line(text))
    end = _NOTHING if line.endswith("#") else ""  # Discord drops the signs at the end of a heading
    return "" if is_blank(line) else f"{sign} {line}{end}"


def begun(drawn: str, sign: str, further: str | None = None) -> str:
    """Return lines that each begin with a sign; all but the first with another one, if given."""
    first, *rest = drawn.split("\n")
    below = sign if further is None else further
    return "\n".join([sign + first, *(below + line for line in rest)])


def simple(text: Text, words: Words) -> Nodes:
    """Return a text of what Discord can draw, with like words side by side as one."""
    joined = list[Node]()
    for node in (_simple(each, words) for each in text):
        last = joined[-1] if joined else None
        if isinstance(node, _WORDS) and isinstance(last, _WORDS) and last.kind == node.kind:
            joined[-1] = replace(node, text=last.text + node.text)
        else:
            joined.append(node)
    return tuple(joined)


def halves(nodes: Nodes) -> tuple[Nodes, Nodes]:
    """Return a text in two parts; the second is empty for one that cannot be parted."""
    if len(nodes) != 1:
        middle = len(nodes) // 2
        return nodes[:middle], nodes[middle:]
    match nodes[0]:
        case Moment():
            return nodes, ()
        case Link() as link:
            one, other = _halves(link.label)
            return (replace(link, label=one),), (replace(link, label=other),)
        case node:
            one, other = _halves(node.text)
            return (replace(node, text=one),), (replace(node, text=other),)


def is_safe(link: Link) -> bool:
    """Say whether a link has words, and an address that Discord opens."""
    is_whole = len(link.url) <= LONGEST_URL and not _UNSAFE_IN_A_URL.search(link.url)
    return is_whole and link.url.startswith(SAFE_SCHEMES) and not is_blank(link.label)


def _simple(node: Inline, words: Words) -> Node:
    match node:
        case Plain() | Bold() | Italic() | Code() | Moment():
            return node
        case Link():
            return node if is_safe(node) else Plain(node.label)
        case Mention():
            return Plain(node.name)
        case Day():
            return Plain(words.day(node.on))
        case _:
            assert_never(node)


def _drawn(node: Node) -> str:
    match node:
        case Plain():
            return _inline(node.text)
        case Bold() | Italic():
            return _between(escape(node.text), _STARRED[node.kind])
        case Code():
            return _between(one_line(node.text).replace("`", _BACKTICK), "`")
        case Link():
            return f"[{escape(one_line(node.label))}]({node.url})"
        case Moment():
            return f"<t:{int(node.at.timestamp())}:F>"
        case _:
            assert_never(node)


def _inline(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", sound(text))


def _between(text: str, mark: str) -> str:
    """Return a text between marks, which have no effect beside a space."""
    inner = text.strip()
    if is_blank(inner):
        return text
    before, _, after = text.partition(inner)
    return f"{before}{mark}{inner}{mark}{after}"


def _lines(drawn: str) -> str:
    return _AT_A_LINE.sub(_at_a_line, drawn)


def _at_a_line(found: re.Match[str]) -> str:
    spaces, sign, number, dot = found.groups()
    return f"{spaces}\\{sign}" if sign else f"{number}\\{dot}"


def _halves(text: str) -> tuple[str, str]:
    """Return a text in two parts, between words or at least between characters."""
    end = len(pieces(text, max(1, length(text) // 2))[0]) if text else 0
    return text[:end], text[end:]
