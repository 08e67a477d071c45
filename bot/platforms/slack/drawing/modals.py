"""Draws a view as a modal: with a form it asks and sends, without one it only shows."""

import json
from itertools import chain
from typing import Final

from bot.platforms.measures import length, sound
from bot.platforms.slack.drawing.blocks import (
    NO_PICTURES,
    Pen,
    Pictures,
    heading,
    problem,
    row,
    small_print,
)
from bot.platforms.slack.drawing.controls import SEND, button
from bot.platforms.slack.drawing.fitting import in_a_view
from bot.platforms.slack.drawing.inputs import question
from bot.platforms.slack.drawing.measures import plain
from bot.platforms.slack.drawing.richtext import bullets, prose
from bot.platforms.slack.ports import Payload
from workflows.catalogue import words_for
from workflows.text import plain as typed
from workflows.views import Buttons, Form, Small, View
from workflows.words import Words

BRAND: Final = "Concord"

CALLBACK: Final = "form"
"""The callback id of every modal."""

LONGEST_TITLE: Final = 24
"""Characters of the title of a modal, and of the buttons at its foot."""


def modal(view: View, channel: str, pictures: Pictures = NO_PICTURES) -> Payload:
    """Return a view as views.open and views.update take it.

    `channel` is where it was asked for, in Slack's words; empty in private. It comes back with
    the form, together with what the form asks for: ids only, never words of people.
    """
    words = words_for(view.language)
    pen = Pen(view, words, pictures)
    form, blocks = view.form, view.blocks
    around = [block for block in blocks if not isinstance(block, Buttons | Small)]
    above = [*_top(view, words), *pen.draw(around if form else blocks)]
    asking = _asking(view, form, pen, words) if form else []
    small = pen.draw(block for block in view.blocks if isinstance(block, Small)) if form else []
    below = [*asking, *in_a_view(small, asking, words)]
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "private_metadata": _metadata(form, channel),
        "title": plain(view.title, LONGEST_TITLE),
        "close": plain(words.say("Close"), LONGEST_TITLE),
        **({"submit": plain(form.send.label, LONGEST_TITLE)} if form else {}),
        "blocks": [*in_a_view(above, below, words), *below],
    }


def loading(language: str) -> Payload:
    """Return the modal that is there at once, until what was asked for takes its place."""
    words = words_for(language)
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": plain(BRAND, LONGEST_TITLE),
        "close": plain(words.say("Close"), LONGEST_TITLE),
        "blocks": prose(typed(words.say("One moment, please.")), words),
    }


def _top(view: View, words: Words) -> list[Payload]:
    """Return what comes first: a problem, the title if Slack's own is too short, the page."""
    is_whole = length(" ".join(sound(view.title).split())) <= LONGEST_TITLE
    return [
        *problem(view.problem, words),
        *([] if is_whole else heading(view.title, words)),
        *(_page(view.form, words) if view.form else []),
        *(_another_look(view.form, words) if view.form else []),
    ]


def _page(form: Form, words: Words) -> list[Payload]:
    if form.page is None:
        return []
    page, pages = form.page
    return small_print(words.rich("Page {page} of {pages}", page=page, pages=pages), words)


def _another_look(form: Form, words: Words) -> list[Payload]:
    """Name the questions that need another look, for they may be out of sight."""
    labels = [typed(asked.label) for asked in form.inputs if asked.id in form.problems]
    if not labels:
        return []
    line = words.plural(
        "One answer needs another look:", "{count} answers need another look:", len(labels)
    )
    return [*problem(line, words), *bullets(labels, words)]


def _asking(view: View, form: Form, pen: Pen, words: Words) -> list[Payload]:
    """Return the questions, and the ways on beside the one that sends."""
    questions = chain.from_iterable(question(asked, form, words) for asked in form.inputs)
    others = (block.buttons for block in view.blocks if isinstance(block, Buttons))
    ways = [
        *(button(way, f"{SEND}{number}", words) for number, way in enumerate(form.ways[1:])),
        *(pen.button(way) for way in chain.from_iterable(others)),
    ]
    return [*questions, *row(ways)]


def _metadata(form: Form | None, channel: str) -> str:
    ask = form.send.ask.encode() if form else ""
    return json.dumps({"ask": ask, "channel": channel})
