"""Lists the texts that authors wrote: what each is called in the catalogue, and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from workflows.definitions import Field, Phase, Step, Workflow
from workflows.limits import Place

Path = tuple[str | int, ...]
"""Where something stands in a content file, such as ("step", 2, "ask", 0, "label")."""


@dataclass(frozen=True, slots=True)
class Authored:
    """One text that people read; `context` tells it from the same words elsewhere."""

    context: str
    text: str
    place: Place
    path: Path


def authored(workflow: Workflow) -> Iterator[Authored]:
    """Yield the texts of a workflow in the order of its file."""
    name = workflow.id
    yield Authored(f"{name}.title", workflow.title, Place.FORM_TITLE, ("title",))
    yield Authored(f"{name}.summary", workflow.summary, Place.SUMMARY, ("summary",))
    for index, phase in enumerate(workflow.phase):
        yield from _filled(_of_block(f"{name}.phase.{phase.id}", phase, ("phase", index)))
    for index, step in enumerate(workflow.step):
        yield from _filled(_of_block(f"{name}.step.{step.id}", step, ("step", index)))
        for number, field in enumerate(step.ask):
            yield from _filled(_of_field(name, field, ("step", index, "ask", number)))


def _filled(texts: Iterator[Authored]) -> Iterator[Authored]:
    return (line for line in texts if line.text)


def _of_block(context: str, block: Phase | Step, path: Path) -> Iterator[Authored]:
    yield Authored(f"{context}.title", block.title, Place.TITLE, (*path, "title"))
    yield Authored(f"{context}.say", block.say, Place.SAY, (*path, "say"))
    if isinstance(block, Phase):
        yield Authored(f"{context}.aside", block.aside, Place.SAY, (*path, "aside"))


def _of_field(workflow: str, field: Field, path: Path) -> Iterator[Authored]:
    context = f"{workflow}.field.{field.id}"
    yield Authored(f"{context}.label", field.label, Place.LABEL, (*path, "label"))
    yield Authored(f"{context}.hint", field.hint, Place.HINT, (*path, "hint"))
    for index, choice in enumerate(field.choice):
        here = (*path, "choice", index, "label")
        yield Authored(f"{context}.choice.{choice.id}", choice.label, Place.CHOICE, here)
    for index, column in enumerate(field.columns):
        yield from _of_field(workflow, column, (*path, "columns", index))
