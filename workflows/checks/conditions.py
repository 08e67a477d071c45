"""Checks single conditions: one test each, and one that some answer can meet."""

from workflows.authored import Path
from workflows.checks.outline import Finding, Findings, Question
from workflows.continuum import DEPTHS, SEVEN
from workflows.definitions import Field, FieldKind, Source, When

LEVELS = {*DEPTHS, *SEVEN}

_NUMBERS = (FieldKind.SCALE, FieldKind.NUMBER)


def check_condition(path: Path, when: When, question: Question | None) -> Findings:
    """Find a condition with several tests or none, and one that no answer could ever meet."""
    tests = (
        when.equals is not None,
        bool(when.among),
        when.at_least is not None,
        when.at_most is not None,
    )
    if sum(tests) != 1:
        yield Finding(path, "A condition has exactly one of: equals, in, at-least, at-most.")
    elif question:
        yield from _check_test(path, when, question.field)


def _check_test(path: Path, when: When, field: Field) -> Findings:
    if when.at_least is not None or when.at_most is not None:
        if field.kind not in _NUMBERS:
            yield Finding(
                path, f"“at-least” and “at-most” need a number, and “{field.id}” is none."
            )
        return
    wanted = when.among or (when.equals,)
    match field.kind:
        case FieldKind.YES_NO:
            if not isinstance(when.equals, bool):
                yield Finding(path, f"“{field.id}” is a yes or no: use equals = true or false.")
        case FieldKind.SCALE | FieldKind.NUMBER:
            if not isinstance(when.equals, int) or isinstance(when.equals, bool):
                yield Finding(path, f"“{field.id}” is a number: use equals, at-least or at-most.")
        case FieldKind.CHOICE:
            yield from _check_choices(path, field, wanted)
        case _:
            kind = field.kind
            yield Finding(path, f"“{field.id}” is of the kind “{kind}”, which has no conditions.")


def _check_choices(path: Path, field: Field, wanted: tuple[object, ...]) -> Findings:
    if field.source is Source.PARTIES:  # each partnership has its own
        return
    known = LEVELS if field.source else {choice.id for choice in field.choice}
    for choice in wanted:
        if choice not in known:
            yield Finding(path, f"“{field.id}” has no choice “{choice}”.")
