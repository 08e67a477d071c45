"""A conversation to which anything can happen; each event is looked at from all sides."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.factories import ADMINISTRATION, ASSOCIATION, FAMILIES, packaged, room
from tests.stage import Paper, Stage
from tests.workflows.ledger import Ledger
from tests.workflows.secrecy import nobody_sees_too_much, nothing_shows_through
from workflows.answers import read_answers
from workflows.course import open_phase
from workflows.entries import topics_of
from workflows.errors import ConversationOverError, NotTakingPartError
from workflows.events import Event, MemberLeft, Submitted
from workflows.identifiers import MemberId
from workflows.options import options_of
from workflows.rows import table_in
from workflows.sorting import sortable
from workflows.views import Raw

PEOPLE = ("ana", "bo", "cy", "eve")
"""The last of them is not there at the beginning."""


@dataclass
class History:
    """A conversation to which anything happens, with an account of what was accepted."""

    workflow: str
    parties: int
    said: Mapping[str, tuple[str, ...]]
    """What is picked from for some questions, so that the history takes its way."""
    facts: Mapping[str, str] = field(default_factory=dict[str, str])
    table: Stage = field(init=False)
    ledger: Ledger = field(init=False)
    papers: list[tuple[Paper, Raw]] = field(default_factory=list[tuple[Paper, Raw]])
    words: int = 0
    people: tuple[MemberId, ...] = field(init=False)
    """Who may take part: of what is private, its author alone."""

    def __post_init__(self) -> None:
        parties = (ADMINISTRATION, ASSOCIATION, FAMILIES)[: self.parties]
        seats = room(PEOPLE, parties=parties)
        self.table = Stage(packaged(self.workflow), table=seats, facts=self.facts)
        self.people = tuple(self.table.conversation.people)
        self.ledger = Ledger(self.table.workflow)
        if len(self.people) > 1:
            self.happens(MemberLeft(self.people[-1], self.table.now), 0)

    def happens(self, event: Event, pick: int) -> None:
        """Let something happen, and look at everything."""
        before = self.table.conversation
        try:
            moved = self.table.happens(event)
        except (NotTakingPartError, ConversationOverError):
            assert self.table.conversation == before
            return
        if moved.stale or moved.problems or moved.problem:
            assert self.table.conversation == before
        elif isinstance(event, Submitted):
            assert event.target.round == before.round
            self._note(event)
        self._look(before.round, pick)

    def _note(self, event: Submitted) -> None:
        """Write down the answers of a form that was taken."""
        table = self.table
        step = next(s for s in table.workflow.step if s.id == event.target.step)
        rows = table_in(step)
        answers, _ = read_answers(
            rows.columns if rows else step.ask,
            event.raw,
            lambda asked: options_of(table.workflow, asked, table.conversation, table.room),
            table.room.words,
        )
        if rows:
            self.ledger.accepted_row(rows, answers)
        else:
            self.ledger.accepted(event.member, step.id, answers)

    def _look(self, round_before: int, pick: int) -> None:
        conversation = self.table.conversation
        assert conversation.round >= round_before
        self.ledger.moved(conversation)
        self.ledger.agrees_with(conversation)
        assert conversation.deadline is None or conversation.time_left is None
        each_entry_has_one_topic(self.table)
        nobody_sees_too_much(self.table, self.ledger)
        nothing_shows_through(self.table, self.people[pick % len(self.people)])


def each_entry_has_one_topic(table: Stage) -> None:
    """Assert that sorting has lost no entry, and put none in two places."""
    fields = open_phase(table.workflow, table.conversation).sorts
    topics = topics_of(table.workflow, table.conversation, fields)
    sorted_ = [entry.key for topic in topics for entry in topic.entries]
    entries = sortable(table.workflow, table.conversation)
    assert sorted(sorted_) == sorted(entry.key for entry in entries)
