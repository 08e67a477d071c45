"""What Concord asks Slack to be allowed, each with what it is for and when it is used."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from workflows.words import mark


@dataclass(frozen=True, slots=True)
class Scope:
    """One permission. `feature` and `when` are English; say them through somebody's words.

    Without an optional one, Concord does the rest.
    """

    name: str
    feature: str
    when: str
    is_optional: bool = False


SCOPES: Final = (
    Scope(
        "commands",
        mark("Hear what you ask for with /concord or from the menu of a message"),
        mark("when somebody types /concord or picks an entry of Concord's"),
    ),
    Scope(
        "chat:write",
        mark("Write in channels that Concord was added to, and to members in private"),
        mark("when a conversation starts, moves on or ends, and for reminders"),
    ),
    Scope(
        "im:write",
        mark("Open a private conversation with a member"),
        mark("when a member has a question to answer or asked for a file"),
    ),
    Scope(
        "users:read",
        mark("See names, languages and time zones, and who has left"),
        mark("when somebody uses Concord, is added to a team, or their account is closed"),
    ),
    Scope(
        "app_mentions:read",
        mark("Answer when somebody writes @Concord"),
        mark("when somebody names Concord in a message; other messages stay unread"),
        is_optional=True,
    ),
    Scope(
        "channels:read",
        mark("Say hello in a public channel"),
        mark("when somebody adds Concord to it"),
        is_optional=True,
    ),
    Scope(
        "groups:read",
        mark("Say hello in a private channel"),
        mark("when somebody adds Concord to it"),
        is_optional=True,
    ),
    Scope(
        "files:write",
        mark("Put up pictures and files that Concord has made"),
        mark("when a summary has a picture, or somebody takes a record away"),
        is_optional=True,
    ),
    Scope(
        "pins:write",
        mark("Pin what a team has agreed"),
        mark("when a team's card or a record is to stay in reach"),
        is_optional=True,
    ),
)
"""The least that all features need; reading messages is not among them."""


def needed() -> tuple[str, ...]:
    """Return the names of all that Concord cannot do without."""
    return tuple(scope.name for scope in SCOPES if not scope.is_optional)


def optional() -> tuple[str, ...]:
    """Return the names of those that an administrator may turn down."""
    return tuple(scope.name for scope in SCOPES if scope.is_optional)


def missing(granted: Iterable[str]) -> tuple[str, ...]:
    """Return the needed ones that were not granted."""
    return tuple(name for name in needed() if name not in set(granted))
