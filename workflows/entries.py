"""Single thoughts of what the team wrote, and the topics that the group makes of them."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

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
    signed = (line for text in _signed(conversation, field) for line in lines_in(text))
    lines = {*mixed_lines(conversation, field), *signed}
    mixed = sorted(lines, key=lambda line: shuffle(conversation, field.id, line))
    return tuple(Entry(_key(conversation, field.id, line), line) for line in mixed)


def mixed_lines(conversation: Conversation, field: Field) -> tuple[str, ...]:
    """Return what was written without a name, a line at a time, so mixed that it tells nothing."""
    texts = map(str, unsigned(conversation, field))
    lines = {line for text in texts for line in lines_in(text)}
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


def topics_for(workflow: Workflow, conversation: Conversation, field: Field) -> tuple[Topic, ...]:
    """Return the topics to pick from at a field: what could be sorted, and what is shown there.

    What was put together comes first, then a topic of each question in turn: where not all of them
    can be picked, some of each can.
    """
    shown = workflow.find_phase(workflow.phase_asking(field.id)).reveal
    asked = tuple(dict.fromkeys((*_sorted_fields(workflow), *shown)))
    topics = topics_of(workflow, conversation, asked)
    piles = [topic for topic in topics if len(topic.entries) > 1]
    alone = {topic.key: topic for topic in topics if len(topic.entries) == 1}
    keys = zip_longest(*(_keys(workflow, conversation, id_) for id_ in asked))
    in_turn = (alone[key] for round_ in keys for key in round_ if key in alone)
    return (*piles, *in_turn)[:MOST_TOPICS]


def lines_in(text: str) -> tuple[str, ...]:
    """Return the thoughts of an answer, which are its lines; marks of a list are left out."""
    bare = (line.strip().removeprefix("-").strip() for line in text.splitlines())
    return tuple(line for line in bare if line)


def _sorted_fields(workflow: Workflow) -> tuple[FieldId, ...]:
    return tuple(field for phase in workflow.phase for field in phase.sorts)


def _keys(workflow: Workflow, conversation: Conversation, field: FieldId) -> tuple[str, ...]:
    return tuple(entry.key for entry in entries_of(conversation, workflow.find_field(field)))


def _signed(conversation: Conversation, field: Field) -> Iterator[str]:
    for place in conversation.people.values():
        if field.id in place.answers and is_signed(field, place.answers):
            yield str(place.answers[field.id])


def _key(conversation: Conversation, field: FieldId, line: str) -> str:
    """Return a short key that says nothing of the line to whoever does not have it."""
    text = f"{conversation.id}/{field}/{line}"
    return hashlib.sha256(text.encode()).hexdigest()[:10]
