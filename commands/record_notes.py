"""A member's own note beside a record, with their name: with a signature, or in place of one."""

from typing import assert_never

from commands.access import Seat, access_own_record
from commands.announcing import announce_record
from commands.context import Context
from commands.record_views import record_screen
from commands.records import newer_edition, put_name, refuse_unsigned_kinds
from commands.registry import Command
from commands.screens import Questions, Sheet, form_screen
from workflows import asks
from workflows.answers import YES
from workflows.contents import NamedNote
from workflows.definitions import Field, FieldKind
from workflows.identifiers import FieldId, RecordId
from workflows.record_pages import record_title
from workflows.records import Record
from workflows.views import Privacy, Raw, View
from workflows.words import Words

NOTE = FieldId("note")
LONGEST_NOTE = 1000


def note_record(context: Context) -> View:
    """Keep the asker's note beside the edition in force; with `sign`, their signature as well.

    A member has one note beside an edition: a later one takes its place.
    """
    seat, record = access_own_record(context, RecordId(context.option("id")))
    refuse_unsigned_kinds(record)
    if context.number("edition") != record.current.number:
        return newer_edition(context, seat, record)
    questions = Questions((_field(context.words),))
    if not context.raw:
        values: Raw = {NOTE: record.current.note_of(seat.member.id)}
        return form_screen(context, _sheet(context, seat, record), questions, values)
    answers, problems = questions.read(context)
    if problems:
        sheet = _sheet(context, seat, record)
        return form_screen(context, sheet, questions, context.raw, problems)
    note = NamedNote(member=seat.member.id, text=str(answers[NOTE]))
    context.work.record_notes.keep(record.id, record.current.number, note)
    if context.option("sign") == YES:
        put_name(context, seat, record)
    announce_record(context.office, seat.team, record.id)
    return record_screen(context, *access_own_record(context, record.id))


def _field(words: Words) -> Field:
    label = words.say("Your note")
    return Field(id=NOTE, label=label, kind=FieldKind.LONG_TEXT, longest=LONGEST_NOTE)


def _sheet(context: Context, seat: Seat, record: Record) -> Sheet:
    words = context.words
    is_signing = context.option("sign") == YES
    title = record_title(record, seat.room(words).words)
    say = (
        words.rich("You sign **{title}**, and your note stands beside your name.", title=title)
        if is_signing
        else words.rich(
            "Your note stands beside **{title}** with your name. You can see it another way and "
            "say so here: no signature goes with it.",
            title=title,
        )
    )
    more = {"sign": YES} if is_signing else {}
    return Sheet(
        title=words.say("Sign with a note") if is_signing else words.say("Leave a note"),
        say=say,
        send=asks.note(record.id, record.current.number, **more),
        seen_by=_seen_by(record.privacy, words),
        button=words.say("Sign") if is_signing else words.say("Leave it"),
    )


def _seen_by(privacy: Privacy, words: Words) -> str:
    """Return who can see a note, and how long it stays."""
    match privacy:
        case Privacy.PARTNERS:
            who = words.say("everyone in your partnership")
        case Privacy.TEAM | Privacy.PRIVATE | Privacy.CAUCUS:
            who = words.say("everyone in your team's channel")
        case _:
            assert_never(privacy)
    return words.say(
        "Who can see this: {who}, with your name, as soon as you send it. It stays with this "
        "edition. If you ask to be forgotten, it is deleted.",
        who=who,
    )


COMMANDS = (Command("record note", note_record),)
