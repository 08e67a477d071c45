"""Draws a view with a form as a modal, which opens over everything and goes when it is sent."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.platforms.discord.drawing.components import prose, title, written_out
from bot.platforms.discord.drawing.controls import text_display
from bot.platforms.discord.drawing.custom_ids import Way, written
from bot.platforms.discord.drawing.inputs import Question
from bot.platforms.discord.drawing.measures import is_short, short
from bot.platforms.discord.ports import Payload
from bot.platforms.measures import length
from workflows.catalogue import words_for
from workflows.text import Bold
from workflows.views import Block, Buttons, Divider, Document, Form, Menu, Picture, Small, View
from workflows.words import Words

MOST_IN_A_MODAL: Final = 5
LONGEST_TITLE: Final = 45

LONGEST_AROUND: Final = 2000
"""Characters of text above the questions. More would be read on a card, before the form opens."""

LONGEST_TEXT: Final = 4000

_ELSEWHERE: Final = (Buttons, Divider)
"""What a modal cannot have and need not: ways to other places, and lines."""

_TO_BE_SEEN: Final = (Picture, Menu, Document)
"""What a modal cannot have, and has to be seen before the questions are answered."""


def fits_in_a_modal(view: View) -> bool:
    """Say whether all that matters of a view is in its modal, so that it can open at once.

    Where it does not, a card comes first and leads to it (see cards.form_card). That is so for
    tables as well, since a row can only be added or not from a card, and for all pages but the
    first, since no form can open after a form.
    """
    form = view.form
    if form is None or form.also or (form.page or (1, 1))[0] > 1:
        return False
    if any(isinstance(block, _TO_BE_SEEN) for block in view.blocks):
        return False
    around = _Around(view, form, words_for(view.language))
    return around.has_room and len(form.inputs) <= MOST_IN_A_MODAL


def modal(view: View, *, server: str = "", today: date | None = None) -> Payload:
    """Return the form of a view as the data of a callback that opens a modal.

    Where all that stands around the form has no room, what is urgent stays: a problem, notes on
    the questions, and who can see the answers. `today` is the day for whoever fills it in; with
    it, near days can be picked. A row of a table is sent so that another one can follow.

    Raises ValueError for a view without a form, and for one with more questions than five.
    """
    form = view.form
    if form is None or len(form.inputs) > MOST_IN_A_MODAL:
        raise ValueError("a modal has a form with five questions at most")
    words = words_for(view.language)
    around = _Around(view, form, words, today)
    send = form.also[0] if form.also else form.send
    return {
        "custom_id": written(Way.FORM, 0, send.ask, server),
        "title": short(view.title, LONGEST_TITLE),
        "components": around.components(),
    }


def notes(view: View, form: Form, words: Words) -> list[str]:
    """Return what has no room in the modal of a form at all, and so has to be said before."""
    around = _Around(view, form, words)
    return [] if around.can_say_something else around.notes()


@dataclass(frozen=True, slots=True)
class _Around:
    """The questions of a modal, and the text that stands above them."""

    view: View
    form: Form
    words: Words
    today: date | None = None

    @property
    def has_room(self) -> bool:
        """Whether there is room for all of the text."""
        text = _together(self._all())
        return not text or (self.can_say_something and length(text) <= LONGEST_AROUND)

    @property
    def can_say_something(self) -> bool:
        """Whether there is room for any text."""
        return len(self._questions()) < MOST_IN_A_MODAL

    def components(self) -> list[Payload]:
        """Return the text, where there is any and has room, and the questions."""
        text = _together(self._all() if self.has_room else self._urgent())
        drawn = [text_display(text)] if text and self.can_say_something else []
        questions = self._questions()
        inputs = (
            label
            for question, more in zip(questions, self._more(questions), strict=True)
            for label in question.drawn(more)
        )
        return [*drawn, *inputs] or [text_display("…")]

    def notes(self) -> list[str]:
        """Return what has no room at the questions."""
        everything = [Question(asked, self.form, self.words) for asked in self.form.inputs]
        asked = self._questions()
        more = dict(zip((one.asked.id for one in asked), self._more(asked), strict=True))
        return [
            said
            for question in everything
            for note in question.notes(more.get(question.asked.id, 0))
            for said in prose(note, self.words)
        ]

    def _questions(self) -> list[Question]:
        every = (Question(one, self.form, self.words, self.today) for one in self.form.inputs)
        return [question for question in every if question.can_be_asked]

    def _more(self, questions: Sequence[Question]) -> list[int]:
        """Return how many inputs each question gets beside its first; one place is for the text."""
        room = max(0, MOST_IN_A_MODAL - 1 - len(questions))
        given = list[int]()
        for question in questions:
            given.append(min(question.wishes, room))
            room -= given[-1]
        return given

    def _all(self) -> list[str]:
        return [*self._top(), *self._page(), *self._said(self.view.blocks), *self.notes()]

    def _urgent(self) -> list[str]:
        small = (block for block in self.view.blocks if isinstance(block, Small))
        return [*self._top(), *self.notes(), *self._said(small)]

    def _top(self) -> list[str]:
        """Return what comes first: a problem, and the title if it has no room in its place."""
        problem = prose((Bold(self.view.problem),), self.words)
        is_whole = is_short(self.view.title, LONGEST_TITLE)
        return [*problem, *([] if is_whole else title(self.view.title, "##", self.words))]

    def _page(self) -> list[str]:
        return [] if self.form.page is None else page_line(self.form.page, self.words)

    def _said(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            if not isinstance(block, (*_ELSEWHERE, *_TO_BE_SEEN)):
                yield from written_out(block, self.words)


def page_line(page: tuple[int, int], words: Words) -> list[str]:
    """Return the line that says how far a form of several pages has come."""
    number, pages = page
    return written_out(Small(words.rich("Page {page} of {pages}", page=number, pages=pages)), words)


def _together(texts: Iterable[str]) -> str:
    """Return texts as one; one that has no room any more is left out."""
    said = ""
    for text in texts:
        longer = f"{said}\n\n{text}" if said else text
        if length(longer) <= LONGEST_TEXT:
            said = longer
    return said
