"""Draws pages, messages and dialogs as HTML for one reader, from the templates beside this file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from itertools import chain
from typing import Final, assert_never

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from bot.platforms.web.board import CONCORD, Message
from bot.platforms.web.desk import Offer
from bot.platforms.web.read import MANY, ONE
from bot.platforms.web.richtext import rich_text
from bot.platforms.web.visits import Visit
from workflows.definitions import FieldKind
from workflows.pictures.drawings import Drawing, draw
from workflows.pictures.svg import svg
from workflows.views import Block, Button, Buttons, Input, Small, View
from workflows.words import Words

MOST_RADIOS: Final = 10
"""Options that are all in sight; from more of them one picks in a select."""

NARROWEST_ROW: Final = 5
"""Buttons that fit into one row on every platform."""

TINTS: Final = 8
"""Colours of the circles with initials, as the style sheet counts them."""


class Screen:
    """What one reader sees."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._words = visit.words

    def page(
        self,
        messages: Sequence[Message],
        *,
        seq: int,
        pinned: int,
        now: datetime,
        is_fixed: bool,
        offers: Sequence[Offer],
    ) -> str:
        """Return the whole page of a channel or a thread, with all changes up to `seq`.

        With `is_fixed` the clock is only shown, and nobody can start over.
        """
        return self._draw(
            "page.html",
            messages=messages,
            seq=seq,
            pinned=pinned,
            now=now,
            is_fixed=is_fixed,
            offers=[(offer.usage, offer.summary) for offer in offers],
        )

    def messages(self, messages: Sequence[Message]) -> str:
        """Return messages as items of the list on the page."""
        return self._draw("messages.html", messages=messages)

    def pinned(self, messages: Sequence[Message]) -> str:
        """Return a dialog with the pinned messages."""
        return self._draw("pinned.html", messages=messages)

    def pinned_button(self, count: int) -> str:
        """Return the button that opens the pinned messages."""
        return self._draw("pinned_button.html", pinned=count)

    def dialog(self, view: View, action: str = "ask") -> str:
        """Return a view as the inside of the dialog; `action` is where its form goes."""
        return self._draw("dialog.html", view=view, around=_around_form(view), action=action)

    def clock(self, now: datetime) -> str:
        """Return the workspace's time."""
        return self._words.moment(now)

    def _draw(self, template: str, **context: object) -> str:
        return _templates().get_template(template).render(**self._context(), **context)

    def _context(self) -> dict[str, object]:
        visit = self._visit
        return {
            **_speech(self._words),
            "visit": visit,
            "place": visit.place,
            "me": visit.persona,
            "people": {persona.external_id: persona for persona in visit.everyone},
            "tints": {
                persona.external_id: number % TINTS for number, persona in enumerate(visit.everyone)
            },
        }


def problem_page(sentence: str, words: Words) -> str:
    """Return a page that says only what cannot be done."""
    return _templates().get_template("problem.html").render(**_speech(words), sentence=sentence)


def _speech(words: Words) -> dict[str, object]:
    return {
        "say": words.say,
        "plural": words.plural,
        "moment": words.moment,
        "language": words.language,
        "rich": partial(rich_text, words=words),
    }


@cache
def _templates() -> Environment:
    """Return the templates; everything they show is escaped, and a missing name is an error."""
    templates = Environment(
        loader=PackageLoader("bot.platforms.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.globals.update(CONCORD=CONCORD, ONE=ONE, MANY=MANY)
    templates.filters.update(
        control=_control, drawn=_drawn, flowing=_flowing, initials=_initials, scene=draw
    )
    return templates


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around the questions of a form: above, in the small print below, in the foot."""

    above: tuple[Block, ...]
    below: tuple[Block, ...] = ()
    foot: tuple[Button, ...] = ()


def _around_form(view: View) -> _Around:
    """Part the blocks of a view: with a form, its other buttons go beside the one that sends."""
    if not view.form:
        return _Around(view.blocks)
    above = tuple(block for block in view.blocks if not isinstance(block, Small | Buttons))
    below = tuple(block for block in view.blocks if isinstance(block, Small))
    rows = (block.buttons for block in view.blocks if isinstance(block, Buttons))
    return _Around(above, below, tuple(chain.from_iterable(rows)))


def _flowing(blocks: Sequence[Block]) -> list[Block]:
    """Let a row of buttons go on in the next one, if it was full only by another platform's rule.

    A page has room for more than five, and breaks its rows where it must.
    """
    flowing: list[Block] = []
    for block in blocks:
        before = flowing[-1] if flowing else None
        match before, block:
            case Buttons(), Buttons() if len(before.buttons) % NARROWEST_ROW == 0:
                flowing[-1] = Buttons(before.buttons + block.buttons)
            case _:
                flowing.append(block)
    return flowing


def _control(question: Input) -> str:
    """Return which control asks a question: the name of a macro in form.html."""
    match question.field_kind:
        case FieldKind.CHOICE if len(question.options) > MOST_RADIOS:
            return "select"
        case FieldKind.CHOICE | FieldKind.YES_NO:
            return "radios"
        case FieldKind.CHOICES | FieldKind.PEOPLE:
            return "checks"
        case FieldKind.PERSON:
            return "select"
        case FieldKind.SCALE:
            return "scale"
        case FieldKind.LONG_TEXT | FieldKind.ROWS:
            return "lines"
        case FieldKind.TEXT | FieldKind.NUMBER | FieldKind.DATE | FieldKind.TIME:
            return "line"
        case _:
            assert_never(question.field_kind)


def _initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name."""
    parts = name.split()
    return "".join(part[0] for part in (*parts[:1], *parts[1:][-1:])).upper()


def _drawn(drawing: Drawing) -> Markup:
    """Return a drawing as SVG for inside a page; svg escapes whatever somebody typed."""
    return Markup(svg(draw(drawing)))  # noqa: S704 - svg writes nothing but its own elements
