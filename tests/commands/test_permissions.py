"""Who may do what: every command of the registry, asked for by everybody, on both databases.

A command without a row in the table fails here.
"""

from dataclasses import replace

import pytest

from commands.dispatcher import Dispatcher
from commands.offered import REGISTRY
from commands.practice import CHANNEL
from commands.request import Request
from tests.commands.trying import Try, everything
from tests.fakes.rehearsal import Rehearsal
from tests.table import Table
from workflows.catalogue import words_for
from workflows.views import Ask, View

ROLES = {
    "lead": "maria",
    "member": "dev",
    "chair": "sam",
    "other side": "amara",
    "has left": "grace",
    "outsider": "eve",
    "stranger": "zoe",
}
"""Who plays which role: the chair is a member who facilitates, a stranger leads elsewhere."""

TABLE = """\
                        lead       member     chair      other side has left   outsider   stranger
start                   does       does       does       does       does       does       does
start team              does       refused    refused    refused    hidden     hidden     hidden
home                    sees       sees       sees       sees       hidden     hidden     hidden
dashboard               sees       sees       sees       sees       sees       sees       sees
unsaid                  sees       sees       sees       sees       sees       sees       sees
norms start             does       does       does       does       hidden     hidden     hidden
norms show              sees       sees       sees       sees       hidden     hidden     hidden
norms check             does       does       does       does       hidden     hidden     hidden
decide start            does       does       does       does       hidden     hidden     hidden
decide list             sees       sees       sees       sees       hidden     hidden     hidden
decide show             sees       sees       sees       sees       hidden     hidden     hidden
decide review           does       does       does       does       hidden     hidden     hidden
retro start             does       does       does       does       hidden     hidden     hidden
retro list              sees       sees       sees       sees       hidden     hidden     hidden
lesson list             sees       sees       sees       sees       hidden     hidden     hidden
lesson save             does       does       does       does       hidden     hidden     hidden
lesson propose          sees       sees       sees       sees       hidden     hidden     hidden
lesson change           does       does       does       does       hidden     hidden     hidden
action list             sees       sees       sees       sees       hidden     hidden     hidden
action mine             sees       sees       sees       sees       sees       sees       sees
action show             sees       sees       sees       sees       hidden     hidden     hidden
action done             does       does       does       does       hidden     hidden     hidden
action drop             does       does       does       does       hidden     hidden     hidden
action reopen           does       does       does       does       hidden     hidden     hidden
action add              does       does       does       does       hidden     hidden     hidden
action snooze           does       does       does       does       hidden     hidden     hidden
action reassign         does       does       does       does       hidden     hidden     hidden
action edit             does       does       does       does       hidden     hidden     hidden
action propose          sees       sees       sees       sees       hidden     hidden     hidden
invite start            does       does       does       does       hidden     hidden     hidden
invite list             sees       sees       sees       sees       hidden     hidden     hidden
invite show             hidden     sees       hidden     hidden     hidden     hidden     hidden
invite samples          sees       sees       sees       sees       sees       sees       sees
invite change           hidden     does       hidden     hidden     hidden     hidden     hidden
invite sent             hidden     does       hidden     hidden     hidden     hidden     hidden
invite answer           hidden     does       hidden     hidden     hidden     hidden     hidden
invite card             hidden     does       hidden     hidden     hidden     hidden     hidden
invite delete           hidden     does       hidden     hidden     hidden     hidden     hidden
partners start          does       does       does       does       hidden     hidden     hidden
partners show           sees       sees       sees       sees       hidden     hidden     hidden
relationships start     does       does       does       does       hidden     hidden     hidden
relationships show      sees       sees       sees       sees       hidden     hidden     hidden
team show               sees       sees       sees       sees       hidden     hidden     hidden
team leave              does       does       does       does       hidden     hidden     hidden
team join               sees       sees       sees       sees       does       does       does
team link               does       refused    refused    refused    hidden     hidden     hidden
team unlink             does       refused    refused    refused    hidden     hidden     hidden
team add                does       refused    refused    refused    hidden     hidden     hidden
team role               does       refused    refused    refused    hidden     hidden     hidden
record list             sees       sees       sees       sees       hidden     hidden     hidden
record show             sees       sees       sees       sees       hidden     hidden     hidden
record sign             does       does       does       does       hidden     hidden     hidden
record export           sees       sees       sees       sees       hidden     hidden     hidden
record search           sees       sees       sees       sees       sees       sees       sees
record compare          sees       sees       sees       sees       hidden     hidden     hidden
record note             does       does       does       does       hidden     hidden     hidden
record link             does       does       does       does       hidden     hidden     hidden
record unlink           does       does       does       does       hidden     hidden     hidden
partnership export      sees       refused    refused    refused    hidden     hidden     hidden
me                      sees       sees       sees       sees       sees       sees       sees
me language             does       does       does       does       does       does       does
me kept                 sees       sees       sees       sees       sees       sees       sees
me export               sees       sees       sees       sees       sees       sees       sees
me forget               does       does       does       does       does       does       does
me left                 does       does       does       does       refused    refused    does
me link                 does       does       does       does       does       does       does
me unlink               refused    does       refused    refused    refused    refused    refused
help                    sees       sees       sees       sees       sees       sees       sees
conversation open       sees       sees       sees       sees       hidden     hidden     hidden
conversation look       sees       sees       sees       sees       hidden     hidden     hidden
conversation send       does       does       does       does       hidden     hidden     hidden
conversation edit       sees       sees       sees       sees       hidden     hidden     hidden
conversation back       does       does       does       does       hidden     hidden     hidden
conversation next       refused    refused    does       refused    hidden     hidden     hidden
conversation cancel     refused    refused    does       refused    hidden     hidden     hidden
conversation time       refused    refused    does       refused    hidden     hidden     hidden
conversation pause      refused    refused    does       refused    hidden     hidden     hidden
conversation resume     refused    refused    does       refused    hidden     hidden     hidden
conversation facilitate does       does       sees       does       hidden     hidden     hidden
conversation scribe     does       does       does       does       hidden     hidden     hidden
conversation decline    refused    refused    does       refused    hidden     hidden     hidden
conversation swap       refused    refused    does       refused    hidden     hidden     hidden
conversation sort       does       does       does       does       hidden     hidden     hidden
"""
"""`does`: something was changed. `sees`: a screen, and nothing was changed. `refused`: a polite no.

`hidden`: the same screen as for something that does not exist. Neither of the last two changes
anything.
"""


