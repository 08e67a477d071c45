"""The texts of a workflow's content in the reader's language, with their slots filled."""

import re
from datetime import date
from typing import assert_never

from workflows import continuum
from workflows.conversations import Answer, Cell, Conversation
from workflows.definitions import Field, FieldKind, Phase, Source, Step, Workflow
from workflows.hooks import said
from workflows.identifiers import FieldId, MemberId
from workflows.options import options_of, parties_of
from workflows.room import Room
from workflows.text import Day, Plain, Slot, Text, fill, flat, plain
from workflows.views import Block, Bullets, Paragraph

_SLOT = re.compile(r"\{([a-z][a-z0-9_-]*)\}")


class Wording:
    """Says the content of one conversation to one reader."""

    def __init__(self, workflow: Workflow, conversation: Conversation, room: Room) -> None:
        self.workflow = workflow
        self.conversation = conversation
        self.room = room
        self.words = room.words

    def title(self) -> str:
        """Return the title of the workflow."""
        return self._text("title", self.workflow.title)

    def subject(self) -> str:
        """Return what the conversation is about, as it was typed; empty where it has no subject."""
        field = self.workflow.subject
        if field is None:
            return ""
        return str(self.conversation.sheet.get(field) or self.conversation.facts.get(field, ""))

    def phase_title(self, phase: Phase) -> str:
        """Return the title of a phase."""
        return self._text(f"phase.{phase.id}.title", phase.title)

    def phase_say(self, phase: Phase) -> tuple[Block, ...]:
        """Return what all read while a phase is open."""
        return self._blocks(self._text(f"phase.{phase.id}.say", phase.say))

    def phase_aside(self, phase: Phase) -> tuple[Block, ...]:
        """Return what the facilitator alone reads while a phase is open."""
        return self._blocks(self._text(f"phase.{phase.id}.aside", phase.aside))

    def step_title(self, step: Step) -> str:
        """Return the title of a step."""
        return self._text(f"step.{step.id}.title", step.title)

    def step_say(self, step: Step) -> tuple[Block, ...]:
        """Return what is said at a step."""
        return self._blocks(self._text(f"step.{step.id}.say", step.say))

    def label(self, field: Field) -> str:
        """Return the label of a field."""
        return self._text(f"field.{field.id}.label", field.label)

    def hint(self, field: Field) -> str:
        """Return the hint of a field."""
        return self._text(f"field.{field.id}.hint", field.hint)

    def answer(self, field: Field, answer: Answer) -> Text:
        """Return an answer as people read it: labels for what was picked, names for people."""
        match field.kind:
            case FieldKind.DATE:
                return (Day(date.fromisoformat(str(answer))),)
            case FieldKind.PERSON:
                return self.room.mention(MemberId(str(answer)))
            case FieldKind.PEOPLE:
                members = answer if isinstance(answer, tuple) else (answer,)
                return plain(self.words.listed([self.room.name(MemberId(str(m))) for m in members]))
            case FieldKind.YES_NO:
                return plain(self.words.say("Yes") if answer else self.words.say("No"))
            case FieldKind.CHOICE | FieldKind.CHOICES | FieldKind.SCALE:
                return plain(self._picked(field, answer))
            case FieldKind.ROWS:
                return plain(self._rows(field, answer))
            case FieldKind.TEXT | FieldKind.LONG_TEXT | FieldKind.NUMBER | FieldKind.TIME:
                return plain(str(answer))
            case _:
                assert_never(field.kind)

    def sheet_answer(self, field: str) -> Text:
        """Return what stands on the group's sheet for a field; empty where nothing does."""
        id_ = FieldId(field)
        if id_ not in self.conversation.sheet:
            return ()
        return self.answer(self.workflow.find_field(id_), self.conversation.sheet[id_])

    def _picked(self, field: Field, answer: Answer) -> str:
        if field.source is Source.CONTINUUM:
            parties = parties_of(self.conversation, self.room)
            return continuum.label(str(answer), parties, self.words)
        picked = answer if isinstance(answer, tuple) else (answer,)
        labels = {
            option.value: option.label
            for option in options_of(self.workflow, field, self.conversation, self.room)
        }
        return self.words.listed([labels.get(str(value), str(value)) for value in picked])

    def _rows(self, field: Field, answer: Answer) -> str:
        rows = [row for row in answer if isinstance(row, dict)] if isinstance(answer, tuple) else []
        return "\n".join(
            " · ".join(
                self._cell(column, row[column.id]) for column in field.columns if column.id in row
            )
            for row in rows
        )

    def _cell(self, column: Field, cell: Cell) -> str:
        """Return one cell of a table in one line, with a date as people write it."""
        if column.kind is FieldKind.DATE:
            return self.words.day(date.fromisoformat(str(cell)))
        return " ".join(flat(self.answer(column, cell)).split())

    def _text(self, path: str, text: str) -> str:
        return self.words.content(f"{self.workflow.id}.{path}", text)

    def _blocks(self, template: str) -> tuple[Block, ...]:
        """Read a template of ours into blocks: paragraphs, and lines with "- " as a list.

        What speaks of an answer that nobody gave, such as an optional one, is left out.
        """
        slots = self._slots(template)
        blocks: list[Block] = []
        for part in template.split("\n\n") if template else ():
            lines = part.splitlines()
            if all(line.startswith("- ") for line in lines):
                items = [fill(line[2:], slots) for line in lines if self._is_answered(line)]
                blocks += [Bullets(tuple(items))] if items else []
            elif self._is_answered(part):
                blocks.append(Paragraph(fill(" ".join(lines), slots)))
        return tuple(blocks)

    def _slots(self, template: str) -> dict[str, Slot]:
        """Return what fills the slots of a template: facts, and what stands on the sheet."""
        facts, sheet = self.conversation.facts, self.conversation.sheet
        slots: dict[str, Slot] = {}
        for name in map(FieldId, _SLOT.findall(template)):
            if name in sheet:
                is_asked = self.workflow.asks_for(name)
                slots[name] = (
                    self.sheet_answer(name) if is_asked else said(name, sheet[name], self.words)
                )
            elif name in facts:
                slots[name] = Plain(facts[name])
        return slots

    def _is_answered(self, template: str) -> bool:
        """Say whether there is an answer for each question that a template speaks of."""
        names = map(FieldId, _SLOT.findall(template))
        sheet = self.conversation.sheet
        return all(name in sheet or not self.workflow.asks_for(name) for name in names)
