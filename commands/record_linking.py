"""Links between records: which one feeds which, set and dropped by the record's own team."""

from commands.access import Seat, access_circle, access_own_record, access_record
from commands.context import Context
from commands.errors import BadRequestError
from commands.record_lines import Lines
from commands.record_search import WORDS, typed_words
from commands.record_views import record_screen
from commands.registry import LONGEST_TEXT, Command
from commands.screens import Questions, Sheet, form_screen, row, told
from workflows import asks
from workflows.definitions import Field, FieldKind
from workflows.finding import Wanted
from workflows.identifiers import FieldId, RecordId
from workflows.limits import OPTIONS_OF_ONE
from workflows.record_pages import record_title
from workflows.record_words import asked_words
from workflows.records import Record
from workflows.views import Ask, Button, Menu, Option, Raw, View
from workflows.words import mark

OTHER = FieldId("record")
WAY = FieldId("way")
FED_BY = "fed-by"
FEEDS = "feeds"


def link_record(context: Context) -> View:
    """Link a record of the asker's team with another one that they can see."""
    seat, record = access_own_record(context, RecordId(context.option("id")))
    picked = context.raw.get(OTHER)
    if not isinstance(picked, str) or not picked:
        return _form(context, seat, record)
    _, other = access_record(context, RecordId(picked))
    if other.id == record.id:
        raise BadRequestError(mark("A record cannot feed itself. Please pick another one."))
    if context.raw.get(WAY) == FEEDS:
        context.work.record_links.link(record.id, other.id)
    else:
        context.work.record_links.link(other.id, record.id)
    return record_screen(context, seat, record)


def unlink_record(context: Context) -> View:
    """Drop the link between a record of the asker's team and another one that they can see."""
    seat, record = access_own_record(context, RecordId(context.option("id")))
    picked = context.option("pick")
    if not picked:
        return _links(context, seat, record)
    _, other = access_record(context, RecordId(picked))
    context.work.record_links.unlink(record.id, other.id)
    return record_screen(context, seat, record)


def _form(context: Context, seat: Seat, record: Record) -> View:
    """Ask which record, of those that hold what was typed, or else of the newest."""
    words, typed = context.words, typed_words(context)
    title = record_title(record, seat.room(words).words)
    options = _options(context, record, asked_words(typed))
    if not options and not typed:
        line = words.say("There is no other record that you can see.")
        return told(title, line, *row(Button(words.say("Show"), asks.show_record(record.id))))
    sheet = Sheet(
        title=words.say("Link a record"),
        say=words.rich(
            "Which record does **{title}** build on, or which one builds on it?", title=title
        ),
        send=Ask("record link", {"id": record.id}),
        seen_by=words.say("Who can see this: whoever can see both records."),
        button=words.say("Link"),
    )
    values: Raw = {WORDS: typed, WAY: context.raw.get(WAY, FED_BY)}
    return form_screen(context, sheet, _questions(context, options), values, _problem(context))


def _problem(context: Context) -> dict[FieldId, str]:
    if not context.raw:
        return {}
    words, typed = context.words, typed_words(context)
    if not typed:
        return {WORDS: words.say("Please pick a record, or type a word of it.")}
    return {WORDS: words.say("The list shows what I found for this. Pick one, or type again.")}


def _options(context: Context, record: Record, asked: tuple[str, ...]) -> tuple[Option, ...]:
    wanted = Wanted(words=asked, most=OPTIONS_OF_ONE + 1)
    found = context.work.shelf.find(access_circle(context), wanted).records
    others = tuple(other for other in found if other.id != record.id)
    return Lines(context).options(others[:OPTIONS_OF_ONE])


def _questions(context: Context, options: tuple[Option, ...]) -> Questions:
    words = context.words
    narrow = words.say("Not in the list? A word of it")
    which = Field(id=OTHER, label=words.say("Which record?"), kind=FieldKind.CHOICE, required=False)
    way = Field(id=WAY, label=words.say("Which feeds which?"), kind=FieldKind.CHOICE)
    picks = {
        OTHER: options,
        WAY: (
            Option(FED_BY, words.say("It feeds this one")),
            Option(FEEDS, words.say("This one feeds it")),
        ),
    }
    search = Field(id=WORDS, label=narrow, required=False, longest=LONGEST_TEXT)
    return Questions((*((which,) if options else ()), way, search), picks)


def _links(context: Context, seat: Seat, record: Record) -> View:
    words = context.words
    linked = context.work.shelf.linked(access_circle(context), record.id)
    others = {other.id: other for other in (*linked.fed_by, *linked.feeds)}
    title = record_title(record, seat.room(words).words)
    show = row(Button(words.say("Show"), asks.show_record(record.id)))
    if not others:
        return told(title, words.say("This record has no links."), *show)
    ask = Ask("record unlink", {"id": record.id})
    menu = Menu(words.say("Remove a link"), Lines(context).options(tuple(others.values())), ask)
    return told(title, words.say("Which link should go? Both records stay."), menu, *show)


COMMANDS = (Command("record link", link_record), Command("record unlink", unlink_record))
