"""Draws the questions of a form as inputs of a modal, with what stands in them already."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, time
from hashlib import sha256
from typing import Final, assert_never

from bot.platforms.measures import length, pieces, sound
from bot.platforms.slack.drawing.blocks import small_print
from bot.platforms.slack.drawing.controls import LONGEST_LINE, choices, option, placeholder
from bot.platforms.slack.drawing.measures import plain, short
from bot.platforms.slack.drawing.richtext import prose
from bot.platforms.slack.ports import Payload
from workflows.definitions import FieldKind
from workflows.identifiers import FieldId
from workflows.text import Bold
from workflows.text import plain as typed
from workflows.views import Ask, Form, Input
from workflows.words import Words

MOST_IN_SIGHT: Final = 10
"""Options that are all in sight, as radio buttons or check boxes; more of them are a select."""

LONGEST_TEXT: Final = 3000
"""Characters that fit into a text input."""

MOST_AT_ONCE: Final = 20
"""People who may be picked from everybody in one form: each is looked up before the answer."""

SEPARATOR: Final = "~"
"""Stands in a block id between the id of a field and the mark of its form."""

_SEVERAL: Final = (FieldKind.CHOICES, FieldKind.PEOPLE)
_WRITTEN: Final = (FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.NUMBER, FieldKind.ROWS)

_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIME: Final = re.compile(r"\d\d:\d\d", re.ASCII)


def block_id(field: FieldId, ask: Ask) -> str:
    """Return the id of a question's block.

    Slack keeps what was typed for as long as this stays; so the next page, which asks for
    something else, begins empty.
    """
    return f"{field}{SEPARATOR}{sha256(ask.encode().encode()).hexdigest()[:8]}"


def question(asked: Input, form: Form, words: Words) -> list[Payload]:
    """Return a question, and below it what is to be put right."""
    note = _note(asked, form, words)
    if _is_pick(asked) and not asked.options and not asked.anybody:
        return [*_nothing_to_pick(asked, words), *note]
    block = {
        "type": "input",
        "block_id": block_id(asked.id, form.send.ask),
        "label": plain(asked.label, LONGEST_LINE),
        "element": {"action_id": asked.id, **_element(asked, form, words)},
        # A row that is left empty ends a table, so Slack must let it through.
        "optional": not asked.required or bool(form.also),
        **({"hint": plain(asked.hint, LONGEST_LINE)} if asked.hint.strip() else {}),
    }
    return [block, *_missing_end(asked, form, words), *note]


def _note(asked: Input, form: Form, words: Words) -> list[Payload]:
    """Return what is to be put right with an answer; nothing if it is right."""
    problem = form.problems.get(asked.id, "")
    return small_print(typed(short(problem, LONGEST_LINE)), words) if problem.strip() else []


def _element(asked: Input, form: Form, words: Words) -> Payload:
    """Return the input itself. A number is typed as text, for people write it in many ways."""
    chosen = _chosen(asked, form)
    match asked.field_kind:
        case FieldKind.CHOICE | FieldKind.SCALE | FieldKind.YES_NO:
            return _one_of(asked, chosen, words)
        case FieldKind.PERSON:
            return _select(asked, chosen, words)
        case FieldKind.PEOPLE if asked.anybody and not (asked.options and any(chosen)):
            return _anybody(words)
        case FieldKind.CHOICES | FieldKind.PEOPLE:
            return _some_of(asked, chosen, words)
        case FieldKind.DATE:
            return {"type": "datepicker", **_initial("initial_date", chosen, _is_date)}
        case FieldKind.TIME:
            return {"type": "timepicker", **_initial("initial_time", chosen, _is_time)}
        case FieldKind.LONG_TEXT | FieldKind.ROWS:
            return _text(asked, form, multiline=True)
        case FieldKind.TEXT | FieldKind.NUMBER:
            return _text(asked, form, multiline=False)
        case _:
            assert_never(asked.field_kind)


def _text(asked: Input, form: Form, *, multiline: bool) -> Payload:
    """Return a text input; it has room for what stands in it, even if that is too long."""
    kept, *_ = *pieces(sound(_typed(asked, form)), LONGEST_TEXT), ""
    return {
        "type": "plain_text_input",
        "multiline": multiline,
        "max_length": min(max(asked.longest, length(kept), 1), LONGEST_TEXT),
        **({"initial_value": kept} if kept.strip() else {}),
    }


def _one_of(asked: Input, chosen: Sequence[str], words: Words) -> Payload:
    if len(asked.options) > MOST_IN_SIGHT:
        return _select(asked, chosen, words)
    return {
        "type": "radio_buttons",
        "options": [option(one) for one in asked.options],
        **_initial_option(asked, chosen),
    }


def _select(asked: Input, chosen: Sequence[str], words: Words) -> Payload:
    return {
        "type": "static_select",
        "placeholder": placeholder(words),
        **choices(asked.options),
        **_initial_option(asked, chosen),
    }


def _some_of(asked: Input, chosen: Sequence[str], words: Words) -> Payload:
    picked = [option(one) for one in asked.options if one.value in chosen]
    initial = {"initial_options": picked} if picked else {}
    if len(asked.options) <= MOST_IN_SIGHT:
        return {"type": "checkboxes", "options": [option(o) for o in asked.options], **initial}
    return {
        "type": "multi_static_select",
        "placeholder": placeholder(words),
        **choices(asked.options),
        **initial,
    }


def _anybody(words: Words) -> Payload:
    """Return Slack's own list of everybody; whoever is picked already is in ours instead."""
    return {
        "type": "multi_users_select",
        "placeholder": placeholder(words),
        "max_selected_items": MOST_AT_ONCE,
    }


