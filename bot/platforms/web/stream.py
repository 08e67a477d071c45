"""What an open page is told, as server-sent events: what is new, and nothing twice.

A signal only wakes the page's stream, which then asks the board what changed since the last
number. So a page that was away, or that outlived a restart, gets exactly what it missed.
"""

import json
import re
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.platforms.web.board import CONCORD, BoardAwayError, Channel
from bot.platforms.web.desk import Desk
from bot.platforms.web.hub import Closing, Said, Signal, StartedOver
from bot.platforms.web.render import Screen
from bot.platforms.web.visits import Visit

KEEP_ALIVE_SECONDS: Final = 15.0
"""Shorter than the time after which browsers and their helpers drop a silent connection."""

_LINE_END: Final = re.compile(r"\r\n|\r|\n")

KEEP_ALIVE: Final = ": still here\n\n"
START_OVER: Final = "event: start-over\ndata: now\n\n"


class Stream:
    """The events for one open page, from the number up to which it knows everything."""

    def __init__(
        self, desk: Desk, visit: Visit, *, after: int, keep_alive: float = KEEP_ALIVE_SECONDS
    ) -> None:
        self._desk = desk
        self._visit = visit
        self._screen = Screen(visit)
        self._after = after
        self._keep_alive = keep_alive
        self._clock = ""

    async def events(self) -> AsyncGenerator[str, None]:
        """Yield events until the page goes or the program ends; a browser comes back by itself."""
        persona = self._visit.persona.external_id
        try:
            with self._desk.hub.listen(persona) as listener:
                yield KEEP_ALIVE
                async for event in self._catch_up():
                    yield event
                while True:
                    signals = await listener.heard(self._keep_alive)
                    if Closing() in signals:
                        return
                    async for event in self._tell(signals):
                        yield event
        except BoardAwayError:
            return

    async def _catch_up(self) -> AsyncIterator[str]:
        if self._after > await self._desk.board.last_seq():
            yield START_OVER
        yield await self._changes()
        async for event in self._news_of({channel.id for channel in self._visit.channels}):
            yield event

    async def _tell(self, signals: Sequence[Signal]) -> AsyncIterator[str]:
        said = [signal for signal in signals if isinstance(signal, Said)]
        if any(signal.channel == self._visit.place.channel.id for signal in said):
            yield await self._changes()
        async for event in self._news_of({signal.channel for signal in said}):
            yield event
        if StartedOver() in signals:
            yield START_OVER
        yield self._time() or KEEP_ALIVE

    async def _changes(self) -> str:
        """Return the messages changed since the last time as one event with the newest number.

        One event, because a line that breaks between two must not make the browser believe that
        it has seen the second.
        """
        place = self._visit.place
        changed = await self._desk.board.messages(
            place.channel.id,
            self._visit.persona.external_id,
            thread=place.thread,
            after=self._after,
        )
        if not changed:
            return KEEP_ALIVE
        self._after = max(message.seq for message in changed)
        await self._meet({message.author for message in changed})
        parts = [_partial("#log", "upsert", self._screen.messages(changed))]
        if any(message.pinned for message in changed) and not place.thread:
            parts.append(await self._pinned())
        return _event("".join(parts), number=self._after)

    async def _meet(self, authors: set[str]) -> None:
        """Learn the names of people who came into the workspace after the page was opened."""
        known = {persona.external_id for persona in self._visit.everyone}
        if not authors <= known | {CONCORD}:
            everyone = await self._desk.board.personas()
            self._visit = replace(self._visit, everyone=everyone)
            self._screen = Screen(self._visit)

    async def _pinned(self) -> str:
        channel, persona = self._visit.place.channel.id, self._visit.persona.external_id
        pinned = await self._desk.board.pinned(channel, persona)
        return _partial("#pinned", "innerHTML", self._screen.pinned_button(len(pinned)))

    async def _news_of(self, channels: set[str]) -> AsyncIterator[str]:
        for channel in await self._desk.board.channels(self._visit.persona.external_id):
            if channel.id in channels:
                yield _news(channel)

    def _time(self) -> str:
        """Return the clock if it shows another minute than before."""
        shown = self._screen.clock(self._desk.workshop.now())
        if shown == self._clock:
            return ""
        self._clock = shown
        return _event(_partial("#clock", "textContent", shown))


def _partial(target: str, swap: str, html: str) -> str:
    return f'<hx-partial hx-target="{target}" hx-swap="{swap}">{html}</hx-partial>'


def _news(channel: Channel) -> str:
    news = json.dumps({"channel": channel.id, "latest": channel.latest})
    return f"event: news\ndata: {news}\n\n"


def _event(html: str, *, number: int | None = None) -> str:
    return "".join((*_lines(html, number), "\n"))


def _lines(html: str, number: int | None) -> Iterator[str]:
    if number is not None:
        yield f"id: {number}\n"
    for line in _LINE_END.split(html):
        yield f"data: {line}\n"
