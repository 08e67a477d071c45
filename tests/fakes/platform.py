"""A platform that keeps what it was asked to show, and can be told to be difficult."""

import asyncio
from collections import deque
from dataclasses import dataclass

from bot.platforms.port import Place
from workflows.views import View


@dataclass(frozen=True, slots=True)
class Shown:
    """One message on the platform, as it stands now."""

    place: Place
    view: View
    pinned: bool = False


class FakePlatform:
    """Shows views in its memory. The same nonce never makes a second message.

    Each call meets the next of the `troubles`: an error is raised, an event is waited for before
    the message is shown.
    """

    def __init__(self) -> None:
        self.messages = dict[str, Shown]()
        self.calls = 0
        self.at_once = 0
        self.most_at_once = 0
        self.troubles = deque[Exception | asyncio.Event]()

    async def deliver(
        self, place: Place, view: View, *, nonce: str, replaces: str = "", pin: bool = False
    ) -> str:
        """Show a view, and return the message's reference: the nonce it first came with."""
        self.calls += 1
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            await self._meet_trouble()
        finally:
            self.at_once -= 1
        ref = replaces or nonce
        self.messages[ref] = Shown(place, view, pin)
        return ref

    async def _meet_trouble(self) -> None:
        match self.troubles.popleft() if self.troubles else None:
            case Exception() as error:
                raise error
            case asyncio.Event() as gate:
                await gate.wait()
            case None:
                await asyncio.sleep(0)
