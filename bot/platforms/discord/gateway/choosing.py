"""Reads what somebody chose or typed of Concord's commands in Discord; no shape is trusted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.platforms.discord.gateway.options import TYPED
from bot.platforms.discord.gateway.tree import ADMIN, CHAT_COMMAND, SHOW, TOP
from bot.platforms.discord.ports import Payload, Someone
from commands.offered import REGISTRY

ADMIN_LINE = "admin"
"""The first word of what stands under the administrators' command, such as "admin check"."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A message that a command was chosen on."""

    by: Someone
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Typing:
    """The option that somebody is filling in, and what stands there so far."""

    option: str
    text: str = field(repr=False)


def line_of(data: Payload) -> str:
    """Return the line that a chat command stands for, as somebody would type it; else nothing.

    Such as "norms start", "me" for `/concord me show`, or "team join ABCD" with a code.
    """
    if data.get("type", CHAT_COMMAND) != CHAT_COMMAND:
        return ""
    match data.get("name"):
        case str(name) if name == TOP:
            given = options_of(data)
            typed = (given.get(option, "") for option in TYPED)
            return " ".join(filter(None, (_command(_path(data)), *typed)))
        case str(name) if name == ADMIN:
            return " ".join((ADMIN_LINE, *_path(data)))
        case _:
            return ""


def _command(path: tuple[str, ...]) -> str:
    """Return a command's name; a noun that is a command by itself is shown by a verb."""
    name = " ".join(path)
    return path[0] if path[1:] == (SHOW,) and REGISTRY.find(name) is None else name


def chosen_name(data: Payload) -> str:
    """Return the English name of a command that was chosen on a message or a person, or empty."""
    is_typed = data.get("type", CHAT_COMMAND) == CHAT_COMMAND
    return "" if is_typed else _text(data, "name")


def options_of(data: Payload) -> Mapping[str, str]:
    """Return the options that were filled in, each as text; people are Discord's ids."""
    found: dict[str, str] = {}
    for option in _leaves(data):
        value = option.get("value")
        if isinstance(value, str | int | float) and _text(option, "name"):
            found[_text(option, "name")] = str(value)
    return found


def typing_of(data: Payload) -> Typing | None:
    """Return the option that is being typed, or None if no option asks to be completed."""
    for option in _leaves(data):
        if option.get("focused") is True and _text(option, "name"):
            return Typing(_text(option, "name"), options_of(data).get(_text(option, "name"), ""))
    return None


def person_of(data: Payload, id_: str = "") -> Someone | None:
    """Return a person whom Discord tells about: by their id, or else the one that was chosen."""
    id_ = id_ or _text(data, "target_id")
    user = _object(data, "resolved", "users", id_)
    member = _object(data, "resolved", "members", id_)
    return _someone(user, id_, _text(member, "nick")) if id_ and user else None


def message_of(data: Payload) -> Quoted | None:
    """Return the message that a command was chosen on, or None."""
    message = _object(data, "resolved", "messages", _text(data, "target_id"))
    author = _object(message, "author")
    if not message:
        return None
    return Quoted(_someone(author, _text(author, "id")), _text(message, "content"))


def _someone(user: Payload, id_: str, nick: str = "") -> Someone:
    name = nick or _text(user, "global_name") or _text(user, "username")
    return Someone(id_, name, is_bot=user.get("bot") is True)


def _path(data: Payload) -> tuple[str, ...]:
    """Return the names that lead to what was typed: group and subcommand, or one of them."""
    names: list[str] = []
    inside: Payload | None = data
    while inside is not None and len(names) < _DEEPEST:
        inside = next((option for option in _options(inside) if "value" not in option), None)
        if inside is not None:
            names.append(_text(inside, "name"))
    return tuple(filter(None, names))


_DEEPEST = 2


def _leaves(data: Payload) -> Iterator[Payload]:
    """Yield the options that hold values, wherever they stand."""
    level = list(_options(data))
    for _ in range(_DEEPEST + 1):
        yield from (option for option in level if "value" in option)
        level = [below for option in level for below in _options(option)]


def _options(data: Payload) -> Iterator[Payload]:
    options = data.get("options")
    if isinstance(options, list):
        yield from (option for option in options if isinstance(option, dict))


def _object(data: Payload, *path: str) -> Payload:
    found: object = data
    for name in path:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _text(data: Payload, name: str) -> str:
    value = data.get(name)
    return value if isinstance(value, str) else ""
