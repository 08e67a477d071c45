"""A conversation at its end, as those read it who make the record of it."""

from dataclasses import dataclass
from datetime import date

from workflows.contents import NamedNote
from workflows.conversations import Conversation, Row
from workflows.definitions import Workflow
from workflows.gathering import unsigned
from workflows.identifiers import FieldId
from workflows.records import RecordContent
from workflows.reveals import counts
from workflows.rows import rows_in


@dataclass(frozen=True, slots=True)
class Ending:
    """A conversation at its end, the day it ended, and what the record it goes back to holds."""

    workflow: Workflow
    conversation: Conversation
    on: date
    before: RecordContent | None = None

    def text(self, field: str) -> str:
        """Return what stands on the group's sheet as text; empty where nothing does."""
        return str(self.conversation.sheet.get(FieldId(field), ""))

    def day(self, field: str) -> date | None:
        """Return a date from the group's sheet."""
        text = self.text(field)
        return date.fromisoformat(text) if text else None

    def rows(self, field: str) -> tuple[Row, ...]:
        """Return the rows of a table on the group's sheet."""
        return rows_in(self.conversation.sheet, self.workflow.find_field(FieldId(field)))

    def counts(self, field: str) -> dict[str, int]:
        """Return how often each choice was picked, those nobody picked left out."""
        return dict(counts(self.conversation, self.workflow.find_field(FieldId(field))))

    def notes(self, field: str) -> tuple[NamedNote, ...]:
        """Return what was written to a field, with names where they were given."""
        id_ = FieldId(field)
        signed = [
            NamedNote(member=member, text=str(answers[id_]))
            for member, place in self.conversation.people.items()
            for answers in (*place.earlier, place.answers)
            if id_ in answers
        ]
        without = unsigned(self.conversation, self.workflow.find_field(id_))
        return (*signed, *(NamedNote(member=None, text=str(text)) for text in without))
