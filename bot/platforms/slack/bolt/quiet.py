"""Keeps the libraries around Slack out of the log and out of the environment.

At DEBUG they write whole bodies, answers and tokens, and some do so at INFO and ERROR. What an
operator has to know, Concord's own log says.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

LIBRARIES: Final = ("slack_bolt", "slack_sdk", "aiohttp")


def quiet_libraries() -> logging.Logger:
    """Let nothing of these libraries into the log, at any level; return the logger for Bolt.

    Bolt sets the level of each of its loggers anew. They still hand on what they have to the one
    above them, and there it ends.
    """
    for name in LIBRARIES:
        logger = logging.getLogger(name)
        logger.setLevel(logging.CRITICAL)
        logger.propagate = False
        logger.handlers.clear()
        logger.addHandler(logging.NullHandler())  # without one, Python writes to stderr
    return logging.getLogger(LIBRARIES[0])


@contextmanager
def no_slack_variables() -> Iterator[None]:
    """Hide variables such as SLACK_CLIENT_ID, any of which would change how Bolt works."""
    hidden = {name: os.environ.pop(name) for name in tuple(os.environ) if _is_slacks(name)}
    try:
        yield
    finally:
        os.environ.update(hidden)


def _is_slacks(name: str) -> bool:
    return name.startswith("SLACK_")
