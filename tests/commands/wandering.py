"""A random walk: people press, fill in and ask, with ids of their own and of everybody else's."""

import random
from datetime import timedelta
from typing import TypeVar

from commands.dispatcher import Dispatcher
from commands.duties import perform
from commands.errors import TooEarlyError
from commands.offered import REGISTRY
from commands.outgoing import Outgoing, draw
from commands.practice import WORKSPACE
from commands.request import Caller, Request
from storage.database import Database
from storage.work import Work
from tests.commands.belongings import EVERYWHERE, OWN
from tests.commands.tenants import (
    SECRETS,
    SIGNS,
    TEAMS,
    Owners,
    build,
    changes,
    channel,
    seats,
)
from tests.commands.watched import Watched
from tests.databases import StoppedClock
from tests.dumps import Dump, Row, dump
from tests.limits import buttons_of
from workflows.definitions import FieldKind
from workflows.deliveries import Delivery
from workflows.library import Library
from workflows.views import Ask, Input, Menu, Raw, View

Result = TypeVar("Result")
LEASE = timedelta(seconds=30)
COMMANDS = [command.name for command in REGISTRY if command.name != "me forget"]
CHANNELS = ["", *(channel(secret, number) for secret in SECRETS for number in range(TEAMS))]
_KINDS = {
    "id": ("conversation", "record", "action_item"),
    "new": ("action_item", "record"),
    "source": ("record",),
    "team": ("team",),
    "member": ("member",),
    "pick": ("member", "record", "action_item", "number"),
    "person": ("person",),
    "step": ("step",),
    "round": ("number",),
    "edition": ("number",),
}
"""Options of requests, and what they name."""

_NOUNS = {"action": "action_item", "conversation": "conversation"}
"""What the option `id` of commands names; where they are not listed, it is a record."""

DELIVER_EVERY = 100
LOOK_EVERY = 250
"""Steps after which messages are sent, and after which all is looked at in any case."""

A_BATCH = 50
"""Duties and messages of one transaction."""


