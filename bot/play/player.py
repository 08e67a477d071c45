"""Goes through a conversation at the table: shows, asks, and obeys a few orders."""

import re
from collections.abc import Iterator
from datetime import timedelta

import click

from bot.plain_text import draw_view
from bot.play.asking import Order, ask_form
from bot.play.lines import Lines
from bot.play.table import Table
from workflows.views import Button, Buttons

_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_TIME = re.compile(r"([0-9]{1,4})([mhd])")


def play_through(table: Table, lines: Lines) -> None:
    """Play until the conversation has ended, or the lines have, or somebody says `:quit`."""
    show(table)
    line = ""
    while table.is_open and line != ":quit":
        try:
            line = _turn(table, lines)
        except EOFError:
            return


def show(table: Table) -> None:
    """Print what the person whose turn it is sees."""
    click.echo(f"\n══ {table.turn.name} · {table.words.moment(table.now)}\n")
    click.echo(draw_view(table.view, table.words))
    if not table.view.form:
        for number, button in enumerate(_buttons(table), start=1):
            click.echo(f"  {number} {button.label}")
        names = table.words.listed([person.name for person in table.awaited()])
        if names:
            click.echo(table.words.say("Waiting for {name}.", name=names))


def _turn(table: Table, lines: Lines) -> str:
    """Let one person answer or press a button; return the order they gave instead, if any."""
    form = table.view.form
    if form is None:
        line = lines.ask(f"{table.turn.name}> ")
        _obey(table, line)
        return line
    match ask_form(form, lines, table.words):
        case Order(line):
            _obey(table, line)
            return line
        case filled:
            table.press(filled.ask, filled.raw)
            show(table)
            return ""


def _obey(table: Table, line: str) -> None:
    """Do what an order says and show what came of it, or say which orders there are."""
    order, _, rest = line.strip().partition(" ")
    if order == ":quit":
        return
    if _is_done(table, order, rest):
        show(table)
        return
    click.echo(
        table.words.say(
            "Type the number of a button, or one of these: :as NAME, :next, :back, :wait 2d, :quit."
        )
    )


def _is_done(table: Table, order: str, rest: str) -> bool:
    match order:
        case ":as":
            return table.become(rest)
        case ":next":
            table.go_on()
        case ":back":
            table.go_back()
        case ":wait":
            return _wait(table, rest)
        case _:
            return _press(table, order)
    return True


def _wait(table: Table, time: str) -> bool:
    found = _TIME.fullmatch(time)
    if found:
        table.wait(timedelta(**{_UNITS[found[2]]: int(found[1])}))
    return found is not None


def _press(table: Table, number: str) -> bool:
    buttons = {str(n): button for n, button in enumerate(_buttons(table), start=1)}
    if number in buttons:
        table.press(buttons[number].ask, {})
    return number in buttons


def _buttons(table: Table) -> Iterator[Button]:
    for block in table.view.blocks:
        if isinstance(block, Buttons):
            yield from block.buttons
