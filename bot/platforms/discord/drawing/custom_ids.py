"""Writes what a button, a menu or a form asks for into its id, and reads it back.

Discord hands back nothing but this id, so all that a press needs is in it: `1{way}{number}` and,
in private messages, `@` with the server; then `:` and the ask, with its frequent words shortened.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Final
from urllib.parse import parse_qsl, urlencode

from workflows.identifiers import FieldId
from workflows.views import Ask

LONGEST_ID: Final = 100

VERSION: Final = "1"


class Way(StrEnum):
    """What happens when something is pressed, picked from, or sent."""

    BUTTON = "b"
    """What it asks for is done."""
    OPEN = "o"
    """The form that the ask leads to opens at once."""
    MENU = "m"
    """The option that was picked becomes `pick` of the ask."""
    CONFIRM = "c"
    """A sentence is shown first, for what cannot be undone."""
    YES = "y"
    NO = "n"
    FORM = "f"
    """A form is sent."""
    EMPTY = "e"
    """The form of this ask is sent with nothing in it, which ends a table."""
    REOPEN = "r"
    """The form opens again with what was typed into it."""
    ANYWAY = "a"
    """What was typed into the form is sent as it is, although it came back."""


@dataclass(frozen=True, slots=True)
class Handle:
    """What an id stands for; `server` is empty where Discord itself says which one it is."""

    way: Way
    ask: Ask
    server: str = ""


class Role(StrEnum):
    """What an input of a form holds."""

    WRITTEN = "w"
    """A text."""
    NEAR = "n"
    """A day or a time that is often meant, for whoever writes none."""
    ONE = "o"
    """One pick, from this list or another of the same field."""
    SOME = "s"
    """Any number of picks, from this list and others of the same field."""


_SEPARATOR: Final = "~"
"""Stands between the id of a field and what its input holds; no field has it in its id."""

_AREAS: Final = {"conversation": "c", "record": "d", "decide": "v"}
"""First words of commands, and how they are written."""

_OPTIONS: Final = {
    "edition": "e",
    "id": "i",
    "member": "b",
    "more": "m",
    "ok": "o",
    "person": "p",
    "pick": "k",
    "record": "d",
    "round": "r",
    "row": "w",
    "seen": "n",
    "step": "s",
    "sure": "u",
    "team": "t",
}
_MARK: Final = "_"
"""Begins a word that could be taken for a short one, or for one that is marked so."""

_DIGITS: Final = digits + ascii_uppercase + ascii_lowercase
_SERVER_DIGITS: Final = 11
_LARGEST_SERVER: Final = 2**64 - 1

_SHAPE: Final = re.compile(
    rf"{VERSION}(?P<way>[{''.join(Way)}])[0-9]*(@(?P<server>[0-9A-Za-z]{{{_SERVER_DIGITS}}}))?"
    r":(?P<ask>.+)",
    re.DOTALL,
)


def written(way: Way, number: int, ask: Ask, server: str = "") -> str:
    """Return an id; the number tells it from the others of a message.

    Raises ValueError for an ask that has no room in it, and for a server that is no number.
    """
    at = f"@{_based(int(server))}" if server else ""
    said = f"{VERSION}{way}{number}{at}:{_written(ask)}"
    if len(said) > LONGEST_ID:
        raise ValueError("an ask is longer than an id of Discord's can be")
    return said


def read(custom_id: str) -> Handle | None:
    """Return what an id stands for; None if it is from another version, or none of ours."""
    found = _SHAPE.fullmatch(custom_id) if len(custom_id) <= LONGEST_ID else None
    ask = _read(found["ask"]) if found else None
    if found is None or ask is None:
        return None
    server = _number(found["server"] or "0")
    if server > _LARGEST_SERVER:
        return None
    return Handle(Way(found["way"]), ask, str(server) if found["server"] else "")


def input_id(field: FieldId, role: Role, number: int = 0) -> str:
    """Return the id of an input; a field may have several, with a number each."""
    return f"{field}{_SEPARATOR}{role}{number}"


def read_input_id(custom_id: str) -> tuple[FieldId, Role] | None:
    """Return the field of an input, and what it holds; None if it is none of ours."""
    field, _, rest = custom_id.rpartition(_SEPARATOR)
    if not field or rest[:1] not in tuple(Role):
        return None
    return FieldId(field), Role(rest[:1])


def _written(ask: Ask) -> str:
    area, *rest = ask.command.split(" ")
    command = ".".join([_short(area, _AREAS), *rest])
    options = {_short(name, _OPTIONS): value for name, value in ask.options.items()}
    return f"{command}?{urlencode(options)}" if options else command


def _read(line: str) -> Ask | None:
    command, _, query = line.partition("?")
    area, *rest = command.split(".")
    if not area:
        return None
    pairs = parse_qsl(query, keep_blank_values=True)
    return Ask(
        " ".join([_long(area, _AREAS), *rest]),
        {_long(name, _OPTIONS): value for name, value in pairs},
    )


def _short(word: str, known: Mapping[str, str]) -> str:
    if word in known:
        return known[word]
    return f"{_MARK}{word}" if word in known.values() or word.startswith(_MARK) else word


def _long(word: str, known: Mapping[str, str]) -> str:
    if word.startswith(_MARK):
        return word.removeprefix(_MARK)
    return next((long for long, short in known.items() if short == word), word)


def _based(number: int) -> str:
    """Return a number in base 62, always equally long."""
    written_down = ""
    for _ in range(_SERVER_DIGITS):
        number, digit = divmod(number, len(_DIGITS))
        written_down = _DIGITS[digit] + written_down
    return written_down


def _number(based: str) -> int:
    number = 0
    for digit in based:
        number = number * len(_DIGITS) + _DIGITS.index(digit)
    return number
