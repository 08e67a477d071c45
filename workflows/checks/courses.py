"""Checks the course of a workflow: that every phase can begin, be gone through, and end."""

from collections.abc import Sequence
from typing import get_args

from workflows.authored import Path
from workflows.checks.outline import Finding, Findings, Outline, Question
from workflows.course import ALONE
from workflows.definitions import Audience, Closing, Field, FieldKind, Phase, Step, When
from workflows.records import RecordContent
from workflows.retros import SavedLesson
from workflows.views import Privacy

_STAGES = ("prepare", "act", "reflect")
_CHAPTERS = range(1, 12)
KINDS = tuple(
    content.model_fields["kind"].default
    for content in get_args(RecordContent)
    if content is not SavedLesson
)
"""The kinds of record that a conversation can leave behind."""

_NOTHING_TO_DO = "Each step here has a condition, so somebody could have nothing to do. Free one."
_SAY_WHEN = "Set closes = “facilitator”, or minutes."


def check_course(plan: Outline) -> Findings:
    """Find phases that nobody could finish, and where a workflow is filed wrongly."""
    yield from _check_shelf(plan)
    for path, phase in plan.of_phases():
        steps = plan.workflow.steps_in(phase.id)
        yield from _check_closing(path, phase, steps)
        if steps and _may_skip_all(plan, steps):
            yield Finding(path, _NOTHING_TO_DO)


def _check_shelf(plan: Outline) -> Findings:
    workflow = plan.workflow
    if workflow.stage not in _STAGES:
        yield Finding(("stage",), f"“stage” is one of: {', '.join(_STAGES)}.")
    if workflow.chapter not in _CHAPTERS:
        yield Finding(("chapter",), "“chapter” is a number from 1 to 11.")
    if workflow.privacy not in set(Privacy):
        yield Finding(("privacy",), f"“privacy” is one of: {', '.join(Privacy)}.")
    if workflow.leaves not in (None, *KINDS):
        yield Finding(("leaves",), f"“leaves” is one of: {', '.join(KINDS)}.")
    if not workflow.phase:
        yield Finding((), "A workflow needs at least one phase.")
    elif workflow.phase[0].when:
        sentence = "The first phase has no condition, for nothing is known yet."
        yield Finding(("phase", 0, "when"), sentence)


def _check_closing(path: Path, phase: Phase, steps: Sequence[Step]) -> Findings:
    here = (*path, "closes")
    if phase.closes is Closing.DEADLINE and phase.minutes is None and phase.until is None:
        yield Finding(here, "This phase ends when its time is up: say how many “minutes” it has.")
    if phase.closes is Closing.QUORUM and not phase.quorum:
        yield Finding(here, "Say in “quorum” which share of the people is enough, such as 0.5.")
    if phase.closes is Closing.FACILITATOR and phase.audience in ALONE:
        yield Finding(here, "One person answers here, and the phase ends when they have answered.")
    if phase.closes in (Closing.ALL_DONE, Closing.QUORUM) and not phase.minutes:
        yield from _check_answered(path, phase, steps)


def _check_answered(path: Path, phase: Phase, steps: Sequence[Step]) -> Findings:
    """Check that a phase which ends with the last answer has one."""
    if not steps:
        yield Finding(path, f"Nobody is asked anything in “{phase.id}”. {_SAY_WHEN}")
    elif phase.audience is Audience.TOGETHER:
        yield Finding(path, f"Nobody can tell when a sheet is done. {_SAY_WHEN}")


def _may_skip_all(plan: Outline, steps: Sequence[Step]) -> bool:
    """Say whether the conditions of all steps of a phase can fail for one person."""
    conditions = [step.when for step in steps if step.when]
    if len(conditions) < len(steps):
        return False
    question = plan.questions.get(conditions[0].field)
    if question is None or not _is_always_answered(plan, question):
        return True
    same = all(when.field == question.field.id for when in conditions)
    return not (same and _covers_all(question.field, conditions))


def _is_always_answered(plan: Outline, question: Question) -> bool:
    step = plan.workflow.step[question.at[1]]
    return question.field.required and step.when is None and question.phase.when is None


def _covers_all(field: Field, conditions: Sequence[When]) -> bool:
    """Say whether every answer to a field meets one of the conditions."""
    if field.kind is FieldKind.YES_NO:
        return {when.equals for when in conditions} >= {True, False}
    picks = {pick for when in conditions for pick in (*when.among, when.equals)}
    if field.kind is FieldKind.CHOICE:
        return bool(field.choice) and picks >= {choice.id for choice in field.choice}
    up = [when.at_least for when in conditions if when.at_least is not None]
    down = [when.at_most for when in conditions if when.at_most is not None]
    return bool(up and down) and min(up) <= max(down) + 1
