"""Reads what Slack sends into small typed values; every shape is checked here, and nowhere else."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from bot.platforms.slack.ports import Payload


class PayloadError(Exception):
    """A payload does not have the shape that Slack documents; the text names the part, no more."""


@dataclass(frozen=True, slots=True)
class Someone:
    """Who did something, as far as the payload says; `team` is where their account belongs."""

    id: str
    name: str = ""
    team: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """What a payload brings along to answer it: a trigger for a window, an address for words."""

    trigger: str = ""
    response_url: str = ""


NO_WAY: Final = Way()
"""For what happens without anybody's press."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A slash command, without its first word."""

    by: Someone
    channel: str
    line: str
    way: Way


class Surface(StrEnum):
    """Where a button stands."""

    MESSAGE = "message"
    EPHEMERAL = "ephemeral"
    MODAL = "modal"
    HOME = "home"


@dataclass(frozen=True, slots=True)
class Shown:
    """A window or a home tab as it stood when somebody pressed or sent something."""

    id: str
    hash: str
    metadata: str
    values: Payload = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button that was pressed, or a menu in which something was picked."""

    by: Someone
    surface: Surface
    action: Payload
    channel: str
    thread: str
    way: Way
    shown: Shown

    @property
    def sends_form(self) -> bool:
        """Whether it is another way to send the form above it."""
        return text_at(self.action, "action_id").startswith("send:")


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was sent from a window."""

    by: Someone
    shown: Shown
    way: Way


@dataclass(frozen=True, slots=True)
class Chosen:
    """A shortcut that was picked: on a message, whose words come along, or anywhere."""

    by: Someone
    name: str
    channel: str
    thread: str
    text: str
    way: Way


@dataclass(frozen=True, slots=True)
class Execution:
    """A step of a workflow that is to be run: where, and for whom."""

    id: str
    name: str
    channel: str
    person: str


def read_command(payload: Payload) -> Typed:
    """Return a slash command."""
    by = Someone(
        needed(payload, "user_id"), text_at(payload, "user_name"), text_at(payload, "team_id")
    )
    return Typed(by, needed(payload, "channel_id"), text_at(payload, "text"), _way(payload))


def read_press(payload: Payload) -> Pressed:
    """Return the first of the pressed buttons; Slack sends one at a time."""
    actions = payload.get("actions")
    if not isinstance(actions, list) or not actions or not isinstance(actions[0], dict):
        raise PayloadError("actions")
    surface = _surface(payload)
    return Pressed(
        by=_someone(payload),
        surface=surface,
        action=actions[0],
        channel=text_at(payload, "container", "channel_id") or text_at(payload, "channel", "id"),
        thread=text_at(payload, "container", "thread_ts")
        or text_at(payload, "message", "thread_ts"),
        way=_way(payload),
        shown=_shown(payload) if surface in {Surface.MODAL, Surface.HOME} else Shown("", "", ""),
    )


def read_submission(payload: Payload) -> Sent:
    """Return a form that was sent."""
    return Sent(_someone(payload), _shown(payload), _way(payload))


def read_shortcut(payload: Payload) -> Chosen:
    """Return a shortcut that was picked."""
    return Chosen(
        by=_someone(payload),
        name=text_at(payload, "callback_id"),
        channel=text_at(payload, "channel", "id"),
        thread=text_at(payload, "message", "thread_ts"),
        text=text_at(payload, "message", "text"),
        way=_way(payload),
    )


def read_execution(payload: Payload) -> Execution:
    """Return a step of a workflow that is to be run."""
    event = object_at(payload, "event")
    return Execution(
        id=needed(event, "function_execution_id"),
        name=text_at(event, "function", "callback_id"),
        channel=text_at(event, "inputs", "channel"),
        person=text_at(event, "inputs", "person"),
    )


def text_at(payload: Payload, *path: str) -> str:
    """Return the text at a place in a payload; empty where there is none."""
    within = object_at(payload, *path[:-1]) if len(path) > 1 else payload
    value = within.get(path[-1])
    return value if isinstance(value, str) else ""


def needed(payload: Payload, *path: str) -> str:
    """Return the text at a place in a payload; raise PayloadError where there is none."""
    if text := text_at(payload, *path):
        return text
    raise PayloadError(".".join(path))


def is_set(payload: Payload, *path: str) -> bool:
    """Say whether a switch at a place in a payload is on."""
    *outer, last = path
    return object_at(payload, *outer).get(last) is True


def object_at(payload: Payload, *path: str) -> Payload:
    """Return the object at a place in a payload; an empty one where there is none."""
    found: object = payload
    for name in path:
        found = found.get(name) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else {}


def texts_at(payload: Payload, *path: str) -> tuple[str, ...]:
    """Return the texts of a list at a place in a payload; none where there is no list."""
    *outer, last = path
    found = object_at(payload, *outer).get(last)
    items = found if isinstance(found, list) else []
    return tuple(item for item in items if isinstance(item, str))


def _someone(payload: Payload) -> Someone:
    user = object_at(payload, "user")
    name = text_at(user, "name") or text_at(user, "username")
    return Someone(needed(payload, "user", "id"), name, text_at(user, "team_id"))


def _way(payload: Payload) -> Way:
    return Way(text_at(payload, "trigger_id"), text_at(payload, "response_url"))


def _surface(payload: Payload) -> Surface:
    if object_at(payload, "view"):
        is_home = text_at(payload, "view", "type") == "home"
        return Surface.HOME if is_home else Surface.MODAL
    is_ephemeral = is_set(payload, "container", "is_ephemeral")
    return Surface.EPHEMERAL if is_ephemeral else Surface.MESSAGE


def _shown(payload: Payload) -> Shown:
    return Shown(
        id=needed(payload, "view", "id"),
        hash=text_at(payload, "view", "hash"),
        metadata=text_at(payload, "view", "private_metadata"),
        values=object_at(payload, "view", "state", "values"),
    )
