"""Action items: what a team has taken on, what one person has, and what has become of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import groupby

from commands.access import Seat, access_own_seats, access_team_here
from commands.access_actions import (
    access_action,
    access_action_to_change,
    access_own_actions,
)
from commands.action_keeping import change_action
from commands.action_views import (
    a_page,
    action_lines,
    action_menu,
    action_options,
    action_screen,
    all_actions,
    more_button,
)
from commands.context import Context
from commands.registry import Command
from commands.screens import row, told
from workflows import asks
from workflows.action_items import ActionItem, ActionStatus, by_owner, done_since
from workflows.identifiers import ActionId
from workflows.text import plain
from workflows.views import Ask, Block, Button, Heading, Option, Small, Style, View
from workflows.words import Words, mark

LATELY = timedelta(days=30)
"""For how long what is done is shown with what is open."""


def list_actions(context: Context) -> View:
    """List what the team has to do, each member's together; with `done`, what it did lately."""
    seat = access_team_here(context)
    items = context.work.actions.of_team(seat.team.id)
    done = done_since(items, context.office.now - LATELY)
    if context.option("done"):
        return _done_view(context, seat, done)
    return _open_view(context, seat, [item for item in items if item.is_open], len(done))


def list_mine(context: Context) -> View:
    """List what the asker has to do in all their teams, the soonest first in each."""
    words = context.words
    seats = {seat.team.id: seat for seat in access_own_seats(context) if seat.member.is_here}
    order = list(seats)
    kept = access_own_actions(context, seats.values())
    items = tuple(sorted(kept, key=lambda item: order.index(item.team)))
    title = words.say("My action items")
    if not items:
        return told(title, words.say("You have nothing open to do."), *_dashboard(words))
    page = a_page(context, items)
    line = words.plural(
        "You have {count} open action item.", "You have {count} open action items.", len(items)
    )
    return told(
        title,
        line,
        *(
            block
            for team, some in groupby(page, key=lambda item: item.team)
            for block in _of_team(context, seats[team], tuple(some))
        ),
        action_menu(page, words),
        *row(more_button(page, items, Ask("action mine"), words)),
    )


def show_action(context: Context) -> View:
    """Show one action item; without saying which, show the list to pick from."""
    chosen = chosen_action(context)
    if chosen is None:
        return list_actions(context)
    return action_screen(context, *access_action(context, chosen))


def finish(context: Context) -> View:
    """Say that an item is done; saying so twice changes nothing."""
    chosen = chosen_action(context)
    if chosen is None:
        return list_actions(context)
    return _end(context, chosen, ActionStatus.DONE, context.words.say("Done. Thank you."))


def drop(context: Context) -> View:
    """Say that an item is no longer needed."""
    line = context.words.say("This has left the list.")
    return _end(context, ActionId(context.option("id")), ActionStatus.DROPPED, line)


def reopen(context: Context) -> View:
    """Open an item again; it is nobody's if its owner has left."""
    seat, before = access_action_to_change(context, ActionId(context.option("id")))
    owner = seat.team.member(before.owner) if before.owner else None
    after = replace(
        before,
        status=ActionStatus.OPEN,
        ended_at=None,
        owner=owner.id if owner and owner.is_here else None,
    )
    change_action(context.office, seat.team, before, after, by=seat.member.id)
    return action_screen(context, seat, after, context.words.say("This is open again."))


def chosen_action(context: Context) -> ActionId | None:
    """Return the item that a request is about, if it says which."""
    chosen = context.option("pick") or context.option("id")
    return ActionId(chosen) if chosen else None


def actions_here(context: Context) -> tuple[Option, ...]:
    """Return what the asker's team has to do, the soonest first."""
    seat = access_team_here(context)
    return action_options(context.work.actions.open_of_team(seat.team.id))


def _end(context: Context, action: ActionId, status: ActionStatus, line: str) -> View:
    """End an item that is open; one that has ended already stays as it is."""
    seat, before = access_action_to_change(context, action)
    if not before.is_open:
        return action_screen(context, seat, before)
    after = replace(before, status=status, ended_at=context.office.now)
    change_action(context.office, seat.team, before, after, by=seat.member.id)
    return action_screen(context, seat, after, line)


def _open_view(context: Context, seat: Seat, kept: list[ActionItem], done: int) -> View:
    room = seat.room(context.words)
    words, items = room.words, by_owner(kept, room)
    page = a_page(context, items)
    line = words.plural(
        "{team} has {count} open action item.",
        "{team} has {count} open action items.",
        len(items),
        team=seat.team.name,
    )
    if not items:
        line = words.say("{team} has nothing open to do.", team=seat.team.name)
    blocks: list[Block] = []
    for owner, some in groupby(page, key=lambda item: item.owner):
        name = room.name(owner) if owner else words.say("Nobody yet")
        blocks += [Heading(name), action_lines(context, some, words)]
    return told(
        words.say("Action items"),
        line,
        *blocks,
        *((action_menu(page, words),) if page else ()),
        *_done_lately(done, words),
        *_list_ways(seat, page, items, done, words),
    )


def _list_ways(
    seat: Seat, page: tuple[ActionItem, ...], items: tuple[ActionItem, ...], done: int, words: Words
) -> tuple[Block, ...]:
    team = seat.team.id
    add = asks.about_team("action add", team)
    look = Button(words.say("See what was done"), asks.about_team("action list", team, done="1"))
    return row(
        Button(words.say("Add an action item"), add, Style.PRIMARY),
        more_button(page, items, asks.about_team("action list", team), words),
        look if done else None,
        Button(words.say("My action items"), Ask("action mine")),
    )


def _done_lately(count: int, words: Words) -> Iterator[Block]:
    if count:
        line = words.plural(
            "{count} was done in the last 30 days.",
            "{count} were done in the last 30 days.",
            count,
        )
        yield Small(plain(line))


def _done_view(context: Context, seat: Seat, done: tuple[ActionItem, ...]) -> View:
    words = seat.room(context.words).words
    team = seat.team.id
    title = words.say("Done in the last 30 days")
    if not done:
        line = words.say("Nothing was done in the last 30 days.")
        return told(title, line, *row(all_actions(team, words)))
    page = a_page(context, done)
    ask = asks.about_team("action list", team, done="1")
    return told(
        title,
        words.say("This is what your team has done."),
        action_lines(context, page, words),
        action_menu(page, words),
        *row(more_button(page, done, ask, words), all_actions(team, words)),
    )


def _of_team(context: Context, seat: Seat, items: tuple[ActionItem, ...]) -> tuple[Block, ...]:
    words = seat.room(context.words).words
    name = f"{seat.team.name} · {seat.partnership.name}"
    return Heading(name), action_lines(context, items, words)


def _dashboard(words: Words) -> tuple[Block, ...]:
    return row(Button(words.say("Your teams"), Ask("dashboard")))


COMMANDS = (
    Command("action list", list_actions, mark("List what your team has to do")),
    Command("action mine", list_mine, mark("List what you have to do in all your teams")),
    Command("action show", show_action, mark("Show an action item"), which=actions_here),
    Command("action done", finish, mark("Say that an action item is done"), which=actions_here),
    Command("action drop", drop),
    Command("action reopen", reopen),
)
