"""How a message in Slack is referred to: its channel and its time stamp, and what belongs to it."""

from dataclasses import dataclass
from typing import Final

from typing_extensions import override

UNKNOWN: Final = "?"
"""Stands for a part of which nobody knows whether it is there: it is never posted again."""

_PIN: Final = "pin"


@dataclass(frozen=True, slots=True)
class Ref:
    """Where a message stands: `ts` is Slack's name for it, `parts` are those of its further parts.

    Written as "<channel>/<ts>", followed by "/<ts>" for each part and "/pin" once it has been
    pinned: that is done once, so that whoever takes a pin off is not overruled.
    """

    channel: str
    ts: str
    parts: tuple[str, ...] = ()
    is_pinned: bool = False

    @classmethod
    def read(cls, text: str) -> "Ref":
        """Return the reference that was written as a text. Raises ValueError for another text."""
        channel, ts, *rest = text.split("/")
        return cls(channel, ts, tuple(part for part in rest if part != _PIN), _PIN in rest)

    @override
    def __str__(self) -> str:
        return "/".join([self.channel, self.ts, *self.parts, *[_PIN] * self.is_pinned])
