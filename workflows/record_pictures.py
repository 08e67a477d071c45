"""The pictures of a record that take more than one of its editions to draw."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from workflows.action_items import ActionItem
from workflows.depictions import framed, retro_picture
from workflows.pictures.relationships import (
    MOST_PARTNERS,
    PartnerRatings,
    Rating,
    RelationshipPicture,
    RelationshipWords,
)
from workflows.records import Record, RecordContent, RecordEdition
from workflows.relationship_pages import STEPS
from workflows.relationships import Relationships
from workflows.retros import Retro
from workflows.views import Picture
from workflows.words import Words


def what_a_retro_left(
    content: RecordContent, items: Collection[ActionItem], words: Words
) -> tuple[Picture, ...]:
    """Return the lessons of a retro and its action items as they stand now; none where it has none.

    For a record of another kind there is no such picture.
    """
    if not isinstance(content, Retro) or not (content.lessons or items):
        return ()
    lessons = Counter(str(lesson.kind) for lesson in content.lessons)
    states = Counter(str(item.status) for item in items)
    return (framed(retro_picture(content.topic, lessons, states, words)),)


def how_relationships_changed(
    record: Record, edition: RecordEdition, words: Words
) -> tuple[Picture, ...]:
    """Return where each relationship of an edition stands, and where it came from.

    For a record of another kind, and where nothing is rated, there is no such picture.
    """
    if not isinstance(edition.content, Relationships):
        return ()
    ratings = _ratings(_until(record, edition), words)
    asked = dict.fromkeys(each.partner for each in edition.content.ratings)
    partners = tuple(
        PartnerRatings(name=name, ratings=ratings[name]) for name in asked if name in ratings
    )
    return (framed(_picture(partners, words)),) if partners else ()


def _until(record: Record, edition: RecordEdition) -> tuple[Relationships, ...]:
    """Return the ratings up to an edition, the oldest first."""
    contents = (each.content for each in record.editions if each.number <= edition.number)
    return tuple(content for content in contents if isinstance(content, Relationships))


def _ratings(days: tuple[Relationships, ...], words: Words) -> Mapping[str, tuple[Rating, ...]]:
    """Return the ratings of each partner that was rated, the oldest first."""
    rated = defaultdict[str, list[Rating]](list)
    for day in days:
        for each in day.ratings:
            if each.place is not None:
                rated[each.partner].append(Rating(day=words.day(day.on), step=each.place))
    return {partner: tuple(ratings) for partner, ratings in rated.items()}


def _picture(partners: tuple[PartnerRatings, ...], words: Words) -> RelationshipPicture:
    return RelationshipPicture(
        title=words.say("Our relationships"),
        labels=tuple(words.say(step) for step in STEPS),
        partners=partners[:MOST_PARTNERS],
        words=RelationshipWords(
            newest=words.say("Newest"),
            earlier=words.say("Earlier"),
            rated_on=words.say("{step} on {day}"),
        ),
        note=_note(len(partners), words),
    )


def _note(partners: int, words: Words) -> str:
    """Say of how many partners the first are drawn, where not all are."""
    if partners <= MOST_PARTNERS:
        return ""
    return words.say("The first {count} of {all}.", count=MOST_PARTNERS, all=partners)
