"""Who could be a partner, and where one's relationships stand: private lists, kept over time."""

from datetime import date
from typing import Literal

from workflows.contents import Content


class PotentialPartner(Content):
    """Somebody who could sit at the table; `relation` and `group` are ids of choices in content."""

    group: str
    name: str
    relation: str
    common: str = ""
    readiness: int
    """From 1, not now, to 4, ready to begin."""


class PartnerMap(Content):
    """Who could be a partner, by the lights of one member or of those there for one party."""

    kind: Literal["partners"] = "partners"
    partners: tuple[PotentialPartner, ...]


class Rating(Content):
    """Where one relationship stands by one's own lights, and how it could grow."""

    partner: str
    place: int | None = None
    """From 0, no contact, to 5, partner (see STEPS in workflows.relationship_pages)."""
    stronger: str = ""


class Relationships(Content):
    """Ratings of one day; the editions of the record are how they change over time."""

    kind: Literal["relationships"] = "relationships"
    ratings: tuple[Rating, ...]
    on: date
