"""What somebody can do and see in a chat with Concord, whichever it is.

Everything that Concord says is named as in English, and looked for in the person's own language.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar

from workflows.text import Slot

T = TypeVar("T")


class Person(Protocol):
    """Somebody in the channel of a team."""

    @property
    def name(self) -> str:
        """What everybody calls them."""
        ...

    def reads(self, text: str, **slots: Slot) -> str:
        """Return a text of Concord's as this person reads it."""
        ...

    async def types(self, line: str) -> None:
        """Send a slash command in the channel, and wait for what comes of it."""
        ...

    async def presses(self, label: str, **slots: Slot) -> None:
        """Press the newest button of that name, also the one that sends the form in front."""
        ...

    async def writes(self, question: str, answer: str) -> None:
        """Answer a question of the form in words, with a date, or with a name from a list."""
        ...

    async def picks(self, question: str, *choices: str) -> None:
        """Answer a question of the form by picking, in Concord's words."""
        ...

    async def picks_named(self, question: str, *choices: str) -> None:
        """Answer a question of the form by picking what people gave a name."""
        ...

    def closes(self) -> None:
        """Close what is in front; what lies under it comes to light."""
        ...

    async def opens_thread(self) -> None:
        """Read the newest thread of the channel."""
        ...

    def goes_to_own_messages(self) -> None:
        """Go to what Concord has written to this person."""
        ...

    def goes_back(self) -> None:
        """Go back to the channel, from wherever."""
        ...

    async def sees(self, text: str, **slots: Slot) -> None:
        """Wait for words of Concord's."""
        ...

    async def sees_typed(self, *texts: str) -> None:
        """Wait for words that people wrote."""
        ...

    async def finds(self, look: Callable[[], T], wanted: str) -> T:
        """Wait until a look finds something, and return it."""
        ...

    def was_told(self, text: str, **slots: Slot) -> bool:
        """Say whether Concord has written these words to this person alone."""
        ...

    async def sees_picture(self) -> str:
        """Wait for a picture, and return what it says to those who cannot see."""
        ...

    async def sees_pinned(self, text: str) -> None:
        """Wait for words that people wrote in a message that is pinned in the channel."""
        ...

    def sees_no_picture(self) -> None:
        """Find no picture yet, neither here nor anywhere."""
        ...

    def sees_not_in_thread(self, *texts: str) -> None:
        """Find none of these words in the answers in the thread that is open."""
        ...

    def sees_nowhere(self, *texts: str) -> None:
        """Find none of these words in anything that this person can look at."""
        ...
