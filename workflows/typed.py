"""Makes what people type fit to be kept and shown, or says why it cannot be.

What is kept is what is shown: nothing in it is invisible, turns the reading direction around, or
piles up over the lines above. A text is never cut without its author's knowledge; it is refused
with a sentence, and they keep what they typed.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from workflows.words import Words

MOST_MARKS = 8
"""Combining marks that one letter keeps; the richest spellings in use need five."""

_HOPELESS = 50_000
"""Characters from which a text is refused unread, so that reading it takes nobody's time."""

_BREAK = re.compile("\r\n?|[\u2028\u2029]")
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Controls, halves of characters, and what is no character at all."""

_FLAG = "\U0001f3f4[\U000e0030-\U000e007a]{3,6}\U000e007f"
"""The flag of a region, such as Scotland, is spelled with otherwise invisible letters."""
_HIDDEN = re.compile(
    f"({_FLAG})|"
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Directions that turn the text around them, and characters that take no room."""

_EMOJI = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_JOINING = "\u0600-\u0dff\u0f00-\u109f\u1780-\u18af"
"""Scripts in which letters join: Arabic, those of India and its neighbours, Mongolian."""
_JOINER = re.compile(
    f"(?<=[{_EMOJI}])(\u200d)(?=[{_EMOJI}])|(?<=[{_JOINING}])([\u200c\u200d])|[\u200c\u200d]"
)

_SKIN = range(0x1F3FB, 0x1F400)
_TAG = range(0xE0020, 0xE0080)
_REGIONAL = range(0x1F1E6, 0x1F200)
"""Two of these make the flag of a country."""


@dataclass(frozen=True, slots=True)
class Unfit:
    """The text has characters that can be neither kept nor shown."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """The text is longer than its place, by so many characters."""

    over: int


Trouble = Unfit | TooLong


def clean(text: str, *, longest: int) -> str | Trouble:
    """Return a text as it is kept, or what is wrong with it.

    Spaces around it go, line breaks become line feeds, accents are composed (NFC), and what
    would be invisible or turn the reading direction goes. `longest` counts characters after that.
    """
    if len(text) > _HOPELESS:
        return TooLong(len(text) - longest)
    text = _BREAK.sub("\n", text)
    if _UNFIT.search(text):
        return Unfit()
    text = _visible(text)
    return text if len(text) <= longest else TooLong(len(text) - longest)


def fit(text: str, *, longest: int) -> str:
    """Return as much of a text as can be kept: what is unfit goes, and the rest is shortened.

    This is for what nobody can be asked to type again, such as a name that a platform gives.
    """
    text = _UNFIT.sub("", _BREAK.sub("\n", text[:_HOPELESS]))
    return shorten(_visible(text), longest)


def explain(trouble: Trouble, words: Words) -> str:
    """Return the sentence that tells an author what to do."""
    match trouble:
        case Unfit():
            return words.say(
                "This holds a character that cannot be kept. Please type the text again."
            )
        case TooLong():
            return words.plural(
                "This is {count} character too long. Please shorten it.",
                "This is {count} characters too long. Please shorten it.",
                trouble.over,
            )
        case _:
            assert_never(trouble)


def shorten(text: str, length: int) -> str:
    """Return at most so many characters; what is cut off becomes "…", and no character breaks."""
    if len(text) <= length:
        return text
    end = length - 1
    while end > 0 and _joined(text, end):
        end -= 1
    return text[:end].rstrip() + "…"


def _visible(text: str) -> str:
    """Return a text without what would be invisible or turn the reading direction around."""
    if not text.isascii():
        text = _composed(_JOINER.sub(r"\1\2", _HIDDEN.sub(r"\1", text)))
    return text.strip()


def _composed(text: str) -> str:
    """Compose accents; marks are cut before, for sorting thousands of them takes seconds."""
    few = "".join(_with_few_marks(text))
    return "".join(_with_few_marks(unicodedata.normalize("NFC", few)))


def _with_few_marks(text: str) -> Iterator[str]:
    marks = 0
    for character in text:
        marks = marks + 1 if _is_mark(character) else 0
        if marks <= MOST_MARKS:
            yield character


def _joined(text: str, at: int) -> bool:
    """Say whether a reader sees what stands on both sides of a place as one character."""
    before, after = text[at - 1], text[at]
    if _is_mark(after) or after in "\u200c\u200d" or ord(after) in _SKIN or ord(after) in _TAG:
        return True
    if ord(after) in _REGIONAL:
        return _flags_before(text, at) % 2 == 1
    return before == "\u200d" or before + after == "\r\n"


def _flags_before(text: str, at: int) -> int:
    count = 0
    while count < at and ord(text[at - count - 1]) in _REGIONAL:
        count += 1
    return count


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")
