"""Taking a record away: as a document, a text or a table, in one of the languages we speak."""

from collections.abc import Mapping

from commands.access import Seat, access_record
from commands.context import Context
from commands.record_lists import list_records
from commands.records import records_here
from commands.registry import Command
from commands.screens import Questions, Sheet, form_screen, told
from workflows import asks
from workflows.catalogue import LANGUAGE_NAMES, words_for
from workflows.definitions import Field, FieldKind
from workflows.documents.record_files import FORMAT_NAMES, FileFormat, Taken, record_file
from workflows.identifiers import FieldId, RecordId
from workflows.record_pages import record_title
from workflows.records import Record, RecordEdition, edition_of
from workflows.views import Option, Raw, View
from workflows.words import Words, mark

FORMAT = FieldId("format")
LANGUAGE = FieldId("language")


def export_record(context: Context) -> View:
    """Ask in which format and language a record is wanted, and give it as a file."""
    chosen = context.option("pick") or context.option("id")
    if not chosen:
        return list_records(context)
    seat, record = access_record(context, RecordId(chosen))
    edition = edition_of(record, context.number("edition"))
    if not context.raw:
        return _form(context, record, edition, _at_first(context.words))
    answers, problems = _questions(context.words).read(context)
    if problems:
        return _form(context, record, edition, context.raw, problems)
    words = words_for(str(answers[LANGUAGE]))
    taken = Taken(record, edition, seat.room(words), seat.partnership.name)
    return _given(context, seat, taken, FileFormat(str(answers[FORMAT])))


def _given(context: Context, seat: Seat, taken: Taken, format_: FileFormat) -> View:
    words = context.words
    title = record_title(taken.record, seat.room(words).words)
    line = words.say("Here is “{title}” as a file. Only you get it.", title=title)
    return told(title, line, record_file(taken, format_))


def _at_first(words: Words) -> Raw:
    return {FORMAT: FileFormat.DOCX, LANGUAGE: words.language}


def _questions(words: Words) -> Questions:
    formats = tuple(Option(format_, words.say(name)) for format_, name in FORMAT_NAMES.items())
    languages = tuple(Option(code, name) for code, name in LANGUAGE_NAMES.items())
    return Questions(
        (
            Field(id=FORMAT, label=words.say("As what kind of file?"), kind=FieldKind.CHOICE),
            Field(id=LANGUAGE, label=words.say("In which language?"), kind=FieldKind.CHOICE),
        ),
        {FORMAT: formats, LANGUAGE: languages},
    )


def _form(
    context: Context,
    record: Record,
    edition: RecordEdition,
    values: Raw,
    problems: Mapping[FieldId, str] | None = None,
) -> View:
    words = context.words
    title = record_title(record, words)
    sheet = Sheet(
        title=words.say("Take a record away"),
        say=words.rich(
            "**{title}**. What people wrote stays in their own words; all around it is in the "
            "language you pick.",
            title=title,
        ),
        send=asks.take_away(record.id, edition.number),
        seen_by=words.say("Who can see this: only you get the file, until you pass it on."),
        button=words.say("Give me the file"),
    )
    return form_screen(context, sheet, _questions(words), values, problems)


COMMANDS = (
    Command(
        "record export",
        export_record,
        mark("Take a record away as a file"),
        which=records_here,
    ),
)
