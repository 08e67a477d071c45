"""A retro as rows for a spreadsheet: one for each lesson, action and thought."""

from collections.abc import Iterator

from workflows.documents.runs import spelled
from workflows.identifiers import FieldId
from workflows.retro_pages import LESSON_KINDS, SHARES, retro_facts, totals
from workflows.retro_questions import NOTES, QUESTIONS, SECTIONS
from workflows.retros import Retro
from workflows.room import Room
from workflows.views import Grid

Row = tuple[str, ...]

_MORE = ("about", "whom", "who", "when", "many")
"""The columns after the text, which not every row has something for."""


def retro_rows(retro: Retro, room: Room) -> Grid:
    """Return what a team took from looking back; what a row does not have is left empty."""
    words = room.words
    header = (
        words.say("What it is"),
        words.say("Text"),
        words.say("About"),
        words.say("For whom"),
        words.say("Who"),
        words.say("By when"),
        words.say("How many"),
    )
    return Grid(
        header,
        (*_taken(retro, room), *_said(retro, room), *_counted(retro, room), *_held(retro, room)),
    )


def _taken(retro: Retro, room: Room) -> Iterator[Row]:
    """Yield what the team takes along: the lessons, the actions, what there is to celebrate."""
    words = room.words
    for lesson in retro.lessons:
        about, share = words.say(LESSON_KINDS[lesson.kind]), words.say(SHARES[lesson.share])
        yield _row(words.say("Lesson"), lesson.text, about=about, whom=share)
    for action in retro.actions:
        text = f"{action.what}. {action.plan}" if action.plan else action.what
        who, when = room.name(action.who), words.day(action.due)
        yield _row(words.say("Action"), text, who=who, when=when)
    if retro.celebrate:
        yield _row(words.say("To celebrate"), retro.celebrate)


def _said(retro: Retro, room: Room) -> Iterator[Row]:
    words = room.words
    for field in NOTES:
        if note := retro.notes.get(FieldId(field)):
            section = words.say(SECTIONS[field.removesuffix("-notes")])
            yield _row(words.say("Notes"), note, about=section)
    for said in retro.said:
        for entry in said.entries:
            who = room.name(entry.member) if entry.member else ""
            question = words.say(QUESTIONS[said.question])
            yield _row(words.say("Thought"), entry.text, about=question, who=who)


def _counted(retro: Retro, room: Room) -> Iterator[Row]:
    words = room.words
    for each in retro.weighed:
        yield _row(words.say("What mattered most"), each.text, many=str(each.dots))
    for asked, counts, labels in totals(retro, words):
        for pick, label in labels.items():
            if pick in counts:
                yield _row(asked, label, many=str(counts[pick]))


def _held(retro: Retro, room: Room) -> Iterator[Row]:
    for name, value in retro_facts(retro, room):
        yield _row(name, spelled(value, room.words))


def _row(name: str, text: str, **more: str) -> Row:
    return name, text, *(more.get(column, "") for column in _MORE)
