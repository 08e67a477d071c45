"""Draws the cards that come before a form, after it, and before what cannot be undone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.platforms.discord.drawing.components import Pen, Pictures, written_out
from bot.platforms.discord.drawing.controls import Keys, row, rows, text_display
from bot.platforms.discord.drawing.custom_ids import Handle, Way
from bot.platforms.discord.drawing.fitting import Drawn, posted
from bot.platforms.discord.drawing.inputs import named
from bot.platforms.discord.drawing.markdown import escape, read_back
from bot.platforms.discord.drawing.measures import is_blank, one_line, short
from bot.platforms.discord.drawing.modals import notes, page_line
from bot.platforms.discord.ports import DiscordMessage, Payload
from workflows.catalogue import words_for
from workflows.text import Bold, plain
from workflows.views import Ask, Bullets, Buttons, Form, Small, Style, View
from workflows.words import Words

LONGEST_QUESTION: Final = 2000


@dataclass(frozen=True, slots=True)
class Passage:
    """How a card leads to its form: the way is OPEN or REOPEN, and the ask is that of the view."""

    way: Way
    ask: Ask


def form_card(
    view: View,
    passage: Passage,
    *,
    server: str = "",
    is_private: bool = True,
    painted: Pictures | None = None,
) -> tuple[DiscordMessage, ...]:
    """Return a view with a form as a card that leads to the form.

    It has all of the view: what needs another look, its words and pictures, its ways on. Below a
    table it offers to add a row, or to send it as it is.

    Raises ValueError for a view without a form.
    """
    if view.form is None:
        raise ValueError("a card leads to a form, and there is none")
    words, keys = words_for(view.language), Keys(server)
    pen = Pen(view, words, keys, painted)
    drawn = _card(view, view.form, pen, _ways(view.form, passage, keys, words))
    return posted(drawn, is_private=is_private)


def confirm_card(question: str, handle: Handle, words: Words, *, label: str = "") -> DiscordMessage:
    """Return what asks once more before a guarded button has its effect.

    `question` is the sentence beside that button, and `label` is what stands on it, as
    `question_of` and `label_of` find them.
    """
    keys = Keys(handle.server)
    asked = words.say("Are you sure?") if is_blank(question) else question
    yes = words.say("Yes, go ahead") if is_blank(label) else label
    buttons = [
        keys.button(yes, Way.YES, handle.ask, Style.DANGER),
        keys.button(words.say("Not now"), Way.NO, handle.ask),
    ]
    text = text_display(escape(short(asked, LONGEST_QUESTION)))
    (card,) = posted([Drawn(text), Drawn(row(buttons))], is_private=True)
    return card


def question_of(components: object, custom_id: str) -> str:
    """Return the sentence beside a guarded button of a message, as it was before it was drawn.

    It is empty where there is no such button.
    """
    for section in _guarded(components, custom_id):
        texts = (one.get("content") for one in _objects(section.get("components")))
        return read_back("\n".join(text for text in texts if isinstance(text, str)))
    return ""


def label_of(components: object, custom_id: str) -> str:
    """Return what stands on a guarded button of a message; nothing if there is none."""
    for section in _guarded(components, custom_id):
        label = section["accessory"].get("label")
        return label if isinstance(label, str) else ""
    return ""


def _card(view: View, form: Form, pen: Pen, ways: list[Payload]) -> Iterator[Drawn]:
    words = pen.words
    around = (block for block in view.blocks if not isinstance(block, Buttons | Small))
    yield from pen.top()
    yield from (Drawn(text_display(line)) for line in _so_far(form, words))
    yield from _another_look(form, pen)
    yield from pen.draw(around)
    yield from (Drawn(text_display(note)) for note in notes(view, form, words))
    yield from (Drawn(each) for each in ways)
    yield from pen.draw(block for block in view.blocks if isinstance(block, Buttons))
    yield from pen.draw(block for block in view.blocks if isinstance(block, Small))


def _so_far(form: Form, words: Words) -> Iterator[str]:
    if form.page is None:
        return
    yield from page_line(form.page, words)
    if form.page[0] > 1 and not form.problems:
        saved = Small(plain(words.say("What you wrote so far is saved.")))
        yield from written_out(saved, words)


def _another_look(form: Form, pen: Pen) -> Iterator[Drawn]:
    """Yield the questions that need another look, each with what to do about it."""
    wrong = [asked for asked in form.inputs if asked.id in form.problems]
    if not wrong:
        return
    line = pen.words.plural(
        "One answer needs another look:", "{count} answers need another look:", len(wrong)
    )
    items = [named(one_line(one.label), form.problems[one.id]) for one in wrong]
    yield from pen.text((Bold(line),))
    yield from pen.draw([Bullets(tuple(items))])
    yield from pen.draw([Small(plain(pen.words.say("What you typed is still there.")))])


def _ways(form: Form, passage: Passage, keys: Keys, words: Words) -> list[Payload]:
    """Return the way to the form; from a table, also the way on without another row.

    After a caution, what was typed can be sent from here as it is.
    """
    label = _way_in(form, passage.way, words)
    buttons = [keys.button(label, passage.way, passage.ask, Style.PRIMARY)]
    if form.also:
        buttons.append(keys.button(form.send.label, Way.EMPTY, form.send.ask))
    if form.anyway:
        buttons.append(keys.button(form.anyway.label, Way.ANYWAY, form.anyway.ask))
    return rows(buttons)


def _way_in(form: Form, way: Way, words: Words) -> str:
    if way is Way.REOPEN:
        return words.say("Correct my answer")
    if form.also:
        is_new = not any(form.values.values())
        return words.say("Add a row") if is_new else words.say("Change this row")
    if form.page and form.page[0] > 1:
        return words.say("Continue")
    return words.say("Open the form")


def _guarded(components: object, custom_id: str) -> Iterator[Payload]:
    for section in _objects(components):
        accessory = section.get("accessory")
        if isinstance(accessory, dict) and accessory.get("custom_id") == custom_id:
            yield section


def _objects(shape: object) -> list[Payload]:
    if not isinstance(shape, list | tuple):
        return []
    return [each for each in shape if isinstance(each, dict)]
