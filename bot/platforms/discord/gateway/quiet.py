"""Keeps discord.py out of the log.

At DEBUG it writes whole events and bodies, at WARNING addresses with the token of an interaction
in them. What an operator has to know, Concord's own log says.
"""

import logging
from typing import Final

LIBRARIES: Final = ("discord", "aiohttp")


def quiet_libraries() -> None:
    """Let nothing of these libraries into the log, at any level."""
    for name in LIBRARIES:
        logger = logging.getLogger(name)
        logger.setLevel(logging.CRITICAL)
        logger.propagate = False
        logger.handlers.clear()
        logger.addHandler(logging.NullHandler())  # without one, Python writes to stderr
