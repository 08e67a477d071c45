"""Discord's published rules for messages and modals, as one table, and a judge over it.

The figures are those of docs.discord.com/developers/components/reference and of the OpenAPI
document that Discord publishes. Lengths count an emoji as two, the stricter of two readings.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.platforms.discord.ports import DiscordMessage

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
        elif not fewest <= length(given) <= longest or not given.strip(" \n\u200b"):
            yield f"{length(given)} characters of {longest}"

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
        if type(given) is not int or not lowest <= given <= highest:
            yield f"not between {lowest} and {highest}"

    return check


def several(check: Check, most: int, fewest: int = 1) -> Check:
    """Check a list."""

    def check_all(given: Json) -> Iterator[str]:
        if not isinstance(given, list) or not fewest <= len(given) <= most:
            yield f"no list of {fewest} to {most}"
            return
        for at, one in enumerate(given):
            yield from (f"[{at}] {fault}" for fault in check(one))

    return check_all


def a(*kinds: int) -> Check:
    """Check a component of one of these types."""

    def check(given: Json) -> Iterator[str]:
        kind = given.get("type") if isinstance(given, dict) else None
        if kind not in kinds:
            yield f"{kind} where only {kinds} may stand"
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


def _row(given: Json) -> Iterator[str]:
    kinds = [one.get("type") for one in given["components"]]
    if 3 in kinds and kinds != [3]:
        yield "a select shares its row"


def _picks(given: Json) -> Iterator[str]:
    options = given["options"]
    values = [option["value"] for option in options]
    if len(values) != len(set(values)):
        yield "a value twice"
    most, fewest = given.get("max_values", 1), given.get("min_values", 1)
    if not fewest <= most <= len(options):
        yield f"{fewest} to {most} of {len(options)}"
    if sum(bool(option.get("default")) for option in options) > most:
        yield "more picked than can be"
    yield from _asked(given)


def _asked(given: Json) -> Iterator[str]:
    if given.get("required") and given.get("min_values", 1) < 1:
        yield "required, and yet none need be picked"


def _fits(given: Json) -> Iterator[str]:
    if length(given.get("value", "")) > given["max_length"]:
        yield "holds more than it may"


ID = line(100)
MEDIA = shaped({"url": matching(r"attachment://[0-9A-Za-z._-]{1,120}")})
OPTION = shaped(
    {"label": line(100), "value": line(100)},
    {"description": line(100), "default": exactly(ON)},
)
BOUNDS = {"min_values": number(0, 25), "max_values": number(1, 25)}
REQUIRED = {"required": exactly(ON, OFF)}

SHAPES: Mapping[int, Shape] = {
    1: Shape({"components": several(a(2, 3), 5)}, whole=_row),
    2: Shape({"style": exactly(1, 2, 4), "label": line(80), "custom_id": ID}),
    3: Shape(
        {"custom_id": ID, "placeholder": line(150), "options": several(OPTION, 25)},
        {**BOUNDS, **REQUIRED},
        _picks,
    ),
    4: Shape(
        {"custom_id": ID, "style": exactly(1, 2), "max_length": number(1, 4000), **REQUIRED},
        {"value": line(4000)},
        _fits,
    ),
    5: Shape(
        {"custom_id": ID, "placeholder": line(150), **BOUNDS, **REQUIRED},
        {
            "default_values": several(
                shaped({"id": matching(r"\d{16,20}")}, {"type": exactly("user")}), 25
            )
        },
        _asked,
    ),
    9: Shape({"components": several(a(10), 3), "accessory": a(2)}),
    10: Shape({"content": line(4000)}),
    12: Shape({"items": several(shaped({"media": MEDIA}, {"description": line(1024)}), 10)}),
    13: Shape({"file": MEDIA}),
    14: Shape({"divider": exactly(ON), "spacing": exactly(1, 2)}),
    18: Shape({"label": line(45), "component": a(3, 4, 5, 21, 22)}, {"description": line(100)}),
    21: Shape(
        {"custom_id": ID, "options": several(OPTION, 10, 2), **REQUIRED},
        whole=_picks,
    ),
    22: Shape(
        {"custom_id": ID, "options": several(OPTION, 10), **BOUNDS, **REQUIRED},
        whole=_picks,
    ),
}

MESSAGE = Shape(
    {
        "flags": exactly(1 << 15, (1 << 15) + (1 << 6)),
        "components": several(a(1, 9, 10, 12, 13, 14), 40),
        "allowed_mentions": shaped({"parse": several(exactly(), 0, 0)}),
    }
)
MODAL = Shape({"custom_id": ID, "title": line(45), "components": several(a(10, 18), 5)})


def faults(message: DiscordMessage) -> list[str]:
    """Return what Discord would not take in a message."""
    body = message.body
    every = [one for each in body["components"] for one in nested(each)]
    text = sum(length(one["content"]) for one in every if one["type"] == 10)
    urls = [one["file"]["url"] for one in every if one["type"] == 13]
    urls += [item["media"]["url"] for one in every for item in one.get("items", ())]
    wholes = {
        f"{len(every)} components": len(every) > 40,
        f"{text} characters": text > 4000,
        "more files than ten": len(message.attachments) > 10,
        "files and what shows them": sorted(urls)
        != sorted(f"attachment://{file.name}" for file in message.attachments),
        "an empty file": not all(file.content for file in message.attachments),
        "an alt text too long": any(length(file.alt) > 1024 for file in message.attachments),
        "an id twice": not _are_different(every),
    }
    return [*_shaped(body, MESSAGE), *(fault for fault, is_so in wholes.items() if is_so)]


def modal_faults(modal: Mapping[str, Any]) -> list[str]:
    """Return what Discord would not take in a modal."""
    every = [one for each in modal["components"] for one in nested(each)]
    twice = [] if _are_different(every) else ["an id twice"]
    return [*_shaped(modal, MODAL), *twice]


def nested(component: Json) -> Iterator[Json]:
    """Yield a component and all that are inside of it."""
    yield component
    inner = [component[name] for name in ("accessory", "component") if name in component]
    for each in (*component.get("components", ()), *inner):
        yield from nested(each)


def _are_different(components: list[Json]) -> bool:
    ids = [one["custom_id"] for one in components if "custom_id" in one]
    return len(ids) == len(set(ids))


def _shaped(given: Json, shape: Shape) -> Iterator[str]:
    if not isinstance(given, dict):
        yield f"no object: {type(given).__name__}"
        return
    missing = [f"without {name}" for name in shape.must if name not in given]
    yield from missing
    checks = {**shape.must, **shape.may}
    for name, value in given.items():
        if name in checks:
            yield from (f"{name}: {fault}" for fault in checks[name](value))
        elif name != "type":
            yield f"{name} is unknown"
    if not missing:
        yield from shape.whole(given)
