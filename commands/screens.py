"""Small screens that many commands end with: a sentence, a short form, rows of buttons."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from commands.cautions import caution, with_caution
from commands.context import Context
from workflows.answers import read_answers
from workflows.conversations import Answer
from workflows.definitions import Field
from workflows.identifiers import FieldId
from workflows.text import Text, plain
from workflows.views import (
    Ask,
    Block,
    Button,
    Buttons,
    Form,
    Input,
    Option,
    Paragraph,
    Raw,
    Small,
    Style,
    View,
)


@dataclass(frozen=True, slots=True)
class Questions:
    """The fields of a command's own form, with what can be picked in them now.

    In the fields of `anybody`, people may be picked who have not met Concord yet.
    """

    fields: tuple[Field, ...]
    picks: Mapping[FieldId, tuple[Option, ...]] = field(
        default_factory=dict[FieldId, tuple[Option, ...]]
    )
    anybody: frozenset[FieldId] = frozenset()

    def options(self, asked: Field) -> tuple[Option, ...]:
        """Return what can be picked in a field."""
        return self.picks.get(asked.id, ())

    def read(self, context: Context) -> tuple[dict[FieldId, Answer], dict[FieldId, str]]:
        """Return the answers in a request, and what is wrong with them or to be asked about."""
        answers, problems = read_answers(self.fields, context.raw, self.options, context.words)
        careful = caution(context, self.inputs(), {})
        return answers, {**(careful.problems if careful else {}), **problems}

    def inputs(self) -> tuple[Input, ...]:
        """Return the questions as they are shown."""
        return tuple(
            Input(
                id=asked.id,
                field_kind=asked.kind,
                label=asked.label,
                hint=asked.hint,
                required=asked.required,
                options=self.options(asked),
                longest=asked.longest,
                anybody=asked.id in self.anybody,
            )
            for asked in self.fields
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form to be shown: its title, its words, and where it is sent, by a button of what name."""

    title: str
    say: Text
    send: Ask
    seen_by: str
    page: tuple[int, int] | None = None
    button: str = ""


def form_screen(
    context: Context,
    sheet: Sheet,
    questions: Questions,
    values: Raw,
    problems: Mapping[FieldId, str] | None = None,
) -> View:
    """Return a form, with what was typed and what needs another look."""
    words = context.words
    view = View(
        title=sheet.title,
        summary=words.say("{title}: please answer.", title=sheet.title),
        blocks=(Paragraph(sheet.say), Small(plain(sheet.seen_by))),
        form=Form(
            inputs=questions.inputs(),
            send=Button(sheet.button or words.say("Save"), sheet.send, Style.PRIMARY),
            values=values,
            problems=problems or {},
            page=sheet.page,
        ),
    )
    careful = caution(context, questions.inputs(), {}) if problems else None
    return with_caution(context, view, careful)


def told(title: str, line: str, *blocks: Block) -> View:
    """Return a screen that says one plain sentence, and whatever belongs to it."""
    return View(title, line, (Paragraph(plain(line)), *blocks))


def row(*buttons: Button | None) -> tuple[Block, ...]:
    """Return buttons in rows of five; missing ones are left out."""
    there = [button for button in buttons if button is not None]
    return tuple(Buttons(tuple(there[at : at + 5])) for at in range(0, len(there), 5))
