"""Takes in the answers of one form: where they belong, and what is wrong with them."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from workflows.answers import read_answers
from workflows.conversations import Answer, Conversation, Participation, Row
from workflows.course import (
    ALONE,
    PRIVATE,
    answers_of,
    audience,
    open_phase,
    steps_for,
    waited_for,
)
from workflows.definitions import Audience, Field, FieldKind, Phase, Step, Workflow
from workflows.events import Submitted
from workflows.identifiers import FieldId, MemberId
from workflows.options import options_of
from workflows.room import Room
from workflows.typed import shorten


@dataclass(frozen=True, slots=True)
class Outcome:
    """The conversation after a form, or what stood in the way of taking it."""

    conversation: Conversation
    problems: Mapping[FieldId, str] = field(default_factory=dict[FieldId, str])
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """A step's form as read: its answers, and the step itself if it is done with."""

    step: Step
    answers: Mapping[FieldId, Answer]
    done: Step | None

    def over(self, before: Mapping[FieldId, Answer]) -> dict[FieldId, Answer]:
        """Return earlier answers with those of this form in their place; emptied ones are gone."""
        asked = {field.id for field in self.step.ask}
        return {**{key: a for key, a in before.items() if key not in asked}, **self.answers}


def submit(workflow: Workflow, conversation: Conversation, event: Submitted, room: Room) -> Outcome:
    """Take in a form. What belongs to another round, or to nobody's step, changes nothing."""
    step = _step(workflow, conversation, event, room)
    if step is None:
        return Outcome(conversation, stale=True)
    table = table_in(step)
    answers, problems = read_answers(
        table.columns if table else step.ask,
        event.raw,
        lambda asked: options_of(workflow, asked, conversation, room),
        room.words,
    )
    problems = problems or _written_between(conversation, step, event, answers, room)
    if problems:
        return Outcome(conversation, problems)
    if table:
        answers = {table.id: _with_row(_rows(conversation, event.member, table), event, answers)}
    done = step if not event.more else None
    return Outcome(_kept(workflow, conversation, event.member, Filled(step, answers, done)))


def table_in(step: Step) -> Field | None:
    """Return the rows field of a step, if it has one; such a field stands alone."""
    return next((asked for asked in step.ask if asked.kind is FieldKind.ROWS), None)


def fingerprint(conversation: Conversation, step: Step) -> str:
    """Return a short mark of what stands on the group's sheet for one step."""
    values = [conversation.sheet.get(asked.id) for asked in step.ask]
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()[:6]


def unfinished(workflow: Workflow, conversation: Conversation, room: Room) -> str:
    """Say why the open phase cannot be ended by hand yet; empty when it can.

    What one person alone has to say, or what the group must have on its sheet, is never skipped.
    """
    phase = open_phase(workflow, conversation)
    if phase.audience in ALONE:
        waiting = [room.name(m) for m in waited_for(workflow, conversation, room)]
        return room.words.say("This part waits for {name}.", name=waiting[0]) if waiting else ""
    if phase.audience is Audience.TOGETHER:
        return _empty_on_sheet(workflow, conversation, phase, room)
    return ""


def _empty_on_sheet(
    workflow: Workflow, conversation: Conversation, phase: Phase, room: Room
) -> str:
    empty = [
        room.words.content(f"{workflow.id}.step.{step.id}.title", step.title)
        for step in steps_for(workflow, phase.id, conversation.sheet)
        if any(asked.required and asked.id not in conversation.sheet for asked in step.ask)
    ]
    if not empty:
        return ""
    return room.words.say(
        "Before you go on, please write something for: {parts}.", parts=room.words.listed(empty)
    )


def _step(
    workflow: Workflow, conversation: Conversation, event: Submitted, room: Room
) -> Step | None:
    """Return the step a form belongs to, if its author may answer it now."""
    phase = open_phase(workflow, conversation)
    if event.target.round != conversation.round:
        return None
    if event.member not in audience(phase, conversation, room):
        return None
    open_steps = steps_for(workflow, phase.id, answers_of(conversation, event.member))
    step = next((s for s in open_steps if s.id == event.target.step), None)
    if step is None or phase.audience is Audience.TOGETHER:
        return step
    path = conversation.people[event.member].path
    return step if step.id in path or step == step_of_path(open_steps, path) else None


def step_of_path(steps: tuple[Step, ...], path: tuple[str, ...]) -> Step | None:
    """Return the first step that has not been answered."""
    return next((step for step in steps if step.id not in path), None)


def _written_between(
    conversation: Conversation,
    step: Step,
    event: Submitted,
    answers: Mapping[FieldId, Answer],
    room: Room,
) -> dict[FieldId, str]:
    """Say where somebody else wrote since the author opened the form, so that nothing is lost."""
    if not event.target.seen or event.target.seen == fingerprint(conversation, step):
        return {}
    return {
        asked.id: room.words.say(
            "Somebody changed this while you were writing. It now says: “{words}”. "
            "Send again to put your words in its place.",
            words=shorten(str(conversation.sheet[asked.id]), 300),
        )
        for asked in step.ask
        if asked.id in conversation.sheet and conversation.sheet[asked.id] != answers.get(asked.id)
    }


def _rows(conversation: Conversation, member: MemberId, table: Field) -> tuple[Row, ...]:
    rows = answers_of(conversation, member).get(table.id, ())
    return tuple(row for row in rows if isinstance(row, dict)) if isinstance(rows, tuple) else ()


def _with_row(
    rows: tuple[Row, ...], event: Submitted, answers: Mapping[FieldId, Answer]
) -> tuple[Row, ...]:
    """Put a row in its place; the same row sent twice stands once."""
    row: Row = {key: cell for key, cell in answers.items() if not isinstance(cell, tuple)}
    at = min(event.target.row, len(rows))
    return (*rows[:at], row, *rows[at + 1 :])


def _kept(
    workflow: Workflow,
    conversation: Conversation,
    member: MemberId,
    filled: Filled,
) -> Conversation:
    phase = open_phase(workflow, conversation)
    place = conversation.people[member]
    if phase.audience in PRIVATE:
        place = place.model_copy(update={"answers": filled.over(place.answers)})
    else:
        sheet = filled.over(conversation.sheet)
        conversation = conversation.model_copy(update={"sheet": sheet})
    done = filled.done
    if done and done.id not in place.path and phase.audience is not Audience.TOGETHER:
        place = place.model_copy(update={"path": (*place.path, done.id)})
    return conversation.with_person(member, _pruned(workflow, conversation, phase, place))


def _pruned(
    workflow: Workflow, conversation: Conversation, phase: Phase, place: Participation
) -> Participation:
    """Drop answers to questions that a changed answer has made void."""
    answers = {**conversation.sheet, **place.answers}
    open_steps = steps_for(workflow, phase.id, answers)
    void = {asked.id for asked in workflow.fields_in(phase.id)}
    void -= {asked.id for step in open_steps for asked in step.ask}
    kept = {key: answer for key, answer in place.answers.items() if key not in void}
    ids = {step.id for step in open_steps}
    path = tuple(step for step in place.path if step in ids)
    return place.model_copy(update={"answers": kept, "path": path})
