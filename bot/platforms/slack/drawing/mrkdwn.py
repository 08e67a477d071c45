"""Writes the few texts that Slack reads as mrkdwn: nothing that somebody typed has an effect there.

What people typed is drawn as rich text or as plain text elsewhere, where Slack reads no signs. Left
are the sentence that a notification shows, and moments and links of ours in small print.
"""

import re
from typing import Final

from bot.platforms.measures import length, sound
from bot.platforms.slack.drawing.measures import short
from workflows.text import Link, Moment
from workflows.words import Words

MOMENT: Final = "{date_long_pretty}, {time}"
"""How Slack shows a point in time, in the reader's own zone and language."""

LONGEST_SENTENCE: Final = 3900
"""Characters of the sentence above a message; Slack advises against more than 4,000."""

SAFE_SCHEMES: Final = ("https://", "http://", "mailto:")

LONGEST_URL: Final = 3000

_HAIR: Final = "\u200a"
"""The narrowest space: a sign that is followed by one has no effect."""

_SIGNS: Final = re.compile(
    r"[*_~]|[@#](?=\w)"  # formatting; a person, a channel
    r"|:(?=//|[\w+'-]+:)|(?<=mailto):|(?<=\w)\.(?=[^\W\d_]{2})"  # an address or an emoji
)
"""What formats a word, points at somebody or something, or becomes a link or a picture."""

_ALIKE: Final = re.compile("`|^>")
_LOOKS: Final = {"`": "\u02cb", ">": "\u203a"}
"""Signs that have an effect beside a space, too, and what looks like them: code and a quote."""

_ESCAPES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ESCAPED: Final = re.compile("[&<>]")


def escape(text: str) -> str:
    """Return a text with the three characters escaped that begin what Slack calls special."""
    return _ESCAPED.sub(lambda found: _ESCAPES[found[0]], text)


def inert(text: str) -> str:
    """Return a text escaped, and with its formatting signs without effect."""
    parted = _SIGNS.sub(rf"\g<0>{_HAIR}", text)
    return escape(_ALIKE.sub(lambda found: _LOOKS[found[0]], parted))


def sentence(text: str) -> str:
    """Return the sentence that a notification shows and a screen reader reads."""
    longest = LONGEST_SENTENCE
    while length(said := inert(short(text, longest))) > LONGEST_SENTENCE:
        longest //= 2
    return said


def moment(node: Moment, words: Words) -> str:
    """Return a point in time that each reader sees in their own zone."""
    at = int(node.at.timestamp())
    return f"<!date^{at}^{MOMENT}|{inert(fallback(node, words))}>"


def fallback(node: Moment, words: Words) -> str:
    """Return a point in time as words, for where Slack cannot draw it."""
    return f"{words.in_zone('UTC').moment(node.at)} UTC"


def link(node: Link) -> str:
    """Return a link to an address of ours."""
    return f"<{escape(node.url)}|{inert(sound(node.label))}>"


def is_safe(node: Link) -> bool:
    """Say whether a link has words, and an address that Slack can open and read to its end."""
    is_whole = len(node.url) <= LONGEST_URL and not re.search(r"[\s|<>]", node.url)
    return is_whole and node.url.startswith(SAFE_SCHEMES) and bool(node.label.strip())
