"""Lets anything happen to a conversation, in any order, and looks after each event."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from tests.factories import ADMINISTRATION, ASSOCIATION, FAMILIES, packaged, room
from tests.stage import Paper, Stage
from tests.workflows.ledger import Ledger
from tests.workflows.secrecy import nobody_sees_too_much, nothing_shows_through
from workflows.answers import read_answers
from workflows.course import open_phase, step_of
from workflows.definitions import Audience, FieldKind
from workflows.errors import ConversationOverError, NotTakingPartError
from workflows.events import (
    Cancelled,
    Chair,
    Deadline,
    Event,
    MemberJoined,
    MemberLeft,
    MoreTime,
    PhaseClosed,
    RoleTaken,
    Submitted,
    WentBack,
)
from workflows.identifiers import MemberId
from workflows.options import options_of
from workflows.views import Input, Raw

Move = tuple[int, int, int]
"""What happens (0 to 99), who does it, and what they pick."""

PEOPLE = ("ana", "bo", "cy", "eve")
"""The last of them is not there at the beginning."""

PATIENCE = 4
"""Turns for which a part that may be ended is left to those who have not answered yet."""

_ENOUGH = 99
"""Turns after which any conversation has ended, with all its returns."""


@dataclass
class History:
    """A conversation to which anything happens, with an account of what was accepted."""

    workflow: str
    parties: int
    said: Mapping[str, tuple[str, ...]]
    """What is picked from for some questions, so that the history takes its way."""
    table: Stage = field(init=False)
    ledger: Ledger = field(init=False)
    papers: list[tuple[Paper, Raw]] = field(default_factory=list[tuple[Paper, Raw]])
    words: int = 0
    people: tuple[MemberId, ...] = field(init=False)
    """Who may take part: of what is private, its author alone."""

    def __post_init__(self) -> None:
        parties = (ADMINISTRATION, ASSOCIATION, FAMILIES)[: self.parties]
        self.table = Stage(packaged(self.workflow), table=room(PEOPLE, parties=parties))
        self.people = tuple(self.table.conversation.people)
        self.ledger = Ledger(self.table.workflow)
        if len(self.people) > 1:
            self.happens(MemberLeft(self.people[-1], self.table.now), 0)

    def goes_on(self, moves: list[Move]) -> None:
        """Let things happen until there are no more, or the conversation has ended."""
        for what, who, pick in moves:
            if not self.table.phase:
                return
            name = self.people[who % len(self.people)]
            act = next(act for below, act in _ACTS if what < below)
            act(self, name, pick)

    def comes_to(self, round_: int, pick: int) -> None:
        """Let everybody who is there answer until so many phases have begun, or all have ended."""
        for turn in range(_ENOUGH):
            if not self.table.phase or self.table.conversation.round >= round_:
                return
            phase = open_phase(self.table.workflow, self.table.conversation)
            one_at_a_time = phase.audience is Audience.TOGETHER or (pick + turn) % 2
            for name in (self.people[turn % len(self.people)],) if one_at_a_time else self.people:
                _answer(self, name, pick + turn)
            if (pick + turn) % 3 == 0:
                _reconsider(self, self.people[turn % len(self.people)], pick + turn)
            if turn % PATIENCE == 0:
                _go_on(self, "", 0)
        raise AssertionError("the conversation does not come to its end")

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
        answers, _ = read_answers(
            step.ask,
            event.raw,
            lambda asked: options_of(table.workflow, asked, table.conversation, table.room),
            table.room.words,
        )
        self.ledger.accepted(event.member, step.id, answers)

    def _look(self, round_before: int, pick: int) -> None:
        conversation = self.table.conversation
        assert conversation.round >= round_before
        self.ledger.moved(conversation)
        self.ledger.agrees_with(conversation)
        nobody_sees_too_much(self.table, self.ledger)
        nothing_shows_through(self.table, self.people[pick % len(self.people)])


Act = Callable[[History, str, int], None]


def _answer(history: History, name: str, pick: int) -> None:
    """Fill in what waits for somebody, or a part of the shared sheet."""
    paper = _paper(history, name, pick)
    if paper:
        raw: Raw = {asked.id: _said(history, asked, pick) for asked in paper.form.inputs}
        history.papers.append((paper, raw))
        _send(history, paper, raw, pick)


def _somebody_answers(history: History, name: str, pick: int) -> None:
    who = next((other for other in (name, *history.people) if _paper(history, other, pick)), name)
    _answer(history, who, pick)


def _answer_badly(history: History, name: str, pick: int) -> None:
    paper = _paper(history, name, pick)
    if paper:
        _send(history, paper, {asked.id: "" for asked in paper.form.inputs}, pick)


def _open_only(history: History, name: str, pick: int) -> None:
    """Open a form, and leave it lying."""
    paper = _paper(history, name, pick)
    if paper:
        raw: Raw = {asked.id: _said(history, asked, pick) for asked in paper.form.inputs}
        history.papers.append((paper, raw))


def _send_again(history: History, name: str, pick: int) -> None:
    """Send a form that has been lying somewhere; it may have been sent before.

    Rather one of a phase that is open again: its questions are asked, but its round is over.
    """
    del name
    papers = (pick % 2 and _of_an_earlier_round(history)) or history.papers
    if papers:
        paper, raw = papers[-1 - pick % len(papers)]
        _send(history, paper, raw, pick)


def _of_an_earlier_round(history: History) -> list[tuple[Paper, Raw]]:
    at = history.table.conversation
    asked = {step.id for step in history.table.workflow.steps_in(at.phase)}
    return [
        (paper, raw)
        for paper, raw in history.papers
        if paper.target.step in asked and paper.target.round < at.round
    ]


def _back(history: History, name: str, pick: int) -> None:
    """Let somebody go back; rather one who has answered something than one who has not."""
    people = history.table.conversation.people
    answered = (other for other in (name, *history.people) if people[MemberId(other)].path)
    name = next(answered, name) if pick % 4 else name
    round_ = history.table.conversation.round - (pick % 7 == 0)
    history.happens(WentBack(MemberId(name), round_, history.table.now), pick)


def _reconsider(history: History, name: str, pick: int) -> None:
    """Let somebody who is some steps on go all the way back, and answer the first one anew."""
    conversation = history.table.conversation
    ahead = (
        who for who in (name, *history.people) if len(conversation.people[MemberId(who)].path) > 1
    )
    who = next(ahead, None)
    if who is None or not history.table.phase:
        return
    for _ in conversation.people[MemberId(who)].path:
        history.happens(WentBack(MemberId(who), conversation.round, history.table.now), pick)
    _answer(history, who, pick)


def _leave(history: History, name: str, pick: int) -> None:
    history.happens(MemberLeft(MemberId(name), history.table.now), pick)


def _join(history: History, name: str, pick: int) -> None:
    history.happens(MemberJoined(MemberId(name), history.table.now), pick)


def _take_a_role(history: History, name: str, pick: int) -> None:
    role = tuple(Chair)[pick % 2]
    history.happens(RoleTaken(MemberId(name), role, history.table.now), pick)


def _go_on(history: History, name: str, pick: int) -> None:
    """End the phase; two people may press at the same moment."""
    del name
    at = history.table.conversation
    for _ in range(1 + pick % 2):
        history.happens(PhaseClosed(at.phase, at.round, history.table.now), pick)
    assert history.table.conversation.round <= at.round + 1


def _time_is_up(history: History, name: str, pick: int) -> None:
    del name
    table, at = history.table, history.table.conversation
    table.now = max(table.now, at.deadline or table.now) + timedelta(minutes=pick % 3 - 1)
    history.happens(Deadline(at.phase, at.round - (pick % 5 == 0), table.now), pick)


def _more_time(history: History, name: str, pick: int) -> None:
    del name
    at = history.table.conversation
    history.happens(MoreTime(at.round, timedelta(minutes=pick), history.table.now), pick)


def _call_off(history: History, name: str, pick: int) -> None:
    del name
    history.happens(Cancelled(history.table.now), pick)


_ACTS: tuple[tuple[int, Act], ...] = (
    (50, _somebody_answers),
    (62, _send_again),
    (72, _back),
    (75, _answer_badly),
    (78, _open_only),
    (82, _leave),
    (86, _join),
    (89, _take_a_role),
    (95, _go_on),
    (97, _time_is_up),
    (99, _more_time),
    (100, _call_off),
)
"""What happens below which number: mostly people answer, and some change their minds."""


def _paper(history: History, name: str, pick: int) -> Paper | None:
    """Return the form that lies before somebody, if any."""
    table = history.table
    phase = open_phase(table.workflow, table.conversation)
    place = table.conversation.people[MemberId(name)]
    if not table.phase or not place.here:
        return None
    if phase.audience is Audience.TOGETHER:
        steps = table.workflow.steps_in(phase.id)
        return table.opens(name, steps[pick % len(steps)].id)
    is_asked = step_of(table.workflow, table.conversation, MemberId(name), table.room)
    return table.opens(name) if is_asked else None


def _send(history: History, paper: Paper, raw: Raw, pick: int) -> None:
    sent = Submitted(paper.member, paper.target, raw, history.table.now)
    history.happens(sent, pick)


def _said(history: History, asked: Input, pick: int) -> str | tuple[str, ...]:
    """Return an answer; what is written begins with a word that stands nowhere else."""
    if asked.id in history.said:
        return history.said[asked.id][pick % len(history.said[asked.id])]
    if not asked.required and pick % 3 == 0:
        return ""
    match asked.field_kind:
        case FieldKind.CHOICES:
            values = tuple(option.value for option in asked.options)
            return values if pick % 2 else values[:2]
        case FieldKind.DATE:
            return f"2026-12-{1 + pick % 28:02}"
        case FieldKind.TEXT | FieldKind.LONG_TEXT:
            history.words += 1
            return f"w{history.words}w {{title}} **x** @everyone"
        case _:
            return asked.options[pick % len(asked.options)].value
