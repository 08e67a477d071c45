"""Looks over what Discord needs of an installation, where it is set up; changes nothing."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from bot.checkup import Finding, Health
from bot.platforms.discord.gateway.looking import (
    Standing,
    TokenRefusedError,
    standing_in_discord,
)
from bot.platforms.discord.gateway.tree import command_tree
from bot.platforms.discord.permissions import install_link, missing
from bot.settings import SettingsError, read_settings
from bot.ways_in import is_on_discord

PORTAL: Final = "https://discord.com/developers/applications"
ADMINISTRATOR: Final = 1 << 3

Look = Callable[[str], Standing | None]
"""Asks Discord how Concord stands there, with the bot's token."""


def ask_discord(token: str) -> Standing | None:
    """Return how Concord stands in Discord, by asking it."""
    return asyncio.run(standing_in_discord(token))


def check_discord(config: Path | None, *, look: Look = ask_discord) -> Iterator[Finding]:
    """Yield what each check finds; nothing where Discord is not set up, or the settings wrong."""
    try:
        settings = read_settings(config)
    except SettingsError:
        return  # told by the checks before
    if not is_on_discord(settings):
        return
    try:
        standing = look(settings.discord_bot_token)
    except TokenRefusedError:
        words = "Discord does not take the bot's token."
        fix = f"Copy it once more from the page Bot at {PORTAL}."
        yield Finding("discord", Health.FAIL, words, fix)
        return
    if standing is None:
        words = "Discord could not be reached, so nothing could be looked at there."
        yield Finding("discord", Health.WARN, words, "Check the network of this computer.")
        return
    yield Finding("discord", Health.OK, f"Discord knows the token as that of {standing.name}.")
    yield _way(standing)
    yield _intents(standing)
    yield _commands(standing)
    yield _permissions(standing)


def _way(standing: Standing) -> Finding:
    if standing.goes_elsewhere:
        words = "Discord sends what people do to an address, so that Concord does not hear them."
        fix = f"Empty the field Interactions Endpoint URL at {PORTAL}."
        return Finding("discord gateway", Health.FAIL, words, fix)
    return Finding("discord gateway", Health.OK, "What people do comes through the gateway.")


def _intents(standing: Standing) -> Finding:
    if standing.intents:
        names = ", ".join(standing.intents)
        words = f"Concord may see more than it asks for: {names}."
        fix = f"Switch these privileged intents off on the page Bot at {PORTAL}."
        return Finding("discord intents", Health.WARN, words, fix)
    return Finding("discord intents", Health.OK, "No privileged intent is switched on.")


def _commands(standing: Standing) -> Finding:
    ours = {str(command["name"]) for command in command_tree()}
    lacking = sorted(ours - standing.commands)
    if lacking:
        words = f"Discord does not know these commands yet: {', '.join(lacking)}."
        return Finding("discord commands", Health.WARN, words, "python -m bot run")
    return Finding("discord commands", Health.OK, "Discord knows Concord's commands.")


def _permissions(standing: Standing) -> Finding:
    link = install_link(standing.application)
    if not standing.servers:
        words = "Concord is in no server yet."
        return Finding("discord permissions", Health.WARN, words, f"Let it in at {link}")
    told = [
        f"{server.name} lacks {', '.join(lacking)}"
        for server in standing.servers
        if (lacking := [each.name for each in missing(_all_if_administrator(server.permissions))])
    ]
    if told:
        return Finding(
            "discord permissions", Health.FAIL, f"{'; '.join(told)}.", f"Let it in anew at {link}"
        )
    words = f"Concord may do what it needs (servers: {len(standing.servers)})."
    return Finding("discord permissions", Health.OK, words)


def _all_if_administrator(permissions: int) -> int:
    return -1 if permissions & ADMINISTRATOR else permissions
