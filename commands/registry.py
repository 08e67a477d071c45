"""The one list of commands, from which help, completion and every platform's menus are made."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from commands.context import Context
from workflows.views import View
from workflows.words import Words

Handler = Callable[[Context], View]
Leaflet = Callable[[Words], View]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can ask for.

    `name` is what is typed after `/concord`. A command without a `summary` is not offered: only
    buttons and forms ask for it. A `leaflet` shows the same to everybody who speaks a language.
    """

    name: str
    handler: Handler
    summary: str = ""
    leaflet: Leaflet | None = None

    @property
    def is_offered(self) -> bool:
        """Whether people are told about the command."""
        return bool(self.summary)


class Registry:
    """All commands by name."""

    def __init__(self, commands: tuple[Command, ...]) -> None:
        self._commands = {command.name: command for command in commands}

    def __iter__(self) -> Iterator[Command]:
        """Yield the commands in the order they are listed in help."""
        return iter(self._commands.values())

    def find(self, name: str) -> Command | None:
        """Return the command of this name, or None."""
        return self._commands.get(name)

    def read(self, line: str) -> Command | None:
        """Return the offered command that a typed line begins with, or None."""
        words = line.lower().split(maxsplit=2)[:2]
        for length in (2, 1):
            command = self.find(" ".join(words[:length]))
            if command is not None and command.is_offered:
                return command
        return None

    def nearest(self, line: str) -> tuple[Command, ...]:
        """Return the offered commands that a mistyped line may have meant, at most five."""
        offered = {command.name: command for command in self if command.is_offered}
        typed = " ".join(line[:_LONGEST_NAME].lower().split()[:2])
        close = get_close_matches(typed, list(offered), n=5, cutoff=0.5)
        noun = typed.partition(" ")[0]
        same_noun = [name for name in offered if name.partition(" ")[0] == noun]
        names = dict.fromkeys([*close, *same_noun])
        return tuple(offered[name] for name in list(names)[:5])


_LONGEST_NAME = 40
"""Characters of a mistyped line that are compared with names: comparing pages takes long."""
