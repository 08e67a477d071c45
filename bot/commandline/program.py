"""The program `python -m bot`: which commands there are, and what each is for."""

from importlib import import_module
from typing import Final

import click
from typing_extensions import override

_SUMMARIES: Final = {
    "run": "Start Concord with its local workspace.",
    "migrate": "Bring the database up to date.",
    "doctor": "Check this installation, and say how to put right what is wrong.",
    "export": "Write a whole partnership to a ZIP file, to keep or to take elsewhere.",
    "import": "Read such a file back into an empty database.",
    "codes": "Print codes by which people find back to their seats after an import.",
    "keys": "Make a secret key, or seal everything with the newest one.",
    "check": "Check the content of the conversations, and explain each mistake.",
    "play": "Play a conversation in the terminal, as several people.",
}
"""Each is a module of this package, and in it a command of the same name."""

_MODULES: Final = {"import": "take_in"}
"""Where it cannot be, since Python has the name for something else."""


class _LazyGroup(click.Group):
    """A group whose `--help` needs none of its commands to be loaded."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    @override
    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, _, rest = super().resolve_command(ctx, args)
        return name, _load(name) if name else None, rest


def _load(name: str) -> click.Command:
    module = _MODULES.get(name, name)
    command = getattr(import_module(f"bot.commandline.{module}"), module)
    assert isinstance(command, click.Command)  # noqa: S101 - a mistake of ours, seen by any test
    return command


@click.group(
    cls=_LazyGroup,
    commands={name: click.Command(name, help=line) for name, line in _SUMMARIES.items()},
    context_settings={"help_option_names": ["-h", "--help"]},
)
def program() -> None:
    """Concord helps people who share a table to talk, agree, and keep what they agreed."""
