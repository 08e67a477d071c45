"""Measures texts as platforms do, and parts what is too long for its place.

Some count an emoji as one character, some as two, and some do not say; two is the safe answer.
"""

import re
from typing import Final

from workflows.typed import shorten

_UNSOUND: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Controls and halves of characters: a text with one of them would not even be sent."""

_FURTHER: Final = "……"
"""Stands behind a text that is longer than it may be."""


def sound(text: str) -> str:
    """Return a text with a sign in the place of whatever cannot be sent."""
    if text.isprintable():  # most are, and then nothing in it is unsound
        return text
    return _UNSOUND.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def length(text: str) -> int:
    """Return the length of a text, with two for each character beyond the first 65,536."""
    return len(text) if text.isascii() else len(_utf16(text)) // 2


def pieces(text: str, longest: int) -> tuple[str, ...]:
    """Return a text in pieces that fit, in order and with nothing left out.

    A piece ends with a word where it can, and never in the middle of what a reader sees as one
    character, unless that alone is too long.
    """
    if length(text) <= longest:
        return (text,) if text else ()
    parts = list[str]()
    while length(text) > longest:
        end = _end(text, longest)
        parts.append(text[:end])
        text = text[end:]
    return (*parts, text) if text else tuple(parts)


def _end(text: str, longest: int) -> int:
    """Return where the first piece of a text ends that is too long."""
    most = len(_utf16(text)[: 2 * longest].decode("utf-16-le", "ignore"))
    whole = shorten(f"{text}{_FURTHER}", most + 1)[:-1]
    if not whole:
        return max(most, 1)
    word = max(whole.rfind(" "), whole.rfind("\n")) + 1
    return word if word > len(whole) // 2 and not text[len(whole)].isspace() else len(whole)


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
