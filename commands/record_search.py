"""Search: the records that hold some words, as far as the asker can see."""

from commands.access import access_circle, access_own_teams
from commands.context import Context
from commands.record_lines import Lines
from commands.registry import LONGEST_TEXT, Command
from commands.screens import Questions, Sheet, form_screen, row, told
from workflows.definitions import Field
from workflows.finding import A_PAGE, Found, Wanted
from workflows.identifiers import FieldId
from workflows.limits import LONGEST_ASK
from workflows.record_words import asked_words, excerpt, texts_of
from workflows.records import Record
from workflows.text import Plain, Text
from workflows.typed import fit
from workflows.views import Ask, Block, Bullets, Button, Small, View
from workflows.words import mark

WORDS = FieldId("words")


def search_records(context: Context) -> View:
    """Show the records that hold all words that were typed, the best first; else ask for some."""
    access_own_teams(context)
    typed = typed_words(context)
    asked = asked_words(typed)
    if not asked:
        return _form(context, typed)
    start = context.number("start") or 0
    found = context.work.shelf.find(access_circle(context), Wanted(words=asked, start=start))
    words, title = context.words, context.words.say("Search records")
    if not found.records:
        line = words.say("Nothing found for “{typed}”.", typed=typed)
        return told(title, line, *_where(context), *_ways(context, asked, start, found))
    line = words.plural(
        "{count} record found for “{typed}”.",
        "{count} records found for “{typed}”.",
        found.count,
        typed=typed,
    )
    lines = Lines(context)
    hits = tuple(_hit(lines, record, asked) for record in found.records)
    shown = (Bullets(hits), lines.menu(found.records), *_where(context))
    return told(title, line, *shown, *_ways(context, asked, start, found))


def typed_words(context: Context) -> str:
    """Return what was typed after the command or into its form, as much of it as counts."""
    given = context.option("text") or context.raw.get(WORDS, "")
    return fit(given, longest=LONGEST_TEXT) if isinstance(given, str) else ""


def words_field(context: Context) -> Field:
    """Return the question for words to look for."""
    label = context.words.say("What are you looking for?")
    return Field(id=WORDS, label=label, longest=LONGEST_TEXT)


def _hit(lines: Lines, record: Record, asked: tuple[str, ...]) -> Text:
    """Return the line of a record with the piece of it that has the words."""
    piece = excerpt(texts_of(record.current.content), asked)
    return (*lines.line(record), Plain("\n"), *piece) if piece else lines.line(record)


def _where(context: Context) -> tuple[Block, ...]:
    """Say what was searched."""
    teams = context.words.listed([team.name for team in access_own_teams(context)])
    say = context.words.rich(
        "I looked in what you can see: the records of {teams}, and what is open to all partners. "
        "Each word may be the beginning of a longer one.",
        teams=teams,
    )
    return (Small(say),)


def _ways(context: Context, asked: tuple[str, ...], start: int, found: Found) -> tuple[Block, ...]:
    words, text = context.words, " ".join(asked)
    before = Ask("record search", {"text": text, "start": str(max(0, start - A_PAGE))})
    after = Ask("record search", {"text": text, "start": str(start + A_PAGE)})
    has_room = len(after.encode()) <= LONGEST_ASK
    has_more = start + A_PAGE < found.count
    return row(
        Button(words.say("Better ones"), before) if start and has_room else None,
        Button(words.say("More"), after) if has_more and has_room else None,
        Button(words.say("Search again"), Ask("record search")),
        Button(words.say("Records"), Ask("record list")),
    )


def _form(context: Context, typed: str) -> View:
    words = context.words
    sheet = Sheet(
        title=words.say("Search records"),
        say=words.rich("Type one word or several. I look for records that have all of them."),
        send=Ask("record search"),
        seen_by=words.say("Who can see this: only you."),
        button=words.say("Search"),
    )
    problem = words.say("Please type a word or a number.")
    problems = {WORDS: problem} if typed or context.raw else {}
    return form_screen(context, sheet, Questions((words_field(context),)), {WORDS: typed}, problems)


COMMANDS = (Command("record search", search_records, mark("Search your records"), takes_text=True),)
