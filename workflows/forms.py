"""The form of one step: its inputs, what stands in them, and the ways on from there."""

from collections.abc import Mapping

from workflows import asks
from workflows.answers import values_of
from workflows.conversations import Answers, Conversation, Row
from workflows.course import PRIVATE, answers_of, open_phase, steps_for
from workflows.definitions import Audience, Field, Phase, Step
from workflows.identifiers import FieldId, MemberId
from workflows.options import options_of
from workflows.promises import promise
from workflows.reveals import revealed
from workflows.submissions import fingerprint, table_in
from workflows.views import (
    Ask,
    Block,
    Bullets,
    Button,
    Buttons,
    Form,
    Heading,
    Input,
    Privacy,
    Raw,
    Small,
    Style,
    View,
)
from workflows.wording import Wording


def step_view(
    wording: Wording,
    member: MemberId,
    step: Step,
    *,
    problems: Mapping[FieldId, str] | None = None,
    typed: Raw | None = None,
) -> View:
    """Return the form of a step for one member, with what they typed if it needs another look."""
    phase = open_phase(wording.workflow, wording.conversation)
    form = _form(wording, member, step, problems=problems or {}, typed=typed)
    title = wording.step_title(step)
    say = wording.step_say(step)
    return View(
        title=wording.title(),
        summary=wording.words.say("{title}: please answer.", title=f"{wording.title()}, {title}"),
        blocks=(
            Heading(title),
            *say,
            *revealed(wording, step.shows),
            *_rows_so_far(wording, member, step),
            *_way_back(wording, member, phase),
            Small(promise(wording.workflow, phase, step.ask, wording.room)),
        ),
        form=form,
        privacy=Privacy.PRIVATE,
    )


def _form(
    wording: Wording,
    member: MemberId,
    step: Step,
    *,
    problems: Mapping[FieldId, str],
    typed: Raw | None,
) -> Form:
    table = table_in(step)
    fields = table.columns if table else step.ask
    answers = {} if table else _answers(wording.conversation, member, wording)
    return Form(
        inputs=tuple(_input(wording, field) for field in fields),
        send=_send(wording, member, step),
        also=(_another(wording, member, step),) if table else (),
        values=typed if typed is not None else values_of(fields, answers),
        problems=problems,
        page=_page(wording, member, step),
    )


def _input(wording: Wording, field: Field) -> Input:
    options = options_of(wording.workflow, field, wording.conversation, wording.room)
    return Input(
        id=field.id,
        field_kind=field.kind,
        label=wording.label(field),
        hint=wording.hint(field),
        required=field.required,
        options=options,
        longest=field.longest,
    )


def _answers(conversation: Conversation, member: MemberId, wording: Wording) -> Answers:
    phase = open_phase(wording.workflow, conversation)
    if phase.audience in PRIVATE:
        return conversation.people[member].answers
    return conversation.sheet


def _send(wording: Wording, member: MemberId, step: Step) -> Button:
    phase = open_phase(wording.workflow, wording.conversation)
    page = _page(wording, member, step)
    last = page is None or page[0] == page[1]
    label = wording.words.say("Save") if last else wording.words.say("Save and continue")
    return Button(label, _target(wording, member, step, phase), Style.PRIMARY)


def _another(wording: Wording, member: MemberId, step: Step) -> Button:
    phase = open_phase(wording.workflow, wording.conversation)
    ask = _target(wording, member, step, phase, more="1")
    return Button(wording.words.say("Save and add another"), ask)


def _target(wording: Wording, member: MemberId, step: Step, phase: Phase, **extra: str) -> Ask:
    conversation = wording.conversation
    place = {"round": str(conversation.round), **extra}
    if table_in(step):
        place["row"] = str(len(_rows(wording, member, step)))
    if phase.audience is Audience.TOGETHER:
        place["seen"] = fingerprint(conversation, step)
    return asks.send(conversation.id, step.id, **place)


def _page(wording: Wording, member: MemberId, step: Step) -> tuple[int, int] | None:
    conversation = wording.conversation
    phase = open_phase(wording.workflow, conversation)
    if phase.audience is Audience.TOGETHER:
        return None
    steps = steps_for(wording.workflow, phase.id, answers_of(conversation, member))
    return (steps.index(step) + 1, len(steps)) if len(steps) > 1 else None


def _way_back(wording: Wording, member: MemberId, phase: Phase) -> tuple[Block, ...]:
    conversation = wording.conversation
    if phase.audience is Audience.TOGETHER or not conversation.people[member].path:
        return ()
    ask = asks.back(conversation.id, conversation.round)
    return (Buttons((Button(wording.words.say("Back"), ask),)),)


def _rows(wording: Wording, member: MemberId, step: Step) -> tuple[Row, ...]:
    table = table_in(step)
    rows = answers_of(wording.conversation, member).get(table.id, ()) if table else ()
    return tuple(row for row in rows if isinstance(row, dict)) if isinstance(rows, tuple) else ()


def _rows_so_far(wording: Wording, member: MemberId, step: Step) -> tuple[Block, ...]:
    table = table_in(step)
    rows = _rows(wording, member, step)
    if table is None or not rows:
        return ()
    lines = (wording.answer(table, (row,)) for row in rows)
    return (Bullets(tuple(lines)),)
