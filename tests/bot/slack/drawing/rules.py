"""Slack's published rules for messages, modals and home tabs, as one table, and a judge over it.

The figures are those of docs.slack.dev/reference/block-kit and of the types that Slack publishes.
Lengths count an emoji as two, which is the stricter of two readings.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

ON, OFF = True, False

Json = Any
"""Anything that JSON can hold."""

Check = Callable[[Any], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Shape:
    """An object: the fields that it must have, those it may have, and a rule over all of it."""

    must: Mapping[str, Check]
    may: Mapping[str, Check] = field(default_factory=dict[str, Check])
    whole: Check = lambda _: iter(())


def length(text: str) -> int:
    """Return the length of a text in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def line(longest: int, fewest: int = 1) -> Check:
    """Check a text."""

    def check(given: Json) -> Iterator[str]:
        if not isinstance(given, str):
            yield f"no text: {type(given).__name__}"
        elif re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff]", given):
            yield "a character that cannot be sent"
        elif not fewest <= length(given) <= longest or (fewest and not given.strip()):
            yield f"{length(given)} characters of {longest}"

    return check


def words(longest: int, *, mrkdwn: bool = False) -> Check:
    """Check a text object; all of ours that are not mrkdwn leave :signs: alone."""
    plain = Shape({"type": exactly("plain_text"), "text": line(longest), "emoji": exactly(OFF)})
    marked = Shape({"type": exactly("mrkdwn"), "text": line(longest), "verbatim": exactly(ON)})

    def check(given: Json) -> Iterator[str]:
        is_marked = mrkdwn and isinstance(given, dict) and given.get("type") == "mrkdwn"
        yield from _shaped(given, marked if is_marked else plain)

    return check


def exactly(*values: object) -> Check:
    """Check for one of a few values."""

    def check(given: Json) -> Iterator[str]:
        if not any(given == value and type(given) is type(value) for value in values):
            yield f"not one of {values}"

    return check


def number(lowest: int, highest: int) -> Check:
    """Check a whole number."""

    def check(given: Json) -> Iterator[str]:
        if not isinstance(given, int) or not lowest <= given <= highest:
            yield f"not between {lowest} and {highest}"

    return check


def several(check: Check, most: int) -> Check:
    """Check a list that is not empty."""

    def check_all(given: Json) -> Iterator[str]:
        if not isinstance(given, list) or not 1 <= len(given) <= most:
            yield f"no list of 1 to {most}"
            return
        for at, one in enumerate(given):
            yield from (f"[{at}] {fault}" for fault in check(one))

    return check_all


def a(*kinds: str) -> Check:
    """Check an object of one of these types."""

    def check(given: Json) -> Iterator[str]:
        kind = given.get("type") if isinstance(given, dict) else None
        if kind not in kinds:
            yield f"{kind} where only {', '.join(kinds)} may stand"
        else:
            yield from (f"{kind}: {fault}" for fault in _shaped(given, SHAPES[kind]))

    return check


def shaped(must: Mapping[str, Check], may: Mapping[str, Check] | None = None) -> Check:
    """Check an object without a type."""
    return lambda given: _shaped(given, Shape(must, may or {}))


def matching(pattern: str) -> Check:
    """Check a text of a certain form."""
    found = re.compile(pattern)
    return lambda given: iter(() if found.fullmatch(str(given)) else (f"not like {pattern}",))


def either_options(given: Json) -> Iterator[str]:
    """Check that a select has options or groups of them, and shows first one that it has."""
    if ("options" in given) == ("option_groups" in given):
        yield "neither options nor groups, or both"
    yield from _shows_one_of_its_own(given)


def _shows_one_of_its_own(given: Json) -> Iterator[str]:
    groups = [group["options"] for group in given.get("option_groups", ())]
    own = [option for options in (given.get("options", ()), *groups) for option in options]
    first = given.get("initial_options", [])
    if any(one not in own for one in [*first, given.get("initial_option", *own[:1])]):
        yield "shows an option that it does not have"


def _fits(given: Json) -> Iterator[str]:
    if length(given.get("initial_value", "")) > given["max_length"]:
        yield "holds more than it may"


ID = line(255)
PICK = shaped({"text": words(75), "value": line(75)}, {"description": words(75)})
PICKS = {
    "options": several(PICK, 100),
    "option_groups": several(shaped({"label": words(75), "options": several(PICK, 100)}), 100),
}
CONFIRM = shaped(
    {"title": words(100), "text": words(300), "confirm": words(30), "deny": words(30)},
    {"style": exactly("primary", "danger")},
)
STYLE = shaped({}, dict.fromkeys(("bold", "italic", "code"), exactly(ON)))
INLINE = several(a("text", "link", "date"), 1000)

