"""Makes the record of a retro at its end."""

from collections.abc import Iterator
from datetime import date

from workflows.contents import NamedNote
from workflows.conversations import Row
from workflows.definitions import Field
from workflows.endings import Ending
from workflows.entries import mixed_lines, topics_for
from workflows.gathering import is_signed
from workflows.identifiers import FieldId, MemberId
from workflows.retro_questions import NOTES, QUESTIONS
from workflows.retros import Lesson, LessonKind, PlannedAction, Retro, Said, Share, Weighed
from workflows.reveals import counts


def keep_retro(ending: Ending) -> Retro:
    """Return what a team took from looking back."""
    conversation = ending.conversation
    notes = {FieldId(field): ending.text(field) for field in NOTES}
    return Retro(
        topic=ending.text("topic"),
        pace=ending.text("pace"),
        on=ending.on,
        facilitator=conversation.facilitator,
        scribe=conversation.scribe,
        took_part=sum(place.here for place in conversation.people.values()),
        said=tuple(said for field in QUESTIONS if (said := _said(ending, FieldId(field))).entries),
        notes={field: text for field, text in notes.items() if text},
        weighed=tuple(_weighed(ending)),
        lessons=tuple(map(_lesson, ending.rows("lessons"))),
        actions=tuple(map(_action, ending.rows("actions"))),
        celebrate=ending.text("celebrate"),
        worth=ending.counts("worth"),
        sharing=ending.counts("sharing"),
    )


def _said(ending: Ending, id_: FieldId) -> Said:
    field = ending.workflow.find_field(id_)
    mixed = (NamedNote(member=None, text=line) for line in mixed_lines(ending.conversation, field))
    return Said(question=id_, entries=(*mixed, *_signed(ending, field)))


def _signed(ending: Ending, field: Field) -> Iterator[NamedNote]:
    for member, place in ending.conversation.people.items():
        if field.id in place.answers and is_signed(field, place.answers):
            yield NamedNote(member=member, text=str(place.answers[field.id]))


def _weighed(ending: Ending) -> Iterator[Weighed]:
    """Yield the topics that dots lie on, most dots first."""
    workflow, conversation = ending.workflow, ending.conversation
    field = workflow.find_field(FieldId("dots"))
    dots, topics = counts(conversation, field), topics_for(workflow, conversation, field)
    marked = [Weighed(text=t.text, dots=dots[t.key]) for t in topics if dots.get(t.key)]
    yield from sorted(marked, key=lambda each: -each.dots)


def _lesson(row: Row) -> Lesson:
    return Lesson(
        text=str(row[FieldId("lesson")]),
        kind=LessonKind(str(row[FieldId("kind")])),
        share=Share(str(row[FieldId("share")])),
    )


def _action(row: Row) -> PlannedAction:
    return PlannedAction(
        what=str(row[FieldId("what")]),
        who=MemberId(str(row[FieldId("owner")])),
        due=date.fromisoformat(str(row[FieldId("due")])),
        plan=str(row.get(FieldId("plan"), "")),
    )
