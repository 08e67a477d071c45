"""Shortens texts for places of one line in Discord, where there has to be something to be seen."""

from typing import Final

from bot.platforms.measures import length, pieces, sound

_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters that take no room; Discord refuses a text of nothing else."""

_ELLIPSIS: Final = "…"


def is_blank(text: str) -> bool:
    """Say whether there is nothing to be seen in a text."""
    return not text.strip() or all(each in _UNSEEN or each.isspace() for each in text)


def one_line(text: str) -> str:
    """Return a text without line breaks and with single spaces."""
    return " ".join(sound(text).split())


def short(text: str, longest: int) -> str:
    """Return a text that fits into a place of one line; what is cut off becomes "…"."""
    text = one_line(text)
    if is_blank(text):
        return _ELLIPSIS
    if length(text) <= longest:
        return text
    return pieces(text, longest - 1)[0].rstrip() + _ELLIPSIS


def is_short(text: str, longest: int) -> bool:
    """Say whether a text fits into a place of one line as it is."""
    return length(one_line(text)) <= longest
