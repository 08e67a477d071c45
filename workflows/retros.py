"""What a team took from looking back: what was said, the lessons, and what somebody will do."""

from datetime import date
from enum import StrEnum
from typing import Final, Literal

from pydantic import Field

from workflows.contents import Content, NamedNote
from workflows.identifiers import FieldId, MemberId

LONGEST_LESSON: Final = 500
"""Characters."""


class LessonKind(StrEnum):
    """What a lesson is about."""

    CONTENT = "content"
    """The issue that the team works on."""
    PROCESS = "process"
    """The way it works together."""


class Share(StrEnum):
    """Who should hear of a lesson."""

    TEAM = "team"
    PARTNERS = "partners"
    PUBLIC = "public"


class Lesson(Content):
    """Something a team has learned."""

    text: str
    kind: LessonKind
    share: Share


class SavedLesson(Content):
    """A lesson that somebody has kept along the way, so that the team finds it when it looks back.

    It has not been talked about, and so it stays with the team.
    """

    kind: Literal["lesson"] = "lesson"
    text: str
    about: LessonKind


class PlannedAction(Content):
    """What somebody has taken on, as it stood when the team agreed on it."""

    what: str
    who: MemberId
    due: date
    plan: str = ""
    """When and where they will do it."""


class Said(Content):
    """What was written to one question, well mixed; with names only where they were given."""

    question: FieldId
    entries: tuple[NamedNote, ...]


class Weighed(Content):
    """A topic, and how many dots lie on it."""

    text: str
    dots: int


class Retro(Content):
    """What a team took from looking back."""

    kind: Literal["retro"] = "retro"
    topic: str
    pace: str
    on: date
    facilitator: MemberId
    scribe: MemberId | None = None
    took_part: int
    said: tuple[Said, ...] = ()
    notes: dict[FieldId, str] = Field(default_factory=dict[FieldId, str])
    weighed: tuple[Weighed, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    actions: tuple[PlannedAction, ...] = ()
    celebrate: str = ""
    worth: dict[str, int] = Field(default_factory=dict[str, int])
    sharing: dict[str, int] = Field(default_factory=dict[str, int])

    @property
    def is_shared(self) -> bool:
        """Whether the lessons may leave the team: somebody said yes, and nobody no."""
        return bool(self.sharing.get("yes")) and not self.sharing.get("no")

    @property
    def heard(self) -> tuple[NamedNote, ...]:
        """Everything that was written, to any question."""
        return tuple(entry for said in self.said for entry in said.entries)
