"""Shows what members answered, once the phase that asked for it has ended.

This is the only place that reads one member's answers for the eyes of another.
"""

from workflows.conversations import Conversation, Participation
from workflows.course import open_phase
from workflows.definitions import Field, FieldKind
from workflows.gathering import is_signed, shuffle, unsigned
from workflows.identifiers import FieldId, MemberId
from workflows.text import Plain, Text
from workflows.views import Block, Bullets, Heading
from workflows.wording import Wording

WRITTEN = (FieldKind.TEXT, FieldKind.LONG_TEXT)
"""Kinds whose answers are read out one by one; the others are counted."""


def revealed(wording: Wording, fields: tuple[FieldId, ...]) -> tuple[Block, ...]:
    """Return what was answered to these fields, as far as the open phase reveals them.

    Counts that the phase draws as a picture are not listed a second time.
    """
    phase = open_phase(wording.workflow, wording.conversation)
    blocks: list[Block] = []
    for field in (wording.workflow.find_field(id_) for id_ in fields if id_ in phase.reveal):
        if field.kind in WRITTEN or not phase.picture:
            blocks.extend(_field(wording, field))
    return tuple(blocks)


def counts(conversation: Conversation, field: Field) -> dict[str, int]:
    """Return how often each choice was picked, in the order of the choices where it lists any."""
    ids = [choice.id for choice in field.choice]
    totals: dict[str, int] = dict.fromkeys(ids, 0) if field.kind is FieldKind.CHOICE else {}
    for answer in (*unsigned(conversation, field), *(a for _, a in _signed(conversation, field))):
        for picked in answer if isinstance(answer, tuple) else (answer,):
            totals[str(picked)] = totals.get(str(picked), 0) + 1
    return totals


def ideas(conversation: Conversation, field: Field) -> tuple[str, ...]:
    """Return each line that was written without a name, so mixed that no two show one author."""
    lines = (
        line.strip()
        for answer in unsigned(conversation, field)
        for line in str(answer).splitlines()
        if line.strip()
    )
    return tuple(sorted(lines, key=lambda line: shuffle(conversation, field.id, line)))


def _field(wording: Wording, field: Field) -> tuple[Block, ...]:
    heading = Heading(wording.label(field))
    if field.kind not in WRITTEN:
        totals = _totals(wording, field)
        return (heading, Bullets(totals)) if totals else ()
    items = (
        *((Plain(idea),) for idea in ideas(wording.conversation, field)),
        *(
            (*wording.room.mention(member), Plain(": "), Plain(str(answer)))
            for member, answer in _signed(wording.conversation, field)
        ),
    )
    return (heading, Bullets(items)) if items else ()


def _totals(wording: Wording, field: Field) -> tuple[Text, ...]:
    return tuple(
        (*wording.answer(field, choice), Plain(f": {count}"))
        for choice, count in counts(wording.conversation, field).items()
        if count
    )


def _signed(conversation: Conversation, field: Field) -> tuple[tuple[MemberId, object], ...]:
    people: dict[MemberId, Participation] = conversation.people
    return tuple(
        (member, place.answers[field.id])
        for member, place in people.items()
        if field.id in place.answers and is_signed(field, place.answers)
    )
