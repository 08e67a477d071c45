"""What a command works with: the unit of work, the library, and who asks for what."""

import re
from dataclasses import dataclass
from datetime import datetime

from commands.request import Request
from storage.work import Work
from workflows.catalogue import words_for
from workflows.definitions import Workflow
from workflows.identifiers import Edition, TeamId, WorkflowId
from workflows.library import Library, read_workflow
from workflows.people import Account, Partnership, Person, Team
from workflows.views import Raw
from workflows.words import Words


@dataclass(frozen=True, slots=True)
class Office:
    """What is at hand without anybody asking: what is kept, and what can be run."""

    work: Work
    library: Library
    surroundings: dict[TeamId, tuple[Team, Partnership]] | None = None
    """Teams and their partnerships as they were found, where nothing done here changes them."""

    @property
    def now(self) -> datetime:
        """The moment this unit of work happens at (aware UTC)."""
        return self.work.now

    def workflow_of(self, workflow: WorkflowId, edition: Edition) -> Workflow:
        """Return a workflow in the edition a conversation began with."""
        present = self.library.workflows.get(workflow)
        if present is not None and present.edition == edition:
            return present
        source = self.work.editions.source(edition)
        if source is None:
            raise LookupError("the edition of a conversation was not kept")
        return read_workflow(source)


@dataclass(frozen=True, slots=True)
class Context:
    """One person asking for one thing."""

    office: Office
    person: Person
    account: Account
    request: Request

    @property
    def work(self) -> Work:
        """The repositories that share this transaction."""
        return self.office.work

    @property
    def words(self) -> Words:
        """The person's own words, for what only they see."""
        return words_for(self.person.language or self.request.caller.language)

    @property
    def raw(self) -> Raw:
        """What was put into the form; empty when there was none."""
        return self.request.raw

    def option(self, name: str) -> str:
        """Return an option of the request; empty where it was not given."""
        return self.request.ask.options.get(name, "")

    def new_id(self) -> str:
        """Return the id that a form gives to what it makes, by the option `new`; else another one.

        So a form that is sent twice makes one thing.
        """
        named = self.option("new")
        return named if re.fullmatch("[a-z0-9]{12}", named) else self.work.new_id()

    def number(self, name: str) -> int | None:
        """Return an option that is a number of at most six figures, or None."""
        text = self.option(name)
        return int(text) if re.fullmatch("[0-9]{1,6}", text) else None


def team_words(team: Team) -> Words:
    """Return a team's words, for what its channel sees."""
    return words_for(team.language, team.zone)


def member_words(team: Team, language: str | None) -> Words:
    """Return a member's words, for what only they see."""
    return words_for(language or team.language, team.zone)
