"""Somebody in Slack: they fill in a modal, and press what stands in it."""

from collections.abc import Mapping
from typing import Any

from bot.platforms.slack.ports import Payload

Typed = str | tuple[str, ...]
State = dict[str, dict[str, dict[str, Any]]]


def filled_in(view: Payload, typed: Mapping[str, Typed]) -> State:
    """Return the values of a modal's state, as Slack hands them over with these answers in it.

    What is not answered keeps what stands there already.
    """
    return {
        block["block_id"]: {block["element"]["action_id"]: _held(block["element"], typed)}
        for block in view["blocks"]
        if block["type"] == "input"
    }


def press(view: Payload, label: str) -> Payload:
    """Return the action of somebody who presses the button with this label."""
    return next(
        {**element, "action_ts": "1548426417.840180"}
        for block in view["blocks"]
        for element in block.get("elements", ())
        if block["type"] == "actions" and element["text"]["text"] == label
    )


def pick(view: Payload, value: str) -> Payload:
    """Return the action of somebody who picks an option of the first menu."""
    block = next(block for block in view["blocks"] if "accessory" in block)
    option = next(one for one in block["accessory"]["options"] if one["value"] == value)
    action_id = block["accessory"]["action_id"]
    return {
        "type": "static_select",
        "action_id": action_id,
        "block_id": block["block_id"],
        "selected_option": option,
    }


def _held(element: Payload, typed: Mapping[str, Typed]) -> dict[str, Any]:
    """Return what an input holds, in the shape of its kind."""
    kind, given = element["type"], typed.get(element["action_id"])
    match kind:
        case "plain_text_input":
            held = element.get("initial_value") if given is None else given or None
            return {"type": kind, "value": held}
        case "datepicker" | "timepicker":
            what = kind.removesuffix("picker")
            held = element.get(f"initial_{what}") if given is None else given or None
            return {"type": kind, f"selected_{what}": held}
        case "checkboxes" | "multi_static_select":
            picked = (
                element.get("initial_options", []) if given is None else _options(element, given)
            )
            return {"type": kind, "selected_options": picked}
        case "multi_users_select":
            return {"type": kind, "selected_users": list(given or ())}
        case _:
            first = element.get("initial_option")
            picked = [first] if given is None and first else _options(element, given or ())
            return {"type": kind, "selected_option": picked[0] if picked else None}


def _options(element: Payload, values: Typed) -> list[Any]:
    groups = [group["options"] for group in element.get("option_groups", ())]
    options = [one for options in (element.get("options", ()), *groups) for one in options]
    wanted = (values,) if isinstance(values, str) else values
    return [one for one in options if one["value"] in wanted]
