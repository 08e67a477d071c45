"""Ends the program with a sentence for the operator."""

import sys
from typing import NoReturn

import click


def give_up(reason: str) -> NoReturn:
    """Say why Concord did not start."""
    end(f"Concord did not start. {reason} Try `python -m bot doctor`.")


def end(words: str) -> NoReturn:
    """Say why Concord ends."""
    click.echo(words, err=True)
    sys.exit(1)
