"""Reads the workflows that come with Concord, and the editions that conversations began with."""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources

from workflows.checking import check
from workflows.definitions import Workflow
from workflows.errors import ContentError
from workflows.identifiers import Edition, WorkflowId

FOLDERS = ("conversations",)


@dataclass(frozen=True, slots=True)
class Library:
    """All workflows, in the order of their ids, each with the text it was read from."""

    workflows: Mapping[WorkflowId, Workflow]
    sources: Mapping[WorkflowId, str]

    def __iter__(self) -> Iterator[Workflow]:
        return iter(self.workflows.values())

    def find(self, workflow_id: WorkflowId) -> Workflow:
        """Return the present edition of a workflow; an unknown id is a bug and raises KeyError."""
        return self.workflows[workflow_id]

    def source(self, workflow_id: WorkflowId) -> str:
        """Return the text of the present edition, to be kept with a conversation that starts."""
        return self.sources[workflow_id]


def read_library() -> Library:
    """Return the workflows in workflows/content. Reading takes time: keep what is returned.

    Raises ContentError when a file has a mistake.
    """
    return library_of(dict(content_files()))


def library_of(files: Mapping[str, str]) -> Library:
    """Return the workflows in some files, given by name; raises ContentError at a mistake."""
    if mistakes := [mistake for name, source in files.items() for mistake in check(source, name)]:
        raise ContentError(*mistakes)
    sources = {source: read_workflow(source) for source in files.values()}
    found = sorted(sources.items(), key=lambda pair: pair[1].id)
    return Library(
        {workflow.id: workflow for _, workflow in found},
        {workflow.id: source for source, workflow in found},
    )


def read_workflow(source: str) -> Workflow:
    """Return the workflow that a content file describes, marked with its edition."""
    edition = Edition(hashlib.sha256(source.encode()).hexdigest()[:16])
    return Workflow.model_validate({**tomllib.loads(source), "edition": edition})


def content_files() -> Iterator[tuple[str, str]]:
    """Yield name and text of each content file that comes with Concord."""
    for folder in FOLDERS:
        here = resources.files("workflows").joinpath("content", folder)
        names = sorted(file.name for file in here.iterdir() if file.name.endswith(".toml"))
        for name in names:
            yield f"workflows/content/{folder}/{name}", here.joinpath(name).read_text("utf-8")
