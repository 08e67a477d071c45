"""What single values of an archive must be like, so that everything can be shown later."""

from datetime import UTC, date, datetime
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workflows.catalogue import LANGUAGES

_OUR_DAYS: Final = range(1970, 2200)
"""Years that every database and every time zone knows."""


def is_in_our_days(on: date) -> bool:
    """Say whether a day or a moment can be kept, and shown in every zone."""
    return on.year in _OUR_DAYS


def in_our_days(at: datetime) -> datetime:
    """Return a moment in UTC, or raise ValueError for one that cannot be kept."""
    if not is_in_our_days(at):
        raise ValueError("a moment long ago or far away")
    return at.astimezone(UTC)


def known_language(code: str) -> str:
    """Return a language that Concord speaks, or raise ValueError."""
    if code not in LANGUAGES:
        raise ValueError("an unknown language")
    return code


def known_zone(name: str) -> str:
    """Return a time zone, or raise ValueError."""
    try:
        return ZoneInfo(name).key
    except (OSError, ZoneInfoNotFoundError) as error:
        raise ValueError("an unknown time zone") from error
