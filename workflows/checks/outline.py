"""Lays a workflow out for checking: what is asked where, and what is known at which point."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workflows.authored import Path
from workflows.course import PRIVATE
from workflows.definitions import Field, Phase, Step, Workflow
from workflows.identifiers import FieldId, PhaseId


@dataclass(frozen=True, slots=True)
class Finding:
    """Something an author should change, and where it stands in the file."""

    path: Path
    sentence: str


Findings = Iterator[Finding]


@dataclass(frozen=True, slots=True)
class Question:
    """A field with the step and the phase that ask it; `at` are their places in the workflow."""

    field: Field
    phase: Phase
    at: tuple[int, int]
    path: Path

    @property
    def is_private(self) -> bool:
        """Whether each member answers it for themselves, off the group's sheet."""
        return self.phase.audience in PRIVATE


@dataclass(frozen=True, slots=True)
class Outline:
    """A workflow with its phases and questions by id."""

    workflow: Workflow
    phases: Mapping[PhaseId, int]
    questions: Mapping[FieldId, Question]
    worked_out: Mapping[FieldId, int]
    """Fields that a hook puts on the sheet under its own name, and the phase whose end it is."""

    def steps(self) -> Iterator[tuple[Path, Step]]:
        """Yield each step with its path."""
        return ((("step", index), step) for index, step in enumerate(self.workflow.step))

    def fields(self) -> Iterator[tuple[Path, Field]]:
        """Yield each field with its path; the columns of a table follow it."""
        for path, step in self.steps():
            for number, field in enumerate(step.ask):
                yield (*path, "ask", number), field
                for column, inner in enumerate(field.columns):
                    yield (*path, "ask", number, "columns", column), inner

    def of_phases(self) -> Iterator[tuple[Path, Phase]]:
        """Yield each phase with its path."""
        return ((("phase", index), phase) for index, phase in enumerate(self.workflow.phase))


def outline(workflow: Workflow) -> Outline:
    """Return the outline of a workflow."""
    phases = {phase.id: index for index, phase in enumerate(workflow.phase)}
    worked_out = {
        FieldId(phase.then): index for index, phase in enumerate(workflow.phase) if phase.then
    }
    return Outline(workflow, phases, dict(_questions(workflow, phases)), worked_out)


def _questions(
    workflow: Workflow, phases: Mapping[PhaseId, int]
) -> Iterator[tuple[FieldId, Question]]:
    for index, step in enumerate(workflow.step):
        if step.phase in phases:
            phase = phases[step.phase]
            for number, field in enumerate(step.ask):
                path: Path = ("step", index, "ask", number)
                yield field.id, Question(field, workflow.phase[phase], (phase, index), path)
