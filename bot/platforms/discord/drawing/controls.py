"""Draws what can be pressed and picked: buttons, menus, and their options."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Final

from bot.platforms.discord.drawing.custom_ids import Way, written
from bot.platforms.discord.drawing.markdown import escape
from bot.platforms.discord.drawing.measures import is_blank, one_line, short
from bot.platforms.discord.ports import Payload
from bot.platforms.measures import pieces
from workflows.views import Ask, Button, Menu, Option, Style

LONGEST_LABEL: Final = 80
"""Characters of the label of a button."""

LONGEST_SPOKEN: Final = 60
"""Characters of a label that says what it is about because another one is called the same."""

LONGEST_OPTION: Final = 100
LONGEST_PLACEHOLDER: Final = 150
MOST_IN_A_ROW: Final = 5
MOST_IN_A_LIST: Final = 25

LONGEST_CONFIRM: Final = 1000

_STYLES: Final = {Style.PRIMARY: 1, Style.PLAIN: 2, Style.DANGER: 4}


def text_display(content: str) -> Payload:
    """Return a text, which is read as markdown."""
    return {"type": 10, "content": content}


def row(components: Iterable[Payload]) -> Payload:
    """Return what stands in a row together."""
    return {"type": 1, "components": list(components)}


def rows(buttons: Sequence[Payload]) -> list[Payload]:
    """Return buttons in rows; there are no empty rows."""
    starts = range(0, len(buttons), MOST_IN_A_ROW)
    return [row(buttons[at : at + MOST_IN_A_ROW]) for at in starts]


def option(drawn: Option, *, is_picked: bool = False) -> Payload:
    """Return an option; what its label has no room for goes into the line below."""
    whole = one_line(drawn.label)
    first, *rest = pieces(drawn.value if is_blank(whole) else whole, LONGEST_OPTION)
    below = "".join(rest)
    return {
        "label": short(first, LONGEST_OPTION),
        "value": drawn.value,
        **({} if is_blank(below) else {"description": short(below, LONGEST_OPTION)}),
        **({"default": True} if is_picked else {}),
    }


def lists(options: Sequence[Option]) -> list[Sequence[Option]]:
    """Return options in lists of which each fits into one select."""
    return [options[at : at + MOST_IN_A_LIST] for at in range(0, len(options), MOST_IN_A_LIST)]


class Keys:
    """Makes what can be pressed in one view, and numbers it."""

    def __init__(self, server: str) -> None:
        self._server = server
        self._numbers = count()

    def id(self, way: Way, ask: Ask) -> str:
        """Return an id that is not in use in the view yet."""
        return written(way, next(self._numbers), ask, self._server)

    def button(self, label: str, way: Way, ask: Ask, style: Style = Style.PLAIN) -> Payload:
        """Return a button."""
        return {
            "type": 2,
            "style": _STYLES[style],
            "label": short(label, LONGEST_LABEL),
            "custom_id": self.id(way, ask),
        }

    def guarded(self, drawn: Button, label: str) -> Payload:
        """Return a button that is asked twice, beside the sentence that is asked then."""
        return {
            "type": 9,
            "components": [text_display(escape(short(drawn.confirm, LONGEST_CONFIRM)))],
            "accessory": self.button(label, Way.CONFIRM, drawn.ask, drawn.style),
        }

    def menu(self, drawn: Menu) -> Iterator[Payload]:
        """Yield the selects of a menu: one, or several where its options are many."""
        several = lists(drawn.options)
        for options in several:
            ends = f" ({options[0].label} – {options[-1].label})" if several[1:] else ""
            select = {
                "type": 3,
                "custom_id": self.id(Way.MENU, drawn.ask),
                "placeholder": short(f"{drawn.label}{ends}", LONGEST_PLACEHOLDER),
                "options": [option(one) for one in options],
            }
            yield row([select])
