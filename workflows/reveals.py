"""Shows what members answered, once the phase that asked for it has ended.

This is the only place that reads one member's answers for the eyes of another.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from workflows.answers import values_of
from workflows.conversations import Answer, Conversation, Status
from workflows.course import open_phase
from workflows.definitions import Field, FieldKind
from workflows.entries import lines_in
from workflows.gathering import is_signed, shuffle, unsigned
from workflows.identifiers import FieldId, MemberId
from workflows.options import options_of
from workflows.text import Plain, Text, flat, plain
from workflows.views import Block, Bullets, Heading
from workflows.wording import Wording

WRITTEN = (FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.ROWS)
"""Kinds whose answers are read out one by one; the others are counted."""

DRAWN: Mapping[str, tuple[FieldId, ...]] = {
    "continuum": (FieldId("expected"), FieldId("wished")),
    "support": (FieldId("fist"), FieldId("gradient")),
}
"""The fields that each picture draws; they are not listed a second time."""


def revealed(
    wording: Wording, fields: tuple[FieldId, ...], *, under: str = ""
) -> tuple[Block, ...]:
    """Return what was answered to these fields, as far as the open phase reveals them in words.

    A heading that they stand `under` already is not said a second time. Nothing is shown of a
    conversation that was called off.
    """
    if wording.conversation.status is Status.CANCELLED:
        return ()
    phase = open_phase(wording.workflow, wording.conversation)
    drawn = DRAWN[phase.picture] if phase.picture else ()
    said = (id_ for id_ in fields if id_ in phase.reveal and id_ not in drawn)
    return tuple(
        block
        for id_ in said
        for block in _field(wording, wording.workflow.find_field(id_))
        if block != Heading(under)
    )


def counts(conversation: Conversation, field: Field) -> Mapping[str, int]:
    """Return how often each option was picked, by its value; those nobody picked are left out."""
    signed = (answer for _, answer in _signed(conversation, field))
    answers = (*unsigned(conversation, field), *signed)
    return Counter(pick for answer in answers for pick in _picks(field, answer))


def _field(wording: Wording, field: Field) -> tuple[Block, ...]:
    items = tuple(_read_out(wording, field) if field.kind in WRITTEN else _totals(wording, field))
    return (Heading(wording.label(field)), Bullets(items)) if items else ()


def _read_out(wording: Wording, field: Field) -> Iterator[Text]:
    """Yield each idea without a name, so mixed that no two show one author; then the signed."""
    conversation = wording.conversation
    ideas = [
        idea for answer in unsigned(conversation, field) for idea in _ideas(wording, field, answer)
    ]
    yield from sorted(ideas, key=lambda idea: shuffle(conversation, field.id, flat(idea)))
    for member, answer in _signed(conversation, field):
        yield (*wording.room.mention(member), Plain(": "), *wording.answer(field, answer))


def _ideas(wording: Wording, field: Field, answer: Answer) -> Iterator[Text]:
    """Yield the lines of a text, or the rows of a table."""
    return map(plain, lines_in(flat(wording.answer(field, answer))))


def _totals(wording: Wording, field: Field) -> Iterator[Text]:
    """Yield how often each option was picked, in their order, and by whom where that is signed."""
    workflow, conversation, room = wording.workflow, wording.conversation, wording.room
    labels = {o.value: o.label for o in options_of(workflow, field, conversation, room)}
    totals = counts(conversation, field)
    for pick in (*labels, *sorted(totals.keys() - labels.keys())):
        if totals.get(pick):
            label = plain(labels[pick]) if pick in labels else wording.answer(field, pick)
            yield (*label, Plain(f": {totals[pick]}"), *_names(wording, field, pick))


def _names(wording: Wording, field: Field, pick: str) -> Text:
    names = [
        wording.room.name(member)
        for member, answer in _signed(wording.conversation, field)
        if pick in _picks(field, answer)
    ]
    return plain(f" ({wording.words.listed(names)})") if names else ()


def _picks(field: Field, answer: Answer) -> tuple[str, ...]:
    value = values_of((field,), {field.id: answer})[field.id]
    return (value,) if isinstance(value, str) else value


def _signed(conversation: Conversation, field: Field) -> Iterator[tuple[MemberId, Answer]]:
    for member, place in conversation.people.items():
        if field.id in place.answers and is_signed(field, place.answers):
            yield member, place.answers[field.id]
