"""Who is listening: tells every open page that something happened, never what was said."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """Something was posted or changed in a channel; `only` is the one person who may see it."""

    channel: str
    only: str | None = None


@dataclass(frozen=True, slots=True)
class ClockMoved:
    """The workspace's clock was moved."""


@dataclass(frozen=True, slots=True)
class StartedOver:
    """The workspace was emptied and set up again."""


@dataclass(frozen=True, slots=True)
class Closing:
    """The program ends."""


Signal = Said | ClockMoved | StartedOver | Closing


class Listener:
    """One open page. Signals that are the same while nobody looks count once."""

    def __init__(self, persona: str) -> None:
        self._persona = persona
        self._waiting = dict[Signal, None]()
        self._woken = asyncio.Event()

    def tell(self, signal: Signal) -> None:
        """Leave a signal, unless it is about something this person may not see."""
        if isinstance(signal, Said) and signal.only not in (None, self._persona):
            return
        self._waiting[signal] = None
        self._woken.set()

    async def heard(self, patience: float) -> tuple[Signal, ...]:
        """Return the signals since the last call; none if that many seconds pass without one."""
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                await self._woken.wait()
        self._woken.clear()
        signals = tuple(self._waiting)
        self._waiting.clear()
        return signals


class Hub:
    """Everyone who listens now. To be used from the event loop's own thread."""

    def __init__(self) -> None:
        self._listeners = set[Listener]()
        self._closing = False

    @contextmanager
    def listen(self, persona: str) -> Iterator[Listener]:
        """Listen as long as the context lasts."""
        listener = Listener(persona)
        if self._closing:
            listener.tell(Closing())
        self._listeners.add(listener)
        try:
            yield listener
        finally:
            self._listeners.remove(listener)

    def tell(self, signal: Signal) -> None:
        """Wake everyone whom a signal concerns."""
        for listener in self._listeners:
            listener.tell(signal)

    def close(self) -> None:
        """Let every open page go, and each that still comes."""
        self._closing = True
        self.tell(Closing())
