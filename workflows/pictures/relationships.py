"""What the picture of somebody's relationships over time shows, and the same in words.

The ratings are one person's own; whose they are does not come in here.
"""

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from workflows.pictures.alt_text import spoken
from workflows.text import fill, flat
from workflows.typed import shorten

STEPS = 6
"""From no contact at all, which is step 0, to partner."""

MOST_PARTNERS = 12

LONGEST_NAME = 40
"""Characters of a partner's name that are said where twelve partners do not fit otherwise."""


class RelationshipWords(BaseModel):
    """The words of a picture of relationships, in the reader's language.

    `newest` and `earlier` name the two kinds of signs. `rated_on` is a template with the slots
    {step} and {day}, such as "{step} on {day}".
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    newest: str
    earlier: str
    rated_on: str


class Rating(BaseModel):
    """How a relationship was on one day; `day` is ready to be read, such as "3 Nov 2026"."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    day: str
    step: int


class PartnerRatings(BaseModel):
    """One partner, and how the relationship with them was rated, the oldest rating first."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    ratings: tuple[Rating, ...]


class RelationshipPicture(BaseModel):
    """Where each relationship stands on the six steps named by `labels`, and where it came from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Literal["relationships"] = "relationships"
    title: str
    labels: tuple[str, ...]
    partners: tuple[PartnerRatings, ...]
    words: RelationshipWords
    note: str = ""

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if len(self.labels) != STEPS:
            raise ValueError("a relationship has six steps")
        if not 1 <= len(self.partners) <= MOST_PARTNERS:
            raise ValueError("there must be one partner, and at most twelve")
        if not all(partner.ratings for partner in self.partners):
            raise ValueError("each partner needs a rating")
        steps = {rating.step for partner in self.partners for rating in partner.ratings}
        if not steps <= set(range(STEPS)):
            raise ValueError("a rating must be one of the steps")
        return self


def describe_relationships(picture: RelationshipPicture) -> str:
    """Return the alt text; where it would be too long, the oldest ratings are left out first."""
    most = max(len(partner.ratings) for partner in picture.partners)
    texts = (_told(picture, kept) for kept in range(most, 0, -1))
    whole = (text for text in texts if not text.endswith("…"))
    return next(whole, None) or _told(picture, 1, longest_name=LONGEST_NAME)


def said(picture: RelationshipPicture, rating: Rating) -> str:
    """Return one rating in words."""
    slots = {"step": picture.labels[rating.step], "day": rating.day}
    return flat(fill(picture.words.rated_on, slots))


def _told(picture: RelationshipPicture, kept: int, *, longest_name: int | None = None) -> str:
    partners = (
        f"{shorten(partner.name, longest_name or len(partner.name))}: "
        + ", ".join(said(picture, rating) for rating in partner.ratings[-kept:])
        for partner in picture.partners
    )
    return spoken([picture.title, picture.note, *partners])
