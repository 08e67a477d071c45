"""Checks that an answer is there when content looks at it."""

from collections.abc import Iterable
from difflib import get_close_matches

from workflows.authored import Path
from workflows.checks.outline import Finding, Findings, Outline
from workflows.identifiers import FieldId

Moment = tuple[int, int]
"""A place in the course of a workflow: number of the phase and of the step, -1 before the first."""


def check_known(
    plan: Outline, path: Path, field: FieldId, now: Moment, *, on_sheet: bool = False
) -> Findings:
    """Check that a field is answered by now, and on the group's sheet where that is looked at."""
    late = f"“{field}” is only known later. Move it, or ask for it before."
    if field in plan.worked_out:
        if plan.worked_out[field] >= now[0]:
            yield Finding(path, late)
        return
    question = plan.questions.get(field)
    if question is None:
        yield unknown(path, "field", field, plan.questions)
    elif on_sheet and question.is_private:
        yield Finding(path, f"“{field}” is each member's own answer; the group has no single one.")
    elif question.at >= now and not _comes_back(plan, question.at, now):
        yield Finding(path, late)


def unknown(path: Path, noun: str, given: str, known: Iterable[str]) -> Finding:
    """Say that an id leads nowhere, and which one may have been meant."""
    close = get_close_matches(given, list(known), n=1)
    hint = f" Did you mean “{close[0]}”?" if close else ""
    return Finding(path, f"There is no {noun} “{given}”.{hint}")


def _comes_back(plan: Outline, asked: Moment, now: Moment) -> bool:
    """Say whether a group can return to a point after something was asked further on."""
    return any(
        number >= asked[0] and plan.phases.get(phase.returns.to, now[0] + 1) <= now[0]
        for number, phase in enumerate(plan.workflow.phase)
        if phase.returns
    )
