"""What people do in a conversation to which anything can happen, in any order."""

from collections.abc import Callable
from datetime import timedelta

from tests.stage import Paper
from tests.workflows.histories import History
from workflows.course import open_phase, step_of
from workflows.definitions import Audience, FieldKind
from workflows.events import (
    Cancelled,
    Chair,
    Deadline,
    MemberJoined,
    MemberLeft,
    MoreTime,
    Paused,
    PhaseClosed,
    Resumed,
    RoleDeclined,
    RoleTaken,
    Sorted,
    Submitted,
    WentBack,
)
from workflows.identifiers import MemberId
from workflows.sorting import sortable
from workflows.views import Input, Raw

Act = Callable[[History, str, int], None]

Move = tuple[int, int, int]
"""What happens (0 to 99), who does it, and what they pick."""

PATIENCE = 4
"""Turns for which a part that may be ended is left to those who have not answered yet."""

_ENOUGH = 99
"""Turns after which any conversation has ended, with all its returns."""


def goes_on(history: History, moves: list[Move]) -> None:
    """Let things happen until there are no more, or the conversation has ended."""
    for what, who, pick in moves:
        if not history.table.phase:
            return
        name = history.people[who % len(history.people)]
        act = next(act for below, act in _ACTS if what < below)
        act(history, name, pick)


def comes_to(history: History, round_: int, pick: int) -> None:
    """Let everybody who is there answer until so many phases have begun, or all have ended."""
    for turn in range(_ENOUGH):
        if not history.table.phase or history.table.conversation.round >= round_:
            return
        phase = open_phase(history.table.workflow, history.table.conversation)
        people = history.people
        one_at_a_time = phase.audience is Audience.TOGETHER or (pick + turn) % 2
        for name in (people[turn % len(people)],) if one_at_a_time else people:
            _answer(history, name, pick + turn)
        if (pick + turn) % 3 == 0:
            _reconsider(history, people[turn % len(people)], pick + turn)
        if phase.sorts:
            _sort(history, people[turn % len(people)], pick + turn)
        if phase.minutes and turn % 3 == 0:
            _turn_the_clock(history, "", pick + turn)
        if turn % PATIENCE == 0:
            _go_on(history, "", 0)
    raise AssertionError("the conversation does not come to its end")


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


def _turn_the_clock(history: History, name: str, pick: int) -> None:
    """Stop the clock, or let it run again; now and then the wrong one, or in the wrong round."""
    del name
    at, now = history.table.conversation, history.table.now
    round_ = at.round - (pick % 7 == 0)
    is_stopped = (at.time_left is not None) != (pick % 5 == 0)
    history.happens(Resumed(round_, now) if is_stopped else Paused(round_, now), pick)


def _decline(history: History, name: str, pick: int) -> None:
    history.happens(RoleDeclined(MemberId(name), history.table.now), pick)


def _sort(history: History, name: str, pick: int) -> None:
    """Let somebody put two or three entries together, or take what they picked apart."""
    at = history.table.conversation
    entries = [entry.key for entry in sortable(history.table.workflow, at)]
    start = pick % max(1, len(entries))
    keys = tuple(entries[start : start + 2 + pick % 2])
    member, round_ = MemberId(name), at.round - (pick % 11 == 0)
    event = Sorted(member, round_, keys, pick % 3 > 0, history.table.now)
    history.happens(event, pick)


def _call_off(history: History, name: str, pick: int) -> None:
    del name
    history.happens(Cancelled(history.table.now), pick)


_ACTS: tuple[tuple[int, Act], ...] = (
    (45, _somebody_answers),
    (55, _send_again),
    (63, _back),
    (66, _answer_badly),
    (69, _open_only),
    (73, _leave),
    (77, _join),
    (80, _take_a_role),
    (81, _decline),
    (87, _go_on),
    (89, _time_is_up),
    (91, _more_time),
    (95, _turn_the_clock),
    (99, _sort),
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
            start = pick % len(values) if asked.id == "dots" else 0
            return values[start : start + 3] if pick % 2 else values[:2]
        case FieldKind.DATE:
            return f"2026-12-{1 + pick % 28:02}"
        case FieldKind.TIME:
            return "15:30"
        case FieldKind.TEXT | FieldKind.LONG_TEXT:
            history.words += 1
            return f"w{history.words}w {{title}} **x** @everyone"
        case _:
            return asked.options[pick % len(asked.options)].value
