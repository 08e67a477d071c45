"""Fills in forms as Discord lets people do it: what stood there already is sent along."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import simcord

from tests.discord.screen import LABEL, Component, is_called

TEXT: Final = 4
PEOPLE: Final = 5
RADIO: Final = 21

Held = dict[str, Any]
Members = Mapping[str, simcord.MemberActor]
"""Who is in the server, by their ids."""


def defaults(drawn: Mapping[str, Any], members: Members) -> Held:
    """Return what stands in a form when it opens."""
    return {
        component["custom_id"]: value
        for component in _inputs(drawn)
        if (value := _default(component, members))
    }


def put(held: Held, asked: Sequence[Component], answers: Sequence[str], members: Members) -> None:
    """Put answers into the first of some inputs that takes them."""
    for component in asked:
        if component["type"] == TEXT:
            (held[component["custom_id"]],) = answers
            return
        found = [_value(component, answer, members) for answer in answers]
        if all(found):
            held[component["custom_id"]] = found[0] if component["type"] == RADIO else found
            return
    message = f"{answers} cannot be picked in {asked}"
    raise AssertionError(message)


def _value(component: Component, name: str, members: Members) -> Any:  # noqa: ANN401 - JSON or a member
    if component["type"] == PEOPLE:
        return next(one for one in members.values() if one.user.global_name == name)
    options = component["options"]
    return next((one["value"] for one in options if is_called(one["label"], name)), None)


def _default(component: Component, members: Members) -> Any:  # noqa: ANN401 - as `_value`
    if component["type"] == TEXT:
        return component.get("value", "")
    if component["type"] == PEOPLE:
        return [members[one["id"]] for one in component.get("default_values", ())]
    picked = [one["value"] for one in component["options"] if one.get("default")]
    return picked[0] if picked and component["type"] == RADIO else picked


def _inputs(drawn: Mapping[str, Any]) -> Iterator[Component]:
    for one in drawn["components"]:
        if one["type"] == LABEL:
            yield one["component"]
