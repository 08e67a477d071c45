"""What a group can do while it talks: take notes, put entries together, look at its promises."""

from collections.abc import Iterator

from workflows import asks
from workflows.course import open_phase
from workflows.views import Ask, Block, Button, Buttons, Paragraph
from workflows.wording import Wording
from workflows.words import mark

OFFERS = {"actions": ("action list", mark("Action items"))}
"""Where content can lead to: a command about the team, and the name of its button."""


def talking_row(wording: Wording) -> tuple[Block, ...]:
    """Return who takes the notes, and what can be done in the open phase besides answering."""
    buttons = tuple(_buttons(wording))
    return (*_scribe(wording), *((Buttons(buttons),) if buttons else ()))


def _scribe(wording: Wording) -> tuple[Block, ...]:
    scribe = wording.conversation.scribe
    if scribe is None or not open_phase(wording.workflow, wording.conversation).sorts:
        return ()
    say = wording.words.rich("{name} takes the notes.", name=wording.room.mention(scribe))
    return (Paragraph(say),)


def _buttons(wording: Wording) -> Iterator[Button]:
    conversation, words = wording.conversation, wording.words
    phase = open_phase(wording.workflow, conversation)
    if phase.sorts:
        sort = asks.sort_entries(conversation.id, conversation.round)
        yield Button(words.say("Put alike together"), sort)
        if conversation.scribe is None:
            yield Button(words.say("I take the notes"), asks.take_notes(conversation.id))
    if phase.offers:
        command, name = OFFERS[phase.offers]
        yield Button(words.say(name), Ask(command, {"team": conversation.team}))
