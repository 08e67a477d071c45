"""Puts drawn blocks into as many messages as they need, or into the one view that there is."""

from collections.abc import Sequence
from typing import Final

from bot.platforms.slack.drawing.measures import size, weight
from bot.platforms.slack.drawing.richtext import prose
from bot.platforms.slack.ports import Payload
from workflows.text import plain
from workflows.words import Words

MOST_IN_A_MESSAGE: Final = 50
MOST_IN_A_VIEW: Final = 100

LONGEST_MESSAGE: Final = 12_000
"""Characters of all blocks of a message; at about 13,200 Slack refuses it."""

LARGEST_VIEW: Final = 200_000
"""Bytes of all blocks of a modal or a home tab; Slack takes some 250,000."""


def in_messages(blocks: Sequence[Payload]) -> list[list[Payload]]:
    """Return blocks in portions of which each fits into a message; a heading ends none."""
    portions = list[list[Payload]]()
    room = 0
    for block in blocks:
        weighs = weight(block)
        room -= weighs
        if room < 0 or len(portions[-1]) == MOST_IN_A_MESSAGE:
            portions.append(_without_last_headings(portions))
            room = LONGEST_MESSAGE - weight(portions[-1]) - weighs
        portions[-1].append(block)
    return portions


def in_a_view(
    blocks: Sequence[Payload], others: Sequence[Payload], words: Words
) -> Sequence[Payload]:
    """Return as many blocks as fit into a view beside others, and say so if that is not all.

    Where the others leave no room even for that, they have said so themselves.
    """
    most, room = MOST_IN_A_VIEW - len(others), LARGEST_VIEW - size(others)
    if len(blocks) <= most and size(blocks) <= room:
        return blocks
    if most < 1:
        return []
    more = prose(plain(words.say("There is more than Slack can show here.")), words)
    fitting = list[Payload]()
    room -= size(more)
    for block in blocks[: most - 1]:
        if (room := room - size([block])) < 0:
            break
        fitting.append(block)
    return [*fitting, *more]


def _without_last_headings(portions: list[list[Payload]]) -> list[Payload]:
    """Take the headings off the end of the last portion, for they belong to what comes next."""
    headings = list[Payload]()
    while portions and portions[-1][1:] and portions[-1][-1]["type"] == "header":
        headings.insert(0, portions[-1].pop())
    return headings
