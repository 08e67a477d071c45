"""Plays a conversation through to its end with people who answer whatever they are asked."""

from collections.abc import Callable, Iterator, Mapping
from typing import assert_never

from tests.stage import Stage
from workflows.course import open_phase
from workflows.definitions import Audience, FieldKind
from workflows.views import Input

Given = Mapping[str, Mapping[str, str]]
"""What some of the people say to some of the questions; to the others they find an answer."""


MOST_PICKED = 3
"""How many options somebody picks at most: there are three dots, and not more."""


def play(table: Stage, given: Given, watch: Callable[[Stage], None] = lambda _: None) -> None:
    """Answer everything until the conversation has ended; `watch` sees it after each event."""
    watch(table)
    while table.phase:
        for _ in _part(table, given):
            watch(table)


def _part(table: Stage, given: Given) -> Iterator[None]:
    """Go through the open phase, and stop after each event."""
    phase = open_phase(table.workflow, table.conversation)
    if phase.audience is Audience.TOGETHER:
        for step in table.workflow.steps_in(phase.id):
            _fill(table, "ana", given, step.id)
            yield
    round_ = table.conversation.round
    for name in table.conversation.people:
        while table.conversation.round == round_ and table.asks(name):
            _fill(table, name, given)
            yield
    if table.conversation.round == round_ and table.phase:
        assert table.goes_on() == ""
        yield


def _fill(table: Stage, name: str, given: Given, step: str = "") -> None:
    paper = table.opens(name, step)
    said = given.get(name, {})
    answers = {asked.id: said.get(asked.id) or answer(asked, name) for asked in paper.form.inputs}
    table.sends(paper, **answers)
    assert table.moved.problems == {}


def answer(asked: Input, name: str) -> str | tuple[str, ...]:
    """Return an answer that anybody could give; what is written tells who wrote it where."""
    match asked.field_kind:
        case FieldKind.CHOICES | FieldKind.PEOPLE:
            return tuple(option.value for option in asked.options)[:MOST_PICKED]
        case FieldKind.CHOICE | FieldKind.SCALE | FieldKind.YES_NO | FieldKind.PERSON:
            return asked.options[0].value
        case FieldKind.DATE:
            return "2026-12-01"
        case FieldKind.TIME:
            return "15:00"
        case FieldKind.NUMBER:
            return "7"
        case FieldKind.TEXT | FieldKind.LONG_TEXT:
            return f"{name} on {asked.id}"
        case FieldKind.ROWS:
            raise AssertionError("a form asks for one row at a time")
        case _:
            assert_never(asked.field_kind)