SHAPES: Mapping[str, Shape] = {
    "header": Shape({"text": words(150)}),
    "divider": Shape({}),
    "section": Shape({"text": words(3000)}, {"block_id": ID, "accessory": a("static_select")}),
    "context": Shape({"elements": several(words(3000, mrkdwn=True), 10)}),
    "actions": Shape({"elements": several(a("button"), 25)}),
    "image": Shape({"slack_file": shaped({"id": ID}), "alt_text": line(2000)}),
    "input": Shape(
        {
            "block_id": ID,
            "label": words(2000),
            "optional": exactly(ON, OFF),
            "element": a(
                *("plain_text_input", "static_select", "multi_static_select"),
                "multi_users_select",
                *("radio_buttons", "checkboxes", "datepicker", "timepicker"),
            ),
        },
        {"hint": words(2000)},
    ),
    "rich_text": Shape(
        {
            "elements": several(
                a("rich_text_section", "rich_text_list", "rich_text_quote"),
                1000,
            )
        }
    ),
    "rich_text_section": Shape({"elements": INLINE}),
    "rich_text_quote": Shape({"elements": INLINE}),
    "rich_text_list": Shape(
        {"style": exactly("bullet"), "elements": several(a("rich_text_section"), 1000)}
    ),
    "text": Shape({"text": line(3000, fewest=0)}, {"style": STYLE}),
    "link": Shape({"url": matching(r"(https?://|mailto:)\S{1,2990}"), "text": line(3000)}),
    "date": Shape(
        {"timestamp": number(-(2**33), 2**38), "format": line(100), "fallback": line(100)}
    ),
    "button": Shape(
        {"action_id": ID, "text": words(75), "value": line(2000)},
        {
            "style": exactly("primary", "danger"),
            "confirm": CONFIRM,
            "accessibility_label": line(75),
        },
    ),
    "static_select": Shape(
        {"action_id": ID, "placeholder": words(150)},
        {**PICKS, "initial_option": PICK},
        either_options,
    ),
    "multi_static_select": Shape(
        {"action_id": ID, "placeholder": words(150)},
        {**PICKS, "initial_options": several(PICK, 10_000)},
        either_options,
    ),
    "multi_users_select": Shape(
        {"action_id": ID, "placeholder": words(150), "max_selected_items": number(1, 100)}
    ),
    "radio_buttons": Shape(
        {"action_id": ID, "options": several(PICK, 10)},
        {"initial_option": PICK},
        _shows_one_of_its_own,
    ),
    "checkboxes": Shape(
        {"action_id": ID, "options": several(PICK, 10)},
        {"initial_options": several(PICK, 10)},
        _shows_one_of_its_own,
    ),
    "datepicker": Shape({"action_id": ID}, {"initial_date": matching(r"\d{4}-\d\d-\d\d")}),
    "timepicker": Shape({"action_id": ID}, {"initial_time": matching(r"[012]\d:[0-5]\d")}),
    "plain_text_input": Shape(
        {
            "action_id": ID,
            "multiline": exactly(ON, OFF),
            "max_length": number(1, 3000),
        },
        {"initial_value": line(3000)},
        _fits,
    ),
}

SHOWN = ("header", "divider", "section", "context", "actions", "image", "rich_text")
SURFACES: Mapping[str, Shape] = {
    "message": Shape({"text": line(4000), "blocks": several(a(*SHOWN), 50)}),
    "home": Shape({"type": exactly("home"), "blocks": several(a(*SHOWN), 100)}),
    "modal": Shape(
        {
            "type": exactly("modal"),
            "callback_id": ID,
            "title": words(24),
            "close": words(24),
            "blocks": several(a(*SHOWN, "input"), 100),
        },
        {"submit": words(24), "private_metadata": line(3000)},
    ),
}
LARGEST = {"message": 13_000, "home": 250_000, "modal": 250_000}
"""Characters of the texts of a message; bytes of a view."""


def faults(payload: Mapping[str, Any], surface: str) -> list[str]:
    """Return what Slack would not take in a message ({text, blocks}), a modal or a home tab."""
    return [*_shaped(payload, SURFACES[surface]), *_as_a_whole(payload, surface)]


def texts(drawn: Json) -> Iterator[str]:
    """Yield every text in something drawn."""
    match drawn:
        case str():
            yield drawn
        case dict():
            for part in drawn.values():
                yield from texts(part)
        case list():
            for part in drawn:
                yield from texts(part)
        case _:
            return


def _as_a_whole(payload: Mapping[str, Any], surface: str) -> Iterator[str]:
    blocks = payload["blocks"]
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    if len(ids) != len(set(ids)):
        yield "a block id twice"
    actions = [e["action_id"] for b in blocks for e in b.get("elements", ()) if "action_id" in e]
    if len(actions) != len(set(actions)):
        yield "an action id twice"
    if any(block["type"] == "input" for block in blocks) and "submit" not in payload:
        yield "questions that nothing sends"
    is_message = surface == "message"
    size = sum(map(length, texts(blocks))) if is_message else len(json.dumps(payload))
    if size > LARGEST[surface]:
        yield f"{size} in all"


def _shaped(given: Json, shape: Shape) -> Iterator[str]:
    if not isinstance(given, dict):
        yield f"no object: {type(given).__name__}"
        return
    yield from (f"without {name}" for name in shape.must if name not in given)
    checks = {**shape.must, **shape.may}
    for name, value in given.items():
        if name in checks:
            yield from (f"{name}: {fault}" for fault in checks[name](value))
        elif name != "type":
            yield f"{name} is unknown"
    yield from shape.whole(given)
