"""Does one thing at a time to what is shared; what comes meanwhile is done together, next.

When everybody at a table sends a form at once, most of the work is the same for all of them.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final, Generic, TypeVar

Wish = TypeVar("Wish")
Outcome = TypeVar("Outcome")

MOST: Final = 16
"""How many are served together: those at the front do not wait for a long line behind them."""


@dataclass(eq=False, slots=True)
class _Place(Generic[Wish, Outcome]):
    """A place in a line; its `turn` comes when it was served, or when it is the first."""

    wish: Wish
    shared: bool
    turn: asyncio.Future[None]
    came: list[Outcome | Exception] = field(default_factory=list)
    """What came of the wish, once it was served."""

    def wake(self) -> None:
        """Let whoever waits at this place look around, unless they have given up."""
        if not self.turn.done():
            self.turn.set_result(None)


class Together(Generic[Wish, Outcome]):
    """A line for each key; the first in it is served, and shared wishes with those behind them.

    `serve` is given wishes in their order, and returns for each what came of it, or an error. If it
    raises, or if the first gives up meanwhile, the others stay in the line.
    """

    def __init__(
        self,
        serve: Callable[[Sequence[Wish]], Awaitable[Sequence[Outcome | Exception]]],
        *,
        most: int = MOST,
    ) -> None:
        self._serve = serve
        self._most = most
        self._lines: dict[str, list[_Place[Wish, Outcome]]] = {}

    async def do(self, key: str, wish: Wish, *, shared: bool) -> Outcome:
        """Return what came of a wish, or raise its error; a shared one need not be served alone."""
        turn = asyncio.get_running_loop().create_future()
        place: _Place[Wish, Outcome] = _Place(wish, shared, turn)
        line = self._lines.setdefault(key, [])
        line.append(place)
        try:
            if line[0] is not place:
                await place.turn
            if not place.came:
                await self._serve_some(line)
        finally:
            self._leave(key, place)
        (outcome,) = place.came
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async def _serve_some(self, line: list[_Place[Wish, Outcome]]) -> None:
        """Serve the first of a line, who stays there, and some of the others, who go."""
        alike = takewhile(lambda place: place.shared, line[: self._most])
        served = list(alike) or line[:1]
        outcomes = await self._serve([place.wish for place in served])
        for place, outcome in zip(served, outcomes, strict=True):
            place.came.append(outcome)
        line[1:] = [place for place in line[1:] if not place.came]
        for place in served:
            place.wake()

    def _leave(self, key: str, place: _Place[Wish, Outcome]) -> None:
        """Leave a line, unless that has happened; who was the first leaves that to the next."""
        line = self._lines.get(key, [])
        if place not in line:
            return
        was_first = line[0] is place
        line.remove(place)
        if not line:
            del self._lines[key]
        elif was_first:
            line[0].wake()
