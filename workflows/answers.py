"""Reads what people typed or picked into answers, or says what to do about it."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, time
from typing import assert_never

from workflows.conversations import Answer
from workflows.definitions import Field, FieldKind
from workflows.identifiers import FieldId
from workflows.typed import clean, explain
from workflows.views import Option, Raw
from workflows.words import Words

YES = "yes"
NO = "no"

YEARS = range(1900, 2200)
"""Days outside of these are slips of the keyboard."""

_THOUSANDS = re.compile(r"(?<=[0-9])[\s.,'’](?=[0-9]{3}(?![0-9]))")
_NUMBER = re.compile(r"[+-]?(0|[1-9]\d{0,14})([.,]\d{1,2})?", re.ASCII)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_TIME = re.compile(r"(\d?\d:\d\d)(:\d\d)?", re.ASCII)

Options = Callable[[Field], Sequence[Option]]
"""What can be picked in a field now."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What a person should do so that their answer can be taken."""

    sentence: str


def read_answers(
    fields: Sequence[Field], raw: Raw, options: Options, words: Words
) -> tuple[dict[FieldId, Answer], dict[FieldId, str]]:
    """Read a form; return the answers, and a sentence for each field that needs another look.

    An optional field that was left empty is in neither. A table is read a row at a time, with its
    columns as the fields.
    """
    answers: dict[FieldId, Answer] = {}
    problems: dict[FieldId, str] = {}
    for field in fields:
        match _read(field, raw, options, words):
            case Problem(sentence):
                problems[field.id] = sentence
            case None:
                if field.required:
                    problems[field.id] = words.say("Please answer this one.")
            case answer:
                answers[field.id] = answer
    return answers, problems


def values_of(fields: Sequence[Field], answers: Mapping[FieldId, Answer]) -> Raw:
    """Return answers as a form shows them; reading them again gives the same answers."""
    return {field.id: _value(answers[field.id]) for field in fields if field.id in answers}


def _read(field: Field, raw: Raw, options: Options, words: Words) -> Answer | Problem | None:
    """Return the answer to one field, or what to do about it, or None where it was left empty."""
    match field.kind:
        case FieldKind.TEXT | FieldKind.LONG_TEXT:
            return _read_text(field, _one(raw, field), words)
        case FieldKind.CHOICE | FieldKind.PERSON | FieldKind.SCALE | FieldKind.YES_NO:
            return _read_pick(field, _one(raw, field), options(field), words)
        case FieldKind.CHOICES | FieldKind.PEOPLE:
            return _read_picks(field, raw, options(field), words)
        case FieldKind.NUMBER:
            return _read_number(field, _one(raw, field), words)
        case FieldKind.DATE:
            return _read_date(_one(raw, field), words)
        case FieldKind.TIME:
            return _read_time(_one(raw, field), words)
        case FieldKind.ROWS:
            return None
        case _:
            assert_never(field.kind)


def _read_text(field: Field, typed: str, words: Words) -> str | Problem | None:
    """Read a text; `fewest` asks for so many lines with something in them."""
    text = clean(typed, longest=field.longest)
    if not isinstance(text, str):
        return Problem(explain(text, words))
    if field.kind is FieldKind.TEXT:
        return " ".join(text.split()) or None
    lines = sum(bool(line.strip()) for line in text.split("\n"))
    if text and lines < field.fewest:
        return Problem(_more_lines(field.fewest, words))
    return text or None


def _read_pick(
    field: Field, picked: str, options: Sequence[Option], words: Words
) -> str | int | bool | Problem | None:
    if not picked:
        return None
    if picked not in {option.value for option in options}:
        return Problem(words.say("Please pick one of these."))
    match field.kind:
        case FieldKind.SCALE:
            return int(picked)
        case FieldKind.YES_NO:
            return picked == YES
        case _:
            return picked


def _read_picks(
    field: Field, raw: Raw, options: Sequence[Option], words: Words
) -> tuple[str, ...] | Problem | None:
    """Read several picks into the order of the options.

    Where content sets `lowest` or `highest`, at least or at most so many are picked.
    """
    given = raw.get(field.id, ())
    picked = set(given.split()) if isinstance(given, str) else set(given)
    if picked - {option.value for option in options}:
        return Problem(words.say("Please pick from these."))
    if picked and "lowest" in field.model_fields_set and len(picked) < field.lowest:
        return Problem(words.say("Please pick at least {count}.", count=field.lowest))
    if "highest" in field.model_fields_set and len(picked) > field.highest:
        return Problem(_fewer_picks(field.highest, words))
    return tuple(option.value for option in options if option.value in picked) or None


def _read_number(field: Field, typed: str, words: Words) -> int | float | Problem | None:
    """Read a number as people of any country write it, with at most two decimals.

    So a mark before exactly three digits stands for thousands, and any other for a decimal.
    `lowest` and `highest` bound it where content sets them.
    """
    digits = _THOUSANDS.sub("", typed.replace("\N{MINUS SIGN}", "-"))
    if not digits:
        return None
    if not _NUMBER.fullmatch(digits):
        return Problem(words.say("Please write a number, such as 12 or 2.5."))
    number = float(digits.replace(",", "."))
    if "lowest" in field.model_fields_set and number < field.lowest:
        return Problem(words.say("Please write {lowest} or more.", lowest=field.lowest))
    if "highest" in field.model_fields_set and number > field.highest:
        return Problem(words.say("Please write {highest} or less.", highest=field.highest))
    return int(number) if number.is_integer() else number


def _read_date(typed: str, words: Words) -> str | Problem | None:
    if not typed:
        return None
    if _DATE.fullmatch(typed):
        with suppress(ValueError):
            if (day := date.fromisoformat(typed)).year in YEARS:
                return day.isoformat()
    return Problem(words.say("Please give a day that exists, as year-month-day: 2026-11-03."))


def _read_time(typed: str, words: Words) -> str | Problem | None:
    if not typed:
        return None
    if found := _TIME.fullmatch(typed):
        with suppress(ValueError):
            return f"{time.fromisoformat(found[1].zfill(5)):%H:%M}"
    return Problem(words.say("Please give a time of day, such as 09:30 or 15:45."))


def _more_lines(fewest: int, words: Words) -> str:
    return words.plural(
        "Please write at least {count} line.",
        "Please write at least {count} lines, one for each idea.",
        fewest,
    )


def _fewer_picks(most: int, words: Words) -> str:
    return words.plural("Please pick only {count}.", "Please pick at most {count}.", most)


def _one(raw: Raw, field: Field) -> str:
    """Return what was given to a field that takes one answer."""
    given = raw.get(field.id, "")
    return (given if isinstance(given, str) else "".join(given[:1])).strip()


def _value(answer: Answer) -> str | tuple[str, ...]:
    match answer:
        case bool():
            return YES if answer else NO
        case tuple():
            return tuple(pick for pick in answer if isinstance(pick, str))
        case _:
            return str(answer)
