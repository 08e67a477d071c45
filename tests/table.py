"""People around a table: they type, press, pick and fill in, over a real database.

    await table.asks("maria", "norms start")
    await table.fills("maria", pace="Ten minutes, now")
    await table.later(minutes=10)
    await table.presses("joan", "Open")

Whoever does something is shown what comes back; what goes out to others is in `posted()`.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.plain_text import draw_view
from commands.dispatcher import Dispatcher
from commands.duties import perform
from commands.outgoing import Outgoing, draw
from commands.practice import CHANNEL, PEOPLE, WORKSPACE, seed
from commands.request import Caller, Request
from storage.database import Database
from storage.work import Work
from tests.databases import StoppedClock
from tests.dumps import Dump, Row, dump
from tests.limits import broken_limits, buttons_of
from workflows import asks
from workflows.catalogue import words_for
from workflows.conversations import Conversation
from workflows.identifiers import FieldId, MemberId, PartyId, WorkflowId
from workflows.library import Library
from workflows.people import Platform, Team, Workspace
from workflows.record_pages import record_title
from workflows.records import Record
from workflows.views import Ask, Button, Document, Form, Menu, Raw, TextFile, View

LEASE = timedelta(seconds=30)
PRIVATE = ""
"""Where somebody is who writes to Concord alone."""

Answer = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """A message as it stands on the platform now: in a channel, or to one person."""

    to: str
    view: View
    pinned: bool = False
    in_thread: bool = False


class Table:
    """A workspace with people in it."""

    def __init__(self, database: Database, clock: StoppedClock, library: Library) -> None:
        self.database = database
        self.clock = clock
        self.library = library
        self.dispatcher = Dispatcher(database, library)
        self.views: dict[str, View] = {}
        self.posts: dict[str, Post] = {}
        self.callers = {who: _caller(who, name, speaks) for who, name, _, speaks in PEOPLE}

    async def opens(self) -> None:
        """Make a workspace that nobody has used yet."""
        workspace = Workspace(WORKSPACE, Platform.WEB, WORKSPACE, "Workspace")
        await self.database.run(lambda work: work.workspaces.add(workspace))

    async def practises(self, zone: str = "America/New_York") -> None:
        """Make the practice partnership, with its team of eight."""
        await self.database.run(lambda work: seed(work, self.library, zone=zone))

    def updates(self, library: Library) -> None:
        """Go on with the workflows of another Concord."""
        self.library = library
        self.dispatcher = Dispatcher(self.database, library)

    def arrives(self, who: str, name: str, language: str | None = "en", zone: str = "UTC") -> None:
        """Let somebody into the workspace whom Concord has not met."""
        self.callers[who] = Caller(WORKSPACE, who, name, language, zone)

    async def founds_another(self, who: str, channel: str = "bridge") -> None:
        """Let somebody set up a partnership of their own, with a team called Bridge."""
        await self.asks(who, "start", at=channel)
        await self.fills(
            who, at=channel, name="Riverside", first_party="District", second_party="Union"
        )
        await self.fills(who, at=channel, name="Bridge", my_party="Union")

    async def asks(self, who: str, line: str, at: str = CHANNEL) -> View:
        """Type a command."""
        return self._sees(who, await self.dispatcher.typed(self.callers[who], at, line))

    async def sends(
        self,
        who: str,
        ask: Ask,
        raw: Raw | None = None,
        at: str = CHANNEL,
        newcomers: tuple[Caller, ...] = (),
    ) -> View:
        """Send what a button or a form would, as nobody is kept from doing."""
        request = Request(self.callers[who], at, ask, raw or {}, newcomers)
        return self._sees(who, await self.dispatcher.ask(request))

    async def presses(self, who: str, label: str, at: str = CHANNEL) -> View:
        """Press the button of this name, on the last screen or else in the newest message."""
        return await self.sends(who, self.button(who, label).ask, at=at)

    async def picks(self, who: str, label: str, at: str = CHANNEL) -> View:
        """Pick an option of a menu on the last screen."""
        view = self.views[who]
        menus = [block for block in view.blocks if isinstance(block, Menu)]
        found = [(m.ask, o.value) for m in menus for o in m.options if o.label == label]
        ask, value = found[0]
        return await self.sends(who, Ask(ask.command, {**ask.options, "pick": value}), at=at)

    async def fills(
        self, who: str, *, press: str = "", at: str = CHANNEL, **answers: Answer
    ) -> View:
        """Fill in the form on the last screen by the words on it, and send it."""
        form = self.form(who)
        given = {key.replace("_", "-"): answer for key, answer in answers.items()}
        typed = {key: _picked(form, FieldId(key), answer) for key, answer in given.items()}
        ways = {button.label: button for button in form.ways}
        button = ways[press] if press else form.send
        return await self.sends(who, button.ask, {**form.values, **typed}, at=at)

    async def takes_part(self, who: str, workflow: str) -> View:
        """Open the conversation of this kind that was started last in the leadership team."""
        return await self.sends(who, asks.take_part((await self.conversation(workflow)).id))

    async def later(self, **time: float) -> None:
        """Let time pass, and what falls due happen when it does."""
        until = self.clock.time + timedelta(**time)
        while (at := await self._due_next()) and at <= until:
            self.clock.time = max(at, self.clock.time)
            await self.database.run(self._beat)
        self.clock.time = until

    def document(self, who: str) -> Document:
        """Return the file on somebody's screen."""
        (found,) = (b for b in self.views[who].blocks if isinstance(b, Document))
        return found

    def text_file(self, who: str) -> str:
        """Return what stands in the file on somebody's screen, which holds nothing but text."""
        file = self.document(who).file
        assert isinstance(file, TextFile)
        return file.text

    async def posted(self, to: str | None = None) -> list[Post]:
        """Send what waits; return all messages as they stand, the oldest first."""
        for ref, outgoing in await self.database.run(self._deliver):
            where = outgoing.external_id or outgoing.channel
            self.posts[ref] = Post(where, outgoing.view, outgoing.pin, bool(outgoing.thread))
            assert broken_limits(outgoing.view) == []
        return [post for post in self.posts.values() if to in {None, post.to}]

    async def told(self, who: str) -> list[str]:
        """Send what waits; return in one sentence each what was said to somebody in private."""
        return [post.view.summary for post in await self.posted(who)]

    def form(self, who: str) -> Form:
        """Return the form on somebody's screen."""
        form = self.views[who].form
        assert form, f"{who} has no form, but: {self.text(who)}"
        return form

    def problems(self, who: str) -> dict[str, str]:
        """Return what is wrong in the form on somebody's screen, question by question."""
        return {str(field): problem for field, problem in self.form(who).problems.items()}

    def values(self, who: str) -> dict[str, Answer]:
        """Return what stands in the form on somebody's screen, question by question."""
        return dict(self.form(who).values)

    def button(self, who: str, label: str) -> Button:
        """Return a button that somebody has in front of them."""
        messages = [post.view for post in self.posts.values() if post.to in {who, CHANNEL}]
        for view in (self.views.get(who, View("", "")), *reversed(messages)):
            for button in buttons_of(view):
                if button.label == label:
                    return button
        raise AssertionError(who, "has no button", label, self.text(who))

    def text(self, who: str) -> str:
        """Return the last screen as somebody reads it."""
        view = self.views.get(who, View("", ""))
        return draw_view(view, words_for(self.callers[who].language))

    def draw(self, view: View) -> str:
        """Return any screen as it reads in English."""
        return draw_view(view, words_for("en"))

    def labels(self, view: View) -> list[str]:
        """Return what stands on the buttons of a screen."""
        return [button.label for button in buttons_of(view)]

    async def team(self, name: str = "Leadership team") -> Team:
        """Return a team by its name."""
        return await self.database.run(lambda work: _team(work, name))

    async def member(self, name: str, team: str = "Leadership team") -> MemberId:
        """Return the id of somebody's seat, by their name."""
        found = await self.team(team)
        return next(member.id for member in found.members if member.name == name)

    async def conversation(self, workflow: str) -> Conversation:
        """Return the leadership team's last conversation of this kind, as it is kept."""
        team, kind = (await self.team()).id, WorkflowId(workflow)
        return await self.database.run(lambda work: work.conversations.of_team(team, kind)[-1])

    async def parties(self, team: str = "Leadership team") -> dict[str, PartyId]:
        """Return the ids of the parties of a team's partnership, by their names."""
        id_ = (await self.team(team)).partnership
        partnership = await self.database.run(lambda work: work.partnerships.get(id_))
        return {party.name: party.id for party in partnership.parties}

    async def kept(self) -> Dump:
        """Return everything that is kept."""
        return await self.database.run(dump)

    async def rows(self, table: str) -> list[Row]:
        """Return all rows of a table."""
        return list((await self.kept())[table])

    async def records(self) -> tuple[Record, ...]:
        """Return what the leadership team keeps, the newest first."""
        team = (await self.team()).id
        return await self.database.run(lambda work: work.records.of_team(team))

    async def record(self, title: str) -> Record:
        """Return one of the leadership team's records by its title, as it is kept now."""
        words = words_for("en")
        return next(r for r in await self.records() if record_title(r, words) == title)

    def _sees(self, who: str, view: View) -> View:
        self.views[who] = view
        assert broken_limits(view) == []
        return view

    async def _due_next(self) -> datetime | None:
        return await self.database.run(lambda work: work.schedules.next_at())

    def _beat(self, work: Work) -> None:
        for schedule in work.schedules.due(1):
            perform(work, self.library, schedule.duty)
            work.schedules.done(schedule, None)

    def _deliver(self, work: Work) -> list[tuple[str, Outgoing]]:
        sent = []
        for delivery in work.outbox.claim("table", 1000, LEASE):
            outgoing = draw(work, self.library, delivery)
            if outgoing is None:
                work.outbox.skip(delivery.id, "table")
                continue
            ref = outgoing.replaces or delivery.id
            work.outbox.sent(delivery.id, "table", ref)
            sent.append((ref, outgoing))
        return sent


def _caller(who: str, name: str, language: str | None) -> Caller:
    return Caller(WORKSPACE, who, name, language)


def _picked(form: Form, field: FieldId, answer: Answer) -> Answer:
    """Return an answer as the form sends it: the ids of options for the words on them."""
    asked = next(asked for asked in form.inputs if asked.id == field)
    values = {option.label: option.value for option in asked.options}
    if isinstance(answer, tuple):
        return tuple(values.get(label, label) for label in answer)
    return values.get(answer, answer)


def _team(work: Work, name: str) -> Team:
    people = [person for _, person in work.people.in_workspace(WORKSPACE)]
    teams = [team for person in people for team in work.teams.ever_of_person(person.id)]
    return next(team for team in teams if team.name == name)
