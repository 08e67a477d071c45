"""Draws what can be pressed and picked: buttons, menus, and the options of a question."""

from collections.abc import Sequence
from typing import Final

from bot.platforms.measures import pieces, sound
from bot.platforms.slack.drawing.measures import plain
from bot.platforms.slack.ports import Payload
from workflows.views import Button, Menu, Option, Style
from workflows.words import Words

ASK: Final = "ask:"
"""Begins the action id of a button; its value is the ask."""

SEND: Final = "send:"
"""Begins the action id of a button that sends the form it stands in."""

PICK: Final = "pick:"
"""Begins the action id of a menu, whose block id holds the ask."""

MENU: Final = "menu:"
"""Begins the block id of a menu; its number and its ask follow."""

LONGEST_LABEL: Final = 75
LONGEST_VALUE: Final = 75
LONGEST_PLACEHOLDER: Final = 150
LONGEST_LINE: Final = 1000
"""Characters of a label, a hint or a problem of a question.

Slack takes 2,000; but five questions in which all of these are as long as can be, and full of
emoji, would be too much for a modal.
"""

MOST_IN_A_LIST: Final = 100
"""Options of a select without groups, groups of a select, and options of each group."""

_CONFIRM_TITLE: Final = 100
_CONFIRM_TEXT: Final = 300
_CONFIRM_BUTTON: Final = 30


def button(drawn: Button, action: str, words: Words, about: str = "") -> Payload:
    """Return a button; `about` says what it is for, where its label alone does not."""
    return {
        "type": "button",
        "action_id": action,
        "text": plain(drawn.label, LONGEST_LABEL),
        "value": drawn.ask.encode(),
        **({} if drawn.style is Style.PLAIN else {"style": drawn.style.value}),
        **({"confirm": _confirm(drawn, words)} if drawn.confirm.strip() else {}),
        **({"accessibility_label": _spoken(drawn.label, about)} if about else {}),
    }


def menu(drawn: Menu, number: int, words: Words) -> Payload:
    """Return a menu with its label beside it."""
    return {
        "type": "section",
        "block_id": f"{MENU}{number}:{drawn.ask.encode()}",
        "text": plain(drawn.label, LONGEST_LINE),
        "accessory": {
            "type": "static_select",
            "action_id": f"{PICK}{number}",
            "placeholder": placeholder(words),
            **choices(drawn.options),
        },
    }


def placeholder(words: Words) -> Payload:
    """Return what stands in a select before anything is picked."""
    return plain(words.say("Please pick"), LONGEST_PLACEHOLDER)


def option(drawn: Option) -> Payload:
    """Return an option; what its label has no room for goes into the line below."""
    first, *rest = pieces(" ".join(sound(drawn.label).split()) or drawn.value, LONGEST_LABEL)
    return {
        "text": plain(first, LONGEST_LABEL),
        "value": drawn.value,
        **({"description": plain("".join(rest), LONGEST_LABEL)} if rest else {}),
    }


def choices(options: Sequence[Option]) -> Payload:
    """Return the options of a select, in groups named by their ends where they are many."""
    if len(options) <= MOST_IN_A_LIST:
        return {"options": [option(drawn) for drawn in options]}
    starts = range(0, min(len(options), MOST_IN_A_LIST**2), MOST_IN_A_LIST)
    return {"option_groups": [_group(options[at : at + MOST_IN_A_LIST]) for at in starts]}


def _group(options: Sequence[Option]) -> Payload:
    ends = f"{options[0].label} – {options[-1].label}"
    return {
        "label": plain(ends, LONGEST_LABEL),
        "options": [option(drawn) for drawn in options],
    }


def _confirm(drawn: Button, words: Words) -> Payload:
    return {
        "title": plain(drawn.label, _CONFIRM_TITLE),
        "text": plain(drawn.confirm, _CONFIRM_TEXT),
        "confirm": plain(drawn.label, _CONFIRM_BUTTON),
        "deny": plain(words.say("Not now"), _CONFIRM_BUTTON),
        **({"style": "danger"} if drawn.style is Style.DANGER else {}),
    }


def _spoken(label: str, about: str) -> str:
    said: str = plain(f"{label}: {about}", LONGEST_LABEL)["text"]
    return said
