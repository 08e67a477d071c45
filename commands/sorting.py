"""Putting together what means the same: a suggestion to take or leave, or two entries by hand."""

from collections.abc import Iterator

from commands.access import Part
from commands.context import Context
from commands.moving import moved, part_of, round_of
from commands.registry import Command
from commands.screens import row, told
from workflows import asks
from workflows.conversations import Status
from workflows.course import open_phase
from workflows.entries import Topic, topics_of
from workflows.errors import ConversationOverError
from workflows.events import Sorted
from workflows.limits import OPTIONS_OF_ONE
from workflows.options import topic_name
from workflows.piles import MOST_PILES, left_out, pile_blocks, piles_in
from workflows.sorting import mark_of, suggested
from workflows.text import Text, plain
from workflows.typed import shorten
from workflows.views import Block, Bullets, Button, Heading, Menu, Option, Style, View

MOST_MENUS = 4
"""Menus of entries on one screen: a hundred entries that can be moved by hand."""

MOST_SUGGESTED = 4
LONGEST_ENTRY = 150
"""Of what is shown at most, so that everything fits into one message."""


def sort_entries(context: Context) -> View:
    """Show what could be put together; with a pick or a press, do it."""
    part = part_of(context)
    if part.conversation.status is not Status.OPEN:
        raise ConversationOverError
    keys = _keys(context, part)
    if keys and round_of(context) == part.conversation.round:
        event = Sorted(
            member=part.seat.member.id,
            round=round_of(context),
            keys=keys,
            alike=context.option("alike") != "no",
            at=context.office.now,
        )
        transition = moved(context, part, event)
        part = Part(part.seat, transition.conversation, part.workflow)
    return _screen(context, part)


def _keys(context: Context, part: Part) -> tuple[str, ...]:
    """Return the entries a press is about: a suggestion, a pile to take apart, or two picks.

    A suggestion is named by a mark of it, so that another one that has taken its place is not
    taken for it.
    """
    found = suggested(part.workflow, part.conversation)
    if context.option("found"):
        keys = tuple(entry.key for entry in found)
        return keys if mark_of(keys) == context.option("found") else ()
    pick, first = context.option("pick"), context.option("first")
    if context.option("alike") == "no":
        piles = (pile for pile in part.conversation.together if pick in pile)
        return next(piles, ())
    return (first, pick) if first and pick else ()


def _screen(context: Context, part: Part) -> View:
    words = context.words
    topics = _topics(part)
    title = words.say("Put alike together")
    back = Button(words.say("Where we stand"), asks.look(part.conversation.id))
    if not topics:
        return told(title, words.say("There is nothing here to put together."), *row(back))
    line = words.plural("There is {count} thought.", "There are {count} thoughts.", len(topics))
    return told(
        title,
        line,
        *_suggestion(context, part),
        *_piles(context, part, topics),
        *_by_hand(context, part, topics),
        *row(back),
    )


def _topics(part: Part) -> tuple[Topic, ...]:
    fields = open_phase(part.workflow, part.conversation).sorts
    return topics_of(part.workflow, part.conversation, fields)


def _suggestion(context: Context, part: Part) -> tuple[Block, ...]:
    found = suggested(part.workflow, part.conversation)
    if not found:
        return ()
    words, at = context.words, part.conversation
    mark = mark_of(tuple(entry.key for entry in found))
    same = asks.sort_entries(at.id, at.round, found=mark, alike="yes")
    apart = asks.sort_entries(at.id, at.round, found=mark, alike="no")
    return (
        Heading(words.say("Do these mean the same?")),
        Bullets(tuple(_line(entry.text) for entry in found[:MOST_SUGGESTED])),
        *left_out(len(found) - MOST_SUGGESTED, words),
        *row(
            Button(words.say("Put them together"), same, Style.PRIMARY),
            Button(words.say("Keep them apart"), apart),
        ),
    )


def _piles(context: Context, part: Part, topics: tuple[Topic, ...]) -> Iterator[Block]:
    piles, words, at = piles_in(topics), context.words, part.conversation
    yield from pile_blocks(piles, words)
    if piles:
        apart = asks.sort_entries(at.id, at.round, alike="no")
        yield Menu(words.say("Take apart again"), _options(piles[:MOST_PILES]), apart)


def _by_hand(context: Context, part: Part, topics: tuple[Topic, ...]) -> Iterator[Block]:
    words, at = context.words, part.conversation
    first = next((t for t in topics if t.key == context.option("pick")), None)
    if first is None or context.option("first") or context.option("alike"):
        yield from _menus(topics, words.say("Put one with another"), part, {})
        return
    yield Heading(words.say("With which one?"))
    yield Bullets((_line(first.text),))
    others = tuple(topic for topic in topics if topic != first)
    yield from _menus(others, words.say("Put it with"), part, {"first": first.key})
    never_mind = asks.sort_entries(at.id, at.round)
    yield from row(Button(words.say("Never mind"), never_mind))


def _menus(
    topics: tuple[Topic, ...], label: str, part: Part, options: dict[str, str]
) -> Iterator[Block]:
    at = part.conversation
    if len(topics) + len(options) < 2:  # noqa: PLR2004 - it takes two to put together
        return
    for start in range(0, min(len(topics), OPTIONS_OF_ONE * MOST_MENUS), OPTIONS_OF_ONE):
        some = topics[start : start + OPTIONS_OF_ONE]
        yield Menu(label, _options(some), asks.sort_entries(at.id, at.round, **options))


def _line(text: str) -> Text:
    return plain(shorten(text, LONGEST_ENTRY))


def _options(topics: tuple[Topic, ...]) -> tuple[Option, ...]:
    return tuple(Option(topic.key, topic_name(topic)) for topic in topics)


COMMANDS = (Command("conversation sort", sort_entries),)