class Walk:
    """One game from a fresh start; every step is checked."""

    def __init__(
        self, database: Database, clock: StoppedClock, library: Library, seed: int
    ) -> None:
        self.database = Watched(database)
        self.clock = clock
        self.library = library
        self.chance = random.Random(seed)  # noqa: S311 - a walk that can be walked again
        self.dispatcher = Dispatcher(self.database, library)
        self.owners = Owners()
        self.seats = seats()
        self.views: dict[str, View] = {}
        self.seen: list[Ask] = [Ask("home")]

    async def begin(self) -> None:
        """Make the partnerships, and let each team begin a conversation."""
        await self.database.run(build)
        self.owners.learn(self.database.kept)
        for secret in SECRETS:
            for number in range(TEAMS):
                who = f"{secret}-0"
                await self._ask(who, Ask("norms start"), {}, channel(secret, number))
                await self._ask(who, Ask("decide start"), {}, channel(secret, number))
                await self._ask(who, Ask("retro start"), {}, channel(secret, number))
                await self._ask(who, Ask("invite list"), {}, channel(secret, number))
                assert f"{OWN}{who}." in repr(self.views[who])

    async def walk(self, steps: int) -> None:
        """Take steps, each by somebody at random."""
        for number in range(steps):
            who = self.chance.choice(list(self.seats))
            ask, raw = self._something(who)
            await self._ask(who, ask, raw, self._place(who))
            if number % DELIVER_EVERY == 0:
                await self._let_time_pass()
            if number % LOOK_EVERY == 0:
                assert await self.database.run(dump) == self.database.kept

    async def _ask(self, who: str, ask: Ask, raw: Raw, at: str) -> None:
        before = self.database.kept
        caller = Caller(WORKSPACE, who, who.title(), "en")
        view = await self.dispatcher.ask(Request(caller, at, ask, raw))
        self._is_theirs_to_see(who, repr(view), at)
        self._is_theirs_to_change(who, ask, before, at)
        self.views[who] = view
        self.seen += [button.ask for button in buttons_of(view)]
        self.seen += [b.ask for b in view.blocks if isinstance(b, Menu)]
        del self.seen[:-2000]

    def _is_theirs_to_see(self, who: str, text: str, at: str) -> None:
        strangers = [secret for secret in SECRETS if secret not in self.seats[who]]
        assert [secret for secret in strangers if secret in text] == [], (who, at, text)
        elsewhere = [SIGNS[secret] for secret in strangers if secret != self.owners.homes.get(at)]
        assert [sign for sign in elsewhere if sign in text] == [], (who, at, text)
        self._is_nobody_elses(who, text)

    def _is_nobody_elses(self, who: str, text: str) -> None:
        own = [other for other in self.seats if other != who and f"{OWN}{other}." in text]
        assert own == [], (who, text)

    def _is_theirs_to_change(self, who: str, ask: Ask, before: Dump, at: str) -> None:
        changed = list(changes(before, self.database.kept))
        for table, row in changed:
            secret, holder = self.owners.owner(table, row), self.owners.holder(table, row)
            is_asking = ask.command == "team join" and "join-call" in repr(row)
            theirs = [*self.seats[who], self.owners.homes.get(at)] if is_asking else self.seats[who]
            assert secret is None or secret in theirs, (who, ask, table, row)
            assert holder in {None, who}, (who, ask, table, row)
        for table, row in changed:
            self._sit_down(table, row)

    def _sit_down(self, table: str, row: Row) -> None:
        """Note that somebody has a seat in a partnership now, because a lead has added them."""
        who, secret = self.owners.seated(table, row), self.owners.owner(table, row)
        if who and secret and secret not in self.seats[who]:
            self.seats[who] += [secret]

    def _something(self, who: str) -> tuple[Ask, Raw]:
        """Return what somebody does: what their screen invites to, or what is not theirs."""
        view = self.views.get(who)
        kind = self.chance.random()
        if kind < 0.45 and view and view.form:
            return view.form.send.ask, self._filled(who, view)
        if kind < 0.6 and view and buttons_of(view):
            return self.chance.choice(buttons_of(view)).ask, {}
        seen = self.chance.choice(self.seen)
        ask = seen if kind < 0.8 else self._swapped(seen)
        return ask, self._made_up(who, ask)

    def _filled(self, who: str, view: View) -> Raw:
        """Fill in the form on somebody's screen, as far as one can without a plan."""
        assert view.form
        ask = view.form.send.ask
        typed = {str(asked.id): self._answer(who, ask, asked) for asked in view.form.inputs}
        return {**dict(view.form.values), **typed}

    def _answer(self, who: str, ask: Ask, asked: Input) -> str | tuple[str, ...]:
        match asked.field_kind:
            case FieldKind.CHOICES:
                return tuple(option.value for option in asked.options)
            case FieldKind.DATE:
                return self._soon()
            case FieldKind.TIME:
                return "15:30"
            case FieldKind.TEXT | FieldKind.LONG_TEXT:
                secret = self._secret(who, ask)
                word = SIGNS[secret] if asked.id == "name" else secret
                return f"{word} {asked.id} {self.chance.randrange(1000)}"
            case _:
                return self.chance.choice(asked.options).value

    def _soon(self) -> str:
        return (self.clock.time + timedelta(days=7)).date().isoformat()

    def _secret(self, who: str, ask: Ask) -> str:
        """Return the word to write with: that of whatever the form is about.

        Who makes something may give it the id of something of another kind.
        """
        about, team = ask.options.get("id"), ask.options.get("team")
        meant = _NOUNS.get(ask.command.partition(" ")[0], "record")
        kinds = sorted(("conversation", "record", "action_item"), key=lambda kind: kind != meant)
        keys = (("team", team), *((kind, about) for kind in kinds))
        owned = [self.owners.secrets.get((kind, id_)) for kind, id_ in keys if id_]
        return next((s for s in owned if s in self.seats[who]), self.seats[who][0])

    def _made_up(self, who: str, ask: Ask) -> Raw:
        """Return answers to anything, to be sent anywhere."""
        if self._at_odds(1, 2):
            return {}
        secret = self._secret(who, ask)
        word = f"{secret} made up"
        texts = ("idea-logistics", "commit-outside", "title", "topic", "aims-goal", "what", "plan")
        return {
            **dict.fromkeys(texts, word),
            "words": EVERYWHERE,
            "note": word,
            "record": self._known("record"),
            "way": self.chance.choice(["feeds", "fed-by"]),
            "name": SIGNS[secret],
            "norm-stance": "agree",
            "pace": "now",
            "roles": ("scribe",),
            "people": (self._known("person"),),
            "party": self._known("party"),
            "my-party": self._known("party"),
            "kind": "pair",
            "language": "en",
            "zone": "UTC",
            "owner": self._known("member"),
            "heir": self._known("member"),
            "who": self._known("member"),
            "due": self._soon(),
        }

    def _swapped(self, ask: Ask) -> Ask:
        """Return a request with another command, or with ids from anywhere."""
        command = self.chance.choice(COMMANDS) if self._at_odds(1, 2) else ask.command
        chosen = [key for key in _KINDS if key in ask.options or self._at_odds(1, 4)]
        return Ask(command, {**ask.options, **{key: self._id(key) for key in chosen}})

    def _id(self, key: str) -> str:
        """Return an id of anything that there ever was; mostly of what the option is for."""
        kinds = _KINDS[key] if self._at_odds(4, 5) else ("team", "party", "home", "partnership")
        return self._known(self.chance.choice(kinds))

    def _known(self, kind: str) -> str:
        match kind:
            case "step":
                steps = [ask.options["step"] for ask in self.seen if "step" in ask.options]
                return self.chance.choice([*steps, "mark"])
            case "number":
                return str(self.chance.randrange(6))
            case "person":
                return self.chance.choice(list(self.owners.people))
            case _:
                ids = [id_ for table, id_ in self.owners.secrets if table == kind]
                return self.chance.choice(ids)

    def _place(self, who: str) -> str:
        """Return where somebody is: mostly in private or in a channel of theirs."""
        own = [channel(secret, number) for secret in self.seats[who] for number in range(TEAMS)]
        return self.chance.choice([*own, *own, "", "", self.chance.choice(CHANNELS)])

    def _at_odds(self, part: int, whole: int) -> bool:
        return self.chance.randrange(whole) < part

    async def _let_time_pass(self) -> None:
        self.clock.time += timedelta(hours=self.chance.randrange(30))
        sent = await self.database.run(self._beat)
        self.owners.learn(self.database.kept)
        for outgoing in sent:
            at_home = self.owners.homes.get(outgoing.channel, "")
            theirs = self.seats.get(outgoing.external_id, [at_home])
            strangers = [secret for secret in SECRETS if secret not in theirs]
            words = [*strangers, *(SIGNS[secret] for secret in strangers)]
            assert [word for word in words if word in repr(outgoing.view)] == [], outgoing
            self._is_nobody_elses(outgoing.external_id, repr(outgoing.view))

    def _beat(self, work: Work) -> list[Outgoing]:
        for schedule in work.schedules.due(A_BATCH):
            perform(work, self.library, schedule.duty)
            work.schedules.done(schedule, None)
        drawn = [self._sent(work, d) for d in work.outbox.claim("walk", A_BATCH, LEASE)]
        return [outgoing for outgoing in drawn if outgoing]

    def _sent(self, work: Work, delivery: Delivery) -> Outgoing | None:
        try:
            outgoing = draw(work, self.library, delivery)
        except TooEarlyError:
            work.outbox.later(delivery.id, "walk", work.now + LEASE, "too-early")
            return None
        work.outbox.sent(delivery.id, "walk", delivery.id)
        return outgoing
