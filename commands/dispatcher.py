"""Takes a request to its command in one unit of work, and turns what goes wrong into a screen."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta

from commands.choosing import MOST_OFFERED, fitting, with_pick
from commands.context import Context, Office
from commands.errors import CommandError, MissingError
from commands.helping import nearest_view
from commands.leaflets import Leaflets
from commands.offered import REGISTRY
from commands.refusals import refused, sorry
from commands.registry import Command
from commands.request import Caller, Request
from commands.together import Together
from storage.database import Database
from storage.errors import ConflictError, UnavailableError, UnstorableTextError
from storage.work import Work
from workflows.catalogue import words_for
from workflows.errors import WorkflowError
from workflows.identifiers import AccountId, PersonId
from workflows.library import Library
from workflows.limits import LONGEST_NAME
from workflows.people import Account, Person
from workflows.typed import fit
from workflows.views import Ask, Option, View
from workflows.words import mark

ATTEMPTS = 5
"""How often a unit of work is tried when somebody else changed the same thing first."""

SEEN_EVERY = timedelta(hours=1)
"""How exactly it is known when an account was last seen; only the order of accounts matters."""

WORD = "/concord"

TRY_AGAIN = mark("I could not save that just now. Please try again in a moment.")


@dataclass(frozen=True, slots=True)
class Offer:
    """A command as completion shows it."""

    usage: str
    summary: str


class Dispatcher:
    """The way in for every platform.

    A request is carried out in one transaction, with the messages it leads to, or not at all.
    What a person did wrong, and what is not theirs, comes back as a polite screen; a bug is left
    to crash. After a transaction that wants it, `on_mail` wakes whoever sends messages, and
    `on_dates` whoever keeps the time.
    """

    def __init__(
        self,
        database: Database,
        library: Library,
        *,
        on_mail: Callable[[], None] = lambda: None,
        on_dates: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._library = library
        self._on_mail = on_mail
        self._on_dates = on_dates
        self._together = Together(self._serve)
        self._leaflets = Leaflets()

    async def ask(self, request: Request) -> View:
        """Carry a request out and return what its author sees next."""
        return await self._do(REGISTRY.find(request.ask.command) or _UNKNOWN, request)

    async def typed(self, caller: Caller, channel: str, line: str) -> View:
        """Carry out a typed line such as `/concord norms start`; without a command, show home."""
        command, asked = _read(line)
        return await self._do(command, Request(caller, channel, asked))

    def leaflet(self, caller: Caller, line: str) -> View | None:
        """Return what a typed line shows, if that needs no more than a language which is known."""
        return self._leaflets.view(_read(line)[0], caller)

    def offers(self, language: str) -> tuple[Offer, ...]:
        """Return the commands that completion offers, in one language."""
        words = words_for(language)
        return tuple(
            Offer(f"{WORD} {command.name}", words.say(command.summary))
            for command in REGISTRY
            if command.is_offered
        )

    async def completions(self, request: Request, text: str) -> tuple[Option, ...]:
        """Return what a command can be about, for this person, as far as it fits what they type."""
        which = (REGISTRY.find(request.ask.command) or _UNKNOWN).which
        if which is None:
            return ()

        def complete(work: Work) -> tuple[Option, ...]:
            known = work.people.known(request.caller.workspace, request.caller.external_id)
            if known is None:
                return ()
            account, person = known
            context = Context(Office(work, self._library), person, account, request)
            with suppress(CommandError):
                return fitting(which(context), text)[:MOST_OFFERED]
            return ()

        with suppress(ConflictError, UnavailableError):
            return await self._database.run(complete)
        return ()

    async def _do(self, command: Command, request: Request) -> View:
        return self._leaflets.view(command, request.caller) or await self._work(command, request)

    async def _work(self, command: Command, request: Request) -> View:
        words = words_for(request.caller.language)
        try:
            wish = (command, request)
            done = await self._together.do(_key(request), wish, shared=command.shared)
        except (ConflictError, UnavailableError):
            return sorry(words.say(TRY_AGAIN), request.raw, words).in_language(words.language)
        except UnstorableTextError:
            # What was typed has been read by then; only an id can hold such a text, and none does.
            return refused(MissingError(), request.raw, words).in_language(words.language)
        self._leaflets.note(request.caller, done.language)
        if done.has_mail:
            self._on_mail()
        if done.has_dates:
            self._on_dates()
        return done.view

    async def _serve(self, wishes: "Sequence[_Wish]") -> "Sequence[_Done | Exception]":
        """Carry out what is about the same: all in one transaction if that works for everybody."""
        if len(wishes) > 1:
            try:
                return await self._database.run(lambda work: self._carry_out_all(work, wishes))
            except UnavailableError as error:
                return [error] * len(wishes)
            except Exception:  # noqa: BLE001, S110 - whose it was shows when each has their own
                pass
        return [await self._tried(*wish) for wish in wishes]

    async def _tried(self, command: Command, request: Request) -> "_Done | Exception":
        try:
            return await self._attempt(command, request)
        except Exception as error:  # noqa: BLE001 - it is raised for whoever asked
            return error

    async def _attempt(self, command: Command, request: Request) -> "_Done":
        for _ in range(ATTEMPTS - 1):
            with suppress(ConflictError):
                return await self._run(command, request)
        return await self._run(command, request)

    async def _run(self, command: Command, request: Request) -> "_Done":
        """Run a command in one transaction; one that is refused leaves no trace."""

        def carry_out(work: Work) -> _Done:
            return _carry_out(Office(work, self._library), command, request)

        try:
            return await self._database.run(carry_out)
        except _Refused as no:
            return _Done(no.view, no.view.language)

    def _carry_out_all(self, work: Work, wishes: "Sequence[_Wish]") -> "Sequence[_Done]":
        office = Office(work, self._library, surroundings={})
        return [_carry_out(office, *wish) for wish in wishes]


def _read(line: str) -> tuple[Command, Ask]:
    line = line.strip()
    rest = line[len(WORD) :].strip() if line.lower().startswith(WORD) else line
    command = REGISTRY.read(rest or "home") or _UNKNOWN
    name = rest if command is _UNKNOWN else command.name
    return command, Ask(name, command.options(rest))


_Wish = tuple[Command, Request]
"""What somebody asks for."""


def _carry_out(office: Office, command: Command, request: Request) -> "_Done":
    """Return what becomes of a request, or raise _Refused."""
    context = _context(office, _with_newcomers(office, request))
    words = context.words
    try:
        view = command.handler(with_pick(command, context))
        return _done(view, words.language, office.work)
    except CommandError as error:
        no = refused(error, request.raw, words)
    except WorkflowError as error:
        no = sorry(words.say(error.sentence), request.raw, words)
    raise _Refused(no.in_language(words.language))


@dataclass(frozen=True, slots=True)
class _Done:
    """What a person sees, and what is to be done now that all of it is kept."""

    view: View
    language: str
    """Which language they read; empty where they may just have chosen another one."""
    has_mail: bool = False
    has_dates: bool = False


def _done(view: View, language: str, work: Work) -> _Done:
    shown = view if view.language else view.in_language(language)
    known = language if shown.language == language else ""
    return _Done(shown, known, work.has_mail, work.has_dates)


def _show_nearest(context: Context) -> View:
    return nearest_view(REGISTRY.nearest(context.request.ask.command), context.words)


_UNKNOWN = Command("", _show_nearest)
"""Stands in for every command that there is not."""


def _context(office: Office, request: Request) -> Context:
    """Find who is asking; somebody met for the first time becomes a person with an account."""
    caller, work = request.caller, office.work
    known = work.people.known(caller.workspace, caller.external_id)
    account, person = known or _met(office, caller)
    if account.seen_at and work.now - account.seen_at >= SEEN_EVERY:
        work.people.touch(account.id)
    return Context(office, person, account, request)


def _with_newcomers(office: Office, request: Request) -> Request:
    """Meet the people who were picked by external ids, and put who they are in their place."""
    if not request.newcomers:
        return request
    people = office.work.people
    ids = {
        one.external_id: (people.known(one.workspace, one.external_id) or _met(office, one))[1].id
        for one in request.newcomers
    }
    raw = {
        name: tuple(ids.get(each, each) for each in value) if isinstance(value, tuple) else value
        for name, value in request.raw.items()
    }
    options = request.ask.options
    asked = {name: ids.get(value, value) for name, value in options.items() if name == "person"}
    ask = replace(request.ask, options={**options, **asked})
    return replace(request, ask=ask, raw=raw)


def _met(office: Office, caller: Caller) -> tuple[Account, Person]:
    """Keep somebody who has not been here before, under the name that their platform gives."""
    work = office.work
    name = fit(" ".join(caller.name.split()), longest=LONGEST_NAME) or caller.external_id
    person = Person(PersonId(work.new_id()), name, caller.language)
    work.people.add(person)
    account = Account(AccountId(work.new_id()), caller.workspace, person.id, caller.external_id)
    work.people.add_account(account)
    return account, person


def _key(request: Request) -> str:
    """Return what a request may change: one conversation, one team, or what is the caller's own."""
    options = request.ask.options
    return options.get("id") or options.get("team") or request.channel or request.caller.external_id


class _Refused(Exception):  # noqa: N818 - nothing went wrong: it undoes a transaction
    """Carries the screen of a refused command out of the transaction, which is undone."""

    def __init__(self, view: View) -> None:
        super().__init__("refused")
        self.view = view
