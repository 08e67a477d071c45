"""Reads what Slack sends: a body into a payload, and a payload's kind.

Bolt picks ids out of a payload wherever it finds them, and stumbles over what has another shape
than Slack's. So a payload that Bolt and the listeners could not read is refused here.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, Final

import orjson

from bot.platforms.slack.ports import Payload

DEEPEST: Final = 50
"""Levels of a payload; rich text in a message in a modal comes to about 15."""

MOST_FIELDS: Final = 100
"""Fields of a form; a slash command has about 15."""

LONGEST_ID: Final = 255

_OBJECTS: Final = ("enterprise", "team", "user", "channel")
"""Each is an id, or an object with one."""

_IDS: Final = ("id", "team_id", "enterprise_id", "user_id", "channel_id", "app_installed_team_id")
_NESTED: Final = frozenset({dict, list})
_PARTS: Final = ("view", "message", "previous_message", "item", "assistant_thread", "function_data")


class Kind(StrEnum):
    """What a payload is about."""

    COMMAND = "command"
    ACTION = "action"
    SUBMISSION = "submission"
    CLOSED = "closed"
    SHORTCUT = "shortcut"
    EVENT = "event"
    FUNCTION = "function"
    VERIFICATION = "verification"


def read_body(body: bytes, content_type: str) -> Payload | None:
    """Return the payload in a body, or None if it is not one. `content_type` was checked before."""
    try:
        payload = orjson.loads(body) if "json" in content_type.lower() else _form(body)
    except ValueError:
        return None
    return payload if isinstance(payload, dict) else None


def kind_of(payload: Payload) -> Kind | None:
    """Return the kind of a payload, or None if it is none that we read."""
    return _kind(payload) if _is_shallow(payload) and _is_sound(payload) else None


def _form(body: bytes) -> object:
    pairs = [pair.partition("=") for pair in body.decode("latin-1").split("&", MOST_FIELDS)]
    fields = {_unquoted(name): _unquoted(value) for name, _, value in pairs}
    if len(fields) != len(pairs) or len(fields) > MOST_FIELDS:
        raise ValueError
    return orjson.loads(fields["payload"]) if "payload" in fields else fields


def _unquoted(part: str) -> str:
    """Undo the signs that stand for others in a part of a form; raise ValueError for wrong ones.

    The part holds bytes as the characters of the same numbers. `urllib` looks at each sign by
    itself, which took half of the time of a whole modal.
    """
    if part.isascii() and "%" not in part and "+" not in part:
        return part
    escaped = part.replace("\\", "\\\\").replace("+", " ").replace("%", r"\x")
    return escaped.encode("latin-1").decode("unicode_escape").encode("latin-1").decode()


def _kind(payload: Payload) -> Kind | None:
    match payload:
        case {"command": name}:
            return Kind.COMMAND if isinstance(name, str) else None
        case {"type": "event_callback", "event_id": str(), "event": {"type": str()}}:
            return _event_kind(payload["event"])
        case {"type": "block_actions", "actions": [{"action_id": str()}, *_]}:
            return Kind.ACTION
        case {"type": "view_submission", "view": {"type": "modal", "callback_id": str()}}:
            return Kind.SUBMISSION
        case {"type": "view_closed"}:
            return Kind.CLOSED
        case {"type": "shortcut" | "message_action", "callback_id": str()}:
            return Kind.SHORTCUT
        case {"type": "url_verification", "challenge": str()}:
            return Kind.VERIFICATION
        case _:
            return None


def _event_kind(event: Payload) -> Kind | None:
    match event:
        case {"type": "function_executed", "function": {"callback_id": str()}}:
            return Kind.FUNCTION if "function_execution_id" in event else None
        case {"type": "function_executed"}:
            return None
        case _:
            return Kind.EVENT


def _is_shallow(payload: Payload) -> bool:
    level: list[Any] = [payload]
    for _ in range(DEEPEST):
        level = [inner for each in level for inner in _values(each) if type(inner) in _NESTED]
        if not level:
            return True
    return False


def _values(nested: Any) -> Iterable[object]:  # noqa: ANN401 - it may be an object or a list
    return nested.values() if isinstance(nested, dict) else nested


def _is_sound(part: Payload) -> bool:
    """Say whether everything that Bolt reads ids from has one of Slack's shapes."""
    return (
        all(_is_object_or_id(part[key]) for key in _OBJECTS if key in part)
        and all(_is_id(part[key]) for key in _IDS if key in part)
        and (part.get("authorizations") is None or _is_list_of_objects(part["authorizations"]))
        and _is_list_of_objects(part.get("response_urls", []))
        and isinstance(part.get("event", {}), dict)
        and all(_is_sound(inner) for inner in _parts(part))
    )


def _is_object_or_id(value: Any) -> bool:  # noqa: ANN401 - it may be any JSON
    return isinstance(value, dict) or _is_id(value)


def _is_id(value: Any) -> bool:  # noqa: ANN401 - it may be any JSON
    return value is None or (isinstance(value, str) and len(value) <= LONGEST_ID)


def _is_list_of_objects(value: Any) -> bool:  # noqa: ANN401 - it may be any JSON
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def _parts(part: Payload) -> Iterator[Mapping[str, Any]]:
    for key in ("event", *_OBJECTS, *_PARTS):
        if isinstance(part.get(key), dict):
            yield part[key]
    yield from part.get("authorizations") or ()
