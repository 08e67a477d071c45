"""The one list of commands, from which help, completion and every platform's menus are made."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from commands.context import Context
from workflows.views import View

Handler = Callable[[Context], View]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can ask for.

    `name` is what is typed after `/concord`. A command without a `summary` is not offered: only
    buttons and forms ask for it. `option` names what a typed text after the name stands for.
    """

    name: str
    handler: Handler
    summary: str = ""
    option: str = ""

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

    def read(self, line: str) -> tuple[Command, str] | None:
        """Return the command that a typed line names, with the rest of the line."""
        words = line.split()
        for length in (2, 1):
            command = self.find(" ".join(words[:length]).lower())
            if command is not None and command.is_offered:
                return command, " ".join(words[length:])
        return None

    def nearest(self, line: str) -> tuple[Command, ...]:
        """Return the offered commands that a mistyped line may have meant, at most three."""
        offered = {command.name: command for command in self if command.is_offered}
        typed = " ".join(line.lower().split()[:2])
        close = get_close_matches(typed, list(offered), n=3, cutoff=0.5)
        first = typed.split(" ")[0]
        same_noun = [name for name in offered if first and name.split(" ")[0] == first]
        names = dict.fromkeys([*close, *same_noun])
        return tuple(offered[name] for name in list(names)[:3])
