"""Saves a lesson along the way, so that the team finds it when it looks back; and changes it."""

from collections.abc import Mapping

from commands.access import Seat, access_own_record, access_team_here, missing
from commands.access_open import record_named
from commands.announcing import announce_record
from commands.context import Context
from commands.keeping import keep_edition, keep_written
from commands.proposals import lesson
from commands.record_views import record_screen
from commands.registry import Command
from commands.screens import Questions, Sheet, form_screen
from workflows.conversations import Answers
from workflows.definitions import Field, FieldKind
from workflows.identifiers import FieldId, RecordId
from workflows.retro_pages import LESSON_KINDS
from workflows.retros import LONGEST_LESSON, LessonKind, SavedLesson
from workflows.views import Ask, Option, Raw, View
from workflows.words import Words, mark

TEXT = FieldId("lesson")
ABOUT = FieldId("kind")


def save_lesson(context: Context) -> View:
    """Save a lesson for the team; sent twice, it is saved once.

    The form names the record that it makes, by the option `new`.
    """
    seat = access_team_here(context)
    id_, saved = record_named(context, seat)
    if not context.raw:
        new = RecordId(context.work.new_id()) if saved else id_
        return _form(context, seat, _save(seat, new), {})
    if saved:
        return record_screen(context, seat, saved)
    answers, problems = _questions(context.words).read(context)
    if problems:
        return _form(context, seat, _save(seat, id_), context.raw, problems)
    record = keep_written(context.office, seat.team, id_, _read(answers))
    return record_screen(context, seat, record)


def propose_lesson(context: Context) -> View:
    """Open the form of a lesson, with words that came along and are not kept yet."""
    seat = access_team_here(context)
    text = context.raw.get(TEXT, "")
    values = lesson(text) if isinstance(text, str) else {}
    return _form(context, seat, _save(seat, RecordId(context.work.new_id())), values)


def change_lesson(context: Context) -> View:
    """Say a saved lesson in other words; what was said before stays as an earlier edition."""
    seat, record = access_own_record(context, RecordId(context.option("id")))
    before = record.current.content
    if not isinstance(before, SavedLesson):
        raise missing(context)
    send = Ask("lesson change", {"id": record.id})
    if not context.raw:
        return _form(context, seat, send, {TEXT: before.text, ABOUT: before.about})
    answers, problems = _questions(context.words).read(context)
    if problems:
        return _form(context, seat, send, context.raw, problems)
    content = _read(answers)
    if content != before:
        keep_edition(context.office, seat.team, record, content)
        announce_record(context.office, seat.team, record.id)
    return record_screen(context, *access_own_record(context, record.id))


def _save(seat: Seat, new: RecordId) -> Ask:
    return Ask("lesson save", {"team": seat.team.id, "new": new})


def _questions(words: Words) -> Questions:
    text = Field(
        id=TEXT,
        label=words.say("What did you learn?"),
        kind=FieldKind.LONG_TEXT,
        longest=LONGEST_LESSON,
    )
    about = Field(
        id=ABOUT,
        label=words.say("Is it about the issue, or the way you work?"),
        kind=FieldKind.CHOICE,
    )
    kinds = tuple(Option(kind, words.say(name)) for kind, name in LESSON_KINDS.items())
    return Questions((text, about), {ABOUT: kinds})


def _read(answers: Answers) -> SavedLesson:
    return SavedLesson(text=str(answers[TEXT]), about=LessonKind(str(answers[ABOUT])))


def _form(
    context: Context,
    seat: Seat,
    send: Ask,
    values: Raw,
    problems: Mapping[FieldId, str] | None = None,
) -> View:
    words = context.words
    sheet = Sheet(
        title=words.say("A lesson"),
        say=words.rich(
            "Something that **{team}** should not learn twice. It is shown again before you look "
            "back together.",
            team=seat.team.name,
        ),
        send=send,
        seen_by=words.say("Who can see this: everyone in your team's channel."),
    )
    return form_screen(context, sheet, _questions(words), values, problems)


COMMANDS = (
    Command("lesson save", save_lesson, mark("Save something your team has learned")),
    Command("lesson propose", propose_lesson),
    Command("lesson change", change_lesson),
)
