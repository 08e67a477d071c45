"""Checks the texts of a workflow: that each fits its place, and reads as its author meant it."""

import re

from workflows.authored import Authored, Path, authored
from workflows.checks.outline import Finding, Findings, Outline
from workflows.checks.timing import Moment, check_known
from workflows.definitions import Audience
from workflows.identifiers import FieldId
from workflows.limits import LONGEST, Place

SLOT = re.compile(r"\{([a-z][a-z0-9_-]*)\}")
"""A place in a text that is filled in when it is shown, such as {title}."""

_MARKUP = re.compile(r"\{|\}|\*\*|`")


def check_texts(plan: Outline) -> Findings:
    """Find texts that are too long, and marks that people would see as they stand."""
    for line in authored(plan.workflow):
        if problem := too_long(line.text, line.place):
            yield Finding(line.path, problem)
        if line.place is Place.SAY:
            yield from _check_prose(plan, line)
        elif _MARKUP.search(line.text):
            yield Finding(
                line.path, "Braces, ** and ` have a meaning in “say” only. Leave them out."
            )


def too_long(text: str, place: Place) -> str:
    """Say by how much a text is too long for its place; empty when it fits."""
    over = len(text) - LONGEST[place]
    if over <= 0:
        return ""
    return f"This is {over} too long: {place} has at most {LONGEST[place]} characters."


def _check_prose(plan: Outline, line: Authored) -> Findings:
    rest = SLOT.sub("", line.text)
    if "{" in rest or "}" in rest:
        yield Finding(line.path, "Braces hold a name in small letters, such as {title}.")
    if rest.count("**") % 2 or rest.count("`") % 2:
        yield Finding(line.path, "A mark ** or ` is opened here and not closed.")
    for part in line.text.split("\n\n"):
        if len({row.startswith("- ") for row in part.splitlines()}) > 1:
            yield Finding(line.path, "Leave an empty line before a list and after it.")
    for name in map(FieldId, SLOT.findall(line.text)):
        if name in plan.questions or name in plan.worked_out:  # if not, it is a fact
            now = _moment(plan, line.path)
            yield from check_known(plan, line.path, name, now, on_sheet=True)


def _moment(plan: Outline, path: Path) -> Moment:
    """Return when a text is read; on a sheet that is filled in together, all of it can be there."""
    number = path[1] if isinstance(path[1], int) else 0
    if path[0] == "phase":
        return number, -1
    phase = plan.phases[plan.workflow.step[number].phase]
    together = plan.workflow.phase[phase].audience is Audience.TOGETHER
    return (phase + 1, -1) if together else (phase, number)
