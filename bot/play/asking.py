"""Asks the questions of a form one by one, as a terminal can."""

from dataclasses import dataclass

from bot.play.lines import Lines
from workflows.definitions import FieldKind
from workflows.views import Ask, Form, Input, Raw
from workflows.words import Words

_SEVERAL = (FieldKind.CHOICES, FieldKind.PEOPLE)


@dataclass(frozen=True, slots=True)
class Order:
    """A line that is no answer, such as `:as bo`; what was being asked is left."""

    line: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A form that was gone through, and the button it is sent with."""

    raw: Raw
    ask: Ask


def ask_form(form: Form, lines: Lines, words: Words) -> Filled | Order:
    """Ask every question of a form. An empty line keeps what stands in the field."""
    raw: dict[str, str | tuple[str, ...]] = {}
    for asked in form.inputs:
        typed = _ask(asked, lines)
        if isinstance(typed, Order):
            return typed
        raw[asked.id] = _value(asked, typed) if typed else form.values.get(asked.id, "")
    if form.ways == (form.send,):
        return Filled(raw, form.send.ask)
    return _ask_way_on(form, raw, lines, words)


def _ask(asked: Input, lines: Lines) -> str | Order:
    """Ask for one line, or for several up to an empty one where a text may be long."""
    typed: list[str] = []
    while True:
        line = lines.ask(_prompt(asked) if not typed else "… ")
        if line.startswith(":"):
            return Order(line)
        if line:
            typed.append(line)
        if not line or asked.field_kind is not FieldKind.LONG_TEXT:
            return "\n".join(typed)


def _prompt(asked: Input) -> str:
    numbers = f" [1-{len(asked.options)}]" if _is_numbered(asked) else ""
    return f"{asked.label}{numbers}: "


def _is_numbered(asked: Input) -> bool:
    """Say whether options are picked by their place; points of a scale are numbers themselves."""
    return bool(asked.options) and asked.field_kind is not FieldKind.SCALE


def _value(asked: Input, typed: str) -> str | tuple[str, ...]:
    if asked.field_kind in _SEVERAL:
        return tuple(_picked(asked, part.strip()) for part in typed.split(","))
    return _picked(asked, typed.strip()) if _is_numbered(asked) else typed


def _picked(asked: Input, typed: str) -> str:
    """Return the value of an option by its number, or the line itself for the engine to judge."""
    places = {str(number): option.value for number, option in enumerate(asked.options, start=1)}
    return places.get(typed, typed)


def _ask_way_on(form: Form, raw: Raw, lines: Lines, words: Words) -> Filled | Order:
    ways = ", ".join(f"{number} {button.label}" for number, button in enumerate(form.ways, start=1))
    line = lines.ask(words.say("Send with: {ways}", ways=ways) + ": ")
    if line.startswith(":"):
        return Order(line)
    places = {str(number): button.ask for number, button in enumerate(form.ways, start=1)}
    return Filled(raw, places.get(line, form.send.ask))
