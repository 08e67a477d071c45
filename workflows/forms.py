"""The form of one step: its inputs, what stands in them, and the ways on from there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workflows import asks
from workflows.answers import values_of
from workflows.clashes import fingerprint
from workflows.conversations import Answers
from workflows.course import PRIVATE, answers_of, open_phase, steps_for
from workflows.definitions import Audience, Field, Phase, Step
from workflows.depictions import shown
from workflows.identifiers import FieldId, MemberId
from workflows.limits import LONGEST, OPTIONS_OF_ONE, Place
from workflows.options import options_of
from workflows.promises import promise
from workflows.rows import Rows, row_at, rows_in, table_in
from workflows.text import flat
from workflows.typed import shorten
from workflows.views import (
    Ask,
    Block,
    Bullets,
    Button,
    Buttons,
    Form,
    Heading,
    Input,
    Menu,
    Option,
    Privacy,
    Raw,
    Small,
    Style,
    View,
)
from workflows.wording import Wording


@dataclass(frozen=True, slots=True)
class Returned:
    """A form that needs another look: what was typed, and what is wrong with it."""

    typed: Raw
    problems: Mapping[FieldId, str] = field(default_factory=dict[FieldId, str])


@dataclass(frozen=True, slots=True)
class Turn:
    """One step in front of one member; where it asks for a table, the place of one row.

    A place where no row stands yet is that of a new one.
    """

    wording: Wording
    member: MemberId
    step: Step
    row: int | None = None

    @property
    def phase(self) -> Phase:
        """The open phase."""
        return open_phase(self.wording.workflow, self.wording.conversation)

    @property
    def is_shared(self) -> bool:
        """Whether others can write here meanwhile."""
        return self.phase.audience is Audience.TOGETHER

    @property
    def answers(self) -> Answers:
        """What was answered so far, by whoever answers here."""
        conversation = self.wording.conversation
        if self.phase.audience in PRIVATE:
            return conversation.people[self.member].answers
        return conversation.sheet

    @property
    def rows(self) -> Rows:
        """The rows so far; none where no table is asked for."""
        table = table_in(self.step)
        return rows_in(self.answers, table) if table else ()

    @property
    def place(self) -> int:
        """Where the row stands that is asked for."""
        return len(self.rows) if self.row is None else self.row

    @property
    def page(self) -> tuple[int, int]:
        """The number of this step, and how many there are; each step of a sheet is by itself."""
        if self.is_shared:
            return 1, 1
        answers = answers_of(self.wording.conversation, self.member)
        steps = steps_for(self.wording.workflow, self.phase.id, answers)
        return steps.index(self.step) + 1, len(steps)


def step_view(turn: Turn, returned: Returned | None = None) -> View:
    """Return the form of a step for one member, with what they typed if it needs another look."""
    wording, step = turn.wording, turn.step
    title = wording.step_title(step)
    return View(
        title=wording.title(),
        summary=wording.words.say("{title}: please answer.", title=f"{wording.title()}, {title}"),
        blocks=(
            *_heading(turn, title),
            *wording.step_say(step),
            *shown(wording, step.shows, under=title),
            *_rows_so_far(turn),
            _ways(turn),
            *_promise(turn),
        ),
        form=_form(turn, returned),
        privacy=Privacy.PRIVATE,
    )


def _heading(turn: Turn, title: str) -> tuple[Block, ...]:
    """Return the step's title; a single question that is called the same says it already."""
    labels = {turn.wording.label(asked) for asked in turn.step.ask}
    return () if labels == {title} else (Heading(title),)


def _form(turn: Turn, returned: Returned | None) -> Form:
    table = table_in(turn.step)
    fields = table.columns if table else turn.step.ask
    answers = (row_at(turn.rows, turn.place) or {}) if table else turn.answers
    page, pages = turn.page
    return Form(
        inputs=tuple(_input(turn.wording, asked) for asked in fields),
        send=_send(turn, is_last=page == pages),
        also=(_another(turn),) if table else (),
        values=returned.typed if returned else values_of(fields, answers),
        problems=returned.problems if returned else {},
        page=(page, pages) if pages > 1 else None,
    )


def _input(wording: Wording, asked: Field) -> Input:
    return Input(
        id=asked.id,
        field_kind=asked.kind,
        label=wording.label(asked),
        hint=wording.hint(asked),
        required=asked.required,
        options=options_of(wording.workflow, asked, wording.conversation, wording.room),
        longest=asked.longest,
    )


def _send(turn: Turn, *, is_last: bool) -> Button:
    words = turn.wording.words
    label = words.say("Save") if is_last else words.say("Save and continue")
    return Button(label, _target(turn), Style.PRIMARY)


def _another(turn: Turn) -> Button:
    return Button(turn.wording.words.say("Save and add another"), _target(turn, more="1"))


def _target(turn: Turn, **extra: str) -> Ask:
    conversation = turn.wording.conversation
    place = {"round": str(conversation.round), **extra}
    if table_in(turn.step):
        place["row"] = str(turn.place)
    if turn.is_shared:
        place["seen"] = fingerprint(conversation, turn.step, turn.place)
    return asks.send(conversation.id, turn.step.id, **place)


def _ways(turn: Turn) -> Block:
    """Return the ways to elsewhere: to the step before, and to where the group stands."""
    words, conversation = turn.wording.words, turn.wording.conversation
    back = Button(words.say("Back"), asks.back(conversation.id, conversation.round))
    is_alone = conversation.privacy is Privacy.PRIVATE
    label = words.say("Leave it for now") if is_alone else words.say("Where we stand")
    look = Button(label, asks.look(conversation.id))
    return Buttons((back, look) if turn.page[0] > 1 else (look,))


def _promise(turn: Turn) -> tuple[Block, ...]:
    if not turn.step.ask:
        return ()
    return (Small(promise(turn.wording, turn.phase, turn.step.ask)),)


def _rows_so_far(turn: Turn) -> tuple[Block, ...]:
    table = table_in(turn.step)
    if table is None or not turn.rows:
        return ()
    wording, conversation = turn.wording, turn.wording.conversation
    lines = [wording.answer(table, (row,)) for row in turn.rows]
    options = tuple(
        Option(str(place), shorten(flat(line), LONGEST[Place.CHOICE]))
        for place, line in enumerate(lines[:OPTIONS_OF_ONE])
    )
    change = asks.edit(conversation.id, turn.step.id, conversation.round)
    return Bullets(tuple(lines)), Menu(wording.words.say("Change a row"), options, change)
