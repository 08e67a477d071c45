"""The shape of a guided conversation: Workflow, Phase, Step, Field.

Instances come from the TOML files in workflows/content and are never changed. The language stays
tiny on purpose: conditions, closing rules, reveals, returns, and named hooks for what content
cannot say. Never an expression, never code.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints
from pydantic import Field as Limit

from workflows.identifiers import ChoiceId, Edition, FieldId, PhaseId, StepId, WorkflowId

Kebab = StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=32)
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True)]


class Definition(BaseModel):
    """Base of everything that is read from a content file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class FieldKind(StrEnum):
    """How a field is asked and what its answer looks like (see workflows.answers)."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    CHOICE = "choice"
    CHOICES = "choices"
    SCALE = "scale"
    NUMBER = "number"
    YES_NO = "yes-no"
    DATE = "date"
    TIME = "time"
    PERSON = "person"
    PEOPLE = "people"
    ROWS = "rows"


class Source(StrEnum):
    """Where the options of a choice come from when content cannot list them."""

    PARTIES = "parties"
    CONTINUUM = "continuum"
    EVIDENCE = "evidence"
    TOPICS = "topics"


class Choice(Definition):
    """One thing that can be picked; the id is kept, the label is shown."""

    id: Annotated[ChoiceId, Kebab]
    label: Words


class Field(Definition):
    """One question with one answer."""

    id: Annotated[FieldId, Kebab]
    label: Words
    kind: FieldKind = FieldKind.TEXT
    hint: Prose = ""
    required: bool = True
    choice: tuple[Choice, ...] = ()
    source: Source | None = None
    lowest: int = 1
    highest: int = 5
    longest: int = Limit(default=3000, ge=1, le=3000)
    fewest: int = Limit(default=0, ge=0)
    signed: bool = False
    """Shown with the name of whoever gave it. Content must say so; the default is without."""
    signed_if: FieldId | None = Limit(default=None, alias="signed-if")
    """A yes-no field of the same phase by which each member chooses to sign this answer."""
    columns: tuple["Field", ...] = ()


class When(Definition):
    """A condition on an answer given before; exactly one of the tests is set."""

    field: FieldId
    equals: str | int | bool | None = None
    among: tuple[str, ...] = Limit(default=(), alias="in")
    at_least: int | None = Limit(default=None, alias="at-least")
    at_most: int | None = Limit(default=None, alias="at-most")


class Step(Definition):
    """Something said to one member, with the questions asked at that point."""

    id: Annotated[StepId, Kebab]
    phase: PhaseId
    title: Words
    say: Prose = ""
    ask: tuple[Field, ...] = ()
    when: When | None = None
    shows: tuple[FieldId, ...] = ()
    """Answers revealed by the phase that are listed above this form."""


class Audience(StrEnum):
    """Who goes through a phase."""

    EVERYONE = "everyone"
    """Each member alone; answers stay theirs until a reveal."""
    TOGETHER = "together"
    """Anyone on the team, on one sheet that belongs to all."""
    FACILITATOR = "facilitator"
    SCRIBE = "scribe"
    NAMED = "named"
    """The person picked in the field `named` of an earlier phase."""
    PARTY = "party"
    """Each member of the party picked in the field `named` of an earlier phase."""


class Closing(StrEnum):
    """What ends a phase. The facilitator can always end one that is not a single person's."""

    ALL_DONE = "all-done"
    """When everyone in the audience has answered, or the time is up."""
    FACILITATOR = "facilitator"
    """Only when the facilitator says so."""
    QUORUM = "quorum"
    """When the share `quorum` of the audience has answered, or the time is up."""
    DEADLINE = "deadline"
    """Only when the time is up."""


class MinutesBy(Definition):
    """A stretch of time that an earlier answer picks."""

    field: FieldId
    minutes: dict[str, int]


class Until(Definition):
    """A moment that earlier answers name: a day, and the time of the day where that is said."""

    day: FieldId
    time: FieldId | None = None


class Returns(Definition):
    """A way back: if an answer of this phase meets the test, go to an earlier phase again.

    After `times` returns the conversation goes on all the same.
    """

    to: PhaseId
    when: When
    times: int = Limit(default=2, ge=1)


class Phase(Definition):
    """A stretch that its audience goes through, each at their own pace."""

    id: Annotated[PhaseId, Kebab]
    title: Words
    say: Prose = ""
    """What the whole team reads while this phase is open."""
    audience: Audience = Audience.EVERYONE
    named: FieldId | None = None
    closes: Closing = Closing.ALL_DONE
    quorum: float = Limit(default=0.0, ge=0, le=1)
    """Share of the audience without which a deadline does not end the phase by itself."""
    minutes: int | MinutesBy | None = None
    until: Until | None = None
    """The moment at which it ends, as named in earlier fields; none where those are empty."""
    reveal: tuple[FieldId, ...] = ()
    """Answers from earlier phases that this phase shows to all."""
    sorts: tuple[FieldId, ...] = ()
    """What is revealed of these the group can put together where it means the same."""
    aside: Prose = ""
    """What the facilitator alone reads while this phase is open."""
    offers: str | None = None
    """Name of the button that leads from here to something else the team keeps."""
    drawn: bool = False
    """Whether the facilitator is drawn from the team's rota when this phase opens."""
    picture: str | None = None
    """Name of the picture hook that draws what is revealed."""
    when: When | None = None
    """A condition on the sheet; a phase whose condition fails is passed over."""
    returns: Returns | None = None
    then: str | None = None
    """Name of the hook that works something out for the sheet when this phase ends."""


class Workflow(Definition):
    """A guided conversation, from opening to the record it leaves behind."""

    id: Annotated[WorkflowId, Kebab]
    title: Words
    summary: Words
    stage: str
    chapter: int
    privacy: str = "team"
    leaves: str | None = None
    """The kind of record it leaves (see workflows.records)."""
    subject: FieldId | None = None
    """Where a conversation says what it is about: a field on its sheet, or one of its facts."""
    phase: tuple[Phase, ...]
    step: tuple[Step, ...]
    edition: Edition = Edition("")
    """Hash of the file it was read from; set by the library."""

    def steps_in(self, phase: PhaseId) -> tuple[Step, ...]:
        """Return the steps of one phase, in order."""
        return self._steps.get(phase, ())

    def find_phase(self, phase: PhaseId) -> Phase:
        """Return the phase with this id; a broken id is a bug and raises KeyError."""
        return self._phases[phase]

    def find_field(self, field: FieldId) -> Field:
        """Return the field with this id; a broken id is a bug and raises KeyError."""
        return self._fields[field]

    def phase_asking(self, field: FieldId) -> PhaseId:
        """Return the phase in which a field is asked."""
        return next(step.phase for step in self.step for asked in step.ask if asked.id == field)

    def asks_for(self, field: FieldId) -> bool:
        """Say whether one of the steps asks for a field."""
        return field in self._fields

    def fields_in(self, phase: PhaseId) -> tuple[Field, ...]:
        """Return all fields asked in one phase, in order."""
        return tuple(field for step in self.steps_in(phase) for field in step.ask)

    @cached_property
    def _phases(self) -> Mapping[PhaseId, Phase]:
        return {phase.id: phase for phase in self.phase}

    @cached_property
    def _steps(self) -> Mapping[PhaseId, tuple[Step, ...]]:
        return {id_: tuple(s for s in self.step if s.phase == id_) for id_ in self._phases}

    @cached_property
    def _fields(self) -> Mapping[FieldId, Field]:
        return {field.id: field for step in self.step for field in step.ask}
