"""What the group has put together as people read it: a line for each pile."""

from collections.abc import Iterable

from workflows.entries import Topic
from workflows.limits import OPTIONS_OF_ONE
from workflows.text import plain
from workflows.typed import shorten
from workflows.views import Block, Bullets, Heading, Small
from workflows.words import Words

MOST_PILES = OPTIONS_OF_ONE
LONGEST_PILE = 100
"""Of what is shown at most, so that everything fits into one message."""


def piles_in(topics: Iterable[Topic]) -> tuple[Topic, ...]:
    """Return the topics that were made of several entries."""
    return tuple(topic for topic in topics if len(topic.entries) > 1)


def pile_blocks(piles: tuple[Topic, ...], words: Words) -> tuple[Block, ...]:
    """Return what was put together so far; nothing where nothing was."""
    if not piles:
        return ()
    texts = (" · ".join(entry.text for entry in pile.entries) for pile in piles[:MOST_PILES])
    return (
        Heading(words.say("Together so far")),
        Bullets(tuple(plain(shorten(text, LONGEST_PILE)) for text in texts)),
        *left_out(len(piles) - MOST_PILES, words),
    )


def left_out(count: int, words: Words) -> tuple[Block, ...]:
    """Return a word on how many more there are than a screen shows, if any."""
    if count <= 0:
        return ()
    line = words.plural("{count} more is not shown.", "{count} more are not shown.", count)
    return (Small(plain(line)),)
