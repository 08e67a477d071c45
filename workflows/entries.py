"""Single thoughts of what the team wrote, and the topics that the group makes of them."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from workflows.conversations import Conversation
from workflows.definitions import Field, Workflow
from workflows.gathering import is_signed, shuffle, unsigned
from workflows.identifiers import FieldId

MOST_TOPICS = 25
"""Topics that can be picked from: what a select holds on every platform."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of what was written; two people who wrote the same have written one entry."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Topic:
    """Entries that the group has put together, or one that stands by itself."""

    entries: tuple[Entry, ...]

    @property
    def key(self) -> str:
        """What it is picked by."""
        return self.entries[0].key

    @property
    def text(self) -> str:
        """The entry that stands for all of them."""
        return self.entries[0].text


def entries_of(conversation: Conversation, field: Field) -> tuple[Entry, ...]:
    """Return what was written to a field, a line at a time, in an order that tells nothing."""
    signed = (line for text in _signed(conversation, field) for line in _lines(text))
    lines = {*mixed_lines(conversation, field), *signed}
    mixed = sorted(lines, key=lambda line: shuffle(conversation, field.id, line))
    return tuple(Entry(_key(conversation, field.id, line), line) for line in mixed)


def mixed_lines(conversation: Conversation, field: Field) -> tuple[str, ...]:
    """Return what was written without a name, a line at a time, so mixed that it tells nothing."""
    texts = map(str, unsigned(conversation, field))
    lines = {line for text in texts for line in _lines(text)}
    return tuple(sorted(lines, key=lambda line: shuffle(conversation, field.id, line)))


def topics_of(
    workflow: Workflow, conversation: Conversation, fields: tuple[FieldId, ...]
) -> tuple[Topic, ...]:
    """Return the topics of these fields: those that were put together first, the largest on top."""
    asked = (workflow.find_field(field) for field in fields)
    entries = {entry.key: entry for field in asked for entry in entries_of(conversation, field)}
    piles = [
        tuple(entries[key] for key in pile if key in entries) for pile in conversation.together
    ]
    piled = {entry.key for pile in piles for entry in pile}
    alone = [(entry,) for key, entry in entries.items() if key not in piled]
    together = sorted((pile for pile in piles if pile), key=len, reverse=True)
    return tuple(map(Topic, (*together, *alone)))


def sorted_fields(workflow: Workflow) -> tuple[FieldId, ...]:
    """Return the fields whose entries the group can put together, in the order they are asked."""
    return tuple(field for phase in workflow.phase for field in phase.sorts)


def _signed(conversation: Conversation, field: Field) -> Iterator[str]:
    for place in conversation.people.values():
        if field.id in place.answers and is_signed(field, place.answers):
            yield str(place.answers[field.id])


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if bare := line.strip().removeprefix("-").strip():
            yield bare


def _key(conversation: Conversation, field: FieldId, line: str) -> str:
    """Return a short key that says nothing of the line to whoever does not have it."""
    text = f"{conversation.id}/{field}/{line}"
    return hashlib.sha256(text.encode()).hexdigest()[:10]
