"""The time zones that a team can pick from."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workflows.views import Option
from workflows.words import Words

ZONES = (
    "Pacific/Honolulu",
    "America/Anchorage",
    "America/Los_Angeles",
    "America/Phoenix",
    "America/Denver",
    "America/Chicago",
    "America/Mexico_City",
    "America/New_York",
    "America/Bogota",
    "America/Lima",
    "America/Puerto_Rico",
    "America/Halifax",
    "America/Santiago",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Madrid",
    "Europe/Athens",
    "Africa/Lagos",
    "Africa/Johannesburg",
    "Asia/Kolkata",
    "Asia/Manila",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Pacific/Auckland",
)
"""One place for each time that many schools live by: a select holds 25, with the team's own."""


def known_zone(name: str) -> str:
    """Return a time zone that a platform named, or UTC if there is none of that name."""
    try:
        return ZoneInfo(name).key
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return "UTC"


def zone_options(present: str, at: datetime, words: Words) -> tuple[Option, ...]:
    """Return the zones to pick from, the present one first, each with the time it is there."""
    zones = dict.fromkeys((present, *ZONES))
    return tuple(Option(zone, words.place(zone, at)) for zone in zones)
