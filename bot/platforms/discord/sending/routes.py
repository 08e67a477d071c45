"""Tells discord.py which route a path is of, so that it keeps each route within its own limits."""

import re
from typing import Final

from discord.http import Route

from bot.platforms.discord.ports import Payload

_MAJOR: Final = {
    "channels": ("channel_id",),
    "guilds": ("guild_id",),
    "interactions": ("webhook_id", "webhook_token"),
    "webhooks": ("webhook_id", "webhook_token"),
}
"""What follows the first word of a path and has limits of its own; by discord.py's names."""

_NUMBER: Final = re.compile("[0-9]+")
_PATH: Final = re.compile("(/[^/?#{}]+)+")
_THREAD_OF_MESSAGE: Final = re.compile("/channels/[0-9]+/messages/[0-9]+/threads")


def route(verb: str, path: str) -> Route:
    """Return the route of a path; its template names neither an id nor a token.

    Raises ValueError for what is no path.
    """
    if not _PATH.fullmatch(path):
        raise ValueError("not a path")
    first, *rest = path[1:].split("/")
    major = _MAJOR.get(first, ())
    words, parameters = [first], dict[str, str]()
    for number, word in enumerate(rest):
        is_major = number < len(major)
        if is_major or _NUMBER.fullmatch(word):
            name = major[number] if is_major else f"id_{number}"
            parameters[name] = word
            words.append(f"{{{name}}}")
        else:
            words.append(word)
    return Route(verb, f"/{'/'.join(words)}", **parameters)


def line_of(route: Route) -> str:
    """Return what shares a limit with a route, as far as can be known without asking."""
    return f"{route.key} {route.major_parameters}"


def is_answer(path: str) -> bool:
    """Return whether a path is for what somebody waits for: an answer to an interaction."""
    return path.startswith(("/interactions/", "/webhooks/"))


def is_repeatable(verb: str, path: str, body: object) -> bool:
    """Return whether asking twice leaves things as if it had been once.

    The second thread of a message is refused, the second chat with somebody is the first one.
    """
    if verb != "POST":
        return True
    if path == "/users/@me/channels" or _THREAD_OF_MESSAGE.fullmatch(path):
        return True
    return isinstance(body, dict) and _has_nonce(body)


def _has_nonce(body: Payload) -> bool:
    return bool(body.get("nonce")) and body.get("enforce_nonce") is True
