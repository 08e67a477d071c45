"""All commands, in the order in which help lists them."""

from commands import (
    accounts,
    action_forms,
    actions,
    conversations,
    dashboard,
    decisions,
    facilitation,
    home,
    invitations,
    leaving,
    lessons,
    linking,
    me,
    norms,
    partners,
    partnerships,
    record_compare,
    record_linking,
    record_notes,
    record_search,
    records,
    retros,
    seating,
    sorting,
    starting,
    taking_away,
    teams,
    unsaid,
)
from commands.context import Context
from commands.helping import help_view
from commands.leaflets import printed
from commands.registry import Command, Registry
from workflows.views import View
from workflows.words import Words, mark


def show_help(context: Context) -> View:
    """List everything a person can ask for."""
    return printed(HELP, context.words.language)


def _help(words: Words) -> View:
    return help_view(REGISTRY, words)


HELP = Command("help", show_help, mark("List everything you can ask for"), leaflet=_help)

REGISTRY = Registry(
    (
        *starting.COMMANDS,
        *home.COMMANDS,
        *dashboard.COMMANDS,
        *unsaid.COMMANDS,
        *norms.COMMANDS,
        *decisions.COMMANDS,
        *retros.COMMANDS,
        *lessons.COMMANDS,
        *actions.COMMANDS,
        *action_forms.COMMANDS,
        *invitations.COMMANDS,
        *partners.COMMANDS,
        *teams.COMMANDS,
        *leaving.COMMANDS,
        *linking.COMMANDS,
        *seating.COMMANDS,
        *records.COMMANDS,
        *taking_away.COMMANDS,
        *record_search.COMMANDS,
        *record_compare.COMMANDS,
        *record_notes.COMMANDS,
        *record_linking.COMMANDS,
        *partnerships.COMMANDS,
        *me.COMMANDS,
        *accounts.COMMANDS,
        HELP,
        *conversations.COMMANDS,
        *facilitation.COMMANDS,
        *sorting.COMMANDS,
    )
)
