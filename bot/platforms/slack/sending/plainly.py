"""Takes a message down to plain sections, for when Slack does not take it as it was drawn."""

from collections.abc import Iterator, Mapping
from typing import Final

from bot.platforms.slack.ports import Payload, SlackMessage

LONGEST: Final = 3000
"""The longest text of a section, in characters; what is drawn keeps below it."""


def plainly(message: SlackMessage) -> SlackMessage:
    """Return a message with the same words in plain sections: no picture, no button."""
    texts = (text for block in message.blocks for text in _texts(block))
    return SlackMessage(message.text, [{"type": "section", "text": text} for text in texts])


def _texts(block: Payload) -> Iterator[Payload]:
    """Yield the text objects that say what a block says."""
    match block:
        case {"type": "section" | "header", "text": text}:
            yield text
        case {"type": "context", "elements": elements}:
            yield from elements
        case {"type": "rich_text", "elements": elements}:
            lines = "\n".join(line for element in elements for line in _lines(element))
            yield {"type": "plain_text", "text": lines[:LONGEST], "emoji": False}
        case {"type": "image", "alt_text": alt}:
            yield {"type": "plain_text", "text": alt, "emoji": False}
        case _:
            return  # a line, a row of buttons


def _lines(element: Payload) -> Iterator[str]:
    """Yield the lines of a part of a rich text; a list has one for each of its sections."""
    inner = element["elements"]
    if element["type"] == "rich_text_list":
        for section in inner:
            yield from _lines(section)
    else:
        yield "".join(_word(part) for part in inner)


def _word(part: Mapping[str, str]) -> str:
    return part.get("text") or part.get("fallback") or part.get("url", "")
