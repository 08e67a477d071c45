"""Reads what comes back from Discord: what was put into a form, and what was picked from a menu.

None of it is trusted: what has another shape than Discord's own is passed over and raises nothing.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

from bot.platforms.discord.drawing.custom_ids import Role, read_input_id
from bot.platforms.discord.ports import Payload, Someone
from workflows.identifiers import FieldId
from workflows.views import Raw

_MOST_DEEP = 4
"""How far inputs are inside of others; Discord sends two."""

_Held = dict[FieldId, dict[Role, tuple[str, ...]]]


def read_form(data: object) -> Raw:
    """Return what was put into a form, by the ids of its fields. `data` is the interaction's."""
    fields: _Held = {}
    for field, role, given in _inputs(data, _MOST_DEEP):
        held = fields.setdefault(field, {})
        held[role] = (*held.get(role, ()), *given)
    return {field: _answer(held) for field, held in fields.items()}


def read_people(data: object) -> tuple[Someone, ...]:
    """Return whom Discord's own list of people was used to pick, as the server calls them."""
    resolved = _object_at(data, "resolved")
    users, members = _object_at(resolved, "users"), _object_at(resolved, "members")
    return tuple(
        _someone(id_, user, _object_at(members, id_))
        for id_, user in users.items()
        if _is_object(user)
    )


def picked(data: object) -> str:
    """Return what was picked from a menu; nothing if that is not to be seen."""
    values = _values(data) if _is_object(data) else ()
    return values[0] if values else ""


def _answer(held: Mapping[Role, tuple[str, ...]]) -> str | tuple[str, ...]:
    """Return the answer to a field. What was written counts more than what was picked beside it."""
    if Role.SOME in held:
        return tuple(dict.fromkeys(held[Role.SOME]))
    given = (*held.get(Role.WRITTEN, ()), *held.get(Role.NEAR, ()), *held.get(Role.ONE, ()))
    return next((one for one in given if one.strip()), "")


def _inputs(shape: object, deep: int) -> Iterator[tuple[FieldId, Role, tuple[str, ...]]]:
    """Yield each input of ours: its field, what it holds, and what is in it."""
    if not _is_object(shape):
        return
    custom_id = shape.get("custom_id")
    found = read_input_id(custom_id) if isinstance(custom_id, str) else None
    if found and _is_held(shape):
        yield *found, _values(shape)
    inner = shape.get("components")
    for each in (shape.get("component"), *(inner if isinstance(inner, list | tuple) else ())):
        if deep:
            yield from _inputs(each, deep - 1)


def _is_held(shape: Payload) -> bool:
    """Say whether an input holds something, or nothing, in a way of Discord's."""
    if "values" in shape:
        return isinstance(shape["values"], list | tuple)
    return "value" in shape and isinstance(shape["value"], str | None)


def _values(holder: Payload) -> tuple[str, ...]:
    values = holder.get("values", [holder.get("value")])
    texts = values if isinstance(values, list | tuple) else ()
    return tuple(_line_feeds(text) for text in texts if isinstance(text, str))


def _someone(id_: str, user: Payload, member: Payload) -> Someone:
    names = (member.get("nick"), user.get("global_name"), user.get("username"))
    name = next((one for one in names if isinstance(one, str) and one.strip()), id_)
    return Someone(id_, name, is_bot=user.get("bot") is True)


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _object_at(shape: object, name: str) -> Payload:
    inner = shape.get(name) if _is_object(shape) else None
    return inner if _is_object(inner) else {}


def _is_object(shape: object) -> TypeGuard[Mapping[str, Any]]:
    return isinstance(shape, dict) and all(isinstance(key, str) for key in shape)
