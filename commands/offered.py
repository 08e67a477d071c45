"""All commands, in the order in which help lists them."""

from commands import (
    conversations,
    decisions,
    home,
    me,
    norms,
    records,
    seating,
    starting,
    teams,
)
from commands.context import Context
from commands.helping import help_view
from commands.registry import Command, Registry
from workflows.views import View
from workflows.words import mark


def show_help(context: Context) -> View:
    """List everything a person can ask for."""
    return help_view(REGISTRY, context.words)


HELP = Command("help", show_help, mark("List everything you can ask for"))

REGISTRY = Registry(
    (
        *starting.COMMANDS,
        *home.COMMANDS,
        *norms.COMMANDS,
        *decisions.COMMANDS,
        *teams.COMMANDS,
        *seating.COMMANDS,
        *records.COMMANDS,
        *me.COMMANDS,
        HELP,
        *conversations.COMMANDS,
    )
)
