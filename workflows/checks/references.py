"""Checks that ids are unique, and that what content points at is there, and there in time."""

from collections.abc import Iterable

from workflows.authored import Path
from workflows.checks.conditions import check_condition
from workflows.checks.outline import Finding, Findings, Outline
from workflows.checks.timing import Moment, check_known, unknown
from workflows.course import PRIVATE
from workflows.definitions import Audience, Field, FieldKind, MinutesBy, Phase, Source, Step
from workflows.depictions import PICTURES
from workflows.hooks import HOOKS
from workflows.talking import OFFERS


def check_ids(plan: Outline) -> Findings:
    """Find ids that stand twice, and steps that belong to no phase."""
    yield from _twice("phase", ((path, phase.id) for path, phase in plan.of_phases()))
    yield from _twice("step", ((path, step.id) for path, step in plan.steps()))
    yield from _twice("field", ((path, field.id) for path, field in plan.fields()))
    for path, field in plan.fields():
        choices = (((*path, "choice", n), choice.id) for n, choice in enumerate(field.choice))
        yield from _twice("choice", choices)
    for path, step in plan.steps():
        if step.phase not in plan.phases:
            yield unknown((*path, "phase"), "phase", step.phase, plan.phases)


def check_references(plan: Outline) -> Findings:
    """Find ids that lead nowhere, or to something that comes too late."""
    for path, step in plan.steps():
        yield from _check_step(plan, path, step)
    for path, phase in plan.of_phases():
        now = plan.phases[phase.id], -1
        yield from _check_phase(plan, path, phase, now)
        yield from _check_named(plan, path, phase, now)
        yield from _check_minutes(plan, path, phase, now)
        yield from _check_until(plan, path, phase, now)
        yield from _check_returns(plan, path, phase, now)
    subject = plan.workflow.subject
    if (
        subject and subject in plan.questions
    ):  # if not, it is a fact that the conversation starts with
        end = len(plan.workflow.phase), 0
        yield from check_known(plan, ("subject",), subject, end, on_sheet=True)


def _twice(noun: str, ids: Iterable[tuple[Path, str]]) -> Findings:
    seen: set[str] = set()
    for path, id_ in ids:
        if id_ in seen:
            sentence = f"There is another {noun} “{id_}”. Give this one an id of its own."
            yield Finding((*path, "id"), sentence)
        seen.add(id_)


def _check_step(plan: Outline, path: Path, step: Step) -> Findings:
    number = plan.phases[step.phase]
    phase = plan.workflow.phase[number]
    if step.when:
        on_sheet = phase.audience not in PRIVATE
        now = number, path[1] if isinstance(path[1], int) else 0
        here = (*path, "when")
        yield from check_known(plan, here, step.when.field, now, on_sheet=on_sheet)
        yield from check_condition(here, step.when, plan.questions.get(step.when.field))
    for shown in step.shows:
        if shown not in phase.reveal:
            sentence = f"Phase “{phase.id}” does not reveal “{shown}”. Add it to its “reveal”."
            yield Finding((*path, "shows"), sentence)
    for index, field in enumerate(step.ask):
        yield from _check_signed_if(plan, (*path, "ask", index), field, step)


def _check_signed_if(plan: Outline, path: Path, field: Field, step: Step) -> Findings:
    if field.signed_if is None:
        return
    question = plan.questions.get(field.signed_if)
    if question is None:
        yield unknown((*path, "signed-if"), "field", field.signed_if, plan.questions)
    elif question.field.kind is not FieldKind.YES_NO or question.phase.id != step.phase:
        sentence = f"“{field.signed_if}” must be a yes-no field of the same phase."
        yield Finding((*path, "signed-if"), sentence)


