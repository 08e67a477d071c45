"""Says how Slack and Discord reach this Concord, as far as the settings tell."""

from enum import StrEnum
from typing import Final

from bot.settings import PREFIX, Settings

_SLACK: Final = (
    "slack_signing_secret",
    "slack_client_id",
    "slack_client_secret",
    "slack_bot_token",
    "slack_app_token",
)
_OAUTH: Final = ("slack_client_id", "slack_client_secret", "public_url")


class WayIn(StrEnum):
    """How Slack and Concord reach each other."""

    NONE = "none"
    HTTP = "http"
    SOCKET = "socket"


class HalfWayInError(Exception):
    """Some of what Slack needs is set, and some is not; the text says what is missing."""


def slack_way_in(settings: Settings) -> WayIn:
    """Return how Slack reaches Concord, NONE if nothing of Slack's is set.

    With an app token Concord calls Slack and keeps the line open; without one, Slack calls Concord.
    Raises HalfWayInError with a sentence for the operator.
    """
    if not any(getattr(settings, name) for name in _SLACK):
        return WayIn.NONE
    way = WayIn.SOCKET if settings.slack_app_token else WayIn.HTTP
    missing = [name for name in _needed(settings, way) if not getattr(settings, name)]
    if missing:
        names = " and ".join(PREFIX + name.upper() for name in missing)
        words = f"Slack cannot be reached yet: set {names} as well; see docs/slack.md."
        raise HalfWayInError(words)
    return way


def is_on_discord(settings: Settings) -> bool:
    """Return whether Concord is to be in Discord: it needs nothing but the bot's token."""
    return bool(settings.discord_bot_token)


def has_install_page(settings: Settings) -> bool:
    """Return whether workspaces can let Concord in by themselves, on a page of ours."""
    return all(getattr(settings, name) for name in _OAUTH)


def _needed(settings: Settings, way: WayIn) -> tuple[str, ...]:
    """Return the settings that this way takes; one token takes the place of an install page."""
    doors = ("secret_keys",) if way is WayIn.SOCKET else ("secret_keys", "slack_signing_secret")
    if settings.slack_bot_token:
        return doors
    if any(getattr(settings, name) for name in _OAUTH):
        return (*doors, *_OAUTH)
    return (*doors, "slack_bot_token")
