"""The one list of commands, from which help, completion and every platform's menus are made."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from commands.context import Context
from workflows.views import Option, View
from workflows.words import Words

LONGEST_TEXT = 100
"""Characters of what is typed after a command that are looked at: a code is far shorter."""

Handler = Callable[[Context], View]
Leaflet = Callable[[Words], View]
Which = Callable[[Context], tuple[Option, ...]]
"""Returns what a command can be about, for the asker."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can ask for.

    `name` is what is typed after `/concord`. A command without a `summary` is not offered: only
    buttons and forms ask for it. A `leaflet` shows the same to everybody who speaks a language. One
    that `takes_text` is given what is typed after its name, as the option `text`; one with a
    `which` is given what that means, as `pick`. What many do at the same moment is `shared`: those
    who wait for one another are served in one transaction. It changes no team.
    """

    name: str
    handler: Handler
    summary: str = ""
    leaflet: Leaflet | None = None
    takes_text: bool = False
    which: Which | None = None
    shared: bool = False

    @property
    def is_offered(self) -> bool:
        """Whether people are told about the command."""
        return bool(self.summary)

    def options(self, line: str) -> dict[str, str]:
        """Return what the command is given of a typed line that begins with its name."""
        length = len(self.name.split())
        text = "".join(line.split(maxsplit=length)[length:]).strip()[:LONGEST_TEXT]
        return {"text": text} if text and (self.takes_text or self.which) else {}


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
