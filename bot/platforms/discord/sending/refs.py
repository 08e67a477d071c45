"""How a message in Discord is referred to: its channel and its id, and what belongs to it."""

from dataclasses import dataclass
from typing import Final

from typing_extensions import override

_PIN: Final = "pin"


@dataclass(frozen=True, slots=True)
class Ref:
    """Where a message stands: `channel` may be a thread; `parts` are its further messages.

    Written as "<channel>/<message>", followed by "/<message>" for each part and "/pin" once it has
    been pinned: that is done once, so that whoever takes a pin off is not overruled.
    """

    channel: str
    message: str
    parts: tuple[str, ...] = ()
    is_pinned: bool = False

    @classmethod
    def read(cls, text: str) -> "Ref":
        """Return the reference that was written as a text. Raises ValueError for another text."""
        channel, message, *rest = text.split("/")
        return cls(channel, message, tuple(part for part in rest if part != _PIN), _PIN in rest)

    @property
    def opens_channel(self) -> bool:
        """Whether its channel is a post in a forum that begins with it: both have the same id."""
        return self.channel == self.message

    @override
    def __str__(self) -> str:
        return "/".join([self.channel, self.message, *self.parts, *[_PIN] * self.is_pinned])
