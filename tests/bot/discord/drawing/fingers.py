"""Somebody in Discord: they fill in a form, press a button, and pick from a menu."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.platforms.discord.ports import Payload

Typed = str | tuple[str, ...]


def filled_in(modal: Payload, typed: Mapping[str, Typed]) -> Payload:
    """Return the data of a form that is sent with these answers, by the ids of its inputs.

    What is not answered keeps what stands there already.
    """
    labels = [one for one in modal["components"] if one["type"] == 18]
    return {
        "custom_id": modal["custom_id"],
        "components": [
            {"type": 10, "id": 99},
            *({"type": 18, "component": _held(one["component"], typed)} for one in labels),
        ],
        "resolved": {},
    }


def controls(drawn: object) -> Iterator[Payload]:
    """Yield all that can be pressed or picked in something drawn."""
    match drawn:
        case Mapping() if "custom_id" in drawn and "components" not in drawn:
            yield drawn
        case Mapping():
            for part in drawn.values():
                yield from controls(part)
        case list() | tuple():
            for part in drawn:
                yield from controls(part)
        case _:
            return


def _held(component: Payload, typed: Mapping[str, Typed]) -> dict[str, Any]:
    """Return what an input holds, in the shape of its kind."""
    kind, custom_id = component["type"], component["custom_id"]
    held = {"type": kind, "custom_id": custom_id, "id": 1}
    given = typed.get(custom_id)
    match kind:
        case 4:
            return {**held, "value": component.get("value", "") if given is None else given}
        case 5:
            kept = [one["id"] for one in component.get("default_values", ())]
            return {**held, "values": kept if given is None else list(given)}
        case _:
            picked = _picked(component) if given is None else _several(given)
            assert set(picked) <= {one["value"] for one in component["options"]}
            return (
                {**held, "value": picked[0] if picked else None}
                if kind == 21
                else {
                    **held,
                    "values": picked,
                }
            )


def _picked(component: Payload) -> list[str]:
    return [one["value"] for one in component["options"] if one.get("default")]


def _several(given: Typed) -> list[str]:
    return [given] if isinstance(given, str) and given else list(given)
