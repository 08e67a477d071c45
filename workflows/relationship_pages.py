"""What lists of partners and ratings of relationships look like to those who may see them."""

from collections.abc import Iterator, Mapping

from workflows.relationships import PartnerMap, PotentialPartner, Rating, Relationships
from workflows.text import Day, Plain, Text, plain
from workflows.views import Bullets, Heading, Paragraph, Small, Written
from workflows.words import Words, mark

GROUPS: Mapping[str, str] = {
    "administration": mark("District administration"),
    "principals": mark("Principals"),
    "association": mark("Association or union"),
    "educators": mark("Educators"),
    "support": mark("Education support professionals"),
    "board": mark("School board"),
    "families": mark("Families"),
    "community": mark("A community organization"),
    "university": mark("A university or non-profit"),
    "other": mark("Somebody else"),
}

READINESS: Mapping[int, str] = {
    1: mark("not now"),
    2: mark("hard to tell"),
    3: mark("open to it"),
    4: mark("ready to begin"),
}

STEPS: tuple[str, ...] = (
    mark("No contact"),
    mark("Conflict"),
    mark("Guarded"),
    mark("Courteous"),
    mark("Cooperative"),
    mark("Partner"),
)
"""The steps of a relationship, by the number of each; the guidebook names only the last two."""


def partner_blocks(map_: PartnerMap, words: Words) -> tuple[Written, ...]:
    """Return potential partners: those one works with already, and those one could."""
    known = [each for each in map_.partners if each.relation != "none"]
    new = [each for each in map_.partners if each.relation == "none"]
    return (
        *_listed(words.say("You work together already"), known, words),
        *_listed(words.say("Not yet"), new, words),
        Small(plain(words.say("Leave out nobody who is willing."))),
    )


def rating_blocks(ratings: Relationships, words: Words) -> tuple[Written, ...]:
    """Return the ratings of one day, with what could make each relationship stronger."""
    day = words.rich("Rated on {day}.", day=Day(ratings.on))
    lines = tuple(_rated(rating, words) for rating in ratings.ratings)
    note = words.say("You rate a relationship and your own part in it, never a person.")
    return (Paragraph(day), Bullets(lines), Small(plain(note)))


def _listed(heading: str, partners: list[PotentialPartner], words: Words) -> Iterator[Written]:
    if partners:
        yield Heading(heading)
        yield Bullets(tuple(_partner(each, words) for each in partners))


def _partner(partner: PotentialPartner, words: Words) -> Text:
    line = words.rich(
        "**{name}** ({group}), {readiness}",
        name=partner.name,
        group=words.say(GROUPS[partner.group]),
        readiness=words.say(READINESS[partner.readiness]),
    )
    return (*line, Plain(f": {partner.common}")) if partner.common else line


def _rated(rating: Rating, words: Words) -> Text:
    place = words.say("not rated yet") if rating.place is None else words.say(STEPS[rating.place])
    line = words.rich("**{partner}**: {place}", partner=rating.partner, place=place)
    return (*line, Plain(f". {rating.stronger}")) if rating.stronger else line
