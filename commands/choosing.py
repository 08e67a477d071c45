"""Finds what somebody means who types a command, and after it what it is about."""

from collections.abc import Iterable
from dataclasses import replace

from commands.context import Context
from commands.registry import Command
from workflows.views import Option

MOST_OFFERED = 25
"""Options that are offered while somebody types: as many as the smallest list has room for."""


def with_pick(command: Command, context: Context) -> Context:
    """Return a context in which is picked what was typed, where it fits one thing only.

    In all other cases the command shows what there is to pick from.
    """
    text = context.option("text")
    if command.which is None or not text:
        return context
    fits = fitting(command.which(context), text)
    if len(fits) != 1:
        return context
    ask = context.request.ask
    options = {**ask.options, "pick": fits[0].value}
    return replace(context, request=replace(context.request, ask=replace(ask, options=options)))


def fitting(options: Iterable[Option], text: str) -> tuple[Option, ...]:
    """Return the options that a text may mean: the one it names, or all that have it inside."""
    typed = " ".join(text.split()).casefold()
    there = tuple(options)
    exact = tuple(one for one in there if typed in {one.value.casefold(), one.label.casefold()})
    return exact or tuple(one for one in there if typed in one.label.casefold())
