"""Draws a view as messages: the first says it all, or as much as fits; the others follow it."""

from collections.abc import Iterator

from bot.platforms.discord.drawing.components import Files, Pen, Pictures, written_out
from bot.platforms.discord.drawing.controls import Keys
from bot.platforms.discord.drawing.fitting import Drawn, posted
from bot.platforms.discord.ports import DiscordMessage
from workflows.catalogue import words_for
from workflows.text import plain
from workflows.views import Heading, Menu, View


def messages(
    view: View,
    *,
    server: str = "",
    is_private: bool = False,
    painted: Pictures | None = None,
    files: Files | None = None,
) -> tuple[DiscordMessage, ...]:
    """Return a view as a message and, where that has no room for all, others that follow.

    `server` is the one that the view is about, where Discord will not say so itself. With
    `is_private` only one person sees the answer. Words stand for pictures that are not painted, and
    for files that are not made.

    Raises ValueError for a view with a form, which a message cannot hold.
    """
    if view.form is not None:
        raise ValueError("a form opens when somebody asks for it; a message cannot hold one")
    words = words_for(view.language)
    pen = Pen(view, words, Keys(server), painted, files)
    return posted(_face(view, pen), is_private=is_private)


def _face(view: View, pen: Pen) -> Iterator[Drawn]:
    """Yield all of a view: its problem, its title, its blocks.

    Where its blocks only name things and let them be pressed, its summary says what it is about.
    A notification and a screen reader begin with the first words; no others are hidden for them.
    """
    yield from pen.top()
    read = (block for block in view.blocks if not isinstance(block, Heading | Menu))
    is_told = any(written_out(block, pen.words) for block in read)
    if not is_told and view.summary != view.title:
        yield from pen.text(plain(view.summary))
    yield from pen.draw(view.blocks)
