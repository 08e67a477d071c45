"""Draws a view as messages: the first says it all, or as much as fits; the others follow below."""

from functools import lru_cache
from typing import Final

from bot.platforms.slack.drawing.blocks import NO_PICTURES, Pen, Pictures, heading, problem
from bot.platforms.slack.drawing.fitting import in_messages
from bot.platforms.slack.drawing.mrkdwn import sentence
from bot.platforms.slack.ports import Payload, SlackMessage
from workflows.catalogue import words_for
from workflows.views import Bullets, Divider, Heading, Paragraph, Small, View
from workflows.words import Words

MOST_KEPT: Final = 16
"""Drawn views in memory; the one not asked for longest goes first."""

_PROSE: Final = (Bullets, Divider, Heading, Paragraph, Small)


def messages(view: View, pictures: Pictures = NO_PICTURES) -> tuple[SlackMessage, ...]:
    """Return a view as a message and, where that has no room for all, others for its thread.

    Raises ValueError for a view with a form, which a message cannot hold.
    """
    if view.form is not None:
        raise ValueError("a form opens when somebody asks for it; a message cannot hold one")
    if all(isinstance(block, _PROSE) for block in view.blocks):
        return _drawn_once(view)
    return _drawn(view, pictures)


def face(view: View, words: Words, pictures: Pictures) -> list[Payload]:
    """Return all of a view without a form: its problem, its title, its blocks."""
    return [
        *problem(view.problem, words),
        *heading(view.title, words),
        *Pen(view, words, pictures).draw(view.blocks),
    ]


@lru_cache(maxsize=MOST_KEPT)
def _drawn_once(view: View) -> tuple[SlackMessage, ...]:
    """Draw what is only read. Some of it is the same for everybody and comes often, as help does.

    A view is found again by all that stands in it, so that nobody sees what another was shown.
    """
    return _drawn(view, NO_PICTURES)


def _drawn(view: View, pictures: Pictures) -> tuple[SlackMessage, ...]:
    words = words_for(view.language)
    portions = in_messages(face(view, words, pictures))
    said = view.summary.strip() or view.title
    return tuple(
        SlackMessage(sentence(_counted(said, page, len(portions), words)), portion)
        for page, portion in enumerate(portions or [[]], start=1)
    )


def _counted(said: str, page: int, pages: int, words: Words) -> str:
    """Return the sentence of one message; all but the first begin with their number."""
    if page == 1:
        return said
    number = words.say("Page {page} of {pages}", page=page, pages=pages)
    return f"{number}. {said}"
