"""What a group can do while it talks: take notes, put entries together, look at its promises."""

from collections.abc import Iterator

from workflows import asks
from workflows.course import open_phase
from workflows.entries import Entry, topics_of
from workflows.identifiers import MemberId
from workflows.piles import pile_blocks, piles_in
from workflows.sorting import sortable
from workflows.text import plain
from workflows.views import Ask, Block, Button, Buttons, Paragraph
from workflows.wording import Wording
from workflows.words import mark

SCRIBE_BEFORE = "scribe-before"
"""The fact under which a conversation finds who took the notes the last time."""

OFFERS = {"actions": ("action list", mark("Action items"))}
"""Where content can lead to: a command about the team, and the name of its button."""


def talking_row(wording: Wording) -> tuple[Block, ...]:
    """Return what was put together, who takes the notes, and what can be done besides answering."""
    workflow, conversation = wording.workflow, wording.conversation
    entries = sortable(workflow, conversation)
    topics = topics_of(workflow, conversation, open_phase(workflow, conversation).sorts)
    buttons = tuple(_buttons(wording, entries))
    return (
        *pile_blocks(piles_in(topics), wording.words),
        *_nothing(wording, entries),
        *_scribe(wording),
        *((Buttons(buttons),) if buttons else ()),
    )


def _nothing(wording: Wording, entries: tuple[Entry, ...]) -> tuple[Block, ...]:
    """Return a word where there should be something to talk about, and nobody has written it."""
    if entries or not open_phase(wording.workflow, wording.conversation).sorts:
        return ()
    line = wording.words.say(
        "Nobody wrote anything here. Ask who wants to say something, or go on."
    )
    return (Paragraph(plain(line)),)


def _scribe(wording: Wording) -> tuple[Block, ...]:
    """Return who takes the notes; until somebody does, who did the last time."""
    scribe, before = wording.conversation.scribe, wording.conversation.facts.get(SCRIBE_BEFORE)
    if not open_phase(wording.workflow, wording.conversation).sorts:
        return ()
    if scribe:
        name = wording.room.mention(scribe)
        return (Paragraph(wording.words.rich("{name} takes the notes.", name=name)),)
    if before:
        name = wording.room.mention(MemberId(before))
        say = wording.words.rich(
            "{name} took the notes last time. Who does it this time?", name=name
        )
        return (Paragraph(say),)
    return ()


def _buttons(wording: Wording, entries: tuple[Entry, ...]) -> Iterator[Button]:
    conversation, words = wording.conversation, wording.words
    phase = open_phase(wording.workflow, conversation)
    if len(entries) > 1:
        sort = asks.sort_entries(conversation.id, conversation.round)
        yield Button(words.say("Put alike together"), sort)
    if phase.sorts and conversation.scribe is None:
        yield Button(words.say("I take the notes"), asks.take_notes(conversation.id))
    if phase.offers:
        command, name = OFFERS[phase.offers]
        yield Button(words.say(name), Ask(command, {"team": conversation.team}))
