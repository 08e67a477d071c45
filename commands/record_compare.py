"""What changed between two editions of a record, part by part, in words."""

from collections.abc import Iterator

from commands.access import access_record
from commands.context import Context
from commands.record_lists import list_records
from commands.records import records_here
from commands.registry import Command
from commands.screens import row, told
from workflows import asks
from workflows.identifiers import RecordId
from workflows.limits import OPTIONS_OF_ONE
from workflows.record_changes import Change, changes
from workflows.record_pages import record_body, record_title
from workflows.records import Record, RecordEdition
from workflows.text import Plain, Text, flat
from workflows.views import Block, Bullets, Button, Heading, Menu, Option, Paragraph, Small, View
from workflows.words import Words, mark

LONGEST_SHOWN = 2500
"""Characters of changes on one screen; whoever wants more opens both editions."""


def compare_record(context: Context) -> View:
    """Show what changed from one edition of a record to another; else between the newest two."""
    chosen = context.option("id") or context.option("pick")
    if not chosen:
        return list_records(context)
    seat, record = access_record(context, RecordId(chosen))
    room = seat.room(context.words)
    before, now = _pair(record, context.option("pick"))
    title = record_title(record, room.words)
    back = row(Button(context.words.say("Show"), asks.show_record(record.id)))
    if before is now:
        line = context.words.say("There is one edition only, so there is nothing to compare.")
        return told(title, line, *back)
    found = changes(record_body(before.content, room), record_body(now.content, room), room.words)
    line = _line(len(found), before, now, room.words)
    menus = _menus(record, before, now, room.words)
    return told(title, line, *_shown(found, room.words), *menus, *back)


def _pair(record: Record, picked: str) -> tuple[RecordEdition, RecordEdition]:
    """Return the editions that were picked, as "1-3"; else the newest and the one before it."""
    numbers = {str(edition.number): edition for edition in record.editions}
    before, _, now = picked.partition("-")
    if before in numbers and now in numbers:
        return numbers[before], numbers[now]
    return record.editions[-2:][0], record.current


def _line(count: int, before: RecordEdition, now: RecordEdition, words: Words) -> str:
    if not count:
        return words.say(
            "Edition {before} and edition {now} read the same.",
            before=before.number,
            now=now.number,
        )
    return words.plural(
        "From edition {before} to edition {now}, {count} part changed.",
        "From edition {before} to edition {now}, {count} parts changed.",
        count,
        before=before.number,
        now=now.number,
    )


def _shown(found: tuple[Change, ...], words: Words) -> Iterator[Block]:
    """Yield as many changes as one screen has room for, and say so where there are more."""
    if found:
        yield Small(
            words.rich("What differs is in **bold**: after *Before* it is gone, after *Now* new.")
        )
    room = LONGEST_SHOWN
    for change in found:
        lines = tuple(_lines(change, words))
        room -= sum(len(flat(line)) for line in lines)
        if room < 0:
            yield Paragraph(words.rich("More has changed. Open both editions to read all of it."))
            return
        yield Heading(change.label)
        yield Bullets(lines)


def _lines(change: Change, words: Words) -> Iterator[Text]:
    """Yield what a part said before and says now, each after a word that tells which."""
    before, now = change.before, change.now
    for text in before:
        yield (*words.rich("*Before:*"), Plain(" "), *text)
    if not before:
        yield words.rich("*Before:* nothing.")
    for text in now:
        yield (*words.rich("*Now:*"), Plain(" "), *text)
    if not now:
        yield words.rich("*Now:* nothing.")


def _menus(
    record: Record, before: RecordEdition, now: RecordEdition, words: Words
) -> tuple[Block, ...]:
    """Return a menu for either side, where there are more than two editions."""
    if len(record.editions) == _TWO:
        return ()
    newest = record.editions[::-1][:OPTIONS_OF_ONE]
    earlier = tuple(Option(f"{e.number}-{now.number}", _name(e, words)) for e in newest if e != now)
    later = tuple(
        Option(f"{before.number}-{e.number}", _name(e, words)) for e in newest if e != before
    )
    ask = asks.compare(record.id)
    return (Menu(words.say("Before"), earlier, ask), Menu(words.say("Now"), later, ask))


def _name(edition: RecordEdition, words: Words) -> str:
    day = words.day(words.day_of(edition.made_at))
    return words.say("Edition {number}, {day}", number=edition.number, day=day)


_TWO = 2

COMMANDS = (
    Command(
        "record compare",
        compare_record,
        mark("See what changed in a record"),
        which=records_here,
    ),
)
