"""Screens of action items: one of them, and the parts of a list of them."""

from collections.abc import Iterable

from commands.access import Seat, access_record
from commands.context import Context
from commands.screens import row
from workflows import asks
from workflows.action_items import (
    LONGEST_LINE,
    ActionItem,
    ActionStatus,
    action_line,
    due_text,
    owner_text,
)
from workflows.identifiers import TeamId
from workflows.limits import LONGEST, OPTIONS_OF_ONE, Place
from workflows.record_pages import record_title
from workflows.room import Room
from workflows.text import Bold, Day, Text, plain
from workflows.typed import shorten
from workflows.views import (
    Ask,
    Block,
    Bullets,
    Button,
    Facts,
    Menu,
    Option,
    Paragraph,
    Style,
    View,
)
from workflows.words import Words

A_PAGE = 12
"""Items on one screen of a list, so that it fits on every platform."""


def action_screen(context: Context, seat: Seat, item: ActionItem, line: str = "") -> View:
    """Return one action item with all that can be done about it, under a line on what was done."""
    room = seat.room(context.words)
    words = room.words
    summary = words.say("Action item: {what}", what=shorten(item.what, LONGEST_LINE))
    return View(
        title=words.say("Action item"),
        summary=line or summary,
        blocks=(
            *((Paragraph(plain(line)),) if line else ()),
            Paragraph((Bold(item.what),)),
            Facts(_facts(context, item, room)),
            *(_ways(item, words) if item.is_open else _way_back(item, words)),
            *row(_from(context, item, words), all_actions(seat.team.id, words)),
        ),
    )


def action_lines(context: Context, items: Iterable[ActionItem], words: Words) -> Bullets:
    """Return a line for each of some items, to readers in the time zone of their team."""
    today = words.day_of(context.office.now)
    return Bullets(tuple(action_line(item, today, words) for item in items))


def action_menu(items: Iterable[ActionItem], words: Words) -> Menu:
    """Return the menu that opens one of some items."""
    options = action_options(items)[:OPTIONS_OF_ONE]
    return Menu(words.say("Open an action item"), options, Ask("action show"))


def action_options(items: Iterable[ActionItem]) -> tuple[Option, ...]:
    """Return items as they are picked from."""
    return tuple(Option(item.id, shorten(item.what, LONGEST[Place.CHOICE])) for item in items)


def a_page(context: Context, items: tuple[ActionItem, ...]) -> tuple[ActionItem, ...]:
    """Return the items of the page that was asked for; the first one where that is gone."""
    start = context.number("after") or 0
    return items[start : start + A_PAGE] or items[:A_PAGE]


def more_button(
    page: tuple[ActionItem, ...], items: tuple[ActionItem, ...], ask: Ask, words: Words
) -> Button | None:
    """Return the button to the next page, or None after the last one."""
    after = items.index(page[-1]) + 1 if page else 0
    if after == len(items):
        return None
    return Button(words.say("Show more"), Ask(ask.command, {**ask.options, "after": str(after)}))


def all_actions(team: TeamId, words: Words) -> Button:
    """Return the button to all action items of a team."""
    return Button(words.say("Action items"), asks.about_team("action list", team))


def _facts(context: Context, item: ActionItem, room: Room) -> tuple[tuple[str, Text], ...]:
    words = room.words
    today = words.day_of(context.office.now)
    facts = [
        (words.say("Who"), owner_text(item, room)),
        (words.say("By when"), due_text(item, today, words)),
    ]
    if item.plan:
        facts.append((words.say("When and where"), plain(item.plan)))
    if item.ended_at:
        is_done = item.status is ActionStatus.DONE
        label = words.say("Done on") if is_done else words.say("No longer needed since")
        facts.append((label, (Day(words.day_of(item.ended_at)),)))
    return tuple(facts)


def _ways(item: ActionItem, words: Words) -> tuple[Block, ...]:
    drop = asks.about_action("action drop", item.id)
    sure = words.say("Is this no longer needed? It leaves the list, and you can open it again.")
    return row(
        Button(words.say("Done"), asks.about_action("action done", item.id), Style.PRIMARY),
        Button(words.say("New date"), asks.about_action("action snooze", item.id)),
        Button(words.say("Hand over"), asks.about_action("action reassign", item.id)),
        Button(words.say("Change"), asks.about_action("action edit", item.id)),
        Button(words.say("No longer needed"), drop, Style.DANGER, confirm=sure),
    )


def _way_back(item: ActionItem, words: Words) -> tuple[Block, ...]:
    reopen = asks.about_action("action reopen", item.id)
    return row(Button(words.say("Open it again"), reopen))


def _from(context: Context, item: ActionItem, words: Words) -> Button | None:
    """Return the button back to the record that an item came from."""
    if item.source is None:
        return None
    _, record = access_record(context, item.source)
    label = words.say("From: {title}", title=record_title(record, words))
    return Button(shorten(label, LONGEST[Place.BUTTON]), asks.show_record(record.id))
