"""People who ask for every command, press every button, and write as much as they may."""

import random
from collections.abc import Iterator
from datetime import timedelta
from itertools import cycle

from commands.dispatcher import Dispatcher
from commands.duties import perform
from commands.errors import TooEarlyError
from commands.offered import REGISTRY
from commands.outgoing import draw
from commands.practice import CHANNEL, PEOPLE, WORKSPACE, seed
from commands.request import Caller, Request
from storage.database import Database
from storage.work import Work
from tests.databases import StoppedClock
from tests.gallery import filled
from tests.limits import buttons_of
from tests.players import answer
from workflows.definitions import FieldKind
from workflows.library import Library
from workflows.views import Ask, Input, Menu, Raw, View

LEASE = timedelta(seconds=30)
COMMANDS = [command.name for command in REGISTRY if command.name != "me forget"]
NEWCOMER = "eve"
CHANNELS = (CHANNEL, CHANNEL, CHANNEL, "bridge", "")


class Wanderers:
    """The practice team, and somebody whom Concord has not met."""

    def __init__(self, database: Database, clock: StoppedClock, language: str) -> None:
        self._database = database
        self._clock = clock
        self._language = language
        self._chance = random.Random(language)  # noqa: S311 - a walk that can be walked again
        self._views: dict[str, View] = {}
        self._people = [who for who, *_ in PEOPLE] + [NEWCOMER]
        self._commands = cycle(self._chance.sample(COMMANDS, len(COMMANDS)))
        self.asked = set[str]()

    async def walk(self, library: Library, flavour: str, steps: int) -> list[View]:
        """Take steps, each by somebody at random; return all that is shown."""
        dispatcher = Dispatcher(self._database, library)
        seen = list[View]()
        await self._database.run(lambda work: seed(work, library, language=self._language))
        for who in self._people:
            chosen = Ask("me language"), {"language": self._language}
            seen.append(await self._asks(dispatcher, who, *chosen))
        for step in range(steps):
            ask, raw = self._something(flavour)
            seen.append(await self._asks(dispatcher, self._who, ask, raw))
            if step % 20 == 0:
                self._clock.time += timedelta(hours=self._chance.randrange(30))
                seen += await self._database.run(lambda work: list(_posts(work, library)))
        seen.append(await self._asks(dispatcher, NEWCOMER, Ask("me forget"), {}))
        return seen

    async def _asks(self, dispatcher: Dispatcher, who: str, ask: Ask, raw: Raw) -> View:
        caller = Caller(WORKSPACE, who, filled("emoji", 60), self._language)
        view = await dispatcher.ask(Request(caller, self._chance.choice(CHANNELS), ask, raw))
        self._views[who] = view
        self.asked.add(ask.command)
        return view

    def _something(self, flavour: str) -> tuple[Ask, Raw]:
        """Let somebody at random do what their screen invites to, or ask for something else."""
        self._who = self._chance.choice(self._people)
        view, kind = self._views[self._who], self._chance.random()
        if kind < 0.6 and view.form:
            typed = {str(asked.id): self._answer(asked, flavour) for asked in view.form.inputs}
            return self._chance.choice(view.form.ways).ask, {**view.form.values, **typed}
        ways = [button.ask for button in buttons_of(view)] + list(_picks(view))
        if kind < 0.85 and ways:
            return self._chance.choice(ways), {}
        return Ask(next(self._commands)), {}

    def _answer(self, asked: Input, flavour: str) -> str | tuple[str, ...]:
        """Return an answer; now and then none at all, so that a form comes back."""
        if self._chance.random() < 0.1:
            return ""
        if asked.field_kind in (FieldKind.TEXT, FieldKind.LONG_TEXT):
            return self._chance.choice([filled(flavour, asked.longest), f"Short\n{asked.id}"])
        if asked.options and isinstance(answer(asked, ""), str):
            return self._chance.choice(asked.options).value
        return answer(asked, "")


def _picks(view: View) -> Iterator[Ask]:
    for block in view.blocks:
        if isinstance(block, Menu):
            for option in block.options:
                yield Ask(block.ask.command, {**block.ask.options, "pick": option.value})


def _posts(work: Work, library: Library) -> Iterator[View]:
    """Do what is due, and yield the messages that go out."""
    for schedule in work.schedules.due(50):
        perform(work, library, schedule.duty)
        work.schedules.done(schedule, None)
    for delivery in work.outbox.claim("wanderers", 50, LEASE):
        try:
            outgoing = draw(work, library, delivery)
        except TooEarlyError:
            work.outbox.later(delivery.id, "wanderers", work.now + LEASE, "too-early")
            continue
        work.outbox.sent(delivery.id, "wanderers", delivery.id)
        if outgoing:
            yield outgoing.view
