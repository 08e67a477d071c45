"""Looks over what Slack needs of an installation, where it is configured; changes nothing."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from bot.checkup import Finding, Health, guarded
from bot.clock import SystemClock
from bot.platforms.slack.installing.pages import INSTALL
from bot.platforms.slack.installing.scopes import missing
from bot.platforms.slack.installing.slack_time import slack_time
from bot.resealing import is_readable, living
from bot.settings import Settings, SettingsError, read_settings
from bot.ways_in import HalfWayInError, WayIn, has_install_page, slack_way_in
from storage.engines import sqlite_file
from storage.errors import StorageError
from storage.installations import SealedInstallation
from storage.secrets import Keyring

MOST_SKEW: Final = timedelta(minutes=1)
"""How wrong the clock may be: Slack's signatures are good for five minutes, on the way as well."""

SlackTime = Callable[[], datetime | None]
"""Tells the time that Slack has, or None where Slack cannot be reached."""


def ask_slack() -> datetime | None:
    """Return the time that Slack has, by asking it."""
    return asyncio.run(slack_time())


def check_slack(config: Path | None, *, what_time: SlackTime = ask_slack) -> Iterator[Finding]:
    """Yield what each check finds; nothing where Slack is not configured, or the settings wrong."""
    try:
        settings = read_settings(config)
        way = slack_way_in(settings)
    except SettingsError:
        return  # told by the checks before
    except HalfWayInError as error:
        yield Finding("slack", Health.FAIL, str(error), "Set what is missing.")
        return
    if way is WayIn.NONE:
        return
    yield Finding("slack", Health.OK, _WAYS[way])
    yield guarded(partial(_clock, what_time), "slack clock")
    yield from _kept(settings)


_WAYS: Final = {
    WayIn.HTTP: "Slack calls Concord, which checks what Slack has signed.",
    WayIn.SOCKET: "Concord calls Slack and keeps the line open.",
}


def _clock(what_time: SlackTime) -> Finding:
    theirs = what_time()
    if theirs is None:
        words = "Slack could not be reached, so the clock was not compared."
        return Finding("slack clock", Health.WARN, words, "Check the network of this computer.")
    skew = abs(SystemClock().now() - theirs)
    if skew > MOST_SKEW:
        words = f"This computer's clock differs from Slack's by {skew.total_seconds():.0f} s."
        return Finding("slack clock", Health.FAIL, words, "sudo timedatectl set-ntp true")
    return Finding("slack clock", Health.OK, "This computer's clock agrees with Slack's.")


def _kept(settings: Settings) -> Iterator[Finding]:
    """Yield what there is to say about the installations in the database."""
    file = sqlite_file(settings.database_url)
    if file is not None and not file.exists():
        return
    try:
        installations = asyncio.run(living(settings))
    except StorageError:
        words = "The installations could not be looked at; see the database above."
        yield Finding("slack installations", Health.WARN, words, "python -m bot migrate")
        return
    yield _keys(settings, installations)
    yield _scopes(settings, installations)


def _keys(settings: Settings, installations: tuple[SealedInstallation, ...]) -> Finding:
    ring = Keyring(settings.secret_keys)
    sealed = [each.id for each in installations if not is_readable(each, ring)]
    if sealed:
        words = f"CONCORD_SECRET_KEYS does not open the tokens of {', '.join(sealed)}."
        fix = "Add the key they were sealed with after the others, or install Concord there again."
        return Finding("slack keys", Health.FAIL, words, fix)
    count = len(installations)
    return Finding("slack keys", Health.OK, f"The keys open all tokens (installations: {count}).")


def _scopes(settings: Settings, installations: tuple[SealedInstallation, ...]) -> Finding:
    lacking = {each.id: missing(each.scopes) for each in installations}
    told = [f"{id_} lacks {', '.join(names)}" for id_, names in lacking.items() if names]
    if told:
        page = f"{settings.public_url}{INSTALL}" if has_install_page(settings) else "Slack's page"
        fix = f"Install Concord there once more, at {page}."
        return Finding("slack scopes", Health.FAIL, f"{'; '.join(told)}.", fix)
    return Finding("slack scopes", Health.OK, "Every installation may do what Concord needs.")
