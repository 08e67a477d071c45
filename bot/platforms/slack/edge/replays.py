"""Knows which signed requests were here already."""

from datetime import datetime, timedelta
from typing import Final

from bot.platforms.slack.edge.memory import Memory, Now

KEEP: Final = timedelta(minutes=6)
"""Longer than a timestamp is taken for recent."""

MOST: Final = 100_000
"""Only Slack can fill this; at most so many signatures take some 25 MB."""


class Replays:
    """The signatures of the last minutes. Slack signs each delivery anew, also a second try."""

    def __init__(self, now: Now) -> None:
        self._signatures: Memory[bytes, bool] = Memory(keep=KEEP, most=MOST, now=now)

    def is_new(self, signature: bytes, signed_at: datetime) -> bool:
        """Say whether a signature is met for the first time, and remember it.

        A request that is dated ahead stays valid for longer, and is remembered for longer.
        """
        if self._signatures.get(signature):
            return False
        self._signatures.put(signature, value=True, since=signed_at)
        return True

    def forget(self, signature: bytes) -> None:
        """Let the same request in once more, since it had no effect."""
        self._signatures.drop(signature)
