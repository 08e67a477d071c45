"""Tells an operator how far something is that takes more than two seconds."""

from collections.abc import Callable
from time import monotonic
from typing import Final

import click

SECONDS_APART: Final = 2.0


class Progress:
    """Prints a line after two seconds, and then every two seconds; what is quick prints none."""

    def __init__(self, what: str, clock: Callable[[], float] = monotonic) -> None:
        self._what = what
        self._clock = clock
        self._next = clock() + SECONDS_APART

    def __call__(self, done: int, total: int) -> None:
        """Note that so much of it is done."""
        now = self._clock()
        if now >= self._next:
            self._next = now + SECONDS_APART
            click.echo(f"{self._what}: {done:,} of {total:,}", err=True)
