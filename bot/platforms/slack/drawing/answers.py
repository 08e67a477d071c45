"""Reads what comes back from Slack: what was put into a modal, and what was pressed or picked.

None of it is trusted: what has another shape than Slack's own is passed over and raises nothing.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeGuard

from bot.platforms.measures import sound
from bot.platforms.slack.drawing.controls import ASK, MENU, PICK, SEND
from bot.platforms.slack.drawing.inputs import SEPARATOR
from bot.platforms.slack.ports import Payload
from workflows.identifiers import FieldId
from workflows.views import Ask, Raw, View

_ONE = ("value", "selected_date", "selected_time")
"""Where the inputs that hold one text have it."""


def read_state(values: object) -> Raw:
    """Return what stands in the inputs of a modal, by the ids of its fields.

    `values` are those of the view's state, as a submission and a press of a button bring them.
    """
    return dict(_answers(values))


def read_people(values: object) -> tuple[str, ...]:
    """Return whom Slack's own list of people was used to pick, by their ids in Slack."""
    held = [element for _, _, element in _inputs(values) if "selected_users" in element]
    return tuple(dict.fromkeys(user for element in held for user in _users(element)))


def errors_for(view: View, submitted: object) -> Payload | None:
    """Return the sentences for the questions that need another look, by their blocks.

    None where Slack could not show all that is wrong in the modal as it stands: a problem of the
    whole screen, or one of a question that was not asked there. Then the modal is drawn anew.
    """
    problems = view.form.problems if view.form else {}
    blocks = {field: block for block, field, _ in _inputs(submitted)}
    if not problems or view.problem or not problems.keys() <= blocks.keys():
        return None
    return {blocks[field]: sound(sentence) for field, sentence in problems.items()}


def read_metadata(text: object) -> tuple[Ask | None, str]:
    """Return what a modal's form asks for, if anything, and the channel it was opened in."""
    try:
        kept = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        kept = None
    if not _is_object(kept):
        return None, ""
    channel = kept.get("channel")
    return _decoded(kept.get("ask")), channel if isinstance(channel, str) else ""


def pressed(action: object) -> Ask | None:
    """Return what a button or a menu asks for; None if it is outdated, or none of ours."""
    if not _is_object(action):
        return None
    match action.get("action_id"):
        case str(name) if name.startswith((ASK, SEND)):
            return _decoded(action.get("value"))
        case str(name) if name.startswith(PICK):
            return _picked(action)
        case _:
            return None


def _picked(action: Payload) -> Ask | None:
    kind, _, rest = str(action.get("block_id")).partition(":")
    ask, pick = _decoded(rest.partition(":")[2]), _value(action.get("selected_option"))
    if ask is None or not pick or f"{kind}:" != MENU:
        return None
    return replace(ask, options={**ask.options, "pick": pick})


def _answers(values: object) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    for _, field, element in _inputs(values):
        answer = _answer(element)
        if answer is not None:
            yield field, answer


def _inputs(values: object) -> Iterator[tuple[str, FieldId, Payload]]:
    """Yield each input of ours: the id of its block, that of its field, and what it holds."""
    for block, inputs in values.items() if _is_object(values) else ():
        field, separator, _ = block.rpartition(SEPARATOR)
        element = inputs.get(field) if _is_object(inputs) else None
        if separator and _is_object(element):
            yield block, FieldId(field), element


def _answer(element: Payload) -> str | tuple[str, ...] | None:
    """Return what an input holds: a text, an empty one for nothing, several, or None if broken."""
    match element:
        case {"selected_options": [*options]}:
            return tuple(value for value in map(_value, options) if value)
        case {"selected_users": _}:
            return _users(element)
        case {"selected_option": option}:
            return _value(option)
        case _:
            held = [element[key] for key in _ONE if key in element]
            return _text(held[0]) if held else None


def _users(element: Payload) -> tuple[str, ...]:
    users = element["selected_users"]
    return tuple(each for each in users if isinstance(each, str)) if isinstance(users, list) else ()


def _text(held: object) -> str | None:
    if held is None:
        return ""
    return held.replace("\r\n", "\n").replace("\r", "\n") if isinstance(held, str) else None


def _value(option: object) -> str:
    value = option.get("value") if _is_object(option) else None
    return value if isinstance(value, str) else ""


def _decoded(line: object) -> Ask | None:
    """Return the ask of a line, which Slack may hand back with its ampersands escaped."""
    return Ask.decode(line.replace("&amp;", "&")) if isinstance(line, str) else None


def _is_object(shape: object) -> TypeGuard[Mapping[str, Any]]:
    return isinstance(shape, dict) and all(isinstance(key, str) for key in shape)
