"""Says things in one language: translated templates, plurals, dates and lists.

English stands in the source; other languages stand in workflows/locales (see
workflows.catalogue). Babel finds the texts by the names of the methods: `say`, `rich`, `plural`,
`rich_plural`, and `mark` for a text that is said later.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import (
    format_date,
    format_datetime,
    format_time,
    get_timezone,
    get_timezone_location,
)
from babel.lists import format_list

from workflows.text import Slot, Text, fill, flat

DEFAULT_LANGUAGE = "en"

Key = tuple[str, str]
"""Context and English text; the context is empty for texts that stand in code."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The texts of one language; a plural has one form for 1 and one for all other numbers."""

    language: str
    texts: Mapping[Key, str]
    plurals: Mapping[str, tuple[str, str]]


def mark(text: str) -> str:
    """Return a text unchanged, and let the extraction find it."""
    return text


class Words:
    """One reader's language and zone."""

    def __init__(self, catalogue: Catalogue, zone: str = "UTC") -> None:
        self._catalogue = catalogue
        self.zone = zone

    @property
    def language(self) -> str:
        """The language, as two letters."""
        return self._catalogue.language

    def in_zone(self, zone: str) -> "Words":
        """Return the same words for a reader in another time zone."""
        return self if zone == self.zone else Words(self._catalogue, zone)

    def say(self, text: str, **slots: Slot) -> str:
        """Return a text of ours without formatting."""
        return flat(fill(self._find("", text), slots)) if slots else self._find("", text)

    def rich(self, text: str, **slots: Slot) -> Text:
        """Return a text of ours as a tree, with the slots put in as they are."""
        return fill(self._find("", text), slots)

    def plural(self, one: str, many: str, count: int, **slots: Slot) -> str:
        """Return the form of a text that fits a number; `{count}` stands for it."""
        return flat(self.rich_plural(one, many, count, **slots))

    def rich_plural(self, one: str, many: str, count: int, **slots: Slot) -> Text:
        """Return the form of a text that fits a number, as a tree."""
        forms = self._catalogue.plurals.get(one, (one, many))
        return fill(forms[0] if count == 1 else forms[1], {"count": count, **slots})

    def content(self, context: str, text: str) -> str:
        """Return a text of a workflow's content, still as a template."""
        return self._find(context, text) if text else ""

    def listed(self, items: Sequence[str]) -> str:
        """Return names as people list them: "Ana, Bo and Cy"."""
        return format_list(list(items), locale=self.language)

    def day(self, on: date) -> str:
        """Return a date in full, such as "Tue, Nov 3, 2026"."""
        pattern = "EEE, MMM d, y" if self.language == DEFAULT_LANGUAGE else "EEE, d MMM y"
        return format_date(on, pattern, locale=self.language)

    def day_of(self, at: datetime) -> date:
        """Return the day on which a point in time falls in the reader's zone."""
        return at.astimezone(ZoneInfo(self.zone)).date()

    def moment(self, at: datetime) -> str:
        """Return a point in time in the reader's zone, such as "Tue, Nov 3, 3:30 PM"."""
        return _moment(at, self.zone, self.language)

    def place(self, zone: str, at: datetime) -> str:
        """Return a time zone by a place in it and the time it is there: "New York, 3:30 PM"."""
        city = get_timezone_location(get_timezone(zone), locale=self.language, return_city=True)
        pattern = "h:mm a" if self.language == DEFAULT_LANGUAGE else "HH:mm"
        clock = format_time(at, pattern, tzinfo=ZoneInfo(zone), locale=self.language)
        return f"{city}, {clock}"

    def _find(self, context: str, text: str) -> str:
        return self._catalogue.texts.get((context, text)) or text


@lru_cache(maxsize=1000)
def _moment(at: datetime, zone: str, language: str) -> str:
    """Say a point in time; everybody in a conversation reads the same few, over and over."""
    english = language == DEFAULT_LANGUAGE
    pattern = "EEE, MMM d, h:mm a" if english else "EEE, d MMM, HH:mm"
    return format_datetime(at, pattern, tzinfo=ZoneInfo(zone), locale=language)