def _initial_option(asked: Input, chosen: Sequence[str]) -> Payload:
    picked = [one for one in asked.options if one.value in chosen[:1]]
    return {"initial_option": option(picked[0])} if picked else {}


def _initial(name: str, chosen: Sequence[str], fits: Callable[[str], bool]) -> Payload:
    """Return what a picker shows first; it cannot show what is no day or no time."""
    return {name: chosen[0]} if chosen and fits(chosen[0]) else {}


def _chosen(asked: Input, form: Form) -> Sequence[str]:
    """Return what is picked already, however it was written down."""
    value = form.values.get(asked.id, "")
    if isinstance(value, tuple):
        return value
    return value.split() if asked.field_kind in _SEVERAL else [value] if value else []


def _typed(asked: Input, form: Form) -> str:
    value = form.values.get(asked.id, "")
    return value if isinstance(value, str) else " ".join(value)


def _missing_end(asked: Input, form: Form, words: Words) -> list[Payload]:
    """Say so where a text from elsewhere is longer than Slack can hand back."""
    is_whole = length(sound(_typed(asked, form))) <= LONGEST_TEXT
    if is_whole or asked.field_kind not in _WRITTEN:
        return []
    line = words.say("Slack has no room for the end of this text. If you save here, it goes.")
    return small_print(typed(line), words)


def _nothing_to_pick(asked: Input, words: Words) -> list[Payload]:
    line = typed(words.say("There is nothing to pick here yet."))
    return [*prose((Bold(asked.label),), words), *prose(line, words)]


def _is_pick(asked: Input) -> bool:
    return asked.field_kind not in {*_WRITTEN, FieldKind.DATE, FieldKind.TIME}


def _is_date(value: str) -> bool:
    return _is_read_by(date.fromisoformat, value) if _DATE.fullmatch(value) else False


def _is_time(value: str) -> bool:
    return _is_read_by(time.fromisoformat, value) if _TIME.fullmatch(value) else False


def _is_read_by(read: Callable[[str], object], value: str) -> bool:
    with suppress(ValueError):
        return bool(read(value) is not None)
    return False
