"""The commands that Discord is told about, made from the commands of the product."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from bot.platforms.discord.gateway.options import OPTIONS, CommandOption
from commands.offered import REGISTRY
from commands.registry import Command, Registry
from workflows.catalogue import words_for
from workflows.words import mark

TOP: Final = "concord"
"""The command under which everything stands that anybody may ask for."""

ADMIN: Final = "concord-admin"
"""A command of its own, because Discord lets only whole commands be kept for administrators."""

CHECK: Final = "check"
SHOW: Final = "show"
"""Stands for a noun that is a command by itself, since a group of commands cannot be called."""

LOG_DECISION: Final = mark("Log as decision")
"""On a message: check in on the decision that it speaks of."""

MAKE_ACTION: Final = mark("Make an action item")
"""On a message: write down what somebody takes on."""

SAVE_LESSON: Final = mark("Save as lesson")
"""On a message: keep what it says for when the team looks back."""

INVITE: Final = mark("Invite to team")
"""On a person: ask them onto the team of this channel."""

LONGEST_DESCRIPTION: Final = 100

CHAT_COMMAND: Final = 1
USER_COMMAND: Final = 2
MESSAGE_COMMAND: Final = 3
SUBCOMMAND: Final = 1
GROUP: Final = 2
"""Discord's numbers for the kinds of commands, and of what stands under one."""

MANAGE_SERVER: Final = 1 << 5
_IN_SERVERS: Final = {"contexts": [0], "integration_types": [0]}
"""Offered in servers that have let Concord in, and not in private messages."""

_SPANISH: Final = ("es-ES", "es-419")

_DESCRIPTION: Final = mark(
    "Helps people who share a table to talk, agree, and keep what they agreed"
)
_ADMIN_DESCRIPTION: Final = mark("For those who look after this server")
_CHECK_DESCRIPTION: Final = mark("See whether Concord can work in this channel")
_GROUPS: Final[Mapping[str, str]] = {
    "norms": mark("How your team works together"),
    "decide": mark("How shared your team's decisions are"),
    "retro": mark("Looking back together"),
    "lesson": mark("What your team and others have learned"),
    "action": mark("What your team has to do"),
    "invite": mark("Invitations that only you can see"),
    "partners": mark("Who could sit at the table"),
    "relationships": mark("How your relationships stand"),
    "team": mark("Who is on your team"),
    "record": mark("What your team keeps"),
    "partnership": mark("What all your teams keep"),
}
"""Nouns that are no commands themselves; Discord wants a description of each."""

_ON_MESSAGES: Final = (LOG_DECISION, MAKE_ACTION, SAVE_LESSON)

_ON_PEOPLE: Final = (INVITE,)

Definition = dict[str, Any]


def command_tree(registry: Registry = REGISTRY) -> list[Definition]:
    """Return all commands, as PUT /applications/{id}/commands takes them."""
    check = _described(CHECK, _CHECK_DESCRIPTION, type=SUBCOMMAND)
    return [
        _top(TOP, _DESCRIPTION, options=list(_under_top(registry))),
        _top(ADMIN, _ADMIN_DESCRIPTION, options=[check], default_member_permissions=MANAGE_SERVER),
        *(_on_something(name, MESSAGE_COMMAND) for name in _ON_MESSAGES),
        *(_on_something(name, USER_COMMAND) for name in _ON_PEOPLE),
    ]


def _under_top(registry: Registry) -> Iterator[Definition]:
    """Yield a group for each noun with verbs, and a subcommand for each other word."""
    nouns: dict[str, list[Command]] = {}
    for command in registry:
        if command.is_offered:
            nouns.setdefault(command.name.partition(" ")[0], []).append(command)
    for noun, commands in nouns.items():
        if [command.name for command in commands] == [noun]:
            yield _subcommand(noun, commands[0])
        else:
            yield _group(noun, commands)


def _group(noun: str, commands: list[Command]) -> Definition:
    alone = next((command.summary for command in commands if command.name == noun), "")
    verbs = [_subcommand(command.name.partition(" ")[2] or SHOW, command) for command in commands]
    return _described(noun, alone or _GROUPS[noun], type=GROUP, options=verbs)


def _subcommand(name: str, command: Command) -> Definition:
    options = [_option(option) for option in OPTIONS.get(command.name, ())]
    return _described(name, command.summary, type=SUBCOMMAND, options=options)


def _option(option: CommandOption) -> Definition:
    completed = {"autocomplete": True} if option.is_completed else {}
    return _described(option.name, option.description, type=option.kind, **completed)


def _top(name: str, description: str, **more: Any) -> Definition:  # noqa: ANN401 - any JSON
    return {**_described(name, description, type=CHAT_COMMAND, **more), **_IN_SERVERS}


def _on_something(name: str, kind: int) -> Definition:
    return {"name": name, "name_localizations": _spanish(name), "type": kind, **_IN_SERVERS}


def _described(name: str, description: str, **more: Any) -> Definition:  # noqa: ANN401 - any JSON
    """Return a command or a part of one; names stay English, so that help is right for all."""
    return {
        "name": name,
        "description": _cut(description),
        "description_localizations": _spanish(description),
        **more,
    }


def _spanish(text: str) -> dict[str, str]:
    said = _cut(words_for("es").say(text))
    return dict.fromkeys(_SPANISH, said)


def _cut(text: str) -> str:
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    return text[: LONGEST_DESCRIPTION - 1].rstrip() + "…"
