"""Where the lines of a played conversation come from: the keyboard, or a script."""

from collections.abc import Iterator
from typing import Protocol

import click


class Lines(Protocol):
    """Asks for one line after the other."""

    def ask(self, prompt: str) -> str:
        """Return the next line; raises EOFError when there is none."""
        ...


class Keyboard:
    """Lines that somebody types."""

    def ask(self, prompt: str) -> str:
        """Return the next line; raises EOFError at the end of the input."""
        return input(prompt)


class Script:
    """Lines of a file, shown as if they were typed; a line that begins with # is a remark."""

    def __init__(self, text: str) -> None:
        self._lines: Iterator[str] = (
            line for line in text.splitlines() if not line.startswith("#")
        )

    def ask(self, prompt: str) -> str:
        """Return the next line; raises EOFError at the end of the file."""
        line = next(self._lines, None)
        if line is None:
            raise EOFError
        click.echo(f"{prompt}{line}")
        return line
