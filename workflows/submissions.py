"""Takes in the answers of one form: where they belong, and what is wrong with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workflows.answers import read_answers
from workflows.clashes import place_for, row_written_between, written_between
from workflows.conversations import Answer, Answers, Conversation
from workflows.course import PRIVATE, answers_of, audience, meets, open_phase, steps_for
from workflows.definitions import Audience, Field, Phase, Step, Workflow
from workflows.events import Submitted
from workflows.identifiers import FieldId, MemberId
from workflows.options import options_of
from workflows.room import Room
from workflows.rows import is_blank, rows_in, table_in, with_row
from workflows.wording import Wording

Problems = Mapping[FieldId, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The conversation after a form, or what stood in the way of taking it."""

    conversation: Conversation
    problems: Problems = field(default_factory=dict[FieldId, str])
    stale: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """A step's form as read: its answers, and whether its author is done with the step."""

    step: Step
    answers: Answers
    done: bool

    def over(self, before: Answers) -> dict[FieldId, Answer]:
        """Return earlier answers with those of this form in their place; emptied ones are gone."""
        asked = {field.id for field in self.step.ask}
        return {**{key: a for key, a in before.items() if key not in asked}, **self.answers}


def submit(workflow: Workflow, conversation: Conversation, event: Submitted, room: Room) -> Outcome:
    """Take in a form. What belongs to another round, or to nobody's step, changes nothing.

    Any step of the open phase that applies is taken, whichever comes next: somebody may have the
    forms of two steps open on two devices.
    """
    step = _step(workflow, conversation, event, room)
    if step is None:
        return Outcome(conversation, stale=True)
    wording = Wording(workflow, conversation, room)
    table = table_in(step)
    if table:
        answers, problems = _read_row(wording, table, event)
    else:
        answers, problems = read_sent(wording, step.ask, event)
        problems = {**problems, **written_between(wording, step, event.target, answers)}
    if problems:
        return Outcome(conversation, problems)
    filled = Filled(step, answers, done=not event.more)
    return Outcome(_kept(workflow, conversation, event.member, filled))


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
    return next((step for step in open_steps if step.id == event.target.step), None)


def read_sent(
    wording: Wording, fields: Sequence[Field], event: Submitted
) -> tuple[dict[FieldId, Answer], Problems]:
    """Return what a form says to these fields, and a sentence at each that needs another look."""
    workflow, conversation, room = wording.workflow, wording.conversation, wording.room
    return read_answers(
        fields,
        event.raw,
        lambda asked: options_of(workflow, asked, conversation, room),
        room.words,
    )


def _read_row(
    wording: Wording, table: Field, event: Submitted
) -> tuple[dict[FieldId, Answer], Problems]:
    """Read one row into its table. A row without anything in it is none: it goes, or never was."""
    rows = rows_in(answers_of(wording.conversation, event.member), table)
    cells, problems = read_sent(wording, table.columns, event)
    after = with_row(rows, place_for(rows, event.target, cells), cells)
    if is_blank(table, event.raw):
        problems = {} if after or not table.required else problems or _empty(wording, table)
    between = row_written_between(wording, table, rows, event.target, cells)
    return {table.id: after} if after else {}, {**problems, **between}


def _empty(wording: Wording, table: Field) -> Problems:
    return {table.columns[0].id: wording.words.say("Please answer this one.")}


def _kept(
    workflow: Workflow, conversation: Conversation, member: MemberId, filled: Filled
) -> Conversation:
    phase = open_phase(workflow, conversation)
    place = conversation.people[member]
    if phase.audience in PRIVATE:
        answers = _valid(workflow, phase, filled.over(place.answers), conversation.sheet)
        place = place.model_copy(update={"answers": answers})
    else:
        sheet = _valid(workflow, phase, filled.over(conversation.sheet), {})
        conversation = conversation.model_copy(update={"sheet": sheet})
    if phase.audience is Audience.TOGETHER:
        return conversation
    path = (*place.path, filled.step.id) if filled.done else place.path
    answers = {**conversation.sheet, **place.answers}
    still_open = {step.id for step in steps_for(workflow, phase.id, answers)}
    place = place.model_copy(
        update={"path": tuple(step for step in dict.fromkeys(path) if step in still_open)}
    )
    return conversation.with_person(member, place)


def _valid(
    workflow: Workflow, phase: Phase, answers: dict[FieldId, Answer], sheet: Answers
) -> dict[FieldId, Answer]:
    """Drop answers to questions that a changed answer has made void, one after the other."""
    for step in workflow.steps_in(phase.id):
        if step.when and not meets(step.when, {**sheet, **answers}):
            void = {asked.id for asked in step.ask}
            answers = {key: answer for key, answer in answers.items() if key not in void}
    return answers
