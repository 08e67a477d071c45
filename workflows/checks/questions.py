"""Checks single questions: that each has what its kind needs, and nothing that it cannot use."""

from collections.abc import Callable, Mapping

from workflows.authored import Path
from workflows.checks.outline import Finding, Findings, Outline
from workflows.definitions import Field, FieldKind, Step
from workflows.limits import OPTIONS_OF_MANY, OPTIONS_OF_ONE, QUESTIONS_A_FORM

_PICKS = (FieldKind.CHOICE, FieldKind.CHOICES)
_BOUNDED = (FieldKind.SCALE, FieldKind.NUMBER, FieldKind.CHOICES, FieldKind.PEOPLE)

_BELONGS: Mapping[str, tuple[FieldKind, ...]] = {
    "choice": (*_PICKS, FieldKind.SCALE),
    "source": _PICKS,
    "columns": (FieldKind.ROWS,),
    "lowest": _BOUNDED,
    "highest": _BOUNDED,
    "longest": (FieldKind.TEXT, FieldKind.LONG_TEXT),
    "fewest": (FieldKind.LONG_TEXT,),
}
"""Keys that only some kinds of field can use."""


def check_questions(plan: Outline) -> Findings:
    """Find questions that could not be asked, or not be answered."""
    for path, step in plan.steps():
        yield from _check_form(path, step)
    for path, field in plan.fields():
        yield from _check_keys(path, field)
        yield from _check_kind(path, field)


def _check_form(path: Path, step: Step) -> Findings:
    if len(step.ask) > QUESTIONS_A_FORM:
        sentence = f"A step asks at most {QUESTIONS_A_FORM} questions. Make two steps of this one."
        yield Finding((*path, "ask", QUESTIONS_A_FORM), sentence)
    tables = [n for n, field in enumerate(step.ask) if field.kind is FieldKind.ROWS]
    if tables and len(step.ask) > 1:
        sentence = "A table of rows stands alone in its step. Move the other questions."
        yield Finding((*path, "ask", tables[0]), sentence)


def _check_keys(path: Path, field: Field) -> Findings:
    for key, kinds in _BELONGS.items():
        if key in field.model_fields_set and field.kind not in kinds:
            yield Finding((*path, key), f"“{key}” does not go with the kind “{field.kind}”.")


def _check_kind(path: Path, field: Field) -> Findings:
    """Check what one kind of field needs; most need nothing."""
    yield from _KINDS.get(field.kind, _nothing)(path, field)


def _nothing(path: Path, field: Field) -> Findings:
    del path, field
    yield from ()


def _choice(path: Path, field: Field) -> Findings:
    most = OPTIONS_OF_ONE if field.kind is FieldKind.CHOICE else OPTIONS_OF_MANY
    if bool(field.choice) == bool(field.source):
        yield Finding(path, f"“{field.id}” needs either its choices or a “source”, and not both.")
    if len(field.choice) > most:
        sentence = f"At most {most} choices fit. Leave some out, or ask in two questions."
        yield Finding((*path, "choice", most), sentence)


def _choices(path: Path, field: Field) -> Findings:
    yield from _choice(path, field)
    yield from _picks(path, field)
    least = field.lowest if "lowest" in field.model_fields_set else 0
    if field.choice and least > len(field.choice):
        yield Finding((*path, "lowest"), f"There are not {least} choices to pick from.")


def _picks(path: Path, field: Field) -> Findings:
    """Check the bounds of how many may be picked."""
    if {"lowest", "highest"} <= field.model_fields_set and field.lowest > field.highest:
        sentence = f"At least {field.lowest} and at most {field.highest} cannot both be picked."
        yield Finding((*path, "lowest"), sentence)
    if "highest" in field.model_fields_set and field.highest < 1:
        yield Finding((*path, "highest"), "Nobody could pick anything here.")


def _bounds(path: Path, field: Field) -> Findings:
    is_bound = field.kind is FieldKind.SCALE or {"lowest", "highest"} <= field.model_fields_set
    if is_bound and field.lowest >= field.highest:
        sentence = f"“lowest” ({field.lowest}) must be below “highest” ({field.highest})."
        yield Finding((*path, "lowest"), sentence)


def _scale(path: Path, field: Field) -> Findings:
    yield from _bounds(path, field)
    if field.highest - field.lowest >= OPTIONS_OF_ONE:
        sentence = f"A scale has at most {OPTIONS_OF_ONE} points. Use the kind “number” instead."
        yield Finding((*path, "highest"), sentence)
    points = {f"n{point}" for point in range(field.lowest, field.highest + 1)}
    for index, choice in enumerate(field.choice):
        if choice.id not in points:
            sentence = "A choice names a point of the scale: n1 names 1, n2 names 2, and so on."
            yield Finding((*path, "choice", index), sentence)


def _rows(path: Path, field: Field) -> Findings:
    if not field.columns:
        yield Finding(path, f"“{field.id}” needs “columns”: the questions of one row.")
    if len(field.columns) > QUESTIONS_A_FORM:
        sentence = f"A row has at most {QUESTIONS_A_FORM} columns."
        yield Finding((*path, "columns", QUESTIONS_A_FORM), sentence)
    for index, column in enumerate(field.columns):
        if column.kind in (FieldKind.ROWS, FieldKind.CHOICES, FieldKind.PEOPLE):
            sentence = f"A column holds one answer, so it cannot be of the kind “{column.kind}”."
            yield Finding((*path, "columns", index), sentence)


_KINDS: Mapping[FieldKind, Callable[[Path, Field], Findings]] = {
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _choices,
    FieldKind.PEOPLE: _picks,
    FieldKind.SCALE: _scale,
    FieldKind.NUMBER: _bounds,
    FieldKind.ROWS: _rows,
}