def _check_phase(plan: Outline, path: Path, phase: Phase, now: Moment) -> Findings:
    for field in phase.reveal:
        yield from check_known(plan, (*path, "reveal"), field, now)
    if phase.when:
        here = (*path, "when")
        yield from check_known(plan, here, phase.when.field, now, on_sheet=True)
        yield from check_condition(here, phase.when, plan.questions.get(phase.when.field))
    if phase.then and phase.then not in HOOKS:
        yield unknown((*path, "then"), "hook", phase.then, HOOKS)
    if phase.picture and phase.picture not in PICTURES:
        yield unknown((*path, "picture"), "picture", phase.picture, PICTURES)
    if phase.offers and phase.offers not in OFFERS:
        yield unknown((*path, "offers"), "offer", phase.offers, OFFERS)
    for sorted_ in phase.sorts:
        if sorted_ not in phase.reveal:
            sentence = f"“{phase.id}” does not reveal “{sorted_}”. Add it to its “reveal”."
            yield Finding((*path, "sorts"), sentence)


def _check_named(plan: Outline, path: Path, phase: Phase, now: Moment) -> Findings:
    """Check the field that picks the audience, for the audiences that are picked."""
    kinds = {Audience.NAMED: FieldKind.PERSON, Audience.PARTY: FieldKind.CHOICE}
    kind = kinds.get(phase.audience)
    if kind is None:
        if phase.named:
            yield Finding((*path, "named"), "“named” goes with the audiences “named” and “party”.")
        return
    if phase.named is None:
        sentence = f"Say in “named” which earlier field picks the {phase.audience}."
        yield Finding((*path, "audience"), sentence.replace("the named", "the person"))
        return
    here = (*path, "named")
    yield from check_known(plan, here, phase.named, now, on_sheet=True)
    question = plan.questions.get(phase.named)
    wanted = Source.PARTIES if phase.audience is Audience.PARTY else None
    if question and (question.field.kind, question.field.source) != (kind, wanted):
        what = "a choice with source = “parties”" if wanted else "a field of the kind “person”"
        yield Finding(here, f"“{phase.named}” must be {what}.")


def _check_minutes(plan: Outline, path: Path, phase: Phase, now: Moment) -> Findings:
    if not isinstance(phase.minutes, MinutesBy):
        return
    here = (*path, "minutes")
    yield from check_known(plan, here, phase.minutes.field, now, on_sheet=True)
    question = plan.questions.get(phase.minutes.field)
    if question is None:
        return
    if question.field.kind is not FieldKind.CHOICE:
        sentence = f"“{phase.minutes.field}” must be a choice, for each choice has its time."
        yield Finding(here, sentence)
        return
    for choice in question.field.choice:
        if choice.id not in phase.minutes.minutes:
            yield Finding(here, f"How many minutes are there when “{choice.id}” is picked?")
    for choice_id in sorted(phase.minutes.minutes.keys() - {c.id for c in question.field.choice}):
        yield Finding(here, f"“{question.field.id}” has no choice “{choice_id}”.")


def _check_until(plan: Outline, path: Path, phase: Phase, now: Moment) -> Findings:
    """Check the fields that name when a phase ends: a day, and the time of the day."""
    if phase.until is None:
        return
    named = {"day": (phase.until.day, FieldKind.DATE), "time": (phase.until.time, FieldKind.TIME)}
    for key, (field, kind) in named.items():
        if field is None:
            continue
        here = (*path, "until", key)
        yield from check_known(plan, here, field, now, on_sheet=True)
        question = plan.questions.get(field)
        if question and question.field.kind is not kind:
            yield Finding(here, f"“{field}” must be a field of the kind “{kind}”.")


def _check_returns(plan: Outline, path: Path, phase: Phase, now: Moment) -> Findings:
    """A return looks at the answers of the phase it ends, or at what is on the sheet by then."""
    if phase.returns is None:
        return
    here = (*path, "returns")
    to = phase.returns.to
    if to not in plan.phases:
        yield unknown((*here, "to"), "phase", to, plan.phases)
    elif plan.phases[to] >= now[0]:
        yield Finding(
            (*here, "to"), f"“{to}” does not come before “{phase.id}”: a return goes back."
        )
    when = phase.returns.when
    question = plan.questions.get(when.field)
    after = now[0] + 1, -1
    yield from check_known(
        plan, (*here, "when"), when.field, after, on_sheet=phase.audience not in PRIVATE
    )
    if question and phase.audience in PRIVATE and question.phase.id != phase.id:
        yield Finding((*here, "when"), f"“{when.field}” must be asked in “{phase.id}” itself.")
    yield from check_condition((*here, "when"), when, question)
