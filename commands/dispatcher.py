"""Takes a request to its command in one unit of work, and turns what goes wrong into a screen."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from commands.context import Context, Office
from commands.errors import CommandError
from commands.helping import nearest_view
from commands.locks import KeyedLock
from commands.offered import REGISTRY
from commands.registry import Command
from commands.request import Caller, Request
from storage.database import Database
from storage.errors import ConflictError, UnavailableError, UnstorableTextError
from storage.work import Work
from workflows.catalogue import words_for
from workflows.errors import WorkflowError
from workflows.identifiers import AccountId, PersonId
from workflows.library import Library
from workflows.people import Account, Person
from workflows.views import Ask, Paragraph, View
from workflows.words import Words, mark

ATTEMPTS = 5
"""How often a unit of work is tried when somebody else changed the same thing first."""

WORD = "/concord"


@dataclass(frozen=True, slots=True)
class Offer:
    """A command as completion shows it."""

    usage: str
    summary: str


class Dispatcher:
    """The way in for every platform.

    A request is carried out in one transaction, with the messages it leads to, or not at all.
    What a person did wrong, and what is not theirs, comes back as a polite screen; a bug is left
    to crash. `on_commit` is called after each transaction, to wake whoever sends messages.
    """

    def __init__(
        self, database: Database, library: Library, on_commit: Callable[[], None] = lambda: None
    ) -> None:
        self._database = database
        self._library = library
        self._on_commit = on_commit
        self._locks = KeyedLock()

    async def ask(self, request: Request) -> View:
        """Carry a request out and return what its author sees next."""
        command = REGISTRY.find(request.ask.command)
        if command is None:
            return self._nearest(request.caller, request.ask.command)
        try:
            async with self._locks.hold(_key(request)):
                view = await self._attempt(command, request)
        except (ConflictError, UnavailableError):
            return _sorry(
                request, mark("I could not save that just now. Please try again in a moment.")
            )
        except UnstorableTextError:
            return _sorry(
                request, mark("That text has characters I cannot keep. Please type it again.")
            )
        self._on_commit()
        return view

    async def typed(self, caller: Caller, channel: str, line: str) -> View:
        """Carry out a typed line such as `/concord norms start`."""
        rest = line.strip().removeprefix(WORD).strip()
        if not rest:
            return await self.ask(Request(caller, channel, Ask("home")))
        found = REGISTRY.read(rest)
        if found is None:
            return self._nearest(caller, rest)
        command, _ = found
        return await self.ask(Request(caller, channel, Ask(command.name)))

    def offers(self, language: str) -> tuple[Offer, ...]:
        """Return the commands that completion offers, in one language."""
        words = words_for(language)
        return tuple(
            Offer(f"{WORD} {command.name}", words.say(command.summary))
            for command in REGISTRY
            if command.is_offered
        )

    async def _attempt(self, command: Command, request: Request) -> View:
        for _ in range(ATTEMPTS - 1):
            with suppress(ConflictError):
                return await self._run(command, request)
        return await self._run(command, request)

    async def _run(self, command: Command, request: Request) -> View:
        """Run a command in one transaction; one that is refused leaves no trace."""

        def carry_out(work: Work) -> View:
            context = _context(Office(work, self._library), request)
            try:
                return command.handler(context)
            except CommandError as error:
                raise _RefusedError(refusal(error.told(context.words), context.words)) from None
            except WorkflowError as error:
                sentence = context.words.say(error.sentence)
                raise _RefusedError(refusal(sentence, context.words)) from None

        try:
            return await self._database.run(carry_out)
        except _RefusedError as refused:
            return refused.view

    def _nearest(self, caller: Caller, line: str) -> View:
        return nearest_view(REGISTRY.nearest(line), words_for(caller.language))


def _context(office: Office, request: Request) -> Context:
    """Find who is asking; somebody met for the first time becomes a person with an account."""
    caller, work = request.caller, office.work
    account = work.people.account(caller.workspace, caller.external_id)
    if account is None:
        person = Person(PersonId(work.new_id()), caller.name, caller.language)
        work.people.add(person)
        account = Account(AccountId(work.new_id()), caller.workspace, person.id, caller.external_id)
        work.people.add_account(account)
    else:
        person = work.people.get(account.person)
    return Context(office, person, account, request)


def _key(request: Request) -> str:
    """Return what a request may change: one conversation, one team, or what is the caller's own."""
    options = request.ask.options
    return options.get("id") or options.get("team") or request.channel or request.caller.external_id


def refusal(line: str, words: Words) -> View:
    """Return the screen that says why nothing was changed."""
    return View(
        title=words.say("Nothing was changed"),
        summary=line,
        blocks=(Paragraph(words.rich("{line}", line=line)),),
    )


def _sorry(request: Request, sentence: str) -> View:
    words = words_for(request.caller.language)
    return refusal(words.say(sentence), words)


class _RefusedError(Exception):
    """Carries the screen of a refused command out of the transaction, which is undone."""

    def __init__(self, view: View) -> None:
        super().__init__("refused")
        self.view = view
