"""Draws what a question of a form can be picked from."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from bot.platforms.discord.drawing.controls import (
    LONGEST_PLACEHOLDER,
    MOST_IN_A_LIST,
    lists,
    option,
)
from bot.platforms.discord.drawing.custom_ids import Role, input_id
from bot.platforms.discord.drawing.measures import short
from bot.platforms.discord.ports import Payload
from workflows.identifiers import FieldId
from workflows.views import Option
from workflows.words import Words

MOST_IN_SIGHT: Final = 10
"""Options that are all in sight, as radio buttons or check boxes; more of them are a select."""

FEWEST_RADIO_BUTTONS: Final = 2

MOST_AT_ONCE: Final = 20
"""People who may be picked from everybody in one form: each is looked up before the answer."""

_DIGITS: Final = range(16, 21)
"""Digits of an id of Discord's; they grow with time, and the longest that can be is 20."""

_FIRST_HALF_HOUR: Final = 15
"""Counted from midnight: 07:30. The last one that a list has room for is 19:30."""


def in_sight(
    field: FieldId, role: Role, options: Sequence[Option], chosen: Iterable[str], *, required: bool
) -> Payload:
    """Return radio buttons, or check boxes where several can be picked."""
    return {
        "type": 22 if role is Role.SOME else 21,
        "custom_id": input_id(field, role),
        "required": required,
        "options": _options(options, chosen),
        **(_bounds(len(options), required=required) if role is Role.SOME else {}),
    }


def selects(
    field: FieldId, role: Role, options: Sequence[Option], chosen: Iterable[str], words: Words
) -> list[Payload]:
    """Return selects that can all be left empty, with as many options each as there may be."""
    return [
        {
            "type": 3,
            "custom_id": input_id(field, role, number),
            "placeholder": short(words.say("Please pick"), LONGEST_PLACEHOLDER),
            "required": False,
            "options": _options(some, chosen),
            **_bounds(len(some) if role is Role.SOME else 1, required=False),
        }
        for number, some in enumerate(lists(options))
    ]


def insisting(select: Payload) -> Payload:
    """Return a select that cannot be left empty."""
    return {**select, "required": True, "min_values": 1}


def anybody(
    field: FieldId, role: Role, chosen: Iterable[str], words: Words, *, required: bool
) -> Payload:
    """Return Discord's own list of everybody; whoever is picked already is so by Discord's ids."""
    picked = [{"id": one, "type": "user"} for one in chosen][:MOST_AT_ONCE]
    most = MOST_AT_ONCE if role is Role.SOME else 1
    return {
        "type": 5,
        "custom_id": input_id(field, role),
        "placeholder": short(words.say("Please pick"), LONGEST_PLACEHOLDER),
        "required": required,
        **_bounds(most, required=required),
        **({"default_values": picked[:most]} if picked else {}),
    }


def near_days(today: date, words: Words) -> list[Option]:
    """Return the next days, today among them."""
    days = (today + timedelta(days=ahead) for ahead in range(MOST_IN_A_LIST))
    return [Option(day.isoformat(), words.day(day)) for day in days]


def half_hours() -> list[Option]:
    """Return the half hours of a working day."""
    counted = range(_FIRST_HALF_HOUR, _FIRST_HALF_HOUR + MOST_IN_A_LIST)
    times = (f"{number // 2:02}:{number % 2 * 30:02}" for number in counted)
    return [Option(time, time) for time in times]


def is_discords(value: str) -> bool:
    """Say whether something is an id of Discord's, and none of ours."""
    return value.isascii() and value.isdecimal() and len(value) in _DIGITS


def _options(options: Iterable[Option], chosen: Iterable[str]) -> list[Payload]:
    picked = set(chosen)
    return [option(one, is_picked=one.value in picked) for one in options]


def _bounds(most: int, *, required: bool) -> Payload:
    return {"min_values": 1 if required else 0, "max_values": most}