@pytest.mark.no_cover  # the commands' own tests cover the same lines; measured, this takes long
async def test_everybody_may_do_what_the_table_says_and_nothing_else(any_table: Table) -> None:
    tries = await everything(any_table)

    rows = [f"{name:24}{await row(any_table, name, tries[name])}" for name in tries]

    head = " " * 24 + "".join(f"{role:11}" for role in ROLES)
    assert "".join(f"{line.rstrip()}\n" for line in (head, *rows)) == TABLE


async def test_every_command_is_tried(table: Table) -> None:
    assert list(await everything(table)) == [command.name for command in REGISTRY]


async def row(table: Table, name: str, request: Try) -> str:
    """Return what becomes of one command, asked for in each role."""
    cells = [await outcome(table, who, name, request) for who in ROLES.values()]
    return "".join(f"{cell:11}" for cell in cells)


async def outcome(table: Table, who: str, name: str, request: Try) -> str:
    """Return what becomes of one request; whatever it did is undone."""
    before = await table.kept()
    rehearsal = Rehearsal(table.database, before)
    view = await _asked(table, rehearsal, who, name, request)
    is_changed = rehearsal.kept != before
    nothing = request.of_nothing
    is_hidden = nothing and view == await _asked(table, rehearsal, who, name, nothing)
    is_refused = view.title == words_for("en").say("Nothing was changed")
    assert not (is_changed and (is_hidden or is_refused))
    assert await table.kept() == before
    if is_hidden:
        await _is_hidden_in_the_channel_too(table, rehearsal, who, name, request)
    return _word(is_hidden=bool(is_hidden), is_refused=is_refused, is_changed=is_changed)


def _word(*, is_hidden: bool, is_refused: bool, is_changed: bool) -> str:
    if is_hidden or is_refused:
        return "hidden" if is_hidden else "refused"
    return "does" if is_changed else "sees"


async def _is_hidden_in_the_channel_too(
    table: Table, rehearsal: Rehearsal, who: str, name: str, request: Try
) -> None:
    """See that nobody can find out in the team's channel what they cannot in private."""
    here = replace(request, at=CHANNEL)
    nothing = here.of_nothing
    assert nothing
    seen = await _asked(table, rehearsal, who, name, here)
    assert seen == await _asked(table, rehearsal, who, name, nothing)


async def _asked(table: Table, rehearsal: Rehearsal, who: str, name: str, request: Try) -> View:
    dispatcher = Dispatcher(rehearsal, table.library)
    ask = Ask(name, request.options)
    return await dispatcher.ask(Request(table.callers[who], request.at, ask, request.raw))
